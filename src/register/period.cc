#include "register/period.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "base/digits.h"

namespace fengbiao {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 10> kFrequencies{"A", "S", "Q", "M", "M-YTD", "W", "D", "stock", "range", "none"};

constexpr int kLastYear = 9999;
constexpr int kFarthestWeek = 1 << 24;  // far outside, and its days still fit

struct Days {
  int first = 0, last = 0;
};

int day_number(int year, int month, int day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  return static_cast<int>(sys_days(date).time_since_epoch().count());
}

int last_of_month(int year, int month) { return month == 12 ? day_number(year, 12, 31) : day_number(year, month + 1, 1) - 1; }
Days months(int year, int first, int last) { return {day_number(year, first, 1), last_of_month(year, last)}; }

int weekday(int day) { return ((day + 3) % 7 + 7) % 7; }  // Monday 0; 1970-01-01 was a Thursday

// Monday of the first ISO week: the week that holds January 4th.
int first_monday(int year) {
  const int fourth = day_number(year, 1, 4);
  return fourth - weekday(fourth);
}

// The number that `text` is, of exactly `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return out;
}

// The days of one calendar unit: 2022, 2022-H1 (or S1), 2022-Q3, 2022-W47, 2022-08, 2022-11-25, 2022-11-11T20:30.
std::optional<Days> unit(std::string_view text) {
  text = text.substr(0, text.find('T'));
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return months(*year, 1, 12);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest.empty()) return std::nullopt;
  if (rest[0] == 'H' || rest[0] == 'S' || rest[0] == 'Q') {
    const int parts = rest[0] == 'Q' ? 4 : 2, size = 12 / parts;
    const auto n = number(rest.substr(1), 1);
    if (!n || *n < 1 || *n > parts) return std::nullopt;
    return months(*year, (*n - 1) * size + 1, *n * size);
  }
  if (rest[0] == 'W') {
    const auto week = number(rest.substr(1), 2);
    if (!week || *week < 1) return std::nullopt;
    const int monday = first_monday(*year) + (*week - 1) * 7;
    if (monday >= first_monday(*year + 1)) return std::nullopt;
    return Days{monday, monday + 6};
  }
  const auto month = number(rest.substr(0, 2), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 2) return months(*year, *month, *month);
  const auto day = rest[2] == '-' ? number(rest.substr(3), 2) : std::nullopt;
  if (!day || *day < 1) return std::nullopt;
  const int at = day_number(*year, *month, 1) + *day - 1;
  if (at > last_of_month(*year, *month)) return std::nullopt;
  return Days{at, at};
}

std::string month_name(const CalendarDay& day) { return fmt::format("{:04}-{:02}", day.year, day.month); }
bool ends_month(int day) { return calendar_day(day + 1).day == 1; }

// The shortest name of the day on which something ends (or begins): the year or month it closes (or opens), else the day.
std::string end_of_range(int day, bool whole_years, bool whole_months) {
  const CalendarDay at = calendar_day(day);
  return whole_years ? fmt::format("{:04}", at.year) : whole_months ? month_name(at) : iso_day(day);
}

