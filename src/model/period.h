// Periods as records write them, turned into the days they cover, so that they can be compared.
//
//   days_of_period("2022-H1")  ->  2022-01-01 .. 2022-06-30
//   days_of_period("@2022-11") ->  2022-11-01 .. 2022-11-30, a stock at a date
//
// Forms: 2022, 2022-H1, 2022-Q3, 2022-08, 2022-W47, 2022-11-25, ranges A/B with both ends in, open ones A/ and /B, and a stock @A.
// Durations (P3Y) and sets are no periods. Tested by period_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

struct PeriodDays {
  std::string first, last;  // ISO days; an open end is empty
  bool stock = false;       // at a date
  friend bool operator==(const PeriodDays&, const PeriodDays&) = default;
};

std::optional<PeriodDays> days_of_period(std::string_view period);
bool is_period(std::string_view text);  // it has days

// The form that was perhaps meant: "2022h1" -> "2022-H1", "2022-8" -> "2022-08", "2022S1" -> "2022-H1"; empty when none is near.
std::string likely_period(std::string_view typed);

bool is_iso_day(std::string_view text);           // 2022-02-28
bool is_iso_day_or_month(std::string_view text);  // also 2022-02

}  // namespace fengbiao
