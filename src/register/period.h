// The period of a series' cell: the printed forms of one stretch of time brought to one, and how often a series with such periods is told.
//
//   2022, 2022-01/2022-12, 2022-01-01/2022-12-31   ->  2022, yearly
//   @2022-06, @2022-06-30, @2022-H1                ->  @2022-06, stocks at a date
//   2022-01/2022-10                                ->  2022-01/2022-10, months to date
//
// Frequencies are named as SDMX names them (A, S, Q, M, W, D) and by words where SDMX has none. Where both ends of a range fit a shorter
// name it takes it. What is no period stays as printed, in a frequency of its own. No clock. Tested by period_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

enum class Frequency : std::uint8_t {
  year,
  half,
  quarter,
  month,
  months_to_date,  // from January to a month, without those that are a month, quarter, half or year
  week,
  day,
  stock,  // a value at a date
  range,  // any other stretch
  none,   // no period is told, or none that can be read
};
std::string_view name_of(Frequency frequency);  // "A" "S" "Q" "M" "M-YTD" "W" "D" "stock" "range" "none"

struct SeriesPeriod {
  Frequency frequency = Frequency::none;
  std::string name;                 // "2022-H1", "@2022-06", "2022-05-31/2022-06-18"; as printed where it cannot be read
  int first_day = 0, last_day = 0;  // days since 1970-01-01; both the last day of a stock; 0 without a period
  // Place among the periods of a regular frequency: the next period has the next number. Nothing for stocks, ranges and none.
  std::optional<int> ordinal;

  struct Week {
    int year = 0, number = 0;
  };
  [[nodiscard]] Week week() const;  // the ISO week of its first day
};
SeriesPeriod series_period(std::string_view period);
// The period with this ordinal; the frequency must be a regular one. Nothing outside the years 1 to 9999.
std::optional<SeriesPeriod> period_at(Frequency frequency, int ordinal);

std::string iso_day(int day);  // "2022-11-25"

struct CalendarDay {
  int year = 0, month = 0, day = 0;
};
CalendarDay calendar_day(int day);

}  // namespace fengbiao
