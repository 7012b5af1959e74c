#include "check/figure_moves.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "register/period.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBehind = 3;  // figures between a move and what is said of it
constexpr int kMostYears = 60;
constexpr double kFarConfidence = 0.6;
constexpr std::size_t kLittle = 18;       // bytes between a level and its growth: 大幅增长
constexpr std::size_t kLongestBase = 60;  // bytes of 较去年同期的

using Variables = std::vector<Constraints::Variable>;

std::optional<int> year_of(std::string_view period) {
  const SeriesPeriod p = series_period(period);
  if (p.frequency == Frequency::none || p.last_day == 0) return std::nullopt;
  return calendar_day(p.last_day).year;
}

// Growth, now, before.
FigureRelation::Bind grows(int years) {
  return [=](Constraints& c, auto s, const Variables& v) {
    c.within(s, v[0], {-100, everything().high});
    c.growth(s, v[2], v[1], v[0], years);
  };
}

FigureRelation::Bind multiplies(double more) {
  return [=](Constraints& c, auto s, const Variables& v) {
    const auto factor = c.value();
    c.sum(s, {{factor, 1}, {v[0], -1}}, exactly(more));
    c.product(s, v[1], v[2], factor);
  };
}

// 增长, 降幅: growth may be told without its sign behind a move that falls.
FigureRelation::Bind shrinks() {
  return [](Constraints& c, auto s, const Variables& v) {
    const auto growth = c.value();
    c.sum(s, {{growth, 1}, {v[0], 1}}, exactly(0));
    c.growth(s, v[2], v[1], growth);
  };
}

bool is_level(const Figure& f) {
  return f.observation && (f.observation->measure == Measure::level || f.observation->measure == Measure::share) &&
         !f.quantity->value_max && f.value > 0 && f.quantity->kind != UnitKind::rank;
}

// Likewise, or what was added: 新增4.8万家.
bool is_told(const Figure& f) {
  return is_level(f) || (f.observation && f.observation->measure == Measure::change && f.observation->basis.empty() && f.value > 0 &&
                         !f.quantity->value_max);
}

}  // namespace

Result<MoveCheck> MoveCheck::load(RuleBook& book) {
  MoveCheck out;
  FB_TRY(out.rule_, book.rule("growth-over-years"));
  return out;
}

void MoveCheck::check(const FigureScene& scene, FigureReport& report) const {
  std::optional<Levels> levels;
  for (const Figure& f : scene.figures()) {
    if (!f.observation || f.sentence == kNoClause || f.quantity->value_max || !std::isfinite(f.value)) continue;
    if (f.observation->measure != Measure::growth && f.observation->measure != Measure::change) continue;
    if (f.observation->basis == "cagr") {
      if (!levels) levels.emplace(scene);
      over_years(scene, *levels, f, report);
    } else if (!of_compared(scene, f, report)) {
      of_move(scene, f, report);
    }
  }
}

