#include "clause/acts.h"

#include <algorithm>

#include "clause/spoken_of.h"

namespace fengbiao {

bool is_act(const Hits& hits, const ReadText& text, const Clause& clause) {
  if (clause.inside != kNoClause) return false;
  if (says(clause, WordUse::survey)) return true;
  if (clause.quantities == 0 || !says(clause, WordUse::act)) return false;
  const WordHit* act = hits.in({clause.span.begin, text.quantities[clause.first_quantity].span.begin}, WordUse::act);
  return act && !hits.behind(act->span.end, WordUse::of);  // 认定的基地
}

bool counts_anew(const Clause& clause) {
  return says(clause, WordUse::tell) || says(clause, WordUse::act) || says(clause, WordUse::and_so_on) || says(clause, WordUse::done);
}

bool is_published(const ReadText& text, const CarriedIndex& told) {
  const std::uint32_t c = text.times[told.index].clause;
  return c != kNoClause && (says(text.clauses[c], WordUse::publish) || (c + 1 < text.clauses.size() && text.clauses[c].quantities == 0 &&
                                                                        says(text.clauses[c + 1], WordUse::publish)));
}

bool tells_number(const ReadText& text, const Clause& clause) {
  const auto first = text.quantities.begin() + clause.first_quantity;
  return std::any_of(first, first + clause.quantities, [](const Quantity& q) { return q.kind != UnitKind::counter || q.value != 1; });
}

bool is_poll(const ReadText& text, const CarriedIndex& told) {
  const std::uint32_t c = text.times[told.index].clause;
  return c != kNoClause && says(text.clauses[c], WordUse::poll);
}

bool stands_last(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause) {
  if (clause.quantities == 0 || clause.inside != kNoClause) return false;
  const Quantity& last = text.quantities[clause.first_quantity + clause.quantities - 1];
  // 三家公司公布8月简报: what is made known is of that time.
  return last.span.end <= time.time.span.begin && !hits.in({last.span.end, time.time.span.begin}, WordUse::publish);
}

bool names_ranking(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause) {
  if (time.use != TimeUse::named || time.resolved.value.size() != 4 || text.now.size() < 5 || time.resolved.value > text.now.substr(1, 4))
    return false;
  const auto words = hits.between(time.time.span.end, clause.span.end);
  return !words.empty() && (words.back().is(WordUse::ranking) || words.back().is(WordUse::list)) &&
         words.back().span.end == clause.span.end;
}

bool is_over(const ReadText& text, const Clause& clause) {
  const TimeInText* time = clause.period.has() ? &text.times[clause.period.index] : nullptr;
  return clause.outlook != Outlook::actual && time && clause.period.from == Carried::own && clause.inside == kNoClause &&
         time->use == TimeUse::stock && time->resolved.end && text.now.size() == 8 &&
         time->resolved.end->iso().substr(0, 7) < text.now.substr(1) && !says(clause, WordUse::forecast) &&
         !says(clause, WordUse::target) && !says(clause, WordUse::intent) && !says(clause, WordUse::will);
}

bool tells_rates(const ReadText& text, const Clause& clause) {
  for (std::uint32_t q = clause.first_quantity; q < clause.first_quantity + clause.quantities; ++q)
    if (const UnitKind kind = text.quantities[q].kind;
        kind != UnitKind::percent && kind != UnitKind::multiple && kind != UnitKind::points_of_percent)
      return false;
  return clause.quantities > 0;
}

bool is_of_one(const Hits& hits, const ReadText& text, const TimeInText& time) {
  const WordHit* of = hits.beginning_at(time.time.span.end);
  if (!of || !of->is(WordUse::of)) return false;
  const auto q = std::lower_bound(text.quantities.begin(), text.quantities.end(), of->span.end,
                                  [](const Quantity& x, std::uint32_t at) { return x.span.begin < at; });
  if (q == text.quantities.end()) return false;
  const std::uint32_t begin = q->hedge.empty() ? q->span.begin : std::min(q->hedge.begin, q->span.begin);
  return begin <= of->span.end + 1 &&
         (hits.before(time.time.span.begin, WordUse::until) || hits.before(time.time.span.begin, WordUse::to_level));
}

bool explains(const ReadText& text, const TimeInText& time, const CarriedIndex& period) {
  if (!period.has()) return false;
  const TimeInText& around = text.times[period.index];
  const Clause& clause = text.clauses[around.clause];
  if (clause.quantities > 0 && text.quantities[clause.first_quantity].span.begin < time.time.span.begin) return false;
  const ResolvedTime &outer = around.resolved, &inner = time.resolved;
  if (!outer.start || !outer.end || !inner.start || !inner.end) return false;
  // 2023财年上半年（2022年9月至2023年2月）: right behind it and nothing else.
  if (text.clauses[time.clause].span == time.time.span && around.time.span.end + 1 == time.time.span.begin) return true;
  if (!around.time.from.named.empty())  // a campaign, whatever its usual days are
    return *outer.start <= *inner.end && *inner.start <= *outer.end;
  return *outer.start <= *inner.start && *inner.end <= *outer.end;
}

bool tells_of_place(const Hits& hits, const ReadText& text, const Clause& clause, const Name& firm, const CarriedIndex& place) {
  const bool home = place.has() && firm.home.size() == 2 && firm.home == text.places[place.index].code;
  const std::uint32_t to = clause.quantities > 0 ? text.quantities[clause.first_quantity].span.begin : clause.span.end;
  return (home || firm.by_form) && hits.in({firm.span.end, std::max(firm.span.end, to)}, WordUse::teller_after);
}

bool is_running_year(const Hits& hits, const ReadText& text, const TimeInText& t, const Clause& clause) {
  if ((t.use != TimeUse::flow && t.use != TimeUse::aside) || !t.time.from.of_said || t.time.from.year_shift != 0 ||
      t.resolved.value.size() != 4)
    return false;
  if (text.now.size() != 8 || text.now.substr(1, 4) != t.resolved.value || text.now.substr(6) > "10" || says(clause, WordUse::done))
    return false;
  return !hits.behind(t.time.span.end, WordUse::of) && !hits.behind(t.time.span.end, WordUse::target);  // 全年目标的六成
}

bool is_inside(const ReadText& text, const CarriedIndex& said, const CarriedIndex& before) {
  const auto time_of = [&](const CarriedIndex& period) { return period.has() ? &text.times[period.index] : nullptr; };
  const TimeInText *outer = time_of(before), *inner = time_of(said);
  if (!outer || outer->use == TimeUse::stock || outer->use == TimeUse::window) return false;
  if (said.from == Carried::date) return true;
  if (!inner || !inner->resolved.start || !inner->resolved.end || !outer->resolved.start || !outer->resolved.end) return false;
  // 2017年至2021年 where 2021年 is spoken of: years that a rate is taken over
  if (inner->time.kind == TimeKind::range && inner->resolved.start->year < outer->resolved.start->year && inner->resolved.value.size() == 9)
    return true;
  const bool same = *inner->resolved.start == *outer->resolved.start && *inner->resolved.end == *outer->resolved.end;
  return !same && *outer->resolved.start <= *inner->resolved.start && *inner->resolved.end <= *outer->resolved.end;
}

bool tells_of_facility(const Hits& hits, const ReadText& text, std::uint32_t c, const Name& firm, const CarriedIndex& place) {
  const Clause &clause = text.clauses[c], &next = text.clauses[c + 1];
  if (!is_firm(firm) || !hits.in({firm.span.end, clause.span.end}, WordUse::teller_after)) return false;
  if (next.sentence != clause.sentence || next.quantities == 0 || !place.has() || !text.places[place.index].facility) return false;
  const std::uint32_t at = text.places[place.index].span.begin;
  return at == next.span.begin || (next.times > 0 && at == text.times[next.first_time].time.span.end);
}

bool begins_aspect(const Hits& hits, const Clause& clause) {
  if (!hits.behind(clause.span.begin, WordUse::range_from) && !hits.behind(clause.span.begin, WordUse::sorted)) return false;
  const auto words = hits.between(clause.span.begin, clause.span.end);
  return words.back().is(WordUse::aspect) && words.back().span.end == clause.span.end;
}

bool stands_before_last(const ReadText& text, const CarriedIndex& place, const Clause& clause) {
  return place.has() && (clause.quantities == 0 ||
                         text.places[place.index].span.begin < text.quantities[clause.first_quantity + clause.quantities - 1].span.begin);
}

}  // namespace fengbiao
