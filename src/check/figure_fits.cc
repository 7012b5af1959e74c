#include "check/figure_fits.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kNear = 8;        // figures before it that are tried
constexpr double kByAccident = 0.12;    // how likely a fit may be an accident
constexpr double kBoundTogether = 0.5;  // likewise, of figures that 的 or less stands between
constexpr std::size_t kBinding = 9;     // bytes of that
constexpr double kDecade = 2.3;         // what numbers of one size are spread over
constexpr double kReach = 0.1;          // how far from a bound

using Variables = std::vector<Constraints::Variable>;

// Counts how likely what was tried fits by accident.
struct Chance {
  double most = kByAccident, used = 0;
  // Whether what is computed is what is told, and is still worth telling.
  bool fits(const Interval& computed, const Interval& told) {
    const double size = std::max(std::abs(told.low), std::abs(told.high));
    if (!(size > 0) || !std::isfinite(computed.low) || !std::isfinite(computed.high)) return false;
    used += (told.high - told.low + computed.high - computed.low) / size / kDecade;
    return used <= most && !is_empty(common(computed, told));
  }
};

// A bound as what lies near it; without the sign.
Interval size_of(const Figure& f) {
  Interval out = f.value < 0 ? times(f.interval, -1) : f.interval;
  const double value = std::abs(f.value);
  if (f.approx == '>') out = {value - f.step / 2, value * (1 + kReach)};
  if (f.approx == '<') out = {value * (1 - kReach), value + f.step / 2};
  return out;
}

bool is_operand(const Figure& f) {
  return f.value != 0 && !f.quantity->value_max && std::isfinite(f.value) && f.quantity->kind != UnitKind::rank;
}
bool is_percent(const Figure& f) { return f.quantity->kind == UnitKind::percent; }
// 一半, a third: told without a unit, kept in per cent.
bool is_fraction(const Figure& f) {
  return f.quantity->kind == UnitKind::none && f.observation &&
         (f.observation->measure == Measure::share || (f.observation->measure == Measure::growth && f.observation->unit == "%"));
}

// 2021年的1.98万亿元: told of another time, or compared with it.
bool of_two_times(const FigureScene& scene, const Figure& now, const Figure& before) {
  if (scene.says(before.label, FigureWord::compared) || scene.says(now.label, FigureWord::compared)) return true;
  return now.observation && before.observation && now.observation->period != before.observation->period;
}

std::string with(const std::string& computed, const Figure& told, const FigureScene& scene) {
  return " = " + computed + " = " + scene.printed(told);
}

}  // namespace

Result<FitCheck> FitCheck::load(RuleBook& book) {
  FitCheck out;
  FB_TRY(out.share_, book.rule("share-of-whole"));
  FB_TRY(out.growth_, book.rule("growth-over-years"));
  FB_TRY(out.mean_, book.rule("mean-per-head"));
  FB_TRY(out.product_, book.rule("each-times-number"));
  FB_TRY(out.rest_, book.rule("rest-of-whole"));
  return out;
}

void FitCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  Figures near;
  for (const Figure& told : figures) {
    if (told.index < 1 || told.sentence == kNoClause || !is_operand(told) || report.has_judged(told)) continue;
    near.clear();
    for (std::uint32_t i = told.index; i-- > 0 && near.size() < kNear && figures[i].paragraph == told.paragraph;)
      if (is_operand(figures[i])) near.push_back(&figures[i]);
    if (near.size() < 2) continue;
    if (is_percent(told) || told.quantity->kind == UnitKind::multiple || is_fraction(told)) ratio(scene, told, near, report);
    else if (told.is_amount() && !mean(scene, told, near, report) && !product(scene, told, near, report))
      difference(scene, told, near, report);
  }
}

