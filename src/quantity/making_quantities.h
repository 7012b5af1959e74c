// Productions that make quantities of numbers and their units, and those that say why something is none. Tested by the examples of
// the rules.
#pragma once

#include "quantity/making_numbers.h"
#include "text/punctuation.h"

namespace fengbiao {

class MakingQuantities : public MakingNumbers {
 public:
  using MakingNumbers::MakingNumbers;

  bool amount() {
    Quantity q = from_number(*fit_.get("number"));
    const Token* unit = fit_.get("unit");
    const Token* before = fit_.get("before");
    if (unit && !attribute(*unit, "most").empty() && (q.value > factor(*unit, "most") || !q.number.integer()))
      return decline("too many for the counter");
    if (unit) set_unit(q, *unit);
    if (before) {
      if (!unit) q.printed_unit = words(*before);
      q.unit = attribute(*before, "unit");
      q.kind = UnitKind::money;
    }
    if (fit_.has("half")) {
      if (!q.number.integer() || q.value_max) return decline("no half behind it");
      q.value += 0.5;
      q.step = 0.5;
    }
    if (q.kind == UnitKind::counter && q.number.fraction && !q.number.arabic) return decline("a fraction counts nothing");
    if (q.number.digit_by_digit && q.number.printed_digits < 3 && !q.number.arabic && q.kind == UnitKind::counter)
      return decline("digits side by side count nothing");
    if (q.number.padded && q.number.integer() && q.kind == UnitKind::counter)
      return decline("a figure with zeros before it counts nothing");
    tail(q);
    return put(std::move(q));
  }

  // 0.4个至2.9个百分点
  bool amount_range() {
    const Number from = number(*fit_.get("from"));
    Quantity q = from_number(*fit_.get("until"));
    if (from.value_max || q.value_max || from.value >= q.value || from.digit_by_digit || q.number.digit_by_digit)
      return decline("no two numbers that go upwards");
    q.value_max = q.value;
    q.value = from.value;
    q.step = std::min(from.step, q.step);
    q.number.value_max = q.number.value;
    q.number.value = from.value;
    q.number.digits.begin = from.digits.begin;
    set_unit(q, *fit_.get("unit"));
    return put(std::move(q));
  }

  // One of 50、24.3和13.4万家: scale and unit are those of the last.
  bool of_row() {
    Quantity q = from_number(*fit_.get("number"));
    const auto plain = [](const Number& n) { return n.arabic && !n.scaled && !n.value_max && !n.padded && !n.fraction; };
    if (!plain(q.number)) return decline("no plain member of a row");
    const std::span<const Token> rest = fit_.behind();
    std::size_t i = 1;
    for (; i + 1 < rest.size() && !rest[i + 1].classes.has(kinds_.unit); i += 2)
      if (!plain(number(rest[i]))) return decline("no plain member of a row");
    if (i + 1 >= rest.size()) return decline("no unit behind the row");
    const Number last = number(rest[i]);
    if (!last.arabic || last.value_max || last.fraction) return decline("no plain member of a row");
    if (last.scaled) {
      times(q.number, last.scale);
      multiply(q, last.scale);
    }
    set_unit(q, rest[i + 1]);
    return put(std::move(q));
  }

  bool half_amount() {
    Quantity q = bare_quantity();
    q.value = 0.5;
    q.step = 0.5;
    set_unit(q, *fit_.get("unit"));
    return put(std::move(q));
  }

  bool money_parts() {
    Quantity q = from_number(*fit_.get("number"));
    const Number tenths = number(*fit_.get("tenths"));
    if (!tenths.plain() || tenths.value > 9 || !q.number.integer()) return decline("no tenths of it");
    q.value += tenths.value / 10;
    q.step = 0.1;
    if (const Token* h = fit_.get("hundredths")) {
      const Number hundredths = number(*h);
      if (!hundredths.plain() || hundredths.value > 9) return decline("no hundredths of it");
      q.value += hundredths.value / 100;
      q.step = 0.01;
    }
    q.unit = "CNY";
    q.printed_unit = words(*fit_.get("large"));
    q.kind = UnitKind::money;
    return put(std::move(q));
  }

