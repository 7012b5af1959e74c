// Times as they are written, and the days they cover: there and back.
//
//   2022-Q3  2022-07-01 to 2022-09-30      2022-W47  2022-11-21 to 2022-11-27      @2022-06-30  a stock
//
// Tested by resolve_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quantity/date.h"

namespace fengbiao {

// A completed point: its written form and the days it covers.
struct Days {
  std::string text;
  Date start, end;
};
Days whole_month(int year, int month);
Days one_day(const Date& day);
Days months_of(std::string text, int year, int first, int count);
std::optional<Days> whole_week(const Date& day);  // the ISO week the day lies in

// The number that stands in `size` places from `at` on.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t size);
// Reads one end of a written value back: 2022, 2022-Q3, 2022-11, 2022-W47, 2022-11-25T20.
std::optional<Days> days_of_value(std::string_view text);

// A written value taken apart. What is open, a duration or a clock is none.
struct Said {
  bool stock = false;
  Days first, last;
  bool range = false;
};
std::optional<Said> said_before(std::string_view value);

// A written end in another year; the 29th of February becomes the 28th.
std::string in_year(std::string_view text, int year);

}  // namespace fengbiao
