#include "check/figure_relation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fengbiao {
namespace {

constexpr std::size_t kMostAsked = 20;   // questions of an article: what follows is told without
constexpr double kBoundReach = 0.1;      // how far a figure usually lies from its bound
constexpr double kFarthestShare = 0.35;  // how far another pair of counts may lie from the printed one

// As if cut off at its last digit.
Interval cut_off(const Figure& f) {
  if (f.is_exact() || f.is_bound()) return f.interval;
  const double half = f.step / 2;
  return f.value < 0 ? Interval{f.interval.low - half, f.interval.high} : Interval{f.interval.low, f.interval.high + half};
}

// A bound as a figure that lies near it.
Interval near_bound(const Figure& f) {
  const double reach = std::max(kBoundReach * std::abs(f.value), f.step);
  if (f.approx == '>') return {f.value - f.step / 2, f.value + reach};
  if (f.approx == '<') return {f.value - reach, f.value + f.step / 2};
  return f.interval;
}

template <class Interval_of>
std::vector<Interval> all(const FigureRelation& relation, const Interval_of& interval_of) {
  std::vector<Interval> out;
  out.reserve(relation.figures.size());
  for (const Figure* f : relation.figures) out.push_back(interval_of(*f));
  return out;
}

Interval around(double value, const Figure& like) {
  if (like.is_exact()) return exactly(value);
  return {value - like.step / 2, value + like.step / 2};
}

// The digits of a figure without sign and scale, and what the last of them is worth.
std::string digits_of(const Figure& f) {
  if (f.step <= 0) return {};
  const double n = std::round(std::abs(f.value) / f.step);
  if (!(n < 1e15)) return {};
  return plain_number(n, 0);
}

double with_digits(const Figure& f, const std::string& digits) { return std::copysign(std::stod(digits) * f.step, f.value); }

}  // namespace

bool is_possible(const FigureRelation& relation, const std::vector<Interval>& values) {
  return std::ranges::any_of(relation.readings, [&](const FigureRelation::Bind& bind) {
    Constraints c;
    const auto s = c.statement();
    std::vector<Constraints::Variable> variables;
    for (const Interval& value : values) {
      variables.push_back(c.value());
      c.within(s, variables.back(), value);
    }
    bind(c, s, variables);
    return c.solve().possible;
  });
}

