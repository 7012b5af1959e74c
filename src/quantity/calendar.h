// The calendar that times are completed on: days, ISO weeks, ends of months (std::chrono), and days of the Chinese lunar calendar
// (ICU's Chinese calendar, which computes the moon; good from 1900 to 2100).
//
//   lunar_day(2022, 12, 8)  ->  2022-12-30, the 腊月初八 of the lunar year that began in February 2022
//
// No time zones, no clock. Tested by calendar_test.cc.
#pragma once

#include <optional>

#include "quantity/date.h"

namespace fengbiao {

int day_number(const Date& date);                               // days since 1970-01-01
std::optional<Date> date_of(int day_number);                    // nothing outside the years 1..9999
std::optional<Date> plus_days(const Date& date, int days);      // likewise
std::optional<Date> plus_months(const Date& date, int months);  // the day is cut to the length of the month; day 0 stays 0
int days_in_month(int year, int month);

int weekday(const Date& date);  // Monday 1 … Sunday 7
struct IsoWeek {
  int year = 0, week = 0;
};
IsoWeek iso_week(const Date& date);
std::optional<Date> monday_of(IsoWeek week);  // nothing when the year has no such week

// Nothing when that lunar year has no such month or day. `leap` is the month that is put in behind the one of its number.
std::optional<Date> lunar_day(int lunar_year, int month, int day, bool leap = false);
// The last day of a lunar year.
std::optional<Date> lunar_new_years_eve(int lunar_year);

}  // namespace fengbiao
