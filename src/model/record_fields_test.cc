#include "model/record_fields.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

template <class Record>
std::string refused(std::string_view field, const std::optional<std::string>& value) {
  Record record;
  const auto done = set_field(record, field, value);
  if (done) return "taken: " + field_text(record, field);
  EXPECT_EQ(done.error().cause, Cause::invalid_argument);
  EXPECT_EQ(record, Record()) << field << " stays as it was";
  return done.error().message();
}

TEST(RecordFields, EveryFieldIsSetAndReadBack) {
  const std::pair<const char*, const char*> values[] = {
      {"value", "1980000000000"}, {"value_max", "-2.5"},       {"unit", "件"},          {"approx", "~"},        {"measure", "growth"},
      {"basis", "since:2020-03"}, {"indicator", "网上零售额"}, {"indicator_code", "x"}, {"area", "上海"},       {"area_code", "310000"},
      {"entity", "某公司"},       {"entity_id", "company:x"},  {"period", "2022-H1"},   {"status", "forecast"}, {"reporter", "某局"},
      {"reporter_id", "body:x"},  {"part_of", "a-o1"},         {"share_of", "全部"},    {"sure", "true"},
  };
  ASSERT_EQ(std::size(values), observation_fields().size());
  Observation o;
  for (std::size_t i = 0; i < std::size(values); ++i) {
    EXPECT_EQ(observation_fields()[i].name, values[i].first);
    ASSERT_TRUE(set_field(o, values[i].first, values[i].second)) << values[i].first;
    EXPECT_EQ(field_text(o, values[i].first), values[i].second);
  }
  EXPECT_EQ(o.measure, Measure::growth);
  EXPECT_EQ(o.value_max, -2.5);
  for (const RecordField& field : observation_fields()) {
    EXPECT_EQ(set_field(o, field.name, std::nullopt).has_value(), !field.needed) << field.name;
    EXPECT_EQ(field_text(o, field.name).empty(), !field.needed) << field.name;
  }

  const std::pair<const char*, const char*> policy[] = {
      {"name", "某办法"},
      {"short_name", "办法"},
      {"kind", "regulation"},
      {"issuers", "甲部; 乙局"},
      {"number", "第2号"},
      {"issued", "2022-12"},
      {"effective", "2023-01-01"},
      {"until", "2027-12-31"},
      {"comments_until", "2022-12-20"},
      {"status", "in-force-later"},
      {"changes", "repeals 旧办法; amends 甲 办法"},
      {"sure", "true"},
  };
  ASSERT_EQ(std::size(policy), policy_fields().size());
  Policy p;
  p.issuers = {{"乙局", "body:b"}};
  for (std::size_t i = 0; i < std::size(policy); ++i) {
    EXPECT_EQ(policy_fields()[i].name, policy[i].first);
    ASSERT_TRUE(set_field(p, policy[i].first, policy[i].second)) << policy[i].first;
    EXPECT_EQ(field_text(p, policy[i].first), policy[i].second);
  }
  EXPECT_EQ(p.issuers[1].id, "body:b") << "who is known keeps the id";
  EXPECT_EQ(p.changes[1].name, "甲 办法");
}

TEST(RecordFields, ValuesOfAnotherFormAreRefusedInWords) {
  EXPECT_EQ(refused<Observation>("perod", "2021"),
            "there is no field `perod`; did you mean `period`? (the fields are: value, value_max, unit, approx, measure, basis, indicator, "
            "indicator_code, area, area_code, entity, entity_id, period, status, reporter, reporter_id, part_of, share_of, sure)");
  EXPECT_EQ(refused<Observation>("period", "2022H1"),
            "period: expected a period such as 2021, 2022-H1, 2022-Q3, 2022-08, 2022-11-25, 2022-01/2022-10 or @2022-11-30, got `2022H1`; "
            "did you mean `2022-H1`?");
  EXPECT_EQ(refused<Observation>("measure", "levle"),
            "measure: expected level, growth, share, rank or change, got `levle`; did you mean `level`?");
  EXPECT_EQ(refused<Observation>("value", "1.98万亿"), "value: expected a number in base units such as 1980000000000, got `1.98万亿`");
  EXPECT_EQ(refused<Observation>("value", "inf"), "value: expected a number in base units such as 1980000000000, got `inf`");
  EXPECT_EQ(refused<Observation>("value", std::nullopt), "value: cannot be unknown");
  EXPECT_EQ(refused<Observation>("unit", "cny"),
            "unit: expected a unit such as CNY, %, pp, x, rank or a counter, without a blank, got `cny`; did you mean `CNY`?");
  EXPECT_EQ(refused<Observation>("basis", "since:last year"),
            "basis: expected yoy, period, cagr, multi or since: with a period, such as since:2020-03, got `since:last year`");
  EXPECT_EQ(refused<Observation>("approx", ">="), "approx: expected =, >, < or ~, got `>=`");
  EXPECT_EQ(refused<Observation>("area", "a\nb"), "area: expected words on one line, got `a\\x0ab`");
  EXPECT_EQ(refused<Observation>("area", ""), "area: expected words on one line, got ``");
  EXPECT_EQ(refused<Observation>("area", "\xFF"), "area: expected words on one line, got `\uFFFD`");
  EXPECT_TRUE(refused<Observation>("area", std::string(601, 'x')).starts_with("area: expected"));
  EXPECT_EQ(refused<Observation>("sure", "yes"), "sure: expected true or false, got `yes`");
  EXPECT_TRUE(refused<Observation>("text", "7").starts_with("there is no field `text`")) << "nobody corrects the print";
  EXPECT_EQ(refused<Policy>("effective", "2023-1-1"),
            "effective: expected a day such as 2022-12-01, or a month such as 2022-12, got `2023-1-1`; did you mean `2023-01-01`?");
  EXPECT_EQ(refused<Policy>("effective", "2023-02-30"),
            "effective: expected a day such as 2022-12-01, or a month such as 2022-12, got `2023-02-30`");
  EXPECT_EQ(refused<Policy>("issuers", "甲部;"), "issuers: expected names, parted by ;, got `甲部;`");
  EXPECT_EQ(refused<Policy>("changes", "repeal 旧办法"),
            "changes: expected amends, repeals, extends or implements and the name of the other document, parted by ;, got `repeal 旧办法`"
            "; did you mean `repeals`?");
}

}  // namespace
}  // namespace fengbiao
