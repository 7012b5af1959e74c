#include "publish/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "model/sample_observations.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Lined {
  SeriesRegister all;
  explicit Lined(const std::vector<ReportedObservation>& observations) {
    for (const ReportedObservation& r : observations) all.add(r);
    all.close();
  }
  [[nodiscard]] Chart chart(std::size_t n = 0) const {
    static const Phrases phrases = *Phrases::load(DataSet::built_in());
    return make_chart(all, all.series().at(n), phrases);
  }
};

ReportedObservation year(const std::string& period, double value, Status status = Status::actual, char approx = '=') {
  return bounded(
      told("2022-12-01", 1, "网络零售额", period, value, 1e8, std::to_string(static_cast<int>(value / 1e8)) + "亿元", "甲局", status),
      approx);
}

// "2020-2021" solid, "2021~2025" dashed, in units of the axis's places.
std::vector<std::string> lines(const Chart& chart) {
  std::vector<std::string> out;
  for (const ChartLine& l : chart.lines)
    out.push_back(std::to_string(static_cast<int>(l.from)) + (l.dashed ? "~" : "-") + std::to_string(static_cast<int>(l.to)));
  return out;
}

TEST(Chart, ActualValuesAreJoinedAndAForecastIsDashed) {
  const Chart chart = Lined(sample_observations()).chart(0);
  EXPECT_EQ(chart.title, "中国 直播电商行业总规模");
  EXPECT_EQ(chart.about.en, "level, yearly");
  EXPECT_EQ(chart.unit.zh, "万亿元");
  EXPECT_EQ(chart.unit.en, "trillion CNY");
  EXPECT_THAT(lines(chart), ElementsAre("2020-2021", "2021~2025"));
  EXPECT_THAT(chart.bars, IsEmpty());
  ASSERT_EQ(chart.cells.size(), 3u);
  EXPECT_EQ(chart.cells[0].points[0].text, "超1.3万亿元");
  EXPECT_EQ(chart.cells[2].points[0].told, "乙咨询");
  EXPECT_EQ(chart.as_of, "2022-07-04");
}

TEST(Chart, ReportsThatDisagreeAreABarAndTwoLines) {
  const Chart chart = Lined(sample_observations()).chart(1);
  ASSERT_EQ(chart.bars.size(), 1u);
  EXPECT_EQ(chart.bars[0].at, 2021);
  EXPECT_EQ(chart.bars[0].low, 1.94e12);
  EXPECT_EQ(chart.bars[0].high, 2.02e12);
  EXPECT_THAT(lines(chart), ElementsAre("2020-2021", "2020-2021"));
  ASSERT_EQ(chart.sources.size(), 2u);
  EXPECT_THAT(chart.sources[1].periods, ElementsAre("2020", "2021"));
}

TEST(Chart, AMissingPeriodIsAGap) {
  EXPECT_THAT(lines(Lined({year("2018", 1e12), year("2019", 2e12), year("2021", 3e12)}).chart()), ElementsAre("2018-2019"));
  EXPECT_THAT(lines(Lined({year("2021-01/2021-11", 1e12), year("2022-01/2022-02", 2e12), year("2022-01/2022-04", 2e12),
                           year("2022-01/2022-05", 2e12)})
                        .chart())
                  .size(),
              1u);
  EXPECT_THAT(lines(Lined({year("2021-06-01/2021-06-18", 1e12), year("2022-06-01/2022-06-18", 2e12)}).chart()), IsEmpty());
  EXPECT_EQ(lines(Lined({year("@2021-06", 1e12), year("@2022-06", 2e12)}).chart()).size(), 1u);
}

TEST(Chart, ForecastsBehindTheLastActualValueAreAChain) {
  EXPECT_THAT(lines(Lined({year("2020", 1e12), year("2021", 2e12, Status::forecast), year("2022", 2e12),
                           year("2025", 3e12, Status::forecast), year("2026", 3e12, Status::forecast), year("2030", 4e12, Status::target)})
                        .chart()),
              ElementsAre("2022~2025", "2025~2026"));
  EXPECT_THAT(lines(Lined({year("2025", 3e12, Status::forecast), year("2026", 3e12, Status::forecast)}).chart()), ElementsAre("2025~2026"));
}

