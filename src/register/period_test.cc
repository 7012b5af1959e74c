#include "register/period.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fengbiao {
namespace {

std::string cell(std::string_view period) {
  const SeriesPeriod p = series_period(period);
  return std::string(name_of(p.frequency)) + " " + p.name;
}

TEST(Period, FormsOfOneStretchAreOneCell) {
  for (const auto* year : {"2022", "2022-01/2022-12", "2022-01-01/2022-12-31", "2022/2022", "2022-H1/2022-H2", "2022-Q1/2022-12"}) {
    EXPECT_EQ(cell(year), "A 2022") << year;
  }
  for (const auto* half : {"2022-H1", "2022-S1", "2022-01/2022-06", "2022-Q1/2022-Q2", "2022-01-01/2022-06-30"}) {
    EXPECT_EQ(cell(half), "S 2022-H1") << half;
  }
  EXPECT_EQ(cell("2022-07/2022-09"), "Q 2022-Q3");
  EXPECT_EQ(cell("2024-02-01/2024-02-29"), "M 2024-02");
  EXPECT_EQ(cell("2022-11-25/2022-11-25"), "D 2022-11-25");
  EXPECT_EQ(cell("2022-11-11T20:30"), "D 2022-11-11");
  EXPECT_EQ(cell("2022-11-21/2022-11-27"), "W 2022-W47");
  EXPECT_EQ(cell("2020-W53"), "W 2020-W53");
  EXPECT_EQ(cell("2022-01/2022-10"), "M-YTD 2022-01/2022-10");
}

TEST(Period, StocksAtOneDateAreOneCell) {
  for (const auto* june : {"@2022-06", "@2022-06-30", "@2022-H1", "@2022-Q2"}) EXPECT_EQ(cell(june), "stock @2022-06") << june;
  EXPECT_EQ(cell("@2022"), "stock @2022-12");
  EXPECT_EQ(cell("@2022-12-31"), "stock @2022-12");
  EXPECT_EQ(cell("@2022-06-20"), "stock @2022-06-20");
  EXPECT_EQ(series_period("@2022-06").last_day, series_period("2022-06-30").last_day);
}

TEST(Period, OtherStretchesKeepTheirEnds) {
  EXPECT_EQ(cell("2022-05-31/2022-06-18"), "range 2022-05-31/2022-06-18");
  EXPECT_EQ(cell("2021-05-01/2022-04-30"), "range 2021-05/2022-04");
  EXPECT_EQ(cell("2019-01/2021-12"), "range 2019/2021");
  EXPECT_EQ(cell("2022-02/2022-04"), "range 2022-02/2022-04");
  EXPECT_EQ(cell("2022-11/"), "range 2022-11/");
  EXPECT_EQ(cell("/2022-11"), "range /2022-11");
}

TEST(Period, WhatIsNoPeriodStaysAsPrinted) {
  for (const std::string text : {"", "2022-13", "2022-00", "2022-02-29", "2022-H3", "2022-Q5", "2022-W60", "2023-W53", "0000", "@", "/",
                                 "2022-", "20222", "2022-6", "2022/2021", "P3Y", "R/P1Y", "@/2022", "2022-1a"}) {
    const SeriesPeriod p = series_period(text);
    EXPECT_EQ(p.frequency, Frequency::none) << text;
    EXPECT_EQ(p.name, text);
  }
}

TEST(Period, NeighboursFollowEachOther) {
  const std::vector<std::vector<std::string>> rows = {
      {"2021", "2022"},         {"2021-H2", "2022-H1"},   {"2021-Q4", "2022-Q1"},       {"2021-12", "2022-01"},
      {"2020-W53", "2021-W01"}, {"1969-W52", "1970-W01"}, {"2021-12-31", "2022-01-01"}, {"2022-01/2022-04", "2022-01/2022-05"}};
  for (const auto& row : rows) {
    const SeriesPeriod a = series_period(row[0]), b = series_period(row[1]);
    ASSERT_TRUE(a.ordinal && b.ordinal) << row[0];
    EXPECT_EQ(*a.ordinal + 1, *b.ordinal) << row[0];
    EXPECT_LT(a.last_day, b.last_day);
  }
  EXPECT_FALSE(series_period("@2022-06").ordinal);
}

TEST(Period, AnOrdinalTellsItsPeriod) {
  for (const std::string name :
       {"2022", "0001", "9999", "2021-H2", "2022-Q4", "2022-12", "2022-01/2022-10", "2020-W53", "1969-W52", "2022-11-25"}) {
    const SeriesPeriod p = series_period(name);
    ASSERT_TRUE(p.ordinal) << name;
    const auto back = period_at(p.frequency, *p.ordinal);
    ASSERT_TRUE(back) << name;
    EXPECT_EQ(back->name, name);
  }
  for (const int far : {-2'000'000'000, 2'000'000'000}) {
    EXPECT_FALSE(period_at(Frequency::year, far));
    EXPECT_FALSE(period_at(Frequency::month, far));
  }
  EXPECT_FALSE(period_at(Frequency::stock, 5));
}

TEST(Period, EveryDayHasItsName) {
  for (int day = -200'000; day < 200'000; day += 997) {
    const SeriesPeriod p = series_period(iso_day(day));
    EXPECT_EQ(p.frequency, Frequency::day);
    EXPECT_EQ(p.first_day, day);
  }
}

}  // namespace
}  // namespace fengbiao