  bool percent_words() {
    const Token* n = fit_.get("number");
    Quantity q = from_number(n ? *n : *fit_.get("scale_number"));
    if (!n && q.value != 100) return decline("of a hundred only a hundred");
    q.unit = "%";
    q.printed_unit = words(*fit_.get("percent_before"));
    q.kind = UnitKind::percent;
    tail(q);
    return put(std::move(q));
  }

  // 六成, 五成七, 两成半
  bool tenths() {
    const Token* n = fit_.get("number");
    Quantity q = n ? from_number(*n) : bare_quantity();
    if (!n) q.value = 0.5;
    if (q.value > 10 || q.value < 0 || (q.value_max && *q.value_max > 10) || (n && q.number.fraction))
      return decline("more than ten of ten");
    const Token* more = fit_.get("more");
    if (more) {
      const Number digit = number(*more);
      if (!digit.plain() || digit.value > 9 || digit.value < 1 || !q.number.integer() || q.value_max || digit.arabic)
        return decline("no hundredths of it");
      q.value += digit.value / 10;
    } else if (n && fit_.has("half")) {
      q.value += 0.5;
    }
    const bool finer = more || fit_.has("half");
    multiply(q, 10);
    q.value = std::round(q.value * 1e6) / 1e6;
    q.step = finer ? 1 : q.step;
    q.unit = "%";
    q.printed_unit = words(*fit_.get("unit"));
    q.kind = UnitKind::percent;
    tail(q);
    return put(std::move(q));
  }

  // 九折, 八五折, 75折: tenths of the price
  bool discount() {
    const Token* n = fit_.get("number");
    Quantity q = n ? from_number(*n) : bare_quantity();
    if (!n) q.value = fit_.has("word") ? factor(*fit_.get("word"), "number") : 5;
    if (const Token* second = fit_.get("second")) {  // 7 2 折, as PDF tears it
      const Number& hundredths = number(*second);
      if (q.number.printed_digits != 1 || hundredths.printed_digits != 1 || !q.number.plain() || !hundredths.plain())
        return decline("no tenths and hundredths");
      q.value += hundredths.value / 10;
    }
    if (q.number.integer() && q.value >= 10 && q.value < 100 && (q.number.digit_by_digit || q.number.arabic)) multiply(q, 0.1);
    else if (q.number.value_max && q.number.printed_digits == 2 && !q.number.arabic) {  // 八九折: as 八五折
      q.value += *q.value_max / 10;
      q.value_max.reset();
    }
    if (q.value >= 10 || q.value <= 0) return decline("no part of a price");
    q.value = std::round(q.value * 1e6) / 1e6;
    q.unit = attribute(fit_.tokens().back(), "unit");
    q.printed_unit = words(fit_.tokens().back());
    q.kind = UnitKind::counter;
    return put(std::move(q));
  }

  bool doubling() {
    Quantity q = fit_.has("number") ? from_number(*fit_.get("number")) : bare_quantity();
    if (!fit_.has("number")) q.value = 1;
    if (!(q.value >= 1 && q.value <= 20) || q.value_max || !q.number.integer()) return decline("it cannot double as often");
    q.value = std::pow(2.0, q.value);
    if (const Token* hedge = fit_.get("hedge_before")) {
      q.approx = approx_of(attribute(*hedge, "approx"));
      q.hedge = hedge->span;
    }
    q.unit = "x";
    q.printed_unit = words(fit_.tokens().back());
    q.kind = UnitKind::multiple;
    return put(std::move(q));
  }

  bool share() {
    const Token& word = fit_.tokens().front();
    Quantity q = bare_quantity();
    q.value = factor(word, "number");
    q.step = 0.1;
    q.number.fraction = true;
    q.approx = approx_of(attribute(word, "approx"));
    return put(std::move(q));
  }

  bool index_points() {
    Quantity q = from_number(*fit_.get("number"));
    if (!q.number.decimal && q.value < 100) return decline("no points of an index");
    if (!q.number.arabic) return decline("no points of an index");
    q.unit = "points";
    q.printed_unit = words(*fit_.get("unit"));
    q.kind = UnitKind::index;
    return put(std::move(q));
  }

