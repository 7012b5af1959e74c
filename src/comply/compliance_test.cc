#include "comply/compliance.h"

#include <gmock/gmock.h>

#include "comply/sample_pack.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Compliance, RulesOfTheDay) {
  const Compliance c = sample_compliance(
      sample_pack(sample_rule("a", "words: [甲事]") + sample_rule("b", "words: [乙事]", "    from: 2023-06-01\n"), "until: 2024-01-01\n"));
  EXPECT_THAT(sample_findings(c, "甲事乙事", ComplyKind::script, "2021-12-31"), IsEmpty());
  EXPECT_THAT(sample_findings(c, "甲事乙事", ComplyKind::script, "2022-01-01"), ElementsAre("甲事"));
  EXPECT_THAT(sample_findings(c, "甲事乙事", ComplyKind::script, "2023-06-01"), ElementsAre("甲事", "乙事"));
  EXPECT_THAT(sample_findings(c, "甲事乙事", ComplyKind::script, "2024-01-01"), IsEmpty());
  const auto report = c.check(document_from_text("甲事", "t"), {ComplyKind::script, "2024-01-01", {}});
  ASSERT_EQ(report->not_in_force.size(), 1U);
  EXPECT_TRUE(report->used.empty());
}

TEST(Compliance, ADraftOnlyWarns) {
  const Compliance c = sample_compliance(sample_pack(sample_rule("a", "words: [甲事]"), "standing: draft\n"));
  const auto report = c.check(document_from_text("甲事", "t"), {ComplyKind::script, "2023-01-01", {}});
  ASSERT_EQ(report->findings.size(), 1U);
  EXPECT_EQ(report->findings[0].severity, Severity::warning);
}

TEST(Compliance, KindsOfTexts) {
  const Compliance c = sample_compliance(sample_pack(sample_rule("a", "words: [甲事]", "    as: [listing]\n")));
  EXPECT_THAT(sample_findings(c, "甲事"), IsEmpty());
  EXPECT_THAT(sample_findings(c, "甲事", ComplyKind::listing), ElementsAre("甲事"));
  EXPECT_THAT(sample_findings(c, "甲事", ComplyKind::page), IsEmpty());
}

TEST(Compliance, OneStretchToldOnce) {
  const std::string rules = sample_rule("a", "words: [甲事情]") + sample_rule("b", "words: [甲事]", "    verdict: prove-it\n");
  std::string surer = rules;
  surer.replace(surer.rfind("confidence: 0.9"), 15, "confidence: 0.95");
  for (const auto& [pack, words, rule] : {std::tuple(rules, "甲事情", "p.a"), {surer, "甲事", "p.b"}}) {
    const Compliance c = sample_compliance(sample_pack(pack));
    const auto report = c.check(document_from_text("甲事情", "t"), {ComplyKind::script, "2023-01-01", {}});
    ASSERT_EQ(report->findings.size(), 1U);
    EXPECT_EQ(report->findings[0].quote, words);
    EXPECT_EQ(report->findings[0].rule->id, rule);
    EXPECT_EQ(report->findings[0].also.size(), 1U);
  }
}

TEST(Compliance, TellsWhatWasReadAndWhere) {
  const Compliance c = sample_compliance(sample_pack(sample_rule("a", "words: [微信]", "    fold: [gaps]\n")));
  const auto report = c.check(document_from_text("\n[00:12:31] 主播：加微 信\n", "t"), {ComplyKind::transcript, "2023-01-01", {}});
  ASSERT_EQ(report->findings.size(), 1U);
  const ComplianceFinding& f = report->findings[0];
  EXPECT_EQ(f.line_start, 2U);
  EXPECT_EQ(f.quote, "微 信");
  EXPECT_EQ(f.read_as, "微信");
  EXPECT_EQ(f.disguise, Disguise::gaps);
  EXPECT_LT(f.confidence, 0.9);
  EXPECT_EQ(f.who, "主播");
  EXPECT_EQ(f.at, 751000);
}

TEST(Compliance, WrongQuestionsAreRefused) {
  const Compliance c = sample_compliance(sample_pack(sample_rule("a", "words: [甲事]")));
  const Document d = document_from_text("甲事", "t");
  EXPECT_EQ(c.check(d, {ComplyKind::script, "", {}}).error().what, "on: expected a day such as 2023-03-01, got ''");
  EXPECT_EQ(c.check(d, {ComplyKind::script, "2023-01-01", {"q"}}).error().what, "pack: no pack 'q'; did you mean `p`?");
}

}  // namespace
}  // namespace fengbiao
