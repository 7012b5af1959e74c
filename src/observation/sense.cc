// What the words around a number make of it: a level, a growth and its base, a share, a rank or a change.
#include <algorithm>

#include "model/period.h"
#include "observation/frame.h"
#include "observation/period.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr int kNumbersBehind = 16;  // looked at for a word said of all

// The first time that begins at `at` or behind it.
std::uint32_t first_time(const Scene& scene, std::uint32_t at) {
  const auto t = std::lower_bound(scene.read.times.begin(), scene.read.times.end(), at,
                                  [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
  return static_cast<std::uint32_t>(t - scene.read.times.begin());
}

// 东南亚增速最快，预计为20.6%
int rate_told(const Scene& scene, std::uint32_t q, const Frame& f) {
  const Clause& clause = *scene.clause_of(q);
  const std::uint32_t c = scene.read.holdings[q].clause;
  if (!trim(scene.folded, f.left).empty() || f.of || c == 0 || clause.inside != kNoClause || !f.first) return 0;
  const Clause& before = scene.read.clauses[c - 1];
  if (before.sentence != clause.sentence) return 0;
  for (std::uint32_t i = before.first_quantity; i < before.first_quantity + before.quantities; ++i)
    if (scene.counts[i] && scene.quantity(i).kind != UnitKind::rank) return 0;  // 升幅居首，达5.2点
  for (const WordHit& hit : scene.hits.between(before.span.begin, before.span.end))
    if (hit.is(Role::gain) || hit.is(Role::loss)) return hit.is(Role::gain) ? 1 : -1;
  return 0;
}

// 成立七年来，…增长了520倍
bool years_before(const Scene& scene, std::uint32_t q) {
  const Clause& clause = *scene.clause_of(q);
  const std::uint32_t from = scene.read.sentences[clause.sentence > 0 ? clause.sentence - 1 : 0].span.begin;
  for (std::uint32_t i = first_time(scene, from); i < scene.read.times.size(); ++i) {
    const TimeInText& t = scene.read.times[i];
    if (t.time.span.begin >= scene.quantity(q).span.begin) break;
    if ((t.use == TimeUse::window ||
         (t.time.kind == TimeKind::duration && (t.time.duration.ends_with('Y') || t.time.duration.ends_with('M')))))
      return true;
  }
  return false;
}

// Two times whose years follow each other.
bool year_apart(std::string_view base, std::string_view period) {
  const auto earlier = year_before(period);
  const auto year = [](std::string_view time) { return time.substr(time.starts_with('@') ? 1 : 0, 4); };
  return earlier && year(*earlier) == year(base);
}

// 扩大到原来的1.8倍
bool of_former(const Scene& scene, std::uint32_t q) {
  const WordHit* of = scene.hits.ending_at(scene.begin(q));
  const WordHit* former = of && of->is(Role::of) ? scene.hits.ending_at(of->span.begin) : nullptr;
  return former && former->is(Role::former_value);
}

// +5.8%
bool signed_number(const Scene& scene, std::uint32_t q) {
  const Quantity& x = scene.quantity(q);
  return x.number.negative || scene.folded[x.span.begin] == '+' || (x.span.begin > 0 && scene.folded[x.span.begin - 1] == '+');
}

// 17.7%和16.9%的高增速: what stands behind the last of linked numbers.
int rate_behind(const Scene& scene, std::uint32_t q, const Frame& f) {
  std::uint32_t at = scene.end(q);
  int looked = 0;
  for (std::uint32_t i = scene.behind_in_clause(q); i != kNoClause && looked < kNumbersBehind; i = scene.behind_in_clause(i), ++looked) {
    const Span between = trim(scene.folded, {at, scene.begin(i)});
    if (scene.head(scene.at(between), Role::link) != between.size()) break;
    at = scene.end(i);
  }
  const auto told = [&](std::string_view rest) {
    return scene.head(rest, Role::gain) > 0 || scene.head(rest, Role::up) > 0 || scene.head(rest, Part::speed) > 0 ? 1
           : scene.head(rest, Role::loss) > 0 || scene.head(rest, Role::down) > 0                                  ? -1
                                                                                                                   : 0;
  };
  if (at == scene.end(q)) return f.of ? told(scene.folded.substr(scene.end(q) + 3, 30)) : 0;
  std::string_view rest = scene.folded.substr(at, 60);
  const std::size_t of = scene.head(rest, Role::of);
  return of > 0 ? told(rest.substr(of)) : 0;
}

// 占比由2018年的3.5%升到5.7%，提高2.2个百分点: the time that the two numbers before set out from; kNoClause: none.
std::uint32_t led_from(const Scene& scene, std::uint32_t q, const Frame& f) {
  if (q < 2 || !trim(scene.folded, f.left).empty() || !scene.counts[q - 1] || !scene.counts[q - 2]) return kNoClause;
  const Holding &from = scene.read.holdings[q - 2], &to = scene.read.holdings[q - 1];
  const Clause *clause = scene.clause_of(q), *before = scene.clause_of(q - 1);
  if (from.clause != to.clause || !clause || before->sentence != clause->sentence || to.clause + 1 < scene.read.holdings[q].clause)
    return kNoClause;
  if (from.period.from != Carried::own || scene.read.times[from.period.index].use != TimeUse::origin) return kNoClause;
  const WordHit* led = scene.hits.ending_at(scene.begin(q - 1));
  return led && (led->is(Role::to) || led->is(Role::change_to)) ? from.period.index : kNoClause;
}

// Months that a range of months covers; 0: it is none.
int months_of(const PeriodDays& days) {
  const auto number = [](std::string_view text) { return (text[0] - '0') * 10 + text[1] - '0'; };
  if (days.first.size() != 10 || days.last.size() != 10 || !days.first.ends_with("-01") ||
      number(std::string_view(days.last).substr(8)) < 28)
    return 0;
  const int years = number(std::string_view(days.last).substr(2)) - number(std::string_view(days.first).substr(2));
  return years * 12 + number(std::string_view(days.last).substr(5)) - number(std::string_view(days.first).substr(5)) + 1;
}

// 比三个月前; 较前六个月 where six months were told of that do not begin a year.
bool is_span_before(const TimeInText& base, std::string_view period) {
  const int months = base.time.from.month_shift.value_or(0);
  if (base.time.from.base == TimePoint::Base::reference && (months == -3 || months == -6)) return true;
  if (base.time.from.base != TimePoint::Base::none || base.time.from.year || base.time.kind != TimeKind::range) return false;
  const auto days = days_of_period(base.resolved.value), own = days_of_period(period);
  return days && own && own->first.substr(4) != days->first.substr(4) && months_of(*days) > 0 && months_of(*days) == months_of(*own);
}

// 自2016年以来扩大了1.6倍: since when; empty where nothing of the kind is told.
std::string begun(const Scene& scene, std::uint32_t q, const Frame& f) {
  const CarriedIndex& period = scene.read.holdings[q].period;
  if (!period.has() || (f.grown == 0 && !f.is_rate)) return {};
  const TimeInText& time = scene.read.times[period.index];
  if (time.time.role != TimeRole::since || time.time.span.end > scene.begin(q)) return {};
  const bool own = period.from == Carried::own && time.time.span.begin >= f.own.begin;
  const bool leads = period.from == Carried::sentence && time.clause + 1 == scene.read.holdings[q].clause &&
                     scene.read.clauses[time.clause].quantities == 0;  // 2019年以来，规模扩大了5倍
  if (!own && !leads) return {};
  return time.resolved.value.substr(0, time.resolved.value.find('/'));
}

// 以每年48%的速度
bool yearly_speed(const Scene& scene, std::uint32_t q, const Frame& f) {
  return f.of && scene.head(scene.folded.substr(scene.end(q) + 3, 30), Part::speed) > 0 &&
         scene.tail(scene.at({f.own.begin, scene.begin(q)}), Part::yearly) > 0;
}

// 高于6月的26%: what stood there at the time that is looked back at.
bool is_of_base(const Scene& scene, std::uint32_t q) {
  const CarriedIndex& period = scene.read.holdings[q].period;
  if (!period.has() || period.from != Carried::own || scene.read.times[period.index].use != TimeUse::base) return false;
  const WordHit* of = scene.hits.ending_at(scene.begin(q));
  return of && of->is(Role::of) && of->span.begin == scene.read.times[period.index].time.span.end;
}

}  // namespace

Sense read_measure(const Scene& scene, std::uint32_t q, const Frame& f, std::string_view period, bool share_like) {
  const Quantity& x = scene.quantity(q);
  Sense r;
  const auto is = [&](Measure measure, std::string_view rule) {
    r.measure = measure;
    r.rule = rule;
  };
  const bool grown = f.grown != 0 && !f.to;
  const UnitKind kind = x.number.fraction && x.unit.empty() ? UnitKind::percent : x.kind;
  switch (kind) {
    case UnitKind::rank: is(Measure::rank, "a rank"); break;
    case UnitKind::points_of_percent: is(Measure::change, "percentage points"); break;
    case UnitKind::percent:
      if (f.to) is(Measure::share, "a percentage that growth leads to");
      else if (grown && !f.share && !f.is_rate && is_of_base(scene, q)) is(Measure::share, "what it was at another time");
      else if (grown && !f.share) is(Measure::growth, f.is_rate ? "a rate of growth before the number" : "growth word before the number");
      else if ((f.yoy || f.period_on_period) && !f.share && !share_like) is(Measure::growth, "compared with another period");
      else if (signed_number(scene, q) && !f.share && !share_like) is(Measure::growth, "a sign before the percentage");
      else if (rate_told(scene, q, f) != 0 && !share_like && !f.share) is(Measure::growth, "a rate of growth in the clause before");
      else if (rate_behind(scene, q, f) != 0) is(Measure::growth, "a rate of growth behind the number");
      else is(Measure::share, share_like || f.share ? "a share word before the number" : "a percentage without growth");
      break;
    case UnitKind::multiple:
      if (scene.head(scene.at(x.span), Part::doubling) > 0) is(Measure::growth, "a word of doubling");
      else if (of_former(scene, q)) is(Measure::growth, "a multiple of what it was before");
      else if (grown || f.yoy || f.period_on_period || f.base != kNoClause) is(Measure::growth, "growth word before the number");
      else is(Measure::level, "a multiple");
      break;
    default:
      if (f.fresh) is(Measure::change, "word of adding before the number");
      else if (grown) is(Measure::change, "growth word before an amount");
      else if (x.unit == "points" && rate_told(scene, q, f) != 0) is(Measure::change, "a rate of growth in the clause before");
      else is(Measure::level, "an amount");
  }
  if (r.measure != Measure::growth && r.measure != Measure::change) return r;
  if ((f.grown < 0 || (f.grown == 0 && (rate_told(scene, q, f) < 0 || (x.kind == UnitKind::percent && rate_behind(scene, q, f) < 0)))) &&
      x.value > 0)
    r.sign = -1;

  if (f.fresh && f.base == kNoClause && !f.yoy) {
    r.basis_rule = "what is added has no base";
    return r;
  }
  r.stated = f.cagr || f.base != kNoClause || f.yoy || f.period_on_period || f.over_years || f.compared;
  const int told = rate_told(scene, q, f);
  const Span told_in = told == 0 ? Span{} : scene.read.clauses[scene.read.holdings[q].clause - 1].span;
  if ((f.cagr && !f.yoy) || yearly_speed(scene, q, f) || (told != 0 && !f.yoy && scene.hits.in(told_in, Role::cagr))) {
    r.basis = "cagr";
    r.basis_rule = "a yearly average of growth";
  } else if (f.base != kNoClause && f.period_on_period) {
    r.basis = "period";
    r.basis_rule = "a word for the period before";
  } else if (f.base != kNoClause) {
    const TimeInText& base = scene.read.times[f.base];
    const TimePoint& from = base.time.from;
    const bool last_year = from.base == TimePoint::Base::reference && from.year_shift.value_or(0) == -1 && !from.month && !from.quarter &&
                           !from.half && !from.day && from.edge == TimePoint::Edge::whole;
    const bool last_part = from.base == TimePoint::Base::reference &&
                           ((from.month_shift && *from.month_shift == -1) || (from.quarter_shift && *from.quarter_shift == -1) ||
                            (from.week_shift && *from.week_shift == -1) || (from.day_shift && *from.day_shift == -1));
    const bool last_end = from.base == TimePoint::Base::reference && from.year_shift && *from.year_shift == -1 &&
                          from.edge == TimePoint::Edge::end && !from.month && !from.quarter && !from.half;
    if (last_end) r.basis = basis_of(end_of_year_before(period, base.resolved.value), period, false);
    else r.basis = last_year ? "yoy" : last_part ? "period" : basis_of(base.resolved.value, period, f.yoy);
    r.basis_rule = "compared with a time";
    if (is_span_before(base, period)) r.basis = "period";
    if (base.time.same_period && !from.year) r.basis = "yoy";
    // 比2022年618, 比两年前
    if (!base.time.from.named.empty() && year_apart(base.resolved.value, period)) r.basis = "yoy";
    if (base.time.ago && base.time.duration.ends_with('Y') && base.resolved.value.size() > 4)
      r.basis = basis_of(std::string_view(base.resolved.value).substr(base.resolved.value[0] == '@' ? 1 : 0, 4), period, false);
  } else if (f.yoy) {
    r.basis = "yoy";
    r.basis_rule = "a word for the year before";
  } else if (f.period_on_period) {
    r.basis = "period";
    r.basis_rule = "a word for the period before";
  } else if (f.over_years) {
    r.basis = "multi";
    r.basis_rule = "over a span of time";
  } else if (const int rate = rate_told(scene, q, f);
             rate != 0 && scene.hits.in(scene.read.clauses[scene.read.holdings[q].clause - 1].span, Role::yoy)) {
    r.basis = "yoy";  // 同比降幅较大，分别为
    r.stated = true;
    r.basis_rule = "a word for the year before";
  } else if (const std::uint32_t from = r.stated ? kNoClause : led_from(scene, q, f); from != kNoClause) {
    r.basis = basis_of(scene.read.times[from].resolved.value, period, false);
    r.stated = true;
    r.basis_rule = "from the time that the numbers before set out from";
  } else if (const std::string start = r.stated ? std::string() : begun(scene, q, f); !start.empty()) {
    r.basis = basis_of(start, period, false);
    r.stated = true;
    r.basis_rule = "since a time";
  } else if (f.compared) {
    r.basis_rule = "compared with something that is no time";
  } else if (x.kind == UnitKind::multiple && years_before(scene, q)) {
    r.basis = "multi";
    r.basis_rule = "over a span of time told before";
  } else {
    r.basis = "yoy";
    r.basis_rule = "growth without a stated base";
  }
  return r;
}

}  // namespace fengbiao