std::optional<FigureReport::Question> FigureReport::question(const FigureRelation& relation) const {
  const auto printed = all(relation, [](const Figure& f) { return f.interval; });
  const auto fits = [&](std::size_t i, double value) {
    auto values = printed;
    values[i] = around(value, *relation.figures[i]);
    return is_possible(relation, values);
  };
  const auto ask = [&](std::string_view variant, std::size_t i, double value) {
    const Figure& f = *relation.figures[i];
    return Question{variant, scene_.printed(f), scene_.written(std::abs(value), f)};
  };
  // 2.2% for 2.2个百分点.
  if (!relation.points.empty()) {
    FigureRelation as_points = relation;
    as_points.readings = relation.points;
    if (is_possible(as_points, printed)) return Question{"ask_points", scene_.printed(*relation.figures[0]), ""};
  }
  // Two digits changed places.
  for (std::size_t i = 0; i < relation.figures.size(); ++i) {
    const Figure& f = *relation.figures[i];
    const std::string digits = digits_of(f);
    for (std::size_t d = 0; d + 1 < digits.size(); ++d) {
      std::string swapped = digits;
      std::swap(swapped[d], swapped[d + 1]);
      if (swapped != digits && swapped[0] != '0' && fits(i, with_digits(f, swapped))) return ask("ask_digits", i, with_digits(f, swapped));
    }
  }
  if (relation.order) return std::nullopt;
  // 万 for 亿, a point that slipped.
  for (const double factor : {1e4, 1e-4, 10.0, 0.1, 100.0, 0.01, 1000.0, 0.001})
    for (std::size_t i = 0; i < relation.figures.size(); ++i)
      if (relation.figures[i]->is_amount() && !relation.figures[i]->is_bound()) {
        auto values = printed;
        values[i] = times(values[i], factor);
        if (!is_possible(relation, values)) continue;
        const Figure& f = *relation.figures[i];
        const bool unit = factor == 1e4 || factor == 1e-4;
        if (unit && !f.quantity->number.scaled) continue;
        return Question{unit ? "ask_unit" : "ask_point", scene_.printed(f), unit ? "" : scene_.written(f.value * factor, f, 3)};
      }
  // Another part and whole: 47 of 60.
  if (relation.counts_first && relation.figures.size() == 3 && relation.figures[1]->is_exact() && relation.figures[2]->is_exact() &&
      relation.figures[2]->value <= 2000) {
    const double part = relation.figures[1]->value, whole = relation.figures[2]->value;
    const auto share = relation.figures[0]->interval;
    double best = 0, best_part = 0, best_whole = 0;
    for (double w = std::ceil(whole * (1 - kFarthestShare)); w <= std::floor(whole * (1 + kFarthestShare)); ++w) {
      for (double p : {std::ceil(share.low * w / 100), std::floor(share.high * w / 100)}) {
        if (p > w || !holds_value(share, 100 * p / w)) continue;
        const double far = std::abs(p - part) / part + std::abs(w - whole) / whole;
        if (best_whole == 0 || far < best) best = far, best_part = p, best_whole = w;
      }
    }
    if (best_whole > 0)
      return Question{"ask_pair", plain_number(part, 0) + "/" + plain_number(whole, 0),
                      plain_number(best_part, 0) + "/" + plain_number(best_whole, 0)};
  }
  // One digit wrong: where only one figure can be the one, and it has one digit that would do.
  std::optional<Question> one;
  for (std::size_t i = 0; i < relation.figures.size(); ++i) {
    const Figure& f = *relation.figures[i];
    const std::string digits = digits_of(f);
    if (digits.size() > 12) continue;
    for (std::size_t d = 0; d < digits.size(); ++d) {
      for (char c = d == 0 ? '1' : '0'; c <= '9'; ++c) {
        std::string changed = digits;
        changed[d] = c;
        if (changed == digits || !fits(i, with_digits(f, changed))) continue;
        if (one) return std::nullopt;
        one = ask("ask_digit", i, with_digits(f, changed));
      }
    }
  }
  return one;
}

std::optional<Verdict> FigureReport::tell(const FigureRelation& r) {
  Report::Statement s{.rule = r.rule, .at = scene_.spot(*r.figures[0], r.figures), .relation = r.relation, .values = r.values};
  if (is_possible(r, all(r, [](const Figure& f) { return f.interval; }))) {
    const bool bound = std::ranges::any_of(r.figures, [](const Figure* f) { return f->is_bound(); });
    if (bound && !is_possible(r, all(r, near_bound))) {
      if (!r.direct) return std::nullopt;
      s.verdict = Verdict::cannot_tell;
      s.reason = "open_figure";
    }
  } else if (!r.direct) {
    return std::nullopt;
  } else if (!r.reason.empty()) {
    s.verdict = Verdict::cannot_tell;
    s.reason = r.reason;
  } else if (is_possible(r, all(r, cut_off))) {
    s.verdict = Verdict::cannot_tell;
    s.reason = "last_digit";
  } else {
    s.verdict = Verdict::contradicts;
    s.variant = r.variant;
    s.confidence = r.confidence;
    if (++asked_ <= kMostAsked) {
      if (const auto q = question(r); q && r.rule->says.contains(q->variant)) {
        s.question = q->variant;
        s.values.emplace_back("figure", q->figure);
        s.values.emplace_back("instead", q->instead);
      }
    }
  }
  report_.state(s);
  return s.verdict;
}

}  // namespace fengbiao
