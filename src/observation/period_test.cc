#include "observation/period.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(YearBefore, OfEveryForm) {
  for (const auto& [period, before] : {std::pair{"2022", "2021"},
                                       {"2022-H1", "2021-H1"},
                                       {"2022-Q3", "2021-Q3"},
                                       {"2022-08", "2021-08"},
                                       {"2022-11-25", "2021-11-25"},
                                       {"@2022-06-30", "@2021-06-30"},
                                       {"2022-01/2022-10", "2021-01/2021-10"},
                                       {"2021-11/2022-02", "2020-11/2021-02"},
                                       {"1000", "0999"}})
    EXPECT_EQ(year_before(period), before) << period;
}

TEST(YearBefore, NothingWhereNoYearBeginsIt) {
  for (const char* period : {"", "@", "/2025", "2022-01/", "P3Y", "0000", "-001", "年"})
    EXPECT_EQ(year_before(period), std::nullopt) << period;
}

TEST(EndOfYearBefore, IsADecember) {
  EXPECT_EQ(end_of_year_before("2022-06", "x"), "@2021-12");
  EXPECT_EQ(end_of_year_before("@2022-06-30", "x"), "@2021-12");
  EXPECT_EQ(end_of_year_before("2021-11/2022-02", "x"), "@2021-12") << "of the year it ends in";
  EXPECT_EQ(end_of_year_before("", "x"), "x");
}

// base, period, basis
TEST(BasisOf, AYearApart) {
  for (const auto& [base, period] : {std::pair{"2021", "2022"},
                                     {"2021-H1", "2022-H1"},
                                     {"2021-Q4", "2022-Q4"},
                                     {"2021-08", "2022-08"},
                                     {"@2021-06-30", "@2022-06-30"},
                                     {"2021-01/2021-10", "2022-01/2022-10"},
                                     {"2021", "2022-H1"},
                                     {"2021", "2022-01/2022-10"},
                                     {"", "2022"}})
    EXPECT_EQ(basis_of(base, period, false), "yoy") << base << " " << period;
}

TEST(BasisOf, OneBehindTheOther) {
  EXPECT_EQ(basis_of("2022-10", "2022-11", false), "period");
  EXPECT_EQ(basis_of("2021-12", "2022-01", false), "period");
  EXPECT_EQ(basis_of("@2022-10", "@2022-11", false), "period");
  EXPECT_EQ(basis_of("2022-Q2", "2022-Q3", false), "period");
  EXPECT_EQ(basis_of("2021-Q4", "2022-Q1", false), "period");
}

TEST(BasisOf, SinceAnyOtherTime) {
  EXPECT_EQ(basis_of("2019", "2022", false), "since:2019");
  EXPECT_EQ(basis_of("2020-03", "@2022-06", false), "since:2020-03");
  EXPECT_EQ(basis_of("@2021-12-31", "@2022-06-30", false), "since:2021-12") << "the end of a month is told by its month";
  EXPECT_EQ(basis_of("@2020-02-29", "@2022-06-30", false), "since:2020-02");
  EXPECT_EQ(basis_of("2021-12-30", "2022-06-30", false), "since:2021-12-30");
  EXPECT_EQ(basis_of("2022-08", "2022-11", false), "since:2022-08");
  EXPECT_EQ(basis_of("2022", "2022", false), "since:2022") << "no growth from a year to itself";
  EXPECT_EQ(basis_of("2019", "", false), "since:2019");
}

TEST(BasisOf, TheSamePartOfAnEarlierYear) {
  EXPECT_EQ(basis_of("2020", "2022-H1", true), "since:2020-H1");
  EXPECT_EQ(basis_of("2020", "@2022-06-30", true), "since:2020-06-30");
  EXPECT_EQ(basis_of("2020", "2022-H1", false), "since:2020");
  EXPECT_EQ(basis_of("2020", "2022-01/2022-10", true), "since:2020");
  EXPECT_EQ(basis_of("2021", "2022-H1", true), "yoy");
}

TEST(BasisOf, AnyTextGivesSomething) {
  for (const char* base : {"-", "20", "2022-", "2022-1", "2022-Q", "@@", "2022-99", "/", "9999999999", "2022-13-31"})
    for (const char* period : {"", "2022", "2022-Q", "/2022", "2022-00-00", "@"})
      for (const bool same_part : {false, true}) EXPECT_FALSE(basis_of(base, period, same_part).empty()) << base << " " << period;
}

}  // namespace
}  // namespace fengbiao