  bool scaled_by_counter() {
    Quantity q = from_number(*fit_.get("number"));
    const Number scale = number(*fit_.get("scale_number"));
    if (q.number.scaled || scale.value < 1e8) return decline("it does not go on with the scale behind it");
    times(q.number, scale.value);
    multiply(q, scale.value);
    if (const Token* unit = fit_.get("unit")) set_unit(q, *unit);
    return put(std::move(q));
  }

  bool rank() {
    Quantity q = from_number(*fit_.get("number"));
    if (!q.number.plain()) return decline("no rank");
    if (fit_.all("number").size() > 1) q.value_max = number(*fit_.all("number")[1]).value;
    q.printed_unit = words(*fit_.get("unit"));
    return put_rank(std::move(q));
  }

  // 位居全球第一; but not 第一，要…
  bool bare_rank() {
    Quantity q = from_number(*fit_.get("number"));
    if (!q.number.plain()) return decline("no rank");
    if (joined_behind(end_of_ranks()) && fit_.with("said").empty()) return decline("a word follows: it orders");
    if (!joined_before() && !in_row_of_ranks()) return decline("it opens a clause: it orders");
    return put_rank(std::move(q));
  }

  // Behind the last of a row of ranks: 第二和第三.
  [[nodiscard]] std::size_t end_of_ranks() const {
    constexpr std::size_t kMost = 9;  // tokens: a mark, the word before the number, the number
    const std::span<const Token> rest = fit_.behind().first(std::min(fit_.behind().size(), kMost));
    std::size_t end = fit_.span().end;
    for (std::size_t i = 0; i + 2 < rest.size(); i += 3) {
      if (rest[i].word == kNone || rest[i + 1].word != fit_.tokens().front().word || !rest[i + 2].classes.has(kinds_.number)) break;
      end = rest[i + 2].span.end;
      if (i + 3 < rest.size() && rest[i + 3].classes.has(kinds_.rank_unit)) return rest[i + 3].span.end;  // 第二、第三位
    }
    return end;
  }

  // 第三、第四: behind a mark and another rank.
  [[nodiscard]] bool in_row_of_ranks() const {
    std::size_t at = fit_.span().begin;
    while (at > 0 && text()[at - 1] == ' ') --at;
    if (at < 3 || decode(text(), at - 3).code != kPauseMark) return false;
    const std::string_view row = text().substr(0, at - 3);
    const std::string sign = words(fit_.tokens().front());
    const std::size_t last = row.rfind(sign);
    constexpr std::size_t kNumber = 12;  // bytes
    return last != row.npos && row.size() - last <= sign.size() + kNumber;
  }

  bool first_rank() {
    Quantity q = bare_quantity();
    const bool later = !attribute(fit_.tokens().front(), "number").empty();  // 次席
    q.value = later ? factor(fit_.tokens().front(), "number") : 1;
    q.printed_unit = words(fit_.tokens().front());
    return put_rank(std::move(q));
  }

  bool quantity_range() {
    const Quantity& from = scratch_.quantities[fit_.get("from")->value];
    const Quantity& to = scratch_.quantities[fit_.get("until")->value];
    if (from.unit != to.unit || from.kind != to.kind || from.value_max || to.value_max || from.kind == UnitKind::rank)
      return decline("no two amounts of one kind");
    if (from.value >= to.value) return decline("a range goes upwards");
    constexpr double kFar = 4;  // 上调100亿元至3600亿元: by how much, and where it leads
    if (!fit_.with("moved").empty() && from.kind != UnitKind::percent && to.value >= kFar * from.value)
      return decline("too far apart for a range: where it leads");
    Quantity q = to;
    q.value = from.value;
    q.value_max = to.value;
    q.step = std::min(from.step, to.step);
    q.number.value_max = to.number.value;
    q.number.value = from.number.value;
    q.number.digits = {from.number.digits.begin, to.number.digits.end};
    if (q.approx == Approx::exact) q.approx = from.approx;
    return put(std::move(q));
  }

