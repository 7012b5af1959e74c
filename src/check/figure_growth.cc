#include "check/figure_growth.h"

#include <fmt/format.h>

#include <cmath>

#include "check/figure_levels.h"
#include "register/period.h"

namespace fengbiao {
namespace {

constexpr double kFarConfidence = 0.6;  // where the earlier level is told elsewhere: it may have been revised since
constexpr std::uint32_t kNear = 2;      // figures between a level and its growth

using Variables = std::vector<Constraints::Variable>;

// What a growth or change is measured against.
std::string earlier_period(const Observation& o) {
  if (o.basis == "yoy") return a_year_before(o.period);
  if (o.basis == "period") {
    const SeriesPeriod now = series_period(o.period);
    const auto before = now.ordinal ? period_at(now.frequency, *now.ordinal - 1) : std::nullopt;
    return before ? before->name : "";
  }
  if (o.basis.starts_with("since:")) return o.basis.substr(6);
  return {};
}

// The figure nearest to `f` in its sentence that is wanted.
template <class Wanted>
const Figure* nearest(const FigureScene& scene, const Figure& f, const Wanted& wanted) {
  const auto [first, last] = scene.of_sentence(f);
  for (std::uint32_t far = 1; far <= kNear; ++far) {
    if (f.index >= first + far && wanted(scene.figures()[f.index - far])) return &scene.figures()[f.index - far];
    if (f.index + far < last && wanted(scene.figures()[f.index + far])) return &scene.figures()[f.index + far];
  }
  return nullptr;
}

FigureRelation::Bind grows(int years) {
  return [=](Constraints& c, auto s, const Variables& v) { c.growth(s, v[2], v[1], v[0], years); };
}
// now is `factor` times before, or that much more
FigureRelation::Bind multiplies(double more) {
  return [=](Constraints& c, auto s, const Variables& v) {
    const auto factor = c.value();
    c.sum(s, {{factor, 1}, {v[0], -1}}, exactly(more));
    c.product(s, v[1], v[2], factor);
  };
}

}  // namespace

std::string a_year_before(std::string_view period) {
  std::string out(period);
  bool any = false;
  for (std::size_t i = 0; i + 4 <= out.size(); ++i) {
    const auto digit = [&](std::size_t at) { return at < out.size() && out[at] >= '0' && out[at] <= '9'; };
    if ((i > 0 && out[i - 1] != '@' && out[i - 1] != '/') || !digit(i) || !digit(i + 1) || !digit(i + 2) || !digit(i + 3) || digit(i + 4))
      continue;
    const int year = std::stoi(out.substr(i, 4)) - 1;
    if (year < 1000) return {};
    out.replace(i, 4, std::to_string(year));
    any = true;
    i += 3;
  }
  return any ? out : "";
}

Result<GrowthCheck> GrowthCheck::load(RuleBook& book) {
  GrowthCheck out;
  FB_TRY(out.growth_, book.rule("growth-of-levels"));
  FB_TRY(out.points_, book.rule("points-of-levels"));
  return out;
}

void GrowthCheck::check(const FigureScene& scene, FigureReport& report) const {
  bool any = false;
  for (const Figure& f : scene.figures())
    any = any || (f.observation && (f.observation->measure == Measure::growth || f.observation->measure == Measure::change));
  if (!any) return;
  const Levels levels(scene);
  for (const Figure& g : scene.figures()) {
    if (!g.observation) continue;
    const Observation& o = *g.observation;
    const bool growth = o.measure == Measure::growth && (o.unit == "%" || o.unit == "x");
    const bool change = o.measure == Measure::change && !o.basis.empty();
    if ((!growth && !change) || o.period.empty() || !std::isfinite(g.value)) continue;
    const Figure* const level = nearest(scene, g, [&](const Figure& f) {
      return f.observation && (f.observation->measure == Measure::level || f.observation->measure == Measure::share) &&
             same_words(*f.observation, o) && same_thing(*f.observation, o) && f.observation->period == o.period &&
             f.observation->unit != "rank" &&
             (change ? (o.unit == "pp" ? f.observation->unit == "%" : same_unit(f, g)) : f.observation->unit != "%");
    });
    if (!level) continue;
    const Observation& l = *level->observation;
    const std::string earlier = earlier_period(o);
    const Figure* before = levels.at(l, earlier);
    if (!before && o.basis.starts_with("since:")) before = levels.at(l, "@" + earlier);
    if (before && (before == level || before->observation->unit != l.unit)) before = nullptr;
    const std::string now = scene.printed(*level), told = scene.printed(g);

    // A change with its level tells the level before; with the growth beside it, the growth must be that of the two.
    if (change) {
      const std::string sign = g.value < 0 ? "+" : "-", amount = told;
      FigureRelation r{.rule = o.unit == "pp" ? points_ : growth_, .figures = {&g, level}};
      const auto less = [](Constraints& c, auto s, const Variables& v) { c.sum(s, {{v[1], 1}, {v[0], -1}, {v[2], -1}}, exactly(0)); };
      const std::string computed = scene.written(minus(level->interval, g.interval), *level);
      if (before) {
        r.figures.push_back(before);
        r.readings = {less};
        r.relation = now + sign + amount + " = " + computed +
                     (is_empty(common(minus(level->interval, g.interval), before->interval)) ? " ≠ " : " = ") + scene.printed(*before);
        r.reason = reason_of_growth(scene, {&g, level, before});
        r.direct = surely_together(g, *level, *before);
        r.values = {{"level", now}, {"change", told}, {"earlier", scene.printed(*before)}, {"computed", computed}};
        r.variant = "change";
        report.tell(r);
        continue;
      }
      const Figure* const rate = nearest(scene, g, [&](const Figure& f) {
        return f.observation && f.observation->measure == Measure::growth && f.observation->unit == "%" && same_words(*f.observation, o) &&
               same_thing(*f.observation, o) && f.observation->period == o.period && f.observation->basis == o.basis;
      });
      if (rate && o.unit != "pp" && !g.is_bound()) {
        const Interval base = minus(level->interval, g.interval);
        const Interval percent = times(over(g.interval, base), 100);
        r.figures = {rate, level, &g};
        r.readings = {[](Constraints& c, auto s, const Variables& v) {
          const auto base_value = c.value();
          c.sum(s, {{v[1], 1}, {v[2], -1}, {base_value, -1}}, exactly(0));
          c.share(s, v[2], base_value, v[0]);
        }};
        const std::string is = scene.written(std::abs((percent.low + percent.high) / 2), *rate, 1);
        r.relation = amount + "/(" + now + sign + amount + ") = " + is + (is_empty(common(percent, rate->interval)) ? " ≠ " : " = ") +
                     scene.printed(*rate);
        r.reason = reason_of_growth(scene, {&g, level});
        r.values = {{"level", now}, {"change", told}, {"growth", scene.printed(*rate)}, {"computed", is}};
        r.variant = "change_and_growth";
        report.tell(r);
        continue;
      }
      r.readings = {[](Constraints&, auto, const Variables&) {}};
      r.relation = now + sign + amount + " = " + computed;
      r.values = {{"level", now}, {"change", told}, {"computed", computed}};
      report.tell(r);
      continue;
    }

    FigureRelation r{.rule = growth_, .figures = {&g, level}};
    if (o.basis == "cagr") continue;  // figure_years.cc
    Constraints c;
    const auto s = c.statement();
    const auto before_value = c.value(), now_value = c.value(), percent = c.value();
    c.within(s, now_value, level->interval);
    c.within(s, percent, g.interval);
    if (o.unit == "%") c.growth(s, before_value, now_value, percent);
    else multiplies(1)(c, s, {percent, now_value, before_value});
    const Interval implied = c.solve().values[before_value];
    const std::string computed = scene.written(implied, *level, 1);
    const std::string amount =
        o.unit == "%" ? fmt::format("{}{}", g.value < 0 ? "-" : "+", scene.written(std::abs(g.value), g)) : "+" + told;
    r.relation = now + "/(1" + amount + ") = " + computed;
    r.values = {{"level", now}, {"growth", g.value < 0 ? "-" + told : told}, {"computed", computed}};
    if (!before) {
      if (std::isinf(implied.low) || std::isinf(implied.high)) continue;
      r.readings = {[](Constraints&, auto, const Variables&) {}};
      report.tell(r);
      continue;
    }
    r.figures.push_back(before);
    if (o.unit == "%") r.readings = {grows(1)};
    else r.readings = {multiplies(1), multiplies(0)};
    r.relation += (is_empty(common(implied, before->interval)) ? " ≠ " : " = ") + scene.printed(*before);
    r.values.emplace_back("earlier", scene.printed(*before));
    r.reason = reason_of_growth(scene, {&g, level, before});
    r.direct = surely_together(g, *level, *before);
    if (before->sentence != g.sentence) r.confidence = kFarConfidence;
    report.tell(r);
  }
}

}  // namespace fengbiao
