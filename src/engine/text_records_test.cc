#include "engine/text_records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

using Json = nlohmann::json;
using Read = void (TextTools::*)(const Passage&, const TextTools::Context&, const TextTools::Sink&);

TextTools& tools(TextTools::Need need) {
  static std::map<TextTools::Need, TextTools> loaded;
  auto it = loaded.find(need);
  if (it == loaded.end()) it = loaded.emplace(need, TextTools::load(need, {}).value()).first;
  return it->second;
}

std::vector<Json> read(TextTools::Need need, Read what, const std::string& text, const TextTools::Context& context = {}) {
  Passages passages = Passages::of(text, "a.txt");
  std::vector<Json> out;
  Passage p;
  while (passages.next(p).value()) (tools(need).*what)(p, context, [&](std::string_view json) { out.push_back(Json::parse(json)); });
  return out;
}

std::vector<Json> quantities(const std::string& text, const TextTools::Context& context = {}) {
  return read(TextTools::Need::quantities, &TextTools::quantities, text, context);
}

TEST(TextRecords, QuantitiesAndTimesInOrder) {
  const std::string text = "第一段。\n截至2022年底，交易额超１．９８万亿元，同比增长18.6%。";
  const auto found = quantities(text, {.file = "a.txt", .date = "2023-01-05"});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0]["kind"], "time");
  EXPECT_EQ(found[0]["value"], "@2022-12-31");
  EXPECT_EQ(found[0]["use"], "stock");
  EXPECT_EQ(found[1]["text"], "１．９８万亿元");
  EXPECT_EQ(found[1]["value"], 1.98e12);
  EXPECT_EQ(found[1]["unit"], "CNY");
  EXPECT_EQ(found[1]["approx"], ">");
  EXPECT_EQ(found[1]["hedge"], "超");
  EXPECT_EQ(found[1]["digits"], "１．９８");
  EXPECT_EQ(found[1]["step"], 1e10);
  EXPECT_EQ(found[1]["line_start"], 2);
  EXPECT_EQ(text.substr(found[1]["span"][0], found[1]["span"][1].get<std::size_t>() - found[1]["span"][0].get<std::size_t>()),
            "１．９８万亿元");
  EXPECT_EQ(found[2]["unit"], "%");
}

TEST(TextRecords, ATimeWithoutADateStaysOpenWithAReason) {
  const auto open = quantities("前7个月出口增长。");
  ASSERT_EQ(open.size(), 1u);
  EXPECT_TRUE(open[0]["value"].is_null());
  EXPECT_FALSE(open[0]["why_not"].is_null());
  const auto told = quantities("前7个月出口增长。", {.date = "2022-12-05"});
  EXPECT_EQ(told[0]["value"], "2022-01/2022-07");
  EXPECT_EQ(told[0]["start"], "2022-01-01");
  EXPECT_EQ(told[0]["end"], "2022-07-31");
}

TEST(TextRecords, NumeralsOnRequest) {
  EXPECT_TRUE(quantities("5G手机").empty());
  const auto all = quantities("共3项", {.numerals = true});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0]["kind"], "numeral");
}

TEST(TextRecords, AWrappedNumberIsOne) {
  std::string full;
  for (int i = 0; i < 28; ++i) full += "商";
  const auto found = quantities(full + "规模达1.5\n亿元，" + full + "\n完。");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["value"], 1.5e8);
  EXPECT_EQ(found[0]["text"], "1.5\n亿元");
  EXPECT_EQ(found[0]["line_start"], 1);
  EXPECT_EQ(found[0]["line_end"], 2);
}

TEST(TextRecords, NamesWithCodesOrCandidates) {
  const auto names = read(TextTools::Need::names, &TextTools::names, "工信部到浦东新区调研。\n\n鼓楼区举办了活动。");
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[0]["kind"], "body");
  EXPECT_EQ(names[0]["name"], "工业和信息化部");
  EXPECT_EQ(names[1]["code"], "310115");
  EXPECT_TRUE(names[2]["id"].is_null());
  EXPECT_EQ(names[2]["candidates"].size(), 4u);
}

TEST(TextRecords, AddressesDoNotGatherOverPassages) {
  const auto found = read(TextTools::Need::addresses, &TextTools::addresses, "义乌市福田路105号\n\n杭州西湖区文三路90号");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0]["code"], "330782");
  EXPECT_EQ(found[1]["code"], "330106");
  EXPECT_EQ(found[1]["road"], "文三路");
}

TEST(TextRecords, ExplainTellsRulesWordsAndLosers) {
  Passages passages = Passages::of("用户超5000万人，其中5G用户占30%。", "-");
  Passage p;
  ASSERT_TRUE(passages.next(p).value());
  TextTools& all = tools(TextTools::Need::all);
  const std::string text = all.explain(p, {}, false);
  EXPECT_NE(text.find("quantity  5000万人  = 50000000 人 >"), std::string::npos) << text;
  EXPECT_NE(text.find("bounded by 超"), std::string::npos) << text;
  EXPECT_NE(text.find("rule '"), std::string::npos) << text;
  EXPECT_NE(text.find("data/units/"), std::string::npos) << text;
  const Json json = Json::parse(all.explain(p, {}, true));
  ASSERT_EQ(json["records"].size(), 2u);
  EXPECT_EQ(json["records"][0]["record"]["unit"], "人");
  EXPECT_FALSE(json["records"][0]["made_by"]["rule"].is_null());
  EXPECT_FALSE(json["records"][0]["made_by"]["parts"].empty());
}

}  // namespace
}  // namespace fengbiao
