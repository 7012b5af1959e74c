// One pass over one numeral: the working of NumberReader. Tested by number_reader_test.cc.
#pragma once

#include <limits>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "quantity/number_reader.h"

namespace fengbiao {

class NumeralScan {
 public:
  NumeralScan(const NumberReader& reader, std::string_view text, std::size_t from) : reader_(reader), text_(text), from_(from) {}

  NumberReader::Hit numeral();  // a numeral, or a fraction made of two

 private:
  using Meaning = NumberReader::Meaning;
  // 五, 3.5, 二〇二二, 五六: digits without 十百千 behind them.
  struct Atom {
    double low = 0, high = 0;  // equal unless it is a pair
    double step = 1;
    std::size_t begin = 0, end = 0;
    std::uint32_t digits = 0;
    bool arabic = false, decimal = false, grouped = false, padded = false, side_by_side = false, two = false, raised = false;
  };
  struct Char {
    const Meaning* meaning;
    std::size_t begin = 0, end = 0;
  };

  [[nodiscard]] bool digit_at(std::size_t i) const { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; }
  [[nodiscard]] bool letter_at(std::size_t i) const {
    return i < text_.size() && ((text_[i] >= 'a' && text_[i] <= 'z') || (text_[i] >= 'A' && text_[i] <= 'Z'));
  }
  [[nodiscard]] std::size_t skip_digits(std::size_t i) const {
    while (digit_at(i)) ++i;
    return i;
  }
  [[nodiscard]] Char at(std::size_t i) const;
  [[nodiscard]] std::size_t blanks(std::size_t i) const;  // past at most two blanks

  NumberReader::Hit simple(bool shy = true);                    // a numeral that is no fraction
  [[nodiscard]] std::size_t end_of_parts(std::size_t i) const;  // behind 分之 at i; i when there is none
  std::optional<Atom> arabic(std::size_t i) const;
  std::optional<Atom> chinese(std::size_t i, bool first) const;
  [[nodiscard]] bool is_pair(double a, double b) const;
  [[nodiscard]] bool multiplies(std::size_t i) const;  // 十 百 千 万 亿 at i
  [[nodiscard]] bool shy_start() const;
  bool slash(NumberReader::Hit& hit) const;
  bool part_of(NumberReader::Hit& hit) const;
  bool and_part(NumberReader::Hit& hit) const;

  [[nodiscard]] bool started() const { return end_ != from_; }
  [[nodiscard]] bool inside_section() const { return last_multiplier_ != kNoMultiplier; }
  // Each takes what stands at the place into the numeral and says whether the numeral may go on.
  bool take_arabic(std::size_t i);
  bool take_chinese(std::size_t i);
  bool take_ten(const Char& c);
  bool take_multiplier(const Char& c);
  bool take_scale(const Char& c);
  bool take_point(const Char& c);
  void take(const Atom& atom);
  void add_pending();
  [[nodiscard]] double omitted_unit() const;

  static constexpr double kNoMultiplier = std::numeric_limits<double>::infinity();

  const NumberReader& reader_;
  std::string_view text_;
  std::size_t from_;
  // What has been read so far. A range of two adjoining digits is carried along as a second, high sum.
  NumberReader::Hit hit_;
  std::size_t end_ = from_, digits_end_ = from_;
  double total_ = 0, total_high_ = 0;      // what has its scale
  double section_ = 0, section_high_ = 0;  // below the next scale
  std::optional<Atom> pending_;            // digits that wait for what stands behind them
  double last_multiplier_ = kNoMultiplier, last_scale_ = 0;
  double place_ = 1;  // what a digit is worth that leaves its unit out
  double step_ = 1;
  bool zero_ = false, any_digit_ = false, any_scale_ = false, raised_ = false;
};

}  // namespace fengbiao
