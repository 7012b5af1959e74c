// The working of the productions of quantities: one fit being made into a number or a quantity. Number and quantity productions
// stand in making_numbers.h and making_quantities.h, the table of their names in quantity_productions.cc. Tested by the examples of
// the rules and reader_test.cc.
#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "quantity/scratch.h"
#include "rules/cascade.h"
#include "text/chars.h"

namespace fengbiao {

inline Approx approx_of(std::string_view mark) {
  if (mark == ">") return Approx::above;
  if (mark == "<") return Approx::below;
  if (mark == "~") return Approx::about;
  return Approx::exact;
}

inline bool is_power_of_ten(double value) {
  const double exponent = std::round(std::log10(value));
  return std::abs(value - std::pow(10.0, exponent)) < 1e-9 * value;
}

// Classes that the productions ask about.
struct Kinds {
  ClassId counter = 0, money = 0, percent = 0, percent_point = 0, basis_point = 0, multiple = 0, physical = 0, data = 0, money_tenth = 0,
          number = 0, unit = 0, rank_unit = 0;
};

class Making {
 public:
  Making(const Fit& fit, Scratch& scratch, const Kinds& kinds, Token& out, std::string& why)
      : fit_(fit), scratch_(scratch), kinds_(kinds), out_(out), why_(why) {}

 protected:
  std::string_view text() const { return fit_.text(); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  bool decline(std::string_view reason) {
    why_ = reason;
    return false;
  }
  [[nodiscard]] Number number(const Token& token) const {
    Number n = scratch_.numbers[token.value];
    n.span = token.span;
    return n;
  }
  [[nodiscard]] std::string_view attribute(const Token& token, std::string_view name) const {
    return token.word == kNone ? std::string_view() : scratch_.lexicon->word(token.word).attribute(name);
  }
  [[nodiscard]] double factor(const Token& token, std::string_view name) const {
    double value = 1;
    const std::string_view said = attribute(token, name);
    std::from_chars(said.data(), said.data() + said.size(), value);
    return value;
  }
  // As the lexicon writes it, without blanks.
  [[nodiscard]] std::string words(const Token& token) const {
    return token.word == kNone ? std::string(slice(text(), token.span)) : scratch_.lexicon->word(token.word).text;
  }

  static void times(Number& n, double scale) {
    n.value *= scale;
    if (n.value_max) *n.value_max *= scale;
    n.step *= scale;
    n.scale *= scale;
    n.scaled = true;
  }
  static bool tail_fits(const Number& n) { return n.scaled || (n.value >= 10 && std::fmod(n.value, 10) == 0); }

  bool put(Number n) {
    n.span = fit_.span();
    n.scale_only = false;
    out_.value = static_cast<std::uint32_t>(scratch_.numbers.size());
    scratch_.numbers.push_back(n);
    return true;
  }

  [[nodiscard]] Quantity bare_quantity() const {
    Quantity q;
    q.span = fit_.span();
    q.number.span = q.number.digits = fit_.span();
    return q;
  }
  [[nodiscard]] Quantity from_number(const Token& token) const {
    Quantity q = bare_quantity();
    q.number = number(token);
    q.value = q.number.value;
    q.value_max = q.number.value_max;
    q.step = q.number.step;
    q.approx = approx_of(std::string_view(&q.number.approx, 1));
    return q;
  }
  // By 0.1 as by a division, so that 0.8‰ is 0.08 and not the double beside it.
  static void multiply(Quantity& q, double by) {
    const auto times = [by](double value) { return by < 1 ? value / std::round(1 / by) : value * by; };
    q.value = times(q.value);
    if (q.value_max) q.value_max = times(*q.value_max);
    q.step = times(q.step);
  }

  void set_unit(Quantity& q, const Token& unit) const {
    q.printed_unit = words(unit);
    q.unit = attribute(unit, "unit");
    if (q.unit.empty()) q.unit = q.printed_unit;
    if (const double f = factor(unit, "factor"); f != 1) multiply(q, f);
    const auto is = [&](ClassId id) { return unit.classes.has(id); };
    q.kind = is(kinds_.money) || is(kinds_.money_tenth)           ? UnitKind::money
             : is(kinds_.percent)                                 ? UnitKind::percent
             : is(kinds_.percent_point) || is(kinds_.basis_point) ? UnitKind::points_of_percent
             : is(kinds_.multiple)                                ? UnitKind::multiple
             : is(kinds_.data)                                    ? UnitKind::data
             : is(kinds_.physical)                                ? UnitKind::physical
                                                                  : UnitKind::counter;
  }

  void tail(Quantity& q) const {
    if (const Token* t = fit_.get("tail")) q.approx = approx_of(attribute(*t, "approx"));
  }

  bool put_rank(Quantity q) {
    q.unit = "rank";
    q.kind = UnitKind::rank;
    return put(std::move(q));
  }
  bool put(Quantity q) {
    q.span = fit_.span();
    q.rule = fit_.rule().name;
    return keep(std::move(q));
  }
  bool keep(Quantity q) {
    out_.value = static_cast<std::uint32_t>(scratch_.quantities.size());
    scratch_.quantities.push_back(std::move(q));
    return true;
  }

  // Whether a Chinese character or a letter follows, blanks aside.
  [[nodiscard]] bool joined_behind() const { return joined_behind(fit_.span().end); }
  [[nodiscard]] bool joined_behind(std::size_t i) const {
    while (i < text().size() && text()[i] == ' ') ++i;
    if (i == text().size()) return false;
    const char32_t c = decode(text(), i).code;
    return is_han(c) || (c < 0x80 && std::isalpha(static_cast<int>(c)) != 0);
  }
  [[nodiscard]] bool joined_before() const {
    std::size_t i = fit_.span().begin;
    while (i > 0 && text()[i - 1] == ' ') --i;
    if (i == 0) return false;
    std::size_t begin = i - 1;
    while (begin > 0 && (static_cast<unsigned char>(text()[begin]) & 0xC0) == 0x80) --begin;
    return is_han(decode(text(), begin).code);
  }
  // The dots of a table of contents.
  [[nodiscard]] bool leader_before() const {
    std::size_t i = fit_.span().begin;
    while (i > 0 && text()[i - 1] == ' ') --i;
    constexpr std::string_view kEllipsis = "\u2026", kMiddleDot = "\u00B7";
    const std::string_view before = text().substr(0, i);
    return before.ends_with("..") || before.ends_with(kEllipsis) || before.ends_with(kMiddleDot);
  }
  // 1. and 1、 before words
  [[nodiscard]] bool listed() const {
    const std::size_t i = fit_.span().end;
    if (i >= text().size()) return false;
    const char32_t c = decode(text(), i).code;
    return c == '.' || c == 0x3001 || c == ')' || c == ':';
  }

  const Fit& fit_;
  Scratch& scratch_;
  const Kinds& kinds_;
  Token& out_;
  std::string& why_;
};

}  // namespace fengbiao
