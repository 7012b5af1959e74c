// The rules carry their own examples, which are checked at load; here stands what crosses rules, and what is asked of the reader.
#include "quantity/reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/fold.h"

namespace fengbiao {
namespace {

const QuantityReader& reader() {
  static const QuantityReader made = [] {
    auto loaded = QuantityReader::load(DataSet::built_in());
    EXPECT_TRUE(loaded) << loaded.error().message();
    return std::move(*loaded);
  }();
  return made;
}

std::vector<std::string> read(std::string_view text) {
  const std::string f = folded(text);
  QuantityReader::Reading reading;
  reader().read(f, reading);
  std::vector<std::string> out;
  for (const Quantity& q : reading.quantities) out.push_back(std::string(slice(f, q.span)) + "|" + normal_form(q));
  return out;
}
using List = std::vector<std::string>;

TEST(Reader, FindsQuantitiesWithBoundsAndUnits) {
  EXPECT_EQ(read("交易额超1.2万亿元，同比增长18.6%，占比提高0.3个百分点"),
            (List{"1.2万亿元|1200000000000 CNY >", "18.6%|18.6 %", "0.3个百分点|0.3 pp"}));
  EXPECT_EQ(read("从15%升至18%，位居全国第二"), (List{"15%|15 %", "18%|18 %", "第二|2 rank"}));
  EXPECT_EQ(read("上百家企业、数千名主播"), (List{"上百家|100 家 >", "数千名|2000..9999 名"}));
  EXPECT_EQ(read("每吨运价1 至 1.2 万元"), (List{"1 至 1.2 万元|10000..12000 CNY"}));
}

TEST(Reader, QuantitiesAndTimesDoNotOverlap) {
  const std::string f = folded("2022年前三季度，3年内建成30个园区，12月1日起每件补贴5元");
  QuantityReader::Reading reading;
  reader().read(f, reading);
  std::vector<Span> spans;
  for (const Quantity& q : reading.quantities) spans.push_back(q.span);
  for (const Time& t : reading.times) spans.push_back(t.span);
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < spans.size(); ++i) EXPECT_LE(spans[i - 1].end, spans[i].begin);
  EXPECT_EQ(reading.quantities.size(), 2U);
}

TEST(Reader, NamesThatHoldNumeralsAreNoNumbers) {
  EXPECT_EQ(read("百度、三亚、九江、58同城和36氪"), List{});
  EXPECT_EQ(read("58家、36人"), (List{"58家|58 家", "36人|36 人"}));
}

TEST(Reader, NumbersAreAllNumeralsOnce) {
  const std::string f = folded("2022年，一千多万元，第11届，5G，负三十二");
  QuantityReader::Reading reading;
  reader().read(f, reading);
  std::vector<double> values;
  for (const Number& n : reading.numbers) values.push_back(n.value);
  EXPECT_EQ(values, (std::vector<double>{2022, 1e7, 11, -32}));
}

TEST(Reader, TheTraceNamesRules) {
  Trace trace;
  QuantityReader::Reading reading;
  reader().read("第11届, 3家", reading, &trace);
  ASSERT_EQ(reading.quantities.size(), 1U);
  ASSERT_LT(reading.quantities[0].step_of_trace, trace.steps.size());
  EXPECT_EQ(trace.steps[reading.quantities[0].step_of_trace].rule->name, "number with a unit");
  EXPECT_TRUE(
      std::any_of(trace.steps.begin(), trace.steps.end(), [](const Trace::Step& s) { return s.rule && s.rule->name == "ordinal"; }));
}

TEST(Reader, AnyBytesGiveSpansWithinTheText) {
  const std::string pieces[] = {"1",    "万",   "亿", "元", "%",  "-",    ".", ",",  "第", "年", "月",
                                "\xE4", "\xFF", " ",  "\n", "多", "分之", "(", "半", "G",  "超", std::string(1, '\0')};
  std::uint32_t seed = 1;
  QuantityReader::Reading reading;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      seed = seed * 1664525 + 1013904223;
      text += pieces[(seed >> 16) % std::size(pieces)];
    }
    reader().read(text, reading);
    std::uint32_t end = 0;
    for (const Quantity& q : reading.quantities) {
      EXPECT_LE(end, q.span.begin);
      EXPECT_LT(q.span.begin, q.span.end);
      end = q.span.end;
    }
    EXPECT_LE(end, text.size());
  }
}

TEST(Reader, LongTextsTakeLinearTime) {
  QuantityReader::Reading reading;
  reader().read(std::string(1000000, '9'), reading);
  EXPECT_TRUE(reading.quantities.empty());
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "至3—5家约";
  reader().read(text, reading);
  EXPECT_EQ(reading.quantities.size(), 50000U);
}

TEST(Reader, AWrongExampleStopsTheLoad) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "wrong_example";
  std::filesystem::create_directories(folder / "units");
  const DataSet built_in = DataSet::built_in();
  std::string rules = (*built_in.find("units/quantities.yaml"))->bytes;
  const std::string right = "12个: '12 个'";
  ASSERT_NE(rules.find(right), std::string::npos);
  const auto line = std::count(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(rules.find(right)), '\n');
  rules.replace(rules.find(right), right.size(), "12个: '13 个'");
  std::ofstream(folder / "units" / "quantities.yaml") << rules;
  const auto data = DataSet::with_folder(folder);
  ASSERT_TRUE(data);
  const auto loaded = QuantityReader::load(*data);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message().find("quantities.yaml:"), std::string::npos) << loaded.error().message();
  EXPECT_LE(loaded.error().place.line, static_cast<std::size_t>(line + 1));
  EXPECT_GE(loaded.error().place.line + 8, static_cast<std::size_t>(line + 1));
  EXPECT_NE(loaded.error().message().find("expected '13 个', found '12 个'"), std::string::npos) << loaded.error().message();
}

}  // namespace
}  // namespace fengbiao