TEST(Chart, ALinePassesExactFiguresWhereThereAreAny) {
  const Chart chart =
      Lined({year("2020", 1e12), year("2021", 1.5e12, Status::actual, '>'), year("2021", 2e12), year("2022", 3e12, Status::actual, '>')})
          .chart();
  ASSERT_EQ(chart.lines.size(), 2u);
  EXPECT_EQ(chart.lines[0].to_value, 2e12);
  EXPECT_EQ(chart.lines[1].to_value, 3e12);
}

TEST(Chart, OneFigureToldTwiceIsOnePoint) {
  std::vector<ReportedObservation> all{year("2020", 1e12), year("2020", 1e12), year("2020", 1.2e12)};
  all[1].observation.reporter = "乙院";
  all[2].origin.date = "2022-12-05";
  const Chart chart = Lined(all).chart();
  ASSERT_EQ(chart.cells[0].points.size(), 2u);
  EXPECT_FALSE(chart.cells[0].points[0].revised);  // the other body stands by it
  all.erase(all.begin() + 1);
  EXPECT_TRUE(Lined(all).chart().cells[0].points[0].revised);
}

TEST(Chart, WhatHasNoPeriodOrSizeIsCounted) {
  EXPECT_EQ(Lined({year("", 1e12), year("某日", 2e12)}).chart().not_drawn, 2u);
  std::vector<ReportedObservation> all{year("2020", 1e12), year("2021", 1e12), year("2022", 1e12)};
  all[0].observation.value = std::numeric_limits<double>::infinity();
  all[1].observation.value = 1e250;
  const Chart chart = Lined(all).chart();
  EXPECT_EQ(chart.not_drawn, 2u);
  EXPECT_EQ(chart.cells.size(), 1u);
}

TEST(Chart, RangesStandBetweenTheirEnds) {
  std::vector<ReportedObservation> all{year("2020", 2e12)};
  all[0].observation.value_max = 1e12;
  const Chart chart = Lined(all).chart();
  EXPECT_EQ(chart.cells[0].points[0].value, 1e12);
  EXPECT_EQ(chart.cells[0].points[0].end, 2e12);
}

TEST(Chart, PercentagesAndRanksAreNotScaled) {
  std::vector<ReportedObservation> all{growth(year("2020", 25000))};
  EXPECT_EQ(Lined(all).chart().unit.zh, "%");
  all[0].observation.measure = Measure::rank;
  all[0].observation.unit = "rank";
  EXPECT_TRUE(Lined(all).chart().downward);
}

std::vector<std::string> ticks(const Chart& chart, std::size_t most) {
  std::vector<std::string> out;
  for (const ChartTick& tick : period_ticks(chart, [&](const std::vector<ChartTick>& some) { return some.size() <= most; }))
    out.push_back(tick.period.name);
  return out;
}

TEST(Chart, TicksAreCellsOrEverySoManyPeriods) {
  std::vector<ReportedObservation> years, months, stocks;
  for (int y = 2003; y <= 2022; ++y) years.push_back(year(std::to_string(y), 1e12));
  EXPECT_EQ(ticks(Lined(years).chart(), 20).size(), 20u);
  EXPECT_THAT(ticks(Lined(years).chart(), 5), ElementsAre("2005", "2010", "2015", "2020"));
  for (int m = 2; m <= 12; ++m) months.push_back(year("2022-" + std::string(m < 10 ? "0" : "") + std::to_string(m), 1e12));
  EXPECT_THAT(ticks(Lined(months).chart(), 4), ElementsAre("2022-04", "2022-07", "2022-10"));
  for (int d = 1; d <= 9; ++d) stocks.push_back(year("@2022-06-0" + std::to_string(d), 1e12));
  EXPECT_THAT(ticks(Lined(stocks).chart(), 2), ElementsAre("@2022-06-08", "@2022-06-09"));
  EXPECT_THAT(ticks(Lined({year("0001-01-01", 1), year("9999-12-31", 2)}).chart(), 0), IsEmpty());
}

}  // namespace
}  // namespace fengbiao
