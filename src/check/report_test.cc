#include "check/report.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

CheckRule rule() {
  CheckRule r;
  r.id = "share";
  r.kind = FindingKind::arithmetic;
  r.severity = Severity::error;
  r.confidence = 0.9;
  r.name = {"占比", "share"};
  r.says["default"] = {"{relation}，文中为{printed}", "{relation}, printed {printed}"};
  return r;
}

TEST(Report, AContradictionIsARelationAndAFinding) {
  const SampleIssue sample("题目\n签约企业70家，其中外资企业48家，占比78.33%。");
  const CheckRule r = rule();
  Report report(sample.issue, sample.kept);
  const auto at = static_cast<std::uint32_t>(sample.kept.find("78.33"));
  report.state({.rule = &r,
                .at = {.article = 1, .span = {at, at + 6}},
                .relation = "48/70 = 68.57%",
                .verdict = Verdict::contradicts,
                .values = {{"printed", "78.33%"}}});
  const IssueChecks out = report.finish();
  ASSERT_EQ(out.findings.size(), 1U);
  ASSERT_EQ(out.relations.size(), 1U);
  const Finding& f = out.findings[0];
  EXPECT_EQ(f.explain.en, "48/70 = 68.57%, printed 78.33%");
  EXPECT_EQ(f.explain.zh, "48/70 = 68.57%，文中为78.33%");
  EXPECT_EQ(f.at.line_start, 2U);
  EXPECT_EQ(f.at.quote, "48家，占比78.33%");  // five characters before, no number cut; the sentence ends behind
  EXPECT_EQ(f.id, "2022-12-05-a-f22");
  EXPECT_EQ(out.coverage.contradicts, 1U);
}

TEST(Report, ARuleThatIsOffGivesNothing) {
  const SampleIssue sample("题目\n正文。");
  CheckRule r = rule();
  r.off = true;
  Report report(sample.issue, sample.kept);
  report.flag({.rule = &r, .at = {.article = 1, .span = {7, 10}}});
  report.state({.rule = &r, .at = {.article = 1, .span = {7, 10}}, .relation = "1 = 1"});
  const IssueChecks out = report.finish();
  EXPECT_TRUE(out.findings.empty());
  EXPECT_TRUE(out.relations.empty());
}

TEST(Report, OfOneRuleInOneArticleSomeAreListedAndTheRestIsTold) {
  const SampleIssue sample("题目\n正文正文正文。");
  CheckRule r = rule(), other = rule();
  r.says["default"] = {"错", "wrong"};
  other.id = "another";
  const Listing listing{2, {"{says}；另有{n}处", "{says}; {n} more"}};
  const auto found = [&](std::uint32_t flaws) {
    Report report(sample.issue, sample.kept, &listing);
    for (std::uint32_t i = 0; i < flaws; ++i) report.flag({.rule = &r, .at = {.article = 1, .span = {7 + 3 * i, 10 + 3 * i}}});
    report.flag({.rule = &other, .at = {.article = 1, .span = {7, 10}}});
    report.flag({.rule = &r, .at = {.article = 0, .span = {0, 3}}});
    std::vector<Finding> out = report.finish().findings;
    std::erase_if(out, [&](const Finding& f) { return f.rule != r.id || f.at.origin.article == 0; });
    return out;
  };
  EXPECT_EQ(found(2).size(), 2U);
  ASSERT_EQ(found(3).size(), 3U);  // nothing is left to tell of
  EXPECT_EQ(found(3)[2].explain.en, "wrong");
  EXPECT_EQ(found(3)[2].not_listed, 0U);
  const auto five = found(5);
  ASSERT_EQ(five.size(), 3U);
  EXPECT_EQ(five[1].explain.en, "wrong");
  EXPECT_EQ(five[2].explain.en, "wrong; 2 more");
  EXPECT_EQ(five[2].explain.zh, "错；另有2处");
  EXPECT_EQ(five[2].not_listed, 2U);
}

TEST(Report, RelationsBeyondTheFindingsListedAreAllCounted) {
  const SampleIssue sample("题目\n正文正文正文。");
  const CheckRule r = rule();
  const Listing listing{1, {"{says}{n}", "{says}{n}"}};
  Report report(sample.issue, sample.kept, &listing);
  for (std::uint32_t i = 0; i < 4; ++i)
    report.state({.rule = &r, .at = {.article = 1, .span = {7 + 3 * i, 10 + 3 * i}}, .relation = "1 = 2", .verdict = Verdict::contradicts});
  const IssueChecks out = report.finish();
  ASSERT_EQ(out.findings.size(), 2U);
  EXPECT_EQ(out.findings[1].not_listed, 2U);
  EXPECT_EQ(out.findings[1].relation, "1 = 2");
  EXPECT_EQ(out.coverage.contradicts, 4U);
  EXPECT_EQ(out.relations[3].explain, out.relations[0].explain);
}

TEST(Report, TwoFindingsAtOnePlaceHaveTheirOwnIds) {
  const SampleIssue sample("题目\n正文。");
  const CheckRule r = rule();
  Report report(sample.issue, sample.kept);
  for (int i = 0; i < 2; ++i) report.flag({.rule = &r, .at = {.article = 1, .span = {7, 10}}});
  const IssueChecks out = report.finish();
  ASSERT_EQ(out.findings.size(), 2U);
  EXPECT_EQ(out.findings[1].id, out.findings[0].id + "-2");
}

}  // namespace
}  // namespace fengbiao
