#include "check/figure_series.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "check/figure_growth.h"
#include "check/figure_levels.h"
#include "register/period.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostTold = 24;  // statements of one thing; those that follow are left out

using Variables = std::vector<Constraints::Variable>;

bool is_growth(const Figure& f) { return f.observation->measure == Measure::growth; }

// The periods of an article, as values of one thing.
class Periods {
 public:
  explicit Periods(Constraints& c) : c_(c) {}
  Constraints::Variable of(std::string_view period) {
    const auto [at, fresh] = values_.try_emplace(series_period(period).name, 0);
    if (fresh) at->second = c_.value();
    return at->second;
  }

 private:
  Constraints& c_;
  std::map<std::string, Constraints::Variable> values_;
};

void state(Constraints& c, Constraints::Statement s, Periods& periods, const Figure& f, Constraints::Variable value) {
  const Observation& o = *f.observation;
  const auto now = periods.of(o.period);
  if (is_growth(f)) c.growth(s, periods.of(a_year_before(o.period)), now, value);
  else c.sum(s, {{now, 1}, {value, -1}}, exactly(0));
}

}  // namespace

Result<SeriesCheck> SeriesCheck::load(RuleBook& book) {
  SeriesCheck out;
  FB_TRY(out.rule_, book.rule("growth-of-series"));
  return out;
}

void SeriesCheck::check(const FigureScene& scene, FigureReport& report) const {
  std::map<std::string, Figures> things;  // levels by unit; growth goes with every unit
  for (const Figure& f : scene.figures()) {
    if (!f.observation || f.quantity->value_max || !std::isfinite(f.value)) continue;
    const Observation& o = *f.observation;
    const bool level = o.measure == Measure::level && f.is_amount() && f.value > 0;
    const bool growth = o.measure == Measure::growth && o.unit == "%" && o.basis == "yoy" && f.value > -100;
    if ((!level && !growth) || !o.sure || o.period.empty() || a_year_before(o.period).empty()) continue;
    if (series_period(o.period).frequency == Frequency::none) continue;
    Figures& told = things[bare_words(o.indicator) + "|" + o.area + "|" + o.entity];
    if (told.size() < kMostTold) told.push_back(&f);
  }
  for (const auto& [thing, told] : things) {
    const auto rates = std::ranges::count_if(told, [](const Figure* f) { return is_growth(*f); });
    if (rates >= 2 && static_cast<std::size_t>(rates) + 2 <= told.size()) of_thing(scene, told, report);
  }
}

void SeriesCheck::of_thing(const FigureScene& scene, const Figures& told, FigureReport& report) const {
  const Figure* unit = *std::ranges::find_if(told, [](const Figure* f) { return !is_growth(*f); });
  Figures kept;
  for (const Figure* f : told)
    if (is_growth(*f) || same_unit(*f, *unit)) kept.push_back(f);
  Constraints c;
  Periods periods(c);
  for (const Figure* f : kept) {
    const auto s = c.statement();
    const auto value = c.value();
    c.within(s, value, f->interval);
    state(c, s, periods, *f, value);
  }
  const auto wrong = c.contradiction();
  if (wrong.empty()) return;
  Figures core;
  for (const auto s : wrong) core.push_back(kept[s]);
  const auto rates = std::ranges::count_if(core, [](const Figure* f) { return is_growth(*f); });
  if (rates == 0 || core.size() < 4) return;
  FigureRelation r{.rule = rule_, .figures = core};
  for (const Figure* f : core) {
    const std::string sign = is_growth(*f) && f->value >= 0 ? "+" : "";
    r.relation += (r.relation.empty() ? "" : ", ") + f->observation->period + " " + sign + (f->value < 0 ? "-" : "") + scene.printed(*f);
    if (r.reason.empty()) r.reason = reason_of_growth(scene, {f});
  }
  r.values = {{"told", r.relation}};
  std::ranges::rotate(r.figures, r.figures.end() - 1);  // the finding stands where the last of them is told
  std::ranges::rotate(core, core.end() - 1);
  r.readings = {[core](Constraints& all, auto s, const Variables& v) {
    Periods of(all);
    for (std::size_t i = 0; i < core.size(); ++i) state(all, s, of, *core[i], v[i]);
  }};
  report.tell(r);
}

}  // namespace fengbiao
