// Reads the numeral that begins at a place of a folded text: Arabic, Chinese, capital and mixed forms, decimals, thousands
// separators, fractions, digits side by side.
//
//   1.98万亿  3千  2亿3000万  五点六亿  一万三  叁仟伍佰  二〇二二  二三十 (20 to 30)  三分之一  1/3  18. 6 (as PDF leaves it)
//
// A sign before the numeral, 几 and 数, tails such as 多 and 余 are left to the grammar. What each character is worth is data
// (data/units/numbers.yaml). Time is linear in the numeral. Tested by number_reader_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quantity/number.h"
#include "rules/data_set.h"

namespace fengbiao {

class NumberReader {
 public:
  static Result<NumberReader> load(const DataSet& data);

  struct Hit {
    std::uint32_t length = 0;  // bytes; 0: no numeral begins here
    bool scale_only = false;   // 百, 千万, 亿, 十: no digit; but for 十 a number only where a unit, a tail or a bound stands by
    bool ten = false;          // of 十, which is a number all the same
    bool code = false;         // too many digits to count anything
    Number number;
  };
  [[nodiscard]] Hit read(std::string_view folded, std::size_t from) const;
  // Whether a numeral may begin with the character.
  [[nodiscard]] bool may_begin(char32_t c) const { return (c >= '0' && c <= '9') || c == '.' || (c >= 0x80 && kind(c) <= last_beginning); }

 private:
  friend class NumeralScan;
  enum Kind : std::uint8_t { digit, two, ten, multiplier, scale, last_beginning = scale, inner_scale, point, minus, conjunction, other };
  struct Meaning {
    Kind kind = other;
    bool shy = false;
    bool closes_hour = false;
    bool measures = false;  // 米 of 千米
    double value = 0;
  };

  [[nodiscard]] const Meaning& meaning(char32_t c) const { return meanings_[c < index_.size() ? index_[c] : 0]; }
  [[nodiscard]] Kind kind(char32_t c) const { return meaning(c).kind; }

  std::vector<std::uint8_t> index_;  // of the code point, into meanings_
  std::vector<Meaning> meanings_;    // the first means nothing
  std::vector<std::string> parts_;
  std::vector<std::pair<int, int>> pairs_;
};

}  // namespace fengbiao