SeriesPeriod stretch(Days days) {
  const CalendarDay from = calendar_day(days.first), to = calendar_day(days.last);
  const bool whole_months = from.day == 1 && ends_month(days.last), one_year = from.year == to.year;
  SeriesPeriod out{Frequency::range, "", days.first, days.last, std::nullopt};
  const auto is = [&](Frequency frequency, std::string name, int ordinal) {
    out.frequency = frequency;
    out.name = std::move(name);
    out.ordinal = ordinal;
    return out;
  };
  if (whole_months && one_year) {
    const int length = to.month - from.month + 1, begin = from.month - 1;
    if (length == 12) return is(Frequency::year, fmt::format("{:04}", to.year), to.year);
    if (length == 6 && begin % 6 == 0)
      return is(Frequency::half, fmt::format("{:04}-H{}", to.year, begin / 6 + 1), to.year * 2 + begin / 6);
    if (length == 3 && begin % 3 == 0) {
      return is(Frequency::quarter, fmt::format("{:04}-Q{}", to.year, begin / 3 + 1), to.year * 4 + begin / 3);
    }
    if (length == 1) return is(Frequency::month, month_name(to), to.year * 12 + begin);
    if (begin == 0) return is(Frequency::months_to_date, month_name(from) + "/" + month_name(to), to.year * 12 + to.month - 1);
  }
  if (days.first == days.last) return is(Frequency::day, iso_day(days.first), days.first);
  if (days.last - days.first == 6 && weekday(days.first) == 0) {
    const SeriesPeriod::Week week = out.week();
    return is(Frequency::week, fmt::format("{:04}-W{:02}", week.year, week.number), (days.first + 3) / 7);
  }
  const bool whole_years = whole_months && from.month == 1 && to.month == 12;
  out.name = end_of_range(days.first, whole_years, whole_months) + "/" + end_of_range(days.last, whole_years, whole_months);
  return out;
}

}  // namespace

std::string_view name_of(Frequency frequency) { return kFrequencies[static_cast<std::size_t>(frequency)]; }

CalendarDay calendar_day(int day) {
  const year_month_day date{sys_days(std::chrono::days(day))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string iso_day(int day) {
  const CalendarDay at = calendar_day(day);
  return iso_day(at.year, at.month, at.day);
}

SeriesPeriod::Week SeriesPeriod::week() const {
  const int monday = first_day - weekday(first_day), year = calendar_day(monday + 3).year;  // that of its Thursday
  return {year, (monday - first_monday(year)) / 7 + 1};
}

std::optional<SeriesPeriod> period_at(Frequency frequency, int ordinal) {
  // The months of a year that make a period, and which of them it is.
  const auto part = [&](int parts) -> std::optional<Days> {
    const int size = 12 / parts, year = ordinal / parts, n = ordinal % parts;
    if (ordinal < parts || year > kLastYear) return std::nullopt;
    return months(year, n * size + 1, (n + 1) * size);
  };
  std::optional<Days> days;
  switch (frequency) {
    case Frequency::year: days = part(1); break;
    case Frequency::half: days = part(2); break;
    case Frequency::quarter: days = part(4); break;
    case Frequency::month: days = part(12); break;
    case Frequency::months_to_date:
      days = part(12);
      if (days) days->first = day_number(ordinal / 12, 1, 1);
      break;
    case Frequency::week:
      if (std::abs(ordinal) < kFarthestWeek) days = Days{ordinal * 7 - 3, ordinal * 7 + 3};
      break;
    case Frequency::day: days = Days{ordinal, ordinal}; break;
    default: break;
  }
  if (!days || days->first < day_number(1, 1, 1) || days->last > day_number(kLastYear, 12, 31)) return std::nullopt;
  return stretch(*days);
}

SeriesPeriod series_period(std::string_view period) {
  if (period.starts_with('@')) {
    if (const auto days = unit(period.substr(1))) {
      const std::string name = ends_month(days->last) ? month_name(calendar_day(days->last)) : iso_day(days->last);
      return {Frequency::stock, "@" + name, days->last, days->last, std::nullopt};
    }
  } else if (const std::size_t bar = period.find('/'); bar == period.npos) {
    if (const auto days = unit(period)) return stretch(*days);
  } else {
    const auto from = unit(period.substr(0, bar)), to = unit(period.substr(bar + 1));
    if (from && to && from->first <= to->last) return stretch({from->first, to->last});
    // Open at one end: told, but no stretch of its own.
    if (bar == 0 && to) return {Frequency::range, std::string(period), to->last, to->last, std::nullopt};
    if (bar + 1 == period.size() && from) return {Frequency::range, std::string(period), from->first, from->first, std::nullopt};
  }
  return {Frequency::none, std::string(period), 0, 0, std::nullopt};
}

}  // namespace fengbiao
