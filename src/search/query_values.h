// The days and values that a query names: what stands behind 日期: and 数值:.
//
//   read_days("2022-05", reader)      2022-05-01 to 2022-05-31        read_days("2022年上半年", reader)
//   read_amount("1.2万亿元", reader)   1.2e12 CNY                      read_amount("30%", reader)
//
// Days are written as ISO writes them, with / or . for -, or in words that say all of the day (no clock completes them).
// Tested by query_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quantity/reader.h"

namespace fengbiao {

struct QueryDays {
  int first = 0, last = 0;  // days since 1970-01-01, inclusive
  friend bool operator==(const QueryDays&, const QueryDays&) = default;
};
inline constexpr int kFirstDay = -800'000, kLastDay = 3'000'000;  // stand for no bound

struct QueryAmount {
  double value = 0, value_max = 0;
  std::string unit;  // empty: none told
};

std::optional<QueryDays> read_days(std::string_view folded, const QuantityReader& reader);
std::optional<QueryAmount> read_amount(std::string_view folded, const QuantityReader& reader);

}  // namespace fengbiao
