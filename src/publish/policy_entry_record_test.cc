#include "publish/policy_entry_record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

ReportedPolicy report(std::string date, std::string effective) {
  ReportedPolicy r;
  r.origin = {date, "a.txt", date + "-0000000a", 4, "", "headline", date, {"paper"}};
  r.policy.id = r.origin.article_id + "-p7";
  r.policy.article = 4;
  r.policy.text = r.policy.name = "仓储用电管理办法";
  r.policy.quote = "发布《仓储用电管理办法》。";
  r.policy.effective = std::move(effective);
  r.policy.issuers = {{"甲部", ""}, {"乙局", ""}};
  r.policy.changes = {{PolicyChange::What::repeals, "旧办法"}};
  return r;
}

PolicyRegister two_reports() {
  return std::move(policies_of({report("2022-12-05", "2023-03-01"), report("2023-01-05", "2023-05-01")}).value());
}

TEST(PolicyEntryRecord, ValuesStandWithTheirReports) {
  const PolicyRegister all = two_reports();
  ASSERT_EQ(all.entries().size(), 1u);
  JsonWriter w;
  write_policy_entry_json(w, all, all.entries()[0], "2023-04-01", false);
  const auto json = nlohmann::json::parse(w.text());
  EXPECT_EQ(json["name"], "仓储用电管理办法");
  EXPECT_EQ(json["effective"].size(), 2u);
  EXPECT_EQ(json["effective"][1]["value"], "2023-05-01");
  EXPECT_EQ(json["effective"][1]["reports"][0], "2023-01-05/4-p7");
  EXPECT_EQ(json["conflict"], true);
  EXPECT_EQ(json["on"], "2023-04-01");
  EXPECT_EQ(json["standing"], "cannot tell") << json["reason"];
  EXPECT_EQ(json["changes"][0]["what"], "repeals");
  EXPECT_TRUE(json["changes"][0]["id"].is_null());
  EXPECT_EQ(json["reports"][0], "2022-12-05/4-p7");
  EXPECT_TRUE(json["final"].is_null());
  JsonWriter whole;
  write_policy_entry_json(whole, all, all.entries()[0], "2023-04-01", true);
  EXPECT_EQ(nlohmann::json::parse(whole.text())["reports"][1]["quote"], "发布《仓储用电管理办法》。");
}

TEST(PolicyEntryRecord, RowsFitTheirColumns) {
  const PolicyRegister all = two_reports();
  const auto row = policy_entry_row(all, all.entries()[0], "2023-06-01");
  ASSERT_EQ(row.size(), policy_entry_columns().size());
  EXPECT_EQ(row[6], "2023-03-01 | 2023-05-01");
  EXPECT_EQ(row[3], "甲部; 乙局");
  EXPECT_EQ(row.back(), "2022-12-05/4-p7；2023-01-05/4-p7");
  const auto events = upcoming(all, "2023-01-01");
  ASSERT_FALSE(events.empty());
  const auto event = policy_event_row(all, events[0]);
  ASSERT_EQ(event.size(), policy_event_columns().size());
  EXPECT_EQ(event[0], "2023-03-01");
  EXPECT_EQ(event[4], "true");
  JsonWriter w;
  write_policy_event_json(w, all, events[0]);
  EXPECT_EQ(nlohmann::json::parse(w.text())["what"], "takes effect");
}

}  // namespace
}  // namespace fengbiao