// 32887亿元, 138142亿元: 占…的23.8%; 1850单, 是920单的2倍.
bool FitCheck::ratio(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const {
  const Measure measure = told.observation ? told.observation->measure : Measure::share;
  if (told.observation && told.observation->basis == "cagr") return false;
  const bool multiple = told.quantity->kind == UnitKind::multiple, growth = measure == Measure::growth;
  if (!growth && measure != Measure::share && measure != Measure::level) return false;
  if (!growth && scene.says(told.label, FigureWord::sum)) return false;
  const double one = multiple ? 1 : 100;
  const bool less = told.value < 0 || scene.says({told.label.begin, told.quantity->span.begin}, FigureWord::lessened);
  const Interval size = size_of(told);
  const bool bound = told.label.size() <= kBinding && near[0]->index + 1 == told.index;
  Chance chance;
  for (std::size_t i = 0; i < near.size(); ++i)
    for (std::size_t j = i + 1; j < near.size(); ++j) {
      const Figure *later = near[i], *earlier = near[j];
      if (!later->is_amount() || !same_unit(*later, *earlier) || later->value <= 0 || earlier->value <= 0) continue;
      if (scene.says(later->label, FigureWord::average) != scene.says(earlier->label, FigureWord::average)) continue;
      // What it is a part of, or was before, may stand before or behind it.
      for (const bool turned : {false, true}) {
        const Figure &now = turned ? *later : *earlier, &base = turned ? *earlier : *later;
        if (!growth && !multiple && now.value > base.value) continue;
        if (growth && ((now.value < base.value) != less || !of_two_times(scene, now, base))) continue;
        const Interval times_as = over(size_of(now), size_of(base));
        const Interval computed = growth ? times(less ? minus(exactly(1), times_as) : minus(times_as, exactly(1)), one)
                                  : less ? times(minus(exactly(1), times_as), one)
                                         : times(times_as, one);
        chance.most = bound && !growth && i == 0 && j == 1 && !now.is_bound() ? kBoundTogether : kByAccident;
        if (!chance.fits(computed, size)) continue;
        FigureRelation r{.rule = growth ? growth_ : share_, .figures = {&told, &now, &base}, .direct = false};
        r.readings = {[computed, size](Constraints& c, auto s, const Variables&) {
          const auto value = c.value();
          c.within(s, value, computed);
          c.within(s, value, size);
        }};
        const std::string is = plain_number((computed.low + computed.high) / 2, 2) + (multiple ? "" : "%");
        r.relation = (less && !growth ? "1 - " : "") + scene.printed(now) + "/" + scene.printed(base) + (growth ? " - 1" : "") +
                     with(growth && less ? "-" + is : is, told, scene);
        return report.tell(r).has_value();
      }
    }
  return false;
}

// 137亿美元, 5460万人: 人均251美元.
bool FitCheck::mean(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const {
  const Span lead{told.label.begin, told.quantity->span.begin};
  if (!scene.says(lead, FigureWord::average) && !scene.says(lead, FigureWord::per_head) && !scene.says(lead, FigureWord::per_each))
    return false;
  Chance chance;
  for (const Figure* number : near) {
    if (!number->is_amount() || number->quantity->kind == UnitKind::money || number->value <= 1 || same_unit(*number, told)) continue;
    if (scene.says(number->label, FigureWord::average)) continue;
    for (const Figure* whole : near) {
      if (whole == number || !same_unit(*whole, told) || whole->value <= told.value || scene.says(whole->label, FigureWord::average))
        continue;
      const Interval computed = over(size_of(*whole), size_of(*number));
      if (!chance.fits(computed, size_of(told))) continue;
      FigureRelation r{.rule = mean_, .figures = {&told, whole, number}, .direct = false};
      r.readings = {[](Constraints& c, auto s, const Variables& v) { c.product(s, v[1], v[0], v[2]); }};
      r.relation = scene.printed(*whole) + "/" + scene.printed(*number) + with(scene.written(computed, told, 1), told, scene);
      return report.tell(r).has_value();
    }
  }
  return false;
}

// 造价240万元的, 补助30%: 可获72万元; 132户, 每户4800元: 63万元.
bool FitCheck::product(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const {
  const bool outcome = scene.says({told.label.begin, told.quantity->span.begin}, FigureWord::outcome);
  Chance chance;
  const auto tell = [&](const Figure& a, const Figure& b, const Interval& computed, const char* sign) {
    FigureRelation r{.rule = product_, .figures = {&told, &a, &b}, .direct = false};
    r.readings = {[computed](Constraints& c, auto s, const Variables& v) { c.within(s, v[0], computed); }};
    r.relation = scene.printed(a) + sign + scene.printed(b) + with(scene.written(computed, told, 1), told, scene);
    return report.tell(r).has_value();
  };
  for (const Figure* amount : near) {
    if (!amount->is_amount() || amount->value <= 0 || amount->value == told.value) continue;
    const bool same = same_unit(*amount, told);
    for (const Figure* rate : near) {
      if (rate == amount) continue;
      const Interval size = size_of(*rate);
      if (is_percent(*rate)) {
        if (!same || size.high > 100 || (rate->observation && rate->observation->measure == Measure::growth)) continue;
        const Interval part = times(times(size_of(*amount), size), 0.01);
        if (told.value < amount->value && (outcome || rate->step <= 1) && chance.fits(part, size_of(told)))
          return tell(*amount, *rate, part, "*");
        const Interval rest = minus(size_of(*amount), part);
        if (outcome && told.value < amount->value && chance.fits(rest, size_of(told))) return tell(*amount, *rate, rest, " less ");
        const Interval whole = over(times(size_of(*amount), 100), size);
        if (outcome && told.value > amount->value && chance.fits(whole, size_of(told))) return tell(*amount, *rate, whole, "/");
        continue;
      }
      if (!outcome || !same || rate->value <= 1 || same_unit(*rate, told)) continue;
      const bool times_as = rate->quantity->kind == UnitKind::multiple;
      const bool counted = rate->quantity->kind == UnitKind::counter && rate->is_exact();
      if (!times_as && !counted) continue;
      if (counted && !scene.says(amount->label, FigureWord::per_each) && !scene.says(amount->label, FigureWord::per_head)) continue;
      const Interval computed = times(size_of(*amount), size);
      if (chance.fits(computed, size_of(told))) return tell(*amount, *rate, computed, "*");
    }
  }
  return false;
}

// 两者相差2.7天
bool FitCheck::difference(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const {
  const Span lead{told.label.begin, told.quantity->span.begin};
  const bool sum = scene.says(lead, FigureWord::outcome) && scene.says(lead, FigureWord::sum), apart = scene.says(lead, FigureWord::apart);
  if (!sum && !apart) return false;
  Chance chance;
  for (std::size_t i = 0; i < near.size(); ++i)
    for (std::size_t j = i + 1; j < near.size(); ++j) {
      if (!same_unit(*near[i], *near[j]) || !same_unit(*near[i], told) || near[i]->value < 0 || near[j]->value < 0) continue;
      const Figure &large = near[i]->value > near[j]->value ? *near[i] : *near[j],
                   &small = near[i]->value > near[j]->value ? *near[j] : *near[i];
      const Interval computed = sum ? plus(size_of(large), size_of(small)) : minus(size_of(large), size_of(small));
      if (!chance.fits(computed, size_of(told))) {
        if (sum) return false;  // of the two told last
        continue;
      }
      FigureRelation r{.rule = rest_, .figures = {&told, &large, &small}, .direct = false};
      r.readings = {[computed](Constraints& c, auto s, const Variables& v) { c.within(s, v[0], computed); }};
      r.relation = scene.printed(large) + (sum ? "+" : "-") + scene.printed(small) + with(scene.written(computed, told, 1), told, scene);
      return report.tell(r).has_value();
    }
  return false;
}

}  // namespace fengbiao
