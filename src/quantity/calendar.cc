#include "quantity/calendar.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace fengbiao {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days days_of(const Date& d) {
  return sys_days(year_month_day(std::chrono::year(d.year), std::chrono::month(static_cast<unsigned>(d.month)),
                                 std::chrono::day(static_cast<unsigned>(std::max(d.day, 1)))));
}

// A thread has its own: ICU's calendars carry state.
icu::Calendar* chinese_calendar() {
  thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("zh@calendar=chinese"), error));
    if (U_FAILURE(error)) made.reset();
    return made;
  }();
  return calendar.get();
}

}  // namespace

int day_number(const Date& date) { return static_cast<int>(days_of(date).time_since_epoch().count()); }

std::optional<Date> date_of(int number) {
  static const int first = day_number({1, 1, 1}), last = day_number({9999, 12, 31});
  if (number < first || number > last) return std::nullopt;
  const year_month_day ymd{sys_days(days(number))};
  return Date{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
              static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Date> plus_days(const Date& date, int n) { return date_of(day_number(date) + n); }

int days_in_month(int year, int month) {
  return static_cast<int>(
      static_cast<unsigned>(std::chrono::year_month_day_last(std::chrono::year(year),
                                                             std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))))
                                .day()));
}

std::optional<Date> plus_months(const Date& date, int months) {
  const int total = date.year * 12 + date.month - 1 + months;
  if (total < 12 || total >= 10000 * 12) return std::nullopt;
  const int year = total / 12, month = total % 12 + 1;
  return Date{year, month, std::min(date.day, days_in_month(year, month))};
}

int weekday(const Date& date) { return static_cast<int>(std::chrono::weekday(days_of(date)).iso_encoding()); }

IsoWeek iso_week(const Date& date) {
  const int thursday = day_number(date) - weekday(date) + 4;
  const std::optional<Date> d = date_of(thursday);
  const int year = d ? d->year : date.year;
  return {year, (thursday - day_number({year, 1, 1})) / 7 + 1};
}

std::optional<Date> monday_of(IsoWeek w) {
  const Date fourth{w.year, 1, 4};  // always in the first week
  const std::optional<Date> monday = date_of(day_number(fourth) - weekday(fourth) + 1 + (w.week - 1) * 7);
  if (w.week < 1 || !monday || iso_week(*monday).year != w.year) return std::nullopt;
  return monday;
}

std::optional<Date> lunar_day(int lunar_year, int month, int day, bool leap) {
  constexpr int kYearsBefore = 2637;  // ICU counts Chinese years from 2637 BC
  constexpr double kMillisecondsADay = 86400e3;
  icu::Calendar* c = chinese_calendar();
  if (!c || lunar_year < 1600 || lunar_year > 2400) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  c->clear();
  c->set(UCAL_EXTENDED_YEAR, lunar_year + kYearsBefore);
  c->set(UCAL_MONTH, month - 1);
  c->set(UCAL_IS_LEAP_MONTH, leap ? 1 : 0);
  c->set(UCAL_DAY_OF_MONTH, day);
  c->set(UCAL_HOUR_OF_DAY, 12);
  const double when = c->getTime(error);
  // ICU is lenient: what is not there becomes the next that is.
  const bool there = c->get(UCAL_EXTENDED_YEAR, error) == lunar_year + kYearsBefore && c->get(UCAL_MONTH, error) == month - 1 &&
                     (c->get(UCAL_IS_LEAP_MONTH, error) != 0) == leap && c->get(UCAL_DAY_OF_MONTH, error) == day;
  if (U_FAILURE(error) || !there) return std::nullopt;
  return date_of(static_cast<int>(when / kMillisecondsADay - (when < 0 ? 1 : 0)));
}

std::optional<Date> lunar_new_years_eve(int lunar_year) {
  const std::optional<Date> next = lunar_day(lunar_year + 1, 1, 1);
  return next ? plus_days(*next, -1) : std::nullopt;
}

}  // namespace fengbiao
