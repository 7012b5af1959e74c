// A quantity of a text: a number with what it counts or measures, how it is bounded, and its digits as printed.
//
//   超1.98万亿元     value 1.98e12, unit CNY, approx above; span "1.98万亿元", hedge "超"
//   0.3个百分点      value 0.3, unit pp
//   第43位           value 43, unit rank
//
// Units are codes: ISO 4217 for money, % pp x rank points, the symbols of data/units for physical and data units, otherwise the
// counter as printed (件, 家, 人次). Tested by quantity_test.cc and tests/sets/quantities.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "quantity/number.h"

namespace fengbiao {

enum class UnitKind : std::uint8_t { none, counter, money, percent, points_of_percent, multiple, rank, index, physical, data };
std::string_view name_of(UnitKind kind);  // "counter", "money" … as given in JSON

enum class Approx : std::uint8_t { exact, above, below, about };
char mark_of(Approx approx);  // '=', '>', '<', '~'

struct Quantity {
  Span span;   // number with its unit, in the folded text (the reader's caller maps it back)
  Span hedge;  // the words that bound it; empty when there are none
  Number number;
  double value = 0;  // in the base unit: 2.5吨 is 2.5 t; number.value times the factor of the unit as printed
  std::optional<double> value_max;
  double step = 1;
  std::string unit;          // "CNY", "%", "件"; empty when none is printed
  std::string printed_unit;  // "亿元" has 元, 平方公里
  UnitKind kind = UnitKind::none;
  Approx approx = Approx::exact;
  std::string_view rule;  // name of the rule that made it: lives as long as the reader
  std::uint32_t step_of_trace = 0xFFFFFFFF;
};

// `value unit approx` as tests/sets/README.md writes it: "1.2e+12 CNY >", "10..15 %", "84.5 -".
std::string normal_form(const Quantity& quantity);
// Whether two normal forms say the same, however their numbers are written: "1.2e12 CNY" and "1200000000000 CNY"; relative error 1e-4.
bool same_normal_form(std::string_view a, std::string_view b);

}  // namespace fengbiao
