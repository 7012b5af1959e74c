#include "quantity/named_days.h"

#include <gtest/gtest.h>

#include "quantity/calendar.h"

namespace fengbiao {
namespace {

const NamedDays& names() {
  static const NamedDays made = NamedDays::load(DataSet::built_in()).value();
  return made;
}
std::string day(std::string_view id, int year) {
  const auto found = names().day(id, year);
  return found ? found->iso() : "none";
}
std::string whole(std::string_view id, int year) {
  const auto found = names().whole(id, year);
  return found ? found->first.iso() + "/" + found->second.iso() : "none";
}

TEST(NamedDays, FeastsByTheCalendars) {
  EXPECT_EQ(day("new_year", 2022), "2022-01-01");
  EXPECT_EQ(day("mid_autumn", 2022), "2022-09-10");
  EXPECT_EQ(day("laba", 2022), "2022-12-30");
  EXPECT_EQ(day("eve", 2022), "2022-01-31");
  EXPECT_EQ(day("black_friday", 2022), "2022-11-25");
}

TEST(NamedDays, SolarTerms) {
  EXPECT_EQ(day("qingming", 2021), "2021-04-04");
  EXPECT_EQ(day("qingming", 2022), "2022-04-05");
  EXPECT_EQ(day("qingming", 1989), "1989-04-05");
  EXPECT_EQ(day("winter_solstice", 2022), "2022-12-22");
  EXPECT_EQ(day("winter_solstice", 2024), "2024-12-21");
  EXPECT_EQ(day("qingming", 2150), "none");
}

TEST(NamedDays, HolidaysAsArranged) {
  EXPECT_EQ(whole("spring_festival", 2022), "2022-01-31/2022-02-06");
  EXPECT_EQ(whole("new_year", 2023), "2022-12-31/2023-01-02");
  EXPECT_EQ(whole("national", 2020), "2020-10-01/2020-10-08");
  EXPECT_EQ(whole("national", 2022), "2022-10-01/2022-10-07");
  EXPECT_EQ(whole("spring_festival", 1980), "none");
}

// What was arranged lies around the feast itself.
TEST(NamedDays, EveryHolidayHoldsItsDay) {
  int count = 0;
  for (const char* id : {"new_year", "spring_festival", "qingming", "labour", "dragon_boat", "mid_autumn", "national"})
    for (int year = 2015; year <= 2026; ++year) {
      const auto days = names().whole(id, year);
      const auto feast = names().day(id, year);
      ASSERT_TRUE(days && feast) << id << year;
      EXPECT_TRUE(days->first <= *feast && *feast <= days->second) << id << year;
      const int length = day_number(days->second) - day_number(days->first) + 1;
      EXPECT_TRUE(length >= 1 && length <= 10) << id << year;
      ++count;
    }
  EXPECT_EQ(count, 84);
}

TEST(NamedDays, CampaignsAndPlans) {
  EXPECT_EQ(whole("double11", 2022), "2022-11-01/2022-11-11");
  EXPECT_EQ(whole("double11", 2010), "2010-11-11/2010-11-11");
  EXPECT_EQ(whole("double11", 2005), "none");
  EXPECT_EQ(whole("double12", 2022), "2022-12-12/2022-12-12");
  EXPECT_EQ(whole("june618", 2022), "2022-05-31/2022-06-18");
  EXPECT_EQ(names().plan("plan14"), std::pair(2021, 2025));
  EXPECT_FALSE(names().plan("double11"));
  EXPECT_TRUE(names().knows("double11"));
  EXPECT_FALSE(names().knows("triple11"));
}

}  // namespace
}  // namespace fengbiao
