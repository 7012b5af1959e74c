#include "publish/record_table.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "publish/observation_record.h"
#include "publish/policy_record.h"

namespace fengbiao {
namespace {

ReportedObservation an_observation() {
  ReportedObservation r;
  r.origin = {"2023-03-20", "2023-03-20.txt", "2023-03-20-00000001", 7, "", "“标题”", "2023-03-14", {"甲报", "乙网"}};
  Observation& o = r.observation;
  o.id = "2023-03-20-00000001-o9";
  o.article = 7;
  o.span = {10, 20};
  o.quote_span = {1, 30};
  o.line_start = 3;
  o.line_end = 4;
  o.text = "1.3万亿元";
  o.quote = "网上零售额达1.3万亿元。";
  o.value = 1.3e12;
  o.unit = "CNY";
  o.digits = "1.3";
  o.step = 1e11;
  o.indicator = "网上零售额";
  o.period = "2022";
  o.doubts = {"a", "b"};
  Correction c;
  c.number = 4;
  c.record = o.id;
  c.field = "period";
  c.value = "2022";
  c.read = "2021";
  c.why = "misprint";
  c.by = "B";
  c.at = "2023-06-01T08:00:00Z";
  Correction unknown = c;
  unknown.number = 5;
  unknown.field = "area";
  unknown.value.reset();
  unknown.read.clear();
  r.corrections = {c, unknown};
  return r;
}

ReportedPolicy a_policy(std::string name, std::uint32_t article) {
  ReportedPolicy r;
  r.origin = {"2023-03-20", "2023-03-20.txt", "a" + std::to_string(article), article, "政策法规", "标题", "", {}};
  r.policy.id = r.origin.article_id + "-p1";
  r.policy.article = article;
  r.policy.text = r.policy.name = std::move(name);
  r.policy.quote = "发布《" + r.policy.name + "》。";
  return r;
}

TEST(RecordTable, ThereIsOneForEachKind) {
  EXPECT_EQ(record_kinds(), (std::vector<std::string_view>{"articles", "observations", "policies", "findings", "relations"}));
  EXPECT_EQ(record_table("recipes"), nullptr);
  for (const std::string_view kind : record_kinds()) {
    ASSERT_NE(record_table(kind), nullptr);
    EXPECT_EQ(column_names(*record_table(kind))[0], "id");
    for (const TableColumn& column : record_table(kind)->columns) EXPECT_FALSE(column.about.empty()) << column.name;
  }
}

TEST(RecordTable, CellsFitTheirColumns) {
  const auto fits = [](const std::vector<TableColumn>& columns, const std::vector<Cell>& cells) {
    ASSERT_EQ(cells.size(), columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const CellType type = columns[i].type;
      if (std::holds_alternative<std::monostate>(cells[i])) EXPECT_FALSE(columns[i].needed) << columns[i].name;
      else
        EXPECT_TRUE((std::holds_alternative<bool>(cells[i]) && type == CellType::boolean) ||
                    (std::holds_alternative<double>(cells[i]) && type == CellType::number) ||
                    (std::holds_alternative<std::int64_t>(cells[i]) && type == CellType::integer) ||
                    (std::holds_alternative<std::string>(cells[i]) && (type == CellType::text || type == CellType::day)))
            << columns[i].name;
    }
  };
  fits(observation_columns(), observation_cells(an_observation()));
  fits(policy_columns(), policy_cells({a_policy("甲办法", 1), {}}));
}

TEST(RecordTable, CellsAsText) {
  EXPECT_EQ(cell_texts({Cell(), std::string("x"), 1.3e12, 0.5, -7.25, std::int64_t{-3}, true, false}),
            (std::vector<std::string>{"", "x", "1300000000000", "0.5", "-7.25", "-3", "true", "false"}));
}

TEST(ObservationRecord, JsonHasWhatWasReadBesideWhatWasCorrected) {
  JsonWriter w;
  write_observation_json(w, an_observation());
  const auto json = nlohmann::ordered_json::parse(w.text());
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  keys.resize(20);
  EXPECT_EQ(keys, (std::vector<std::string>{"id",     "file",   "article_title", "quote",      "text",      "value", "value_max",
                                            "unit",   "approx", "measure",       "basis",      "indicator", "area",  "entity",
                                            "period", "status", "sure",          "line_start", "line_end",  "issue"}));
  EXPECT_EQ(json["value"], 1.3e12);
  EXPECT_EQ(json["approx"], "=");
  EXPECT_TRUE(json["area"].is_null());
  EXPECT_TRUE(json["section"].is_null());
  EXPECT_EQ(json["period"], "2022");
  EXPECT_EQ(json["corrections"][0]["read"], "2021");
  EXPECT_EQ(json["corrections"][0]["value"], "2022");
  EXPECT_TRUE(json["corrections"][1]["read"].is_null());
  EXPECT_TRUE(json["corrections"][1]["value"].is_null());
  EXPECT_EQ(json["span"], (std::vector<int>{10, 20}));
}

TEST(ObservationRecord, ListsAndCorrectionsAreOneCell) {
  const std::vector<Cell> cells = observation_cells(an_observation());
  const std::vector<TableColumn> columns = observation_columns();
  const auto cell = [&](std::string_view name) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].name == name) return cell_text(cells[i]);
    return std::string("no such column");
  };
  EXPECT_EQ(cell("sources"), "甲报；乙网");
  EXPECT_EQ(cell("doubts"), "a；b");
  EXPECT_EQ(cell("corrections"),
            "period: 2021 -> 2022 (B, 2023-06-01T08:00:00Z: misprint)；area: unknown -> unknown (B, 2023-06-01T08:00:00Z: misprint)");
}

TEST(PolicyRecord, SeveralReportsOfOneDocumentAreOne) {
  ReportedPolicy first = a_policy("甲办法", 1), other = a_policy("乙规划", 2), second = a_policy("甲办法", 3);
  first.policy.effective = "2023-05-01";
  second.policy.issuers = {{"甲部", "body:a"}, {"乙局", ""}};
  second.policy.number = "第2号";
  second.policy.until = "2027-12-31";
  Correction c;
  c.field = "effective";
  c.read = "2023-06-01";
  second.corrections = {c};  // somebody set it to unknown
  const std::vector<PolicyRecord> records = policy_records({first, other, second});
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].main.policy.id, "a3-p1") << "the one that knows most";
  EXPECT_EQ(records[0].main.policy.effective, "") << "what a person set stays";
  ASSERT_EQ(records[0].also.size(), 1u);
  EXPECT_EQ(records[0].also[0].policy.id, "a1-p1");
  EXPECT_EQ(records[1].main.policy.name, "乙规划");

  second.corrections.clear();
  JsonWriter w;
  write_policy_json(w, policy_records({first, second})[0]);
  const auto json = nlohmann::json::parse(w.text());
  EXPECT_EQ(json["effective"], "2023-05-01") << "filled from the other report";
  EXPECT_EQ(json["issuers"], (std::vector<std::string>{"甲部", "乙局"}));
  EXPECT_EQ(json["issuer_ids"][0], "body:a");
  EXPECT_TRUE(json["issuer_ids"][1].is_null());
  EXPECT_EQ(json["also"][0]["article"], 1);
  EXPECT_TRUE(json["date"].is_null());
}

}  // namespace
}  // namespace fengbiao
