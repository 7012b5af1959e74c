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
