#include "clause/text_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "text/fold.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

const TextReader& reader() {
  static const TextReader made = TextReader::load(DataSet::built_in()).value();
  return made;
}
struct Done {
  std::string text;
  ReadText read;

  [[nodiscard]] std::string period(std::string_view printed) const {
    for (std::size_t q = 0; q < read.quantities.size(); ++q)
      if (slice(text, read.quantities[q].span) == printed)
        return std::string(read.value_of(read.holdings[q].period)) + " " + std::string(name_of(read.holdings[q].period.from));
    return "no such quantity";
  }
  [[nodiscard]] std::vector<std::string> times() const {
    std::vector<std::string> out;
    for (const TimeInText& t : read.times) out.push_back(t.resolved.value + " " + std::string(name_of(t.use)));
    return out;
  }
};
Done done(std::string_view text, std::optional<Date> day = Date{2022, 12, 5}) {
  Done out{folded(text), {}};
  TextContext context;
  context.article_date = day;
  reader().read(out.text, context, out.read);
  return out;
}

TEST(TextReader, TheExampleOfTheHeader) {
  const Done d = done("2021年，上海网络零售额达1.3万亿元，同比增长15%；其中实物商品6000亿元。");
  ASSERT_EQ(d.read.clauses.size(), 4u);
  EXPECT_EQ(d.period("1.3万亿元"), "2021 sentence");
  EXPECT_EQ(d.period("15%"), "2021 sentence");
  EXPECT_EQ(d.period("6000亿元"), "2021 clause");
  EXPECT_EQ(d.read.clauses[3].part_of, 1u);
  ASSERT_EQ(d.read.places.size(), 1u);
  EXPECT_EQ(d.read.places[0].code, "310000");
  EXPECT_EQ(d.read.clauses[1].place.from, Carried::own);
  EXPECT_EQ(d.read.clauses[3].place.from, Carried::clause);
}

TEST(TextReader, TimesAreCompletedFromWhatStandsNearest) {
  EXPECT_THAT(done("2021年全年达9亿元，其中11月达1亿元。今年前7个月达5亿元，上年同期为4亿元。").times(),
              ElementsAre("2021 flow", "2021-11 flow", "2022-01/2022-07 flow", "2021-01/2021-07 aside"));
  EXPECT_THAT(done("今年上半年达9亿元", std::nullopt).times(), ElementsAre(" flow"));
}

TEST(TextReader, StockFlowForecastTargetBaseToldNamed) {
  EXPECT_THAT(
      done("“2020年度某业大会”于11月3日发布。截至6月底，用户达5亿人，较2020年3月增长2亿人。预计2025年达9亿人。力争到2026年达10亿人。")
          .times(),
      ElementsAre("2020 named", "2022-11-03 told", "@2022-06-30 stock", "2020-03 base", "2025 forecast", "2026 target"));
}

TEST(TextReader, TimesCountedFromWhatWasTold) {
  EXPECT_THAT(done("2020年达9亿元，占比由上年的5%升至6%。").times(), ElementsAre("2020 flow", "2019 origin"));
  EXPECT_THAT(done("今年三季度达9亿元。截至季度末有5家。全年预计达20亿元。").times(),
              ElementsAre("2022-Q3 flow", "@2022-09-30 stock", "2022 flow"));
  EXPECT_THAT(done("截至6月有9亿人，一年前有8亿人").times(), ElementsAre("@2022-06 stock", "@2021-06 aside"));
  EXPECT_THAT(done("截至11月21日的两周里，卖出9件").times(), ElementsAre("2022-11-08/2022-11-21 flow", "P2W flow"));
  EXPECT_THAT(done("2022年“618”（5月23日至6月20日）卖9件，今年“618”退2件").times(),
              ElementsAre("2022-05-31/2022-06-18 flow", "2022-05-23/2022-06-20 flow", "2022-05-23/2022-06-20 flow"));
}

TEST(TextReader, SpansOfTimeThatAreMeasuredAreQuantitiesWhereWanted) {
  const std::string text = folded("平均用时由3.5天压缩至12小时左右，已连续8个月缩短；活动为期3天，5年内完成");
  TextContext context;
  context.durations = true;
  ReadText read;
  reader().read(text, context, read);
  std::vector<std::string> found;
  for (const Quantity& q : read.quantities) found.push_back(std::string(slice(text, q.span)) + " " + normal_form(q));
  EXPECT_THAT(found, ElementsAre("3.5天 3.5 天", "12小时 12 hours ~", "8个月 8 个月"));
}

TEST(TextReader, WithoutNames) {
  const TextReader plain = TextReader::load(DataSet::built_in(), false).value();
  EXPECT_EQ(plain.names(), nullptr);
  ReadText read;
  plain.read(folded("上海有5家"), {}, read);
  EXPECT_TRUE(read.names.empty());
  EXPECT_EQ(read.quantities.size(), 1u);
}

TEST(TextReader, ReadingAgainLeavesNothingBehind) {
  Done d = done("2021年，甲、乙分别为5亿元和4亿元（占6%）。");
  const std::string other = folded("没有");
  reader().read(other, {}, d.read);
  EXPECT_TRUE(d.read.quantities.empty() && d.read.times.empty() && d.read.pairings.empty() && d.read.holdings.empty() &&
              d.read.now.empty());
  EXPECT_EQ(d.read.clauses.size(), 1u);
  reader().read("", {}, d.read);
  EXPECT_TRUE(d.read.clauses.empty() && d.read.sentences.empty());
}

TEST(TextReader, AnyBytesInLinearTime) {
  for (const std::string piece :
       {"（", "5亿元和", "2021年", "上海", "分别为", "其中", "据", "\xFF", "“", "甲，", "前者后者", "(5%", "(2021年)", "较"}) {
    std::string text;
    while (text.size() < 300'000) text += folded(piece);
    const auto start = std::chrono::steady_clock::now();
    ReadText read;
    reader().read(text, {Date{2022, 12, 5}, {}, {}}, read);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace fengbiao
