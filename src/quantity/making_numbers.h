// Productions that make numbers of numerals, tails, scales, signs and marks of range. Tested by the examples of the rules.
#pragma once

#include "quantity/making.h"

namespace fengbiao {

class MakingNumbers : public Making {
 public:
  using Making::Making;

  bool tailed() {
    const Token* scale = fit_.get("scale_number");
    const Token* first = fit_.get("number");
    Number n = number(first ? *first : *scale);
    const Token* tail = fit_.get("tail");
    if (first && fit_.has("tail") && !scale && !fit_.with("round").empty() && !tail_fits(n))
      return decline("a tail stands behind round numbers");
    if (n.fraction) return decline("a fraction takes no tail");
    if (first && scale) times(n, number(*scale).value);
    if (!first && fit_.all("scale_number").size() == 2) times(n, number(*fit_.all("scale_number")[1]).value);
    n.approx = attribute(*tail, "approx").empty() ? '>' : attribute(*tail, "approx")[0];
    return put(n);
  }

  // 十几: from the ten to the next one.
  bool some_more() {
    Number n = number(*fit_.get("number"));
    if (const Token* zero = fit_.get("zero"); zero && (number(*zero).value != 0 || number(*zero).arabic)) return decline("no zero between");
    if (!n.integer() || n.value_max || n.scaled || n.value < 10 || std::fmod(n.value, 10) != 0)
      return decline("a few more stand behind tens only");
    const double step = fit_.has("zero") ? 10 : std::fmod(n.value, 1000) == 0 ? 1000 : std::fmod(n.value, 100) == 0 ? 100 : 10;
    n.value_max = n.value + step;
    if (const Token* scale = fit_.get("scale_number")) times(n, number(*scale).value);
    n.arabic = false;
    return put(n);
  }

  // 几十 is 20 to 99, 数千万 20000000 to 99990000, 数亿 2e8 to 9e8.
  bool a_few() {
    Number n = number(*fit_.get("scale_number"));
    double scale = 1, small = n.value;
    if (n.value >= 1e16) return decline("too large to be told in few");
    for (const double s : {1e12, 1e8, 1e4})
      if (n.value >= s) {
        scale = s;
        small = n.value / s;
        break;
      }
    n.value = 2 * small * scale;
    n.value_max = (10 * small - 1) * scale;
    return put(n);
  }

  bool over_scale() {
    Number n = number(*fit_.get("scale_number"));
    n.approx = '>';
    return put(n);
  }

  bool scaled() {
    Number n = number(*fit_.get("number"));
    const double scale = number(*fit_.get("scale_number")).value;
    if (n.scaled || n.fraction || scale < 1e4) return decline("it does not go on with the scale behind it");
    times(n, scale);
    return put(n);
  }

  bool scaled_in_latin() {
    Number n = number(*fit_.get("number"));
    if (n.scaled || n.fraction) return decline("it does not go on with the scale behind it");
    times(n, factor(*fit_.get("thousand_latin"), "scale"));
    return put(n);
  }

  bool scale_alone() {
    const Number n = number(*fit_.get("scale_number"));
    if (!fit_.with("large").empty() && (n.value == 1e4 || n.value == 1e8)) return decline("a scale by itself is no number");
    return put(n);
  }

  bool signed_number() {
    const Token& sign = fit_.tokens().front();
    Number n = number(*fit_.get("number"));
    if (n.digit_by_digit || n.negative) return decline("no sign before it");
    const std::string_view before = text().substr(0, sign.span.begin);
    if (sign.span.size() == 1 && sign.span.end != fit_.get("number")->span.begin) return decline("a stroke that stands apart is no sign");
    if (sign.span.size() == 1 && !before.empty() && is_digit(before.back())) return decline("a stroke between digits is no sign");
    if (fit_.with("sign") == "-") {
      n.value = -n.value;
      n.negative = true;
      if (n.value_max) {
        n.value_max = -*n.value_max;
        std::swap(n.value, *n.value_max);
      }
    }
    return put(n);
  }

  bool number_range() {
    Number from = number(*fit_.get("from"));
    const Number to = number(*fit_.get("until"));
    if (from.value_max || to.value_max || from.digit_by_digit || to.digit_by_digit) return decline("no two plain numbers");
    if (!from.scaled && to.scaled && from.value < to.value / to.scale) times(from, to.scale);
    // 三五—四十, 2021-2022 and 5-3 are something else.
    if (from.value >= to.value) return decline("a range goes upwards");
    if (from.padded || to.padded) return decline("figures with zeros before them");
    Number n = to;
    n.value = from.value;
    n.value_max = to.value;
    n.step = std::min(from.step, to.step);
    n.decimal = from.decimal || to.decimal;
    n.digits = {from.digits.begin, to.digits.end};
    n.joined = true;
    if (n.approx == '=') n.approx = from.approx;
    return put(n);
  }
};

}  // namespace fengbiao
