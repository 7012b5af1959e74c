#include "quantity/calendar.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::string iso(const std::optional<Date>& date) { return date ? date->iso() : "none"; }

TEST(Calendar, DaysAndMonths) {
  EXPECT_EQ(iso(plus_days({2022, 12, 31}, 1)), "2023-01-01");
  EXPECT_EQ(iso(plus_days({2024, 3, 1}, -1)), "2024-02-29");
  EXPECT_EQ(iso(plus_days({9999, 12, 31}, 1)), "none");
  EXPECT_EQ(iso(plus_days({1, 1, 1}, -1)), "none");
  EXPECT_EQ(iso(plus_months({2022, 12, 31}, 2)), "2023-02-28");
  EXPECT_EQ(iso(plus_months({2022, 1, 0}, -1)), "2021-12");
  EXPECT_EQ(iso(plus_months({1, 1, 1}, -1)), "none");
  EXPECT_EQ(days_in_month(2024, 2), 29);
}

TEST(Calendar, WeeksBelongToTheYearOfTheirThursday) {
  EXPECT_EQ(iso_week({2021, 1, 1}).year, 2020);
  EXPECT_EQ(iso_week({2021, 1, 1}).week, 53);
  EXPECT_EQ(iso_week({2024, 12, 31}).week, 1);
  EXPECT_EQ(iso_week({2024, 12, 31}).year, 2025);
  EXPECT_EQ(iso(monday_of({2022, 47})), "2022-11-21");
  EXPECT_EQ(iso(monday_of({2022, 53})), "none");
  EXPECT_EQ(iso(monday_of({2020, 53})), "2020-12-28");
  EXPECT_EQ(weekday({2022, 12, 5}), 1);
}

TEST(Calendar, LunarDays) {
  EXPECT_EQ(iso(lunar_day(2022, 1, 1)), "2022-02-01");
  EXPECT_EQ(iso(lunar_day(2021, 12, 8)), "2022-01-10");
  EXPECT_EQ(iso(lunar_day(2022, 8, 15)), "2022-09-10");
  EXPECT_EQ(iso(lunar_day(2025, 6, 1, true)), "2025-07-25");
  EXPECT_EQ(iso(lunar_day(1949, 8, 10)), "1949-10-01");
  EXPECT_EQ(iso(lunar_new_years_eve(2021)), "2022-01-31");
}

TEST(Calendar, LunarDaysThatAreNotThere) {
  EXPECT_EQ(iso(lunar_day(2022, 6, 1, true)), "none");
  EXPECT_EQ(iso(lunar_day(2021, 12, 30)), "none");
  EXPECT_EQ(iso(lunar_day(2022, 13, 1)), "none");
  EXPECT_EQ(iso(lunar_day(1, 1, 1)), "none");
}

}  // namespace
}  // namespace fengbiao
