#include "clause/acts.h"

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

bool stands_last(const ReadText& text, const TimeInText& time, const Clause& clause) {
  if (clause.quantities == 0 || clause.inside != kNoClause) return false;
  const Quantity& last = text.quantities[clause.first_quantity + clause.quantities - 1];
  return last.span.end <= time.time.span.begin;
}

bool names_ranking(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause) {
  if (time.use != TimeUse::named || time.resolved.value.size() != 4 || text.now.size() < 5 || time.resolved.value > text.now.substr(1, 4))
    return false;
  const auto words = hits.between(time.time.span.end, clause.span.end);
  return !words.empty() && (words.back().is(WordUse::ranking) || words.back().is(WordUse::list)) &&
         words.back().span.end == clause.span.end;
}

}  // namespace fengbiao
