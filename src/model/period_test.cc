#include "model/period.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::string days(std::string_view period) {
  const auto d = days_of_period(period);
  return d ? (d->stock ? "@" : "") + d->first + ".." + d->last : "none";
}

TEST(Period, CoversDays) {
  EXPECT_EQ(days("2022"), "2022-01-01..2022-12-31");
  EXPECT_EQ(days("2022-H1"), "2022-01-01..2022-06-30");
  EXPECT_EQ(days("2022-H2"), "2022-07-01..2022-12-31");
  EXPECT_EQ(days("2022-Q3"), "2022-07-01..2022-09-30");
  EXPECT_EQ(days("2024-02"), "2024-02-01..2024-02-29");
  EXPECT_EQ(days("2022-11-25"), "2022-11-25..2022-11-25");
  EXPECT_EQ(days("2022-W47"), "2022-11-21..2022-11-27");
  EXPECT_EQ(days("2020-W53"), "2020-12-28..2021-01-03");
  EXPECT_EQ(days("2022-01/2022-10"), "2022-01-01..2022-10-31");
  EXPECT_EQ(days("2022-10-20/2022-11-13"), "2022-10-20..2022-11-13");
  EXPECT_EQ(days("2022-11/2024-11"), "2022-11-01..2024-11-30");
  EXPECT_EQ(days("2022-08/"), "2022-08-01..");
  EXPECT_EQ(days("/2022"), "..2022-12-31");
  EXPECT_EQ(days("@2022-12-31"), "@2022-12-31..2022-12-31");
  EXPECT_EQ(days("@2023-06"), "@2023-06-01..2023-06-30");
}

TEST(Period, RefusesOtherForms) {
  for (const char* no : {"",        "/",          "22",        "202",         "2022-",    "2022-H3",   "2022-Q0",          "2022-13",
                         "2022-00", "2022-02-30", "2022-W00",  "2021-W53",    "2022-W54", "2022/2021", "@2022/2023",       "P3Y",
                         "R/P1Y",   "2022-8",     "2022-08-1", "2022-08-011", "2022Q3",   "0000",      "2022-11-11T20:30", "a/2022",
                         "2022/b",  "@"})
    EXPECT_EQ(days(no), "none") << no;
}

TEST(Period, TellsWhatWasPerhapsMeant) {
  EXPECT_EQ(likely_period("2022h1"), "2022-H1");
  EXPECT_EQ(likely_period("2022-S2"), "2022-H2");
  EXPECT_EQ(likely_period("2022-8"), "2022-08");
  EXPECT_EQ(likely_period("2022.8.1"), "2022-08-01");
  EXPECT_EQ(likely_period("2022 Q3"), "2022-Q3");
  EXPECT_EQ(likely_period("@2022-6"), "@2022-06");
  EXPECT_EQ(likely_period("2022-1/2022-10"), "2022-01/2022-10");
  EXPECT_EQ(likely_period("2022-13"), "");
  EXPECT_EQ(likely_period("last year"), "");
  EXPECT_EQ(likely_period(""), "");
}

TEST(Period, IsoDaysAndMonths) {
  EXPECT_TRUE(is_iso_day("2022-02-28"));
  EXPECT_FALSE(is_iso_day("2022-02-29"));
  EXPECT_FALSE(is_iso_day("2022-02"));
  EXPECT_TRUE(is_iso_day_or_month("2022-02"));
  EXPECT_FALSE(is_iso_day_or_month("2022-H1"));
  EXPECT_FALSE(is_iso_day_or_month("2022"));
}

}  // namespace
}  // namespace fengbiao