// A, 较去年的B增长g: the figure it is compared with is told.
bool MoveCheck::of_compared(const FigureScene& scene, const Figure& told, FigureReport& report) const {
  const Observation& o = *told.observation;
  const bool multiple = o.unit == "x" && told.value > 0 && scene.says(told.label, FigureWord::grows_by);
  if (told.index < 2 || o.measure != Measure::growth || (o.unit != "%" && !multiple) || told.is_bound()) return false;
  if (report.has_judged(told)) return true;
  const auto& figures = scene.figures();
  const Figure& before = figures[told.index - 1];
  if (before.clause != told.clause || !is_told(before)) return false;
  const Span gap = trim(scene.folded(), scene.between(before, told));
  if (gap.size() > kLittle || scene.words(gap).find_first_of(",;(") != std::string_view::npos) return false;
  const Span lead = trim(scene.folded(), scene.between(figures[told.index - 2], before));
  const WordHit* word = scene.hits().in(lead, FigureWord::compared);
  if (!word || word->span.begin > lead.begin + 3 || lead.size() > kLongestBase) return false;
  if (scene.says(lead, FigureWord::rise_to) || scene.says(lead, FigureWord::fall_to)) return false;
  const auto is_now = [&](const Figure& f) { return f.sentence == told.sentence && is_told(f) && f.is_amount() && same_unit(f, before); };
  const auto fits = [&](const Figure& f) {
    Constraints c;
    const auto s = c.statement();
    const auto growth = c.value(), now_value = c.value(), base = c.value();
    c.within(s, growth, told.interval);
    c.within(s, now_value, f.interval);
    c.within(s, base, before.interval);
    if (multiple) multiplies(1)(c, s, {growth, now_value, base});
    else c.growth(s, base, now_value, growth);
    return c.solve().possible;
  };
  // 卖出1.26亿元，日均1800万元，比上届的0.90亿元: the total may be meant.
  const Figure* level = &figures[told.index - 2];
  if (level->is_share() && told.index >= 3) level = &figures[told.index - 3];  // 4.8万家，占22.2%，比…的6.0万家减少25%
  bool sure = !scene.says(level->label, FigureWord::average) && !scene.says(level->label, FigureWord::daily);
  if (!is_now(*level)) return false;
  if (!fits(*level) && told.index >= 3 && is_now(figures[told.index - 3])) {
    sure = false;
    if (fits(figures[told.index - 3])) level = &figures[told.index - 3];
  }
  const Figure& now = *level;
  FigureRelation r{.rule = rule_, .figures = {&told, &now, &before}, .readings = {grows(1), shrinks()}, .direct = sure};
  if (multiple) r.readings = {multiplies(1)};
  const std::string is = multiple ? plain_number(now.value / before.value - 1, 2) + told.quantity->printed_unit
                                  : scene.written(std::abs(100 * (now.value / before.value - 1)), told, 1);
  r.relation = scene.printed(now) + "/" + scene.printed(before) + " - 1 = " + is;
  r.relation += (is_possible(r, {told.interval, now.interval, before.interval}) ? " = " : " ≠ ") + scene.printed(told);
  r.values = {{"from", scene.printed(before)}, {"to", scene.printed(now)}, {"told", scene.printed(told)}, {"computed", is}};
  const std::uint32_t from = scene.outer_clause(now).begin, to = told.quantity->span.end;
  for (const auto& [use, reason] :
       {std::pair(FigureWord::comparable, "comparable_base"), {FigureWord::revised, "revised"}, {FigureWord::real_terms, "real_terms"}})
    if (scene.says({std::min(from, to), to}, use)) r.reason = reason;
  report.tell(r);
  return true;
}

void MoveCheck::over_years(const FigureScene& scene, const Levels& levels, const Figure& growth, FigureReport& report) const {
  const Observation& o = *growth.observation;
  const auto slash = o.period.find('/');
  if (o.unit != "%" || slash == o.period.npos) return;
  const Figure* before = levels.at(o, o.period.substr(0, slash));
  const Figure* now = levels.at(o, o.period.substr(slash + 1));
  if (!before || !now || !is_level(*before) || !is_level(*now) || !same_unit(*before, *now)) return;
  const auto from = year_of(before->observation->period), to = year_of(now->observation->period);
  if (!from || !to || *to <= *from || *to - *from > kMostYears) return;
  const int years = *to - *from;
  FigureRelation r{.rule = rule_, .figures = {&growth, now, before}, .readings = {grows(years), grows(years + 1)}};
  const double rate = 100 * (std::pow(now->value / before->value, 1.0 / years) - 1);
  const std::string is = scene.written(rate, growth, 1);
  r.relation = "(" + scene.printed(*now) + "/" + scene.printed(*before) + ")^(1/" + std::to_string(years) + ") - 1 = " + is;
  r.relation += (is_possible(r, {growth.interval, now->interval, before->interval}) ? " = " : " ≠ ") + scene.printed(growth);
  r.values = {{"from", scene.printed(*before)}, {"to", scene.printed(*now)}, {"told", scene.printed(growth)}, {"computed", is}};
  r.reason = reason_of_growth(scene, {&growth, now, before});
  r.direct = true;  // of these very years
  if (!surely_together(growth, *now, *before)) r.confidence = kFarConfidence;
  report.tell(r);
}

