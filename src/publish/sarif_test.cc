#include "publish/sarif.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

TEST(SarifLog, HasRulesResultsFixesAndSuppressions) {
  const auto checker = DocumentChecker::load({}, {});
  ASSERT_TRUE(checker);
  auto checked = checker->check_document("新店开张\n\n甲市，，乙市有新店48家。\n", "文稿 a.txt");
  ASSERT_TRUE(checked);
  const std::string rule = checker->rules().rules().front()->id;
  checked->checks.findings.clear();
  for (const std::string words : {"，，", "48家"}) {
    Finding& f = checked->checks.findings.emplace_back();
    f.id = "id";
    f.rule = rule;
    f.explain = {"说明", "what is wrong"};
    const auto at = static_cast<std::uint32_t>(checked->text.find(words));
    f.at.span = {at, static_cast<std::uint32_t>(at + words.size())};
    f.at.quote = words;
    f.at.origin.title = "新店开张";
  }
  Finding& first = checked->checks.findings[0];
  first.suggestion = "，";
  first.relation = "1+1 = 2";
  first.other = first.at;
  checked->checks.relations.clear();
  Relation& r = checked->checks.relations.emplace_back();
  r.rule = rule;
  r.verdict = Verdict::cannot_tell;
  r.at = first.at;
  const Acceptance accepted{rule, "", "", "fedcba9876543210", "编辑部", "2026-11-27", "原文如此", 1};
  const CheckedText text{
      *checked,
      "文稿 a.txt",
      {{&checked->checks.findings[0], "0123456789abcdef", nullptr}, {&checked->checks.findings[1], "fedcba9876543210", &accepted}},
      true};

  std::string out;
  SarifLog log(checker->rules(), "1.2.3", [&](std::string_view json) -> Result<void> {
    out += json;
    return {};
  });
  ASSERT_TRUE(log.begin());
  ASSERT_TRUE(log.add(text));
  ASSERT_TRUE(log.finish(checked->checks.coverage, true));
  const auto json = nlohmann::json::parse(out, nullptr, false);
  ASSERT_TRUE(json.is_object()) << out;
  EXPECT_EQ(json["version"], "2.1.0");
  const auto& run = json["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), checker->rules().rules().size());
  const auto& results = run["results"];
  ASSERT_EQ(results.size(), 3u);
  EXPECT_EQ(results[0]["message"]["text"], "what is wrong: 1+1 = 2");
  EXPECT_EQ(results[0]["properties"]["messageZh"], "说明");
  const auto& place = results[0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "%E6%96%87%E7%A8%BF%20a.txt");
  EXPECT_EQ(place["region"]["startLine"], 3);
  EXPECT_EQ(place["region"]["startColumn"], 3);
  EXPECT_EQ(place["region"]["endColumn"], 5);
  EXPECT_EQ(results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "，");
  EXPECT_EQ(results[0]["relatedLocations"][0]["message"]["text"], "，，");
  EXPECT_EQ(results[0]["partialFingerprints"]["fengbiao/v1"], "0123456789abcdef");
  EXPECT_FALSE(results[0].contains("suppressions"));
  EXPECT_EQ(results[1]["suppressions"][0]["kind"], "external");
  EXPECT_EQ(results[2]["kind"], "open");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
}

}  // namespace
}  // namespace fengbiao
