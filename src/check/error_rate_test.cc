#include "check/error_rate.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

Finding finding(FindingKind kind, std::uint32_t at, std::string_view words = "a", Severity severity = Severity::warning) {
  Finding f;
  f.rule = "rule";
  f.kind = kind;
  f.severity = severity;
  f.at.origin.article = 1;
  f.at.span = {at, at + 3};
  f.explain.zh = std::string(words);
  return f;
}

ErrorRate rated(const std::vector<Finding>& findings, std::size_t characters = 10000) {
  const SampleIssue sample("题目\n正文一段。");
  const auto weights = ErrorWeights::load(DataSet::built_in());
  EXPECT_TRUE(weights) << weights.error().message();
  return weights->rate(sample.issue, findings, {.articles = 1, .characters = characters});
}

TEST(ErrorRate, WeighsKindsAndCountsHeadlinesTwice) {
  const ErrorRate rate = rated({finding(FindingKind::typo, 0), finding(FindingKind::typo, 10, "b"), finding(FindingKind::punctuation, 10)});
  EXPECT_DOUBLE_EQ(rate.errors, 2 + 1 + 0.1);
  EXPECT_FALSE(rate.passes());
  ASSERT_EQ(rate.parts.size(), 2U);
  EXPECT_EQ(rate.parts[0].kind, FindingKind::typo);
  EXPECT_EQ(rate.parts[0].findings, 2U);
  EXPECT_TRUE(rated({finding(FindingKind::typo, 0)}).passes());
}

TEST(ErrorRate, TheSameErrorCountsThreeTimesAndNumberStyleOneInAll) {
  EXPECT_DOUBLE_EQ(rated(std::vector<Finding>(5, finding(FindingKind::typo, 10))).errors, 3);
  EXPECT_NEAR(rated(std::vector<Finding>(30, finding(FindingKind::style, 10))).errors, 1, 1e-9);
}

TEST(ErrorRate, NotesAndExtractionDoNotCount) {
  const ErrorRate rate = rated({finding(FindingKind::typo, 10, "a", Severity::note), finding(FindingKind::extraction, 10)});
  EXPECT_DOUBLE_EQ(rate.errors, 0);
  EXPECT_EQ(rate.parts.size(), 2U);
}

TEST(ErrorRate, IssuesAddUp) {
  ErrorRate all = rated({finding(FindingKind::typo, 10)});
  all += rated({finding(FindingKind::arithmetic, 10), finding(FindingKind::typo, 10)}, 20000);
  EXPECT_EQ(all.characters, 30000U);
  EXPECT_DOUBLE_EQ(all.per_ten_thousand(), 1);
  ASSERT_EQ(all.parts.size(), 2U);
  EXPECT_EQ(all.parts[0].kind, FindingKind::arithmetic);
  EXPECT_EQ(rated({}, 0).per_ten_thousand(), 0);
}

}  // namespace
}  // namespace fengbiao