  bool bare() {
    const Token& token = *fit_.get("number");
    Quantity q = from_number(token);
    const Number& n = q.number;
    const bool said = !fit_.with("said").empty();
    const bool large = n.scaled || n.approx != '=';
    if (n.padded && !n.decimal) return decline("zeros before it: a code");
    if (n.integer() && !n.grouped && !n.scaled && n.printed_digits >= 9) return decline("as many digits as a code");
    if (n.digit_by_digit) return decline("digits side by side");
    if (!n.arabic && !large && !n.decimal && !n.fraction && (n.value_max || n.printed_digits < 2))
      return decline("a numeral by itself does not count");
    if (n.integer() && n.arabic && !n.grouped && !n.scaled && n.printed_digits == 4 && n.value >= 1900 && n.value < 2100 && !said)
      return decline("rather a year");
    if (!large && !n.fraction && !said && joined_behind()) return decline("a word follows that is no unit");
    if (!large && !n.fraction && !n.decimal && !joined_before() && listed()) return decline("the numeral of a list");
    if (n.value_max && n.integer() && !said && !large && n.arabic && n.value >= 1900 && *n.value_max < 2100) return decline("rather years");
    if (!large && n.plain() && leader_before()) return decline("the number of a page");
    return put(std::move(q));
  }

  bool bounded() {
    Quantity q = scratch_.quantities[fit_.get("quantity")->value];
    const auto hedges = fit_.all("hedge");
    if (q.kind == UnitKind::rank) return decline("a rank has no bound");
    q.approx = approx_of(attribute(*hedges.front(), "approx"));
    q.hedge = hedges.front()->span;
    if (hedges.size() > 1 && approx_of(attribute(*hedges.back(), "approx")) != Approx::about) {
      q.approx = approx_of(attribute(*hedges.back(), "approx"));
      q.hedge = hedges.back()->span;
    }
    return keep(std::move(q));
  }

  bool bounded_far() {
    constexpr std::size_t kFar = 30;
    const Span between{fit_.tokens().front().span.end, fit_.get("quantity")->span.begin};
    if (between.size() > kFar) return decline("too much between the bound and the amount");
    const std::string_view words_between = slice(text(), between);
    for (std::size_t i = 0; i < words_between.size();) {
      const Decoded d = decode(words_between, i);
      if (!is_han(d.code)) return decline("no plain words between the bound and the amount");
      i += d.size;
    }
    return bounded();
  }

  bool bounded_scaled() {
    const Quantity& q = scratch_.quantities[fit_.get("quantity")->value];
    if (!q.number.scaled && q.number.value < 100) return decline("no large number");
    if (!q.number.scaled && !is_power_of_ten(q.number.value)) return decline("no large number");
    return bounded();
  }

  // ---- what is none

  bool nothing() { return true; }
  // 第26条 orders; 第900亿件 tells how many there were by then.
  bool ordinal() {
    constexpr double kSoMany = 1e6;
    const Number n = number(*fit_.get("number"));
    return !n.scaled || n.value < kSoMany || decline("so many were reached");
  }
  // A name or trap that is also a numeral; the others stay what they are.
  // 账号2980万: counted in 万, so no code.
  bool number_as_code() {
    const Token* n = fit_.get("number");
    return n && number(*n).scaled ? decline("counted, no code") : true;
  }
  bool no_number() { return fit_.tokens().front().classes.has(kinds_.number) ? true : decline("a word, no numeral"); }
  bool number_of_code() {
    const Number& n = number(*fit_.get("number"));
    if (n.scaled || n.fraction || n.grouped || n.approx != '=') return decline("too large for the number of a code");
    return true;
  }
  bool bracketed() {
    const Number& n = number(*fit_.get("number"));
    return n.plain() && n.approx == '=' && (n.value < 100 || n.printed_digits == 4) ? true : decline("no number of a list");
  }
  bool generation() {
    const Number& n = number(*fit_.get("number"));
    return n.integer() && n.printed_digits == 2 && !n.scaled ? true : decline("no generation");
  }
  bool lettered() {
    const Number& n = number(*fit_.get("number"));
    const Token& code = fit_.tokens().back();
    return n.plain() && n.arabic && n.printed_digits <= 2 && code.span.size() == 1 ? true : decline("no number and letter");
  }
};

}  // namespace fengbiao
