#include "publish/compliance_sarif.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "publish/sample_compliance.h"

namespace fengbiao {
namespace {

// What SARIF 2.1.0 asks of a log, as far as ours has it.
void expect_sarif(const nlohmann::json& log) {
  EXPECT_EQ(log.at("version"), "2.1.0");
  EXPECT_TRUE(log.at("$schema").get<std::string>().starts_with("https://"));
  ASSERT_EQ(log.at("runs").size(), 1U);
  const auto& run = log["runs"][0];
  const auto& rules = run.at("tool").at("driver").at("rules");
  EXPECT_TRUE(run["tool"]["driver"].at("name").is_string());
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  for (const auto& rule : rules) {
    EXPECT_TRUE(rule.at("id").is_string());
    for (const char* key : {"shortDescription", "fullDescription", "help"}) EXPECT_TRUE(rule.at(key).at("text").is_string());
  }
  EXPECT_TRUE(run.at("invocations")[0].at("executionSuccessful").is_boolean());
  for (const auto& result : run.at("results")) {
    EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
    EXPECT_TRUE(result.at("message").at("text").is_string());
    EXPECT_TRUE(result.at("level") == "error" || result.at("level") == "warning" || result.at("level") == "note");
    const auto& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri").get<std::string>().find(' '), std::string::npos);
    const auto& region = place.at("region");
    EXPECT_GE(region.at("startLine").get<int>(), 1);
    EXPECT_GE(region.at("startColumn").get<int>(), 1);
    EXPECT_GE(result.at("rank").get<double>(), 0);
    EXPECT_LE(result.at("rank").get<double>(), 100);
  }
}

TEST(ComplianceSarif, HasTheShapeOfALog) {
  const SampleCompliance sample("全网第 一\n本店第一\n");
  std::string out;
  ComplianceSarif log(sample.compliance, "1.0", [&](std::string_view text) { return out += text, Result<void>(); });
  ASSERT_TRUE(log.begin());
  ASSERT_TRUE(log.add(sample.text));
  ASSERT_TRUE(log.add(sample.text));
  ASSERT_TRUE(log.finish(true));
  const auto json = nlohmann::json::parse(out);
  expect_sarif(json);
  const auto& results = json["runs"][0]["results"];
  ASSERT_EQ(results.size(), 4U);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 3);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"]["endColumn"], 6);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"], "第 一");
  EXPECT_EQ(results[1]["suppressions"][0]["justification"], "self: with itself 自比");
}

TEST(ComplianceSarif, AnEmptyLogIsOneToo) {
  const SampleCompliance sample("好茶\n");
  std::string out;
  ComplianceSarif log(sample.compliance, "1.0", [&](std::string_view text) { return out += text, Result<void>(); });
  ASSERT_TRUE(log.begin() && log.add(sample.text) && log.finish(false));
  expect_sarif(nlohmann::json::parse(out));
}

}  // namespace
}  // namespace fengbiao
