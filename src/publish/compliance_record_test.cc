#include "publish/compliance_record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "publish/sample_compliance.h"

namespace fengbiao {

std::string sample_compliance_pack() {
  return R"(pack: p
name: {zh: 包, en: pack}
addressee: {zh: 人, en: people}
policy: {title: 某办法, issuers: [某部], issued: 2022-01-01}
from: 2022-01-01
as: [script]
needs_person:
  - {article: 第九条, act: {zh: 事 & 物, en: acts & things}}
rules:
  - id: p.first
    name: {zh: 称第一, en: called the first}
    article: 第一条
    clause: {zh: 不自称第一, en: Nobody calls himself the first.}
    verdict: forbidden
    severity: error
    confidence: 0.9
    means: {zh: 自称<第一>。, en: Called the <first>.}
    instead: {zh: 删去。, en: Take it out.}
    fold: [gaps]
    find: [{words: [第一]}]
    unless: [{id: self, zh: 自比, en: with itself, words: [本店], within: 4}]
)";
}

namespace {

TEST(ComplianceRecord, AReportHasAllOfIt) {
  const SampleCompliance sample("全网第 一\n本店第一\n");
  JsonWriter w;
  write_compliance_report_json(w, sample.text);
  const auto report = nlohmann::json::parse(w.take());
  ASSERT_EQ(report.at("findings").size(), 1U);
  const auto& f = report["findings"][0];
  EXPECT_EQ(f.at("rule"), "p.first");
  EXPECT_EQ(f.at("quote"), "第 一");
  EXPECT_EQ(f.at("read_as"), "第一");
  EXPECT_EQ(f.at("disguise"), "gaps");
  EXPECT_EQ(f.at("span"), nlohmann::json({6, 13}));
  EXPECT_EQ(f.at("column_end"), 6);
  EXPECT_TRUE(f.at("exempt").is_null());
  EXPECT_EQ(report.at("exempt")[0].at("exempt"), "self");
  EXPECT_EQ(report.at("used")[0].at("pack"), "p");
  EXPECT_EQ(report.at("needs_person")[0].at("article"), "第九条");
  EXPECT_EQ(report.at("notice"), kNoLegalAdvice);
  EXPECT_TRUE(report.at("guessed").is_null());
}

TEST(ComplianceRecord, APackHasItsRules) {
  const SampleCompliance sample("好茶\n");
  JsonWriter w;
  write_pack_json(w, sample.compliance.packs().front());
  const auto pack = nlohmann::json::parse(w.take());
  EXPECT_EQ(pack.at("policy").at("title"), "某办法");
  EXPECT_EQ(pack.at("as"), nlohmann::json({"script"}));
  EXPECT_EQ(pack.at("rules")[0].at("clause_zh"), "不自称第一");
  EXPECT_TRUE(pack.at("until").is_null());
}

}  // namespace
}  // namespace fengbiao
