#include "check/figure_relation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fengbiao {
namespace {

constexpr std::size_t kMostAsked = 20;     // questions of an article: what follows is told without
constexpr double kBoundReach = 0.1;        // how far a figure usually lies from its bound
constexpr double kMostOfBound = 2.5;       // so many times what is printed is told of no bound
constexpr double kLeastOfClose = 0.85;     // 近100 is more than 85
constexpr double kAboutDigits = 0.01;      // how far from the truth three digits behind 约 lie
constexpr std::uint32_t kMostBeside = 12;  // figures before and behind that tell of which size such figures are
constexpr double kUsualConfidence = 0.6;
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

// The digits of a figure without sign and scale, and what the last of them is worth.
std::string digits_of(const Figure& f) {
  if (f.step <= 0) return {};
  const double n = std::round(std::abs(f.value) / f.step);
  if (!(n < 1e15)) return {};
  return plain_number(n, 0);
}

// As figures are usually meant: 近 lies near, 超100 is not told of 300, and who prints three digits behind 约 means them.
Interval usual(const FigureScene& scene, const Figure& f) {
  const double size = std::abs(f.value);
  if (f.quantity->value_max || size == 0) return f.interval;
  if (f.is_bound() && f.value > 0) {
    const bool close = scene.says({FigureScene::hedge_begin(f), f.quantity->span.end}, FigureWord::close);
    if (f.approx == '>') return {f.value - f.step / 2, kMostOfBound * f.value};
    return {close ? kLeastOfClose * f.value : f.value / kMostOfBound, f.value + f.step / 2};
  }
  if (f.approx == '~' && f.step > 0) {
    std::string digits = digits_of(f);
    double last = f.step;
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back(), last *= 10;
    if (digits.size() < 2) return f.interval;
    const double wide = std::max(1.5 * last, digits.size() > 2 ? kAboutDigits * size : 0);
    return common(f.interval, {f.value - wide, f.value + wide});
  }
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
  const auto printed = all(relation, [&](const Figure& f) { return usual(scene_, f); });
  const auto fits = [&](std::size_t i, double value) {
    auto values = printed;
    values[i] = around(value, *relation.figures[i]);
    return is_possible(relation, values);
  };
  const auto ask = [&](std::string_view variant, std::size_t i, double value) {
    const Figure& f = *relation.figures[i];
    return Question{variant, scene_.printed(f), scene_.written(std::abs(value), f), &f};
  };
  // 2.2% for 2.2个百分点.
  if (!relation.points.empty()) {
    FigureRelation as_points = relation;
    as_points.readings = relation.points;
    if (is_possible(as_points, printed)) return Question{"ask_points", scene_.printed(*relation.figures[0]), "", nullptr};
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
  // 万 for 亿.
  const Figure* scaled = nullptr;
  for (const double factor : {1e4, 1e-4})
    for (std::size_t i = 0; i < relation.figures.size(); ++i) {
      const Figure& f = *relation.figures[i];
      if (!f.is_amount() || f.is_bound() || !f.quantity->number.scaled) continue;
      auto values = printed;
      values[i] = times(values[i], factor);
      if (is_possible(relation, values)) scaled = scaled ? &odd_one(*scaled, f) : &f;
    }
  if (scaled) return Question{"ask_unit", scene_.printed(*scaled), "", scaled};
  // A point that slipped.
  for (const double factor : {10.0, 0.1, 100.0, 0.01, 1000.0, 0.001})
    for (std::size_t i = 0; i < relation.figures.size(); ++i)
      if (relation.figures[i]->is_amount() && !relation.figures[i]->is_bound()) {
        auto values = printed;
        values[i] = times(values[i], factor);
        if (!is_possible(relation, values)) continue;
        const Figure& f = *relation.figures[i];
        return Question{"ask_point", scene_.printed(f), scene_.written(f.value * factor, f, 3), &f};
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
                      plain_number(best_part, 0) + "/" + plain_number(best_whole, 0), nullptr};
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
  const auto quoted = r.brief ? std::vector<const Figure*>{} : r.figures;
  Report::Statement s{.rule = r.rule, .at = scene_.spot(*r.figures[0], quoted), .relation = r.relation, .values = r.values};
  std::optional<Question> slip;
  const bool wide = std::ranges::any_of(r.figures, [](const Figure* f) { return f->is_bound() || f->approx == '~'; });
  const bool possible = is_possible(r, all(r, [](const Figure& f) { return f.interval; }));
  const bool unusual = possible && wide && !r.order && !is_possible(r, all(r, [&](const Figure& f) { return usual(scene_, f); }));
  if (possible && !(unusual && r.direct)) {
    const bool bound = std::ranges::any_of(r.figures, [](const Figure* f) { return f->is_bound(); });
    if (bound && !is_possible(r, all(r, near_bound))) {
      if (!r.direct) return std::nullopt;
      s.verdict = Verdict::cannot_tell;
      s.reason = "open_figure";
    }
  } else if (!r.direct && (!r.by_slip || !r.reason.empty() || asked_ >= kMostAsked || !(slip = slip_of(r)))) {
    return std::nullopt;
  } else if (!r.reason.empty()) {
    s.verdict = Verdict::cannot_tell;
    s.reason = r.reason;
  } else if (!possible && is_possible(r, all(r, cut_off))) {
    s.verdict = Verdict::cannot_tell;
    s.reason = "last_digit";
  } else {
    s.verdict = Verdict::contradicts;
    s.variant = r.variant;
    s.confidence = r.confidence;
    if (unusual || slip) s.confidence = std::min(kUsualConfidence, s.confidence > 0 ? s.confidence : r.rule->confidence);
    if (++asked_ <= kMostAsked) {
      if (const auto q = slip ? slip : question(r); q && r.rule->says.contains(q->variant)) {
        s.question = q->variant;
        s.values.emplace_back("figure", q->figure);
        s.values.emplace_back("instead", q->instead);
        // It stands where the slip is, once.
        if (q->variant == "ask_unit" && q->at->sentence != r.figures[0]->sentence) {
          if (!out_of_scale_.insert(q->at->index).second) return s.verdict;
          s.at = scene_.spot(*q->at, r.figures);
        }
      }
    }
  }
  report_.state(s);
  if (s.verdict != Verdict::cannot_tell && r.figures.size() > 2) judged_.insert(r.figures[0]->index);
  return s.verdict;
}

const Figure& FigureReport::odd_one(const Figure& a, const Figure& b) const {
  const auto& all_figures = scene_.figures();
  const auto distance_of = [&](const Figure& f) {
    double nearest = everything().high;
    const std::uint32_t first = f.index - std::min(f.index, kMostBeside);
    for (std::uint32_t i = first; i < all_figures.size() && i <= f.index + kMostBeside; ++i) {
      const Figure& other = all_figures[i];
      if (other.index == a.index || other.index == b.index || !same_unit(other, f) || other.value <= 0 || f.value <= 0) continue;
      nearest = std::min(nearest, std::abs(std::log10(other.value / f.value)));
    }
    return nearest;
  };
  return distance_of(b) > distance_of(a) ? b : a;
}

// A slip that hardly explains figures which do not belong together: digits that changed places, 万 for 亿.
std::optional<FigureReport::Question> FigureReport::slip_of(const FigureRelation& r) const {
  const auto q = question(r);
  return q && (q->variant == "ask_digits" || q->variant == "ask_unit") ? q : std::nullopt;
}

}  // namespace fengbiao