// The move directly before, in the same sentence.
void MoveCheck::of_move(const FigureScene& scene, const Figure& told, FigureReport& report) const {
  const auto first = scene.of_sentence(told).first;
  const auto& figures = scene.figures();
  const Figure *a = nullptr, *b = nullptr;
  for (std::uint32_t back = 1; back <= kBehind && told.index >= first + back + 1; ++back) {
    const Figure &x = figures[told.index - back - 1], &y = figures[told.index - back];
    if (!is_level(x) || !is_level(y) || !same_unit(x, y) || x.clause != y.clause) continue;
    const Span between = scene.between(x, y);
    if (!scene.says(between, FigureWord::rise_to) && !scene.says(between, FigureWord::fall_to)) continue;
    if (!scene.says({std::min(x.lead.begin, x.quantity->span.begin), x.quantity->span.begin}, FigureWord::from)) continue;
    a = &x, b = &y;
    break;
  }
  if (!a || !same_words(*b->observation, *told.observation) || a->observation->period == b->observation->period) return;
  const Observation& o = *told.observation;
  FigureRelation r{.rule = rule_, .figures = {&told, b, a}};
  std::string is;
  if (o.measure == Measure::change) {
    if (o.unit == "pp" ? a->quantity->kind != UnitKind::percent : !same_unit(told, *a)) return;
    const double sign = told.value < 0 || b->value > a->value ? 1 : -1;
    r.readings = {[sign](Constraints& c, auto s, const Variables& v) { c.sum(s, {{v[1], 1}, {v[2], -1}, {v[0], -sign}}, exactly(0)); }};
    is = o.unit == "pp" ? plain_number(b->value - a->value, 2) : scene.written(std::abs(b->value - a->value), told);
    r.relation = scene.printed(*b) + "-" + scene.printed(*a) + " = " + is;
  } else if (o.unit == "%") {
    r.readings = {grows(1)};
    if (b->value < a->value && told.value > 0) r.readings.push_back(shrinks());
    if (a->quantity->kind == UnitKind::percent) {
      for (const double sign : {1.0, -1.0})
        r.points.push_back([sign](Constraints& c, auto s, const Variables& v) {
          c.sum(s, {{v[1], 1}, {v[2], -1}, {v[0], -sign}}, exactly(0));
        });
    }
    is = scene.written(std::abs(100 * (b->value / a->value - 1)), told, 1);
    r.relation = scene.printed(*b) + "/" + scene.printed(*a) + " - 1 = " + is;
  } else if (o.unit == "x") {
    // 增长了3倍 is to four times as much; 扩大3倍 may be either.
    const bool more = scene.says(told.label, FigureWord::grows_by);
    r.readings = {multiplies(1)};
    if (!more) r.readings.push_back(multiplies(0));
    is = plain_number(b->value / a->value - (more ? 1 : 0), 2);
    r.relation = scene.printed(*b) + "/" + scene.printed(*a) + (more ? " - 1 = " : " = ") + is;
  } else {
    return;
  }
  r.relation += (is_possible(r, {told.interval, b->interval, a->interval}) ? " = " : " ≠ ") + scene.printed(told);
  r.values = {{"from", scene.printed(*a)}, {"to", scene.printed(*b)}, {"told", scene.printed(told)}, {"computed", is}};
  r.reason = reason_of_growth(scene, {&told});
  // 同比: over the year before, where the move is over more years.
  r.direct = told.index <= b->index + 1 && !scene.says(told.label, FigureWord::compared);
  report.tell(r);
}

}  // namespace fengbiao
