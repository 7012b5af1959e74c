// A number as printed: what it is worth, how exactly it is given, and how it is written. Arabic, Chinese and mixed numerals.
//
//   1.98万亿   value 1.98e12, step 1e10, arabic, scaled           两千多   value 2000, step 1000
//   ３，２００  value 3200, step 1                                  三分之一  value 0.333…, fraction
//   十几       value 10, value_max 20                              1.2-1.5亿  value 1.2e8, value_max 1.5e8
//
// Tested by number_reader_test.cc.
#pragma once

#include <cstdint>
#include <optional>

#include "base/span.h"

namespace fengbiao {

struct Number {
  double value = 0;
  std::optional<double> value_max;  // of a range
  double scale = 1;                 // 1e8 of 1.5亿: what 1.2 of 1.2-1.5亿 shares
  char approx = '=';                // of a tail inside: '>' of 一千多万, '~' of 两百来件
  double step = 1;                  // worth of the last printed digit: 1.98万亿 has 1e10; the true value lies within half of it
  Span span;                        // the whole numeral with its scale, in the folded text
  Span digits;                      // the digits as printed, without scale: "1.98"; in the folded text
  std::uint8_t printed_digits = 0;  // how many digits stand there: 4 of 2022 and of 二〇二二
  bool arabic = false;              // written with 0-9
  bool decimal = false;             // has a decimal point
  bool scaled = false;              // ends in 万, 亿 …
  bool digit_by_digit = false;      // 二〇二二, 五一: digits side by side without 十百千
  bool grouped = false;             // has thousands separators
  bool fraction = false;            // 三分之一, 一半
  bool negative = false;
  bool padded = false;      // begins with a zero: 08
  bool scale_only = false;  // 百, 千万: no digit
  bool joined = false;      // two numerals with a mark of range between them

  [[nodiscard]] bool integer() const { return !decimal && !fraction; }
  // A small whole number written plainly: what days, months and counts of years are.
  [[nodiscard]] bool plain() const { return integer() && !scaled && !grouped && !negative && !value_max; }
};

}  // namespace fengbiao
