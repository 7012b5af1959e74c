#include "check/pattern_rules.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

// What rules of one's own find in a text: "id mark / quote / what is said / suggestion".
std::vector<std::string> found(const std::string& rules, const std::string& text) {
  const auto folder = std::filesystem::temp_directory_path() / ("fengbiao_pattern_rules_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "own.yaml") << rules;
  DataSet data = DataSet::built_in();
  const auto laid = data.lay_over(folder, "rules/check/");
  std::filesystem::remove_all(folder);
  if (!laid) return {laid.error().message()};
  const auto book = RuleBook::load(data);
  if (!book) return {book.error().message()};
  const auto run = [&](const ArticleSubject& subject, Report& report) { PatternRules::of(*book).check(subject, report); };
  std::vector<std::string> out;
  for (const Finding& f : findings_in(text, run))
    if (f.rule == "own")
      out.push_back(std::string(slice(text, f.at.span)) + " / " + f.at.quote + " / " + f.explain.en + " / " + f.suggestion);
  return out;
}

std::string rule(const std::string& more) {
  return "rules:\n  - id: own\n    kind: typo\n    severity: note\n    name: {zh: 自, en: own}\n    about: {zh: 自, en: own}\n"
         "    says: {zh: 见, en: 'saw {match}'}\n" +
         more;
}

TEST(PatternRules, AFindingStandsAtItsMarkAndIsShownInItsQuote) {
  const std::string own = rule(
      "    suggestion: '{first}乙'\n    pattern: '(?P<quote>(?P<first>甲)(?P<mark>丙)丁)'\n"
      "    examples: [甲丙丁]\n    counter_examples: [甲乙丁]\n");
  EXPECT_EQ(found(own, "题目\n戊甲丙丁己甲丙丁"),
            (std::vector<std::string>{"丙 / 甲丙丁 / saw 甲丙丁 / 甲乙", "丙 / 甲丙丁 / saw 甲丙丁 / 甲乙"}));
}

TEST(PatternRules, OfAlternativesTheMarkThatTookPart) {
  const std::string own = rule("    pattern: '(?P<mark>甲)一|(?P<mark2>乙)二'\n    examples: [甲一, 乙二]\n    counter_examples: [甲二]\n");
  EXPECT_EQ(found(own, "题目\n甲一，乙二").size(), 2U);
  EXPECT_TRUE(found(own, "题目\n甲一，乙二").back().starts_with("乙 / "));
}

TEST(PatternRules, OnlyThePartsThatARuleNamesAreSearched) {
  const std::string more = "    any: [甲]\n    examples: ['# 甲']\n    counter_examples: [乙]\n";
  EXPECT_EQ(found(rule("    in: [title]\n" + more), "甲题\n甲文").size(), 1U);
  EXPECT_EQ(found(rule("    in: [title, body]\n" + more), "甲题\n甲文").size(), 2U);
}

TEST(PatternRules, FoldedTextLeadsBackToWhatIsPrinted) {
  const std::string own = rule("    pattern: '12%'\n    examples: ['12%']\n    counter_examples: ['13%']\n");
  EXPECT_TRUE(found(own, "题目\n增长１２％。").front().starts_with("１２％ / "));
  EXPECT_TRUE(
      found(rule("    over: printed\n    pattern: '12%'\n    examples: ['12%']\n    counter_examples: ['１２％']\n"), "题目\n增长１２％。")
          .empty());
}

TEST(PatternRules, ARuleThatIsOffAndAnEmptyTextGiveNothing) {
  const std::string more = "    any: [甲]\n    examples: [甲]\n    counter_examples: [乙]\n";
  EXPECT_TRUE(found(rule("    off: true\n" + more), "题目\n甲").empty());
  EXPECT_TRUE(found(rule(more), "").empty());
}

}  // namespace
}  // namespace fengbiao
