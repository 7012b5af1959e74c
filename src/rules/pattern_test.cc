#include "rules/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Result<PatternList> load(std::string_view yaml) {
  return PatternList::load(PackNode::parse(yaml, "data/x.yaml").value()["list"], {{"digits", "[0-9]+"}, {"name", "[^ ]+"}});
}
std::string complaint(std::string_view yaml) {
  const auto list = load(yaml);
  return list ? "no complaint" : list.error().message();
}

TEST(Pattern, GivesItsGroupsAsPartsOfTheText) {
  const auto list = load("list:\n  - name: issue\n    pattern: '第(?P<n>{digits})期(?: 总(?P<total>{digits}))?'\n").value();
  const std::string text = "见第12期 总7";
  const auto hit = list.first(text);
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->pattern->name(), "issue");
  EXPECT_EQ(hit->match.whole(), "第12期 总7");
  EXPECT_EQ(hit->match.group("n"), "12");
  EXPECT_EQ(hit->match.group("n").data(), text.data() + 6);
  EXPECT_TRUE(hit->match.has("total"));
  const std::string shorter = "第3期";
  EXPECT_FALSE(list.first(shorter)->match.has("total"));
  EXPECT_FALSE(list.first("期"));
}

TEST(Pattern, TheFirstThatMatchesWins) {
  const auto list = load("list:\n  - {name: narrow, pattern: 'ab'}\n  - {name: wide, pattern: 'a'}\n").value();
  EXPECT_EQ(list.first("cab")->pattern->name(), "narrow");
  EXPECT_EQ(list.first("cac")->pattern->name(), "wide");
}

TEST(Pattern, NeedsSparesTheLinesWithoutIt) {
  const auto list = load("list:\n  - {name: x, needs: 期, pattern: '\\d+'}\n").value();
  EXPECT_TRUE(list.first("3期"));
  EXPECT_FALSE(list.first("3号"));
}

// Examples stand beside the pattern and are its test: a pack whose examples fail does not load.
TEST(Pattern, AnExampleThatDoesNotMatchIsAnError) {
  EXPECT_EQ(complaint("list:\n  - name: number\n    pattern: '^\\d+$'\n    examples: ['12', 'a']\n"),
            "data/x.yaml:4:15: list[0].examples: 'a' does not match 'number'");
  EXPECT_EQ(complaint("list:\n  - name: number\n    pattern: '\\d+'\n    counter_examples: ['a1']\n"),
            "data/x.yaml:4:23: list[0].counter_examples: 'a1' matches 'number'");
}

TEST(Pattern, ExamplesAreFoldedAsTextIs) {
  EXPECT_EQ(complaint("list:\n  - {name: n, pattern: '^:1$', examples: ['：１']}\n"), "no complaint");
}

TEST(Pattern, ABadExpressionIsAnErrorWithItsPlace) {
  EXPECT_EQ(complaint("list:\n  - name: broken\n    pattern: '(['\n"), "data/x.yaml:3:14: pattern 'broken': missing ]: [");
  EXPECT_EQ(complaint("list:\n  - name: n\n    patern: 'a'\n"), "data/x.yaml:3:5: unknown key 'patern' (did you mean 'pattern'?)");
  EXPECT_EQ(complaint("list:\n  - name: n\n"), "data/x.yaml: list[0].pattern: missing");
}

}  // namespace
}  // namespace fengbiao
