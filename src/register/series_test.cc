#include "register/series.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "model/sample_observations.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::Pair;

SeriesRegister lined_up(std::vector<ReportedObservation> all) {
  SeriesRegister out;
  for (ReportedObservation& r : all) out.add(std::move(r));
  out.close();
  return out;
}

// "2021: 1.94万亿元 2.02万亿元 !" a cell; `!` conflict, `?` an unsure one, `r` revised, `=` a repetition, `f` forecast, `t` target.
std::vector<std::string> cells(const SeriesRegister& all, const Series& series) {
  std::vector<std::string> out;
  for (const SeriesCell& cell : series.cells) {
    std::string line = cell.period.name + ":";
    for (const SeriesReport& report : cell.reports) {
      const Observation& o = all.at(report).observation;
      line += " " + o.text + (report.revised ? "r" : "") + (report.repeats ? "=" : "");
      line += o.status == Status::forecast ? "f" : o.status == Status::target ? "t" : "";
    }
    out.push_back(line + (cell.conflict == Conflict::sure ? " !" : cell.conflict == Conflict::unsure ? " ?" : ""));
  }
  return out;
}

// Everything of the register as words.
std::string dump(const SeriesRegister& all) {
  std::string out;
  for (const Series& s : all.series()) {
    out += fmt::format("{} {} {} {} {} {}\n", s.id, s.indicator, s.area, s.reports, s.conflicts, s.conflicts_unsure);
    for (const SeriesCell& cell : s.cells)
      for (const SeriesReport& r : cell.reports)
        out += fmt::format("  {} {} {} {} {}\n", cell.period.name, all.at(r).observation.id, r.revised, r.repeats.value_or(99), r.record);
  }
  return out;
}

TEST(Series, OneIndicatorToldByManyArticlesIsOneSeries) {
  const SeriesRegister all = lined_up(sample_observations());
  ASSERT_EQ(all.series().size(), 4u);
  const Series& live = all.series()[0];
  EXPECT_EQ(live.id, "A.CN..live_commerce.level.CNY");
  EXPECT_EQ(live.indicator, "直播电商行业总规模");  // told twice
  EXPECT_THAT(live.called, ElementsAre(Pair("直播电商市场规模", 1u), Pair("直播电商行业总规模", 2u)));
  EXPECT_THAT(cells(all, live), ElementsAre("2020: 1.3万亿元", "2021: 13012亿元", "2025: 23373亿元f"));
  EXPECT_EQ(live.conflicts, 0u);
}

TEST(Series, ReportsThatCannotBothHoldAreAllShown) {
  const SeriesRegister all = lined_up(sample_observations());
  const Series& trade = all.series()[1];
  EXPECT_EQ(trade.id, "A.CN..cross_border_trade.level.CNY");
  EXPECT_THAT(cells(all, trade), ElementsAre("2020: 1.70万亿元", "2021: 2.02万亿元 1.94万亿元 !"));
  EXPECT_EQ(trade.conflicts, 1u);
  EXPECT_EQ(all.series()[2].id, "A.CN..cross_border_trade.growth-yoy.%");
  EXPECT_EQ(all.series()[3].id, "stock.CN..电商直播用户规模.level.人");
}

TEST(Series, WhatDiffersInKindStandsApart) {
  const auto base = [] { return told("2022-12-01", 1, "网络零售额", "2021", 13, 1, "13"); };
  std::vector<ReportedObservation> all(10, base());
  all[1].observation.unit = "USD";
  all[2].observation.area = "上海", all[2].observation.area_code = "310000";
  all[3].observation.entity = "某公司";
  all[4].observation.measure = Measure::share, all[4].observation.share_of = "社会消费品零售总额";
  all[5].observation.measure = Measure::share, all[5].observation.share_of = "居民消费";
  all[6].observation.measure = Measure::growth, all[6].observation.basis = "yoy";
  all[7].observation.measure = Measure::growth, all[7].observation.basis = "period";
  all[8].observation.period = "2021-Q1";
  all[9].observation.indicator = "网上零售额";
  EXPECT_EQ(lined_up(all).series().size(), 10u);
}

TEST(Series, FormsOfOneNameAndOnePeriodAreOneCell) {
  std::vector<ReportedObservation> all{told("2022-12-01", 1, "网络零售额", "2021", 13, 1, "13"),
                                       told("2022-12-02", 1, "网络 零售额", "2021-01/2021-12", 13, 1, "13")};
  all[1].observation.area = "全国";
  const SeriesRegister lined = lined_up(all);
  ASSERT_EQ(lined.series().size(), 1u);
  EXPECT_THAT(cells(lined, lined.series()[0]), ElementsAre("2021: 13 13="));
}

TEST(Series, TheLexiconNamesACode) {
  SeriesRegister all;
  for (ReportedObservation& r : sample_observations()) all.add(std::move(r));
  all.name_indicator("live_commerce", {"直播电商规模", "size of live commerce", {"直播带货规模"}});
  all.close();
  EXPECT_EQ(all.series()[0].indicator, "直播电商规模");
  EXPECT_THAT(all.aliases(all.series()[0]), ElementsAre("直播带货规模"));
  EXPECT_EQ(all.series()[0].english, "size of live commerce");
  EXPECT_TRUE(all.aliases(all.series()[1]).empty());
}

TEST(Series, WithoutPeriodOrIndicatorNothingIsHeldAgainstEachOther) {
  const SeriesRegister no_period =
      lined_up({told("2022-12-01", 1, "网络零售额", "", 13, 1, "13"), told("2022-12-02", 1, "网络零售额", "", 15, 1, "15")});
  EXPECT_THAT(cells(no_period, no_period.series()[0]), ElementsAre(": 13 15"));
  const SeriesRegister no_indicator =
      lined_up({told("2022-12-01", 1, "", "2021", 13, 1, "13"), told("2022-12-02", 1, "", "2021", 15, 1, "15")});
  EXPECT_THAT(cells(no_indicator, no_indicator.series()[0]), ElementsAre("2021: 13 15"));
}

TEST(Series, AnyOrderOfInputGivesTheSame) {
  std::vector<ReportedObservation> all = sample_observations();
  all.push_back(all[3]);
  all.push_back(all[4]);
  all.back().observation.value = 1.95e12;
  const std::string expected = dump(lined_up(all));
  std::mt19937 random(7);
  for (int i = 0; i < 50; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(dump(lined_up(all)), expected);
  }
}

TEST(Series, AFullStopInANameDoesNotMakeTwoSeriesOne) {
  auto a = told("2022-12-01", 1, "甲.乙", "2021", 13, 1, "13"), b = told("2022-12-01", 2, "乙", "2021", 15, 1, "15");
  b.observation.entity = "甲";
  a.observation.entity = "";
  EXPECT_EQ(lined_up({a, b}).series().size(), 2u);
}

TEST(Series, NothingInNothingOut) { EXPECT_TRUE(lined_up({}).series().empty()); }

}  // namespace
}  // namespace fengbiao
