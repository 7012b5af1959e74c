// What facts and parameters of a decision are worth: flags, choices, numbers and days, each of them perhaps unknown, and the three truth
// values of what is said of them (Kleene 1952, Introduction to Metamathematics, §64).
//
//   months_later(day_number({2023, 8, 31}), 6) == day_number({2024, 2, 29})
//
// Every value is one whole number, so that comparing is exact: a flag 0 or 1, a choice the place of its option, a number in
// ten-thousandths, a day counted from 1970-01-01. Tested by value_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "quantity/calendar.h"
#include "quantity/date.h"

namespace fengbiao {

enum class FactType : std::uint8_t { flag, choice, number, date };
std::string_view name_of(FactType type);
std::optional<FactType> fact_type_named(std::string_view name);

struct FactValue {
  bool known = false;
  std::int64_t is = 0;
  friend bool operator==(const FactValue&, const FactValue&) = default;
};

enum class Truth : std::uint8_t { no, unknown, yes };
std::string_view name_of(Truth truth);

// The day of a number of days since 1970-01-01 (Hinnant 2013, chrono-Compatible Low-Level Date Algorithms): the way back from
// day_number of quantity/calendar.h, of any number.
Date date_of_day(std::int64_t day);
// So many months later; where that month is shorter, its last day.
std::int64_t months_later(std::int64_t day, std::int64_t months);

inline constexpr std::int64_t kUnitsOfOne = 10'000;
inline constexpr std::int64_t kLargestNumber = 100'000'000'000'000;  // of facts and parameters, before its decimals
// "4800.5" -> 48005000. Nothing where it is no number, has more than four decimals or is too large.
std::optional<std::int64_t> number_from(std::string_view text);
std::string number_text(std::int64_t units);  // "4800.5"

}  // namespace fengbiao
