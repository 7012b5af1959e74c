#include "clause/outlook.h"

#include <algorithm>

namespace fengbiao {
namespace {

bool tells_level(const ReadText& text, const Clause& clause) {
  const auto first = text.quantities.begin() + clause.first_quantity;
  return std::any_of(first, first + clause.quantities, [](const Quantity& q) {
    return q.kind == UnitKind::counter || q.kind == UnitKind::money || q.kind == UnitKind::none;
  });
}

// A time that is not merely what something is compared with.
bool says_time(const Hits& hits, const ReadText& text, const Clause& clause) {
  const auto first = text.times.begin() + clause.first_time;
  return std::any_of(first, first + clause.times, [&](const TimeInText& t) {
    return t.time.kind != TimeKind::duration && !hits.before(t.time.span.begin, WordUse::compare_before);
  });
}

Outlook by_words(const Hits& hits, const Clause& clause) {
  bool ahead = false;
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end)) {
    if (hit.is(WordUse::forecast)) return Outlook::forecast;
    if (hit.is(WordUse::target)) return Outlook::target;
    ahead |= hit.is(WordUse::ahead) && hit.span.begin == clause.span.begin;
  }
  return ahead ? Outlook::forecast : Outlook::actual;
}

}  // namespace

void find_outlooks(const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence, ReadText& text) {
  std::uint32_t whole = kNoClause;                      // of the sentence: what 其中 refers to
  std::uint32_t figure = kNoClause, level = kNoClause;  // of the paragraph: last clause with a quantity, with one that is no rate
  std::uint32_t sentence = kNoClause;
  Outlook before = Outlook::actual;
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    Clause& clause = text.clauses[c];
    if (clause.sentence != sentence) {
      if (sentence != kNoClause && paragraph_of_sentence[sentence] != paragraph_of_sentence[clause.sentence]) figure = level = kNoClause;
      sentence = clause.sentence;
      whole = kNoClause;
      before = Outlook::actual;
    }
    if (clause.inside != kNoClause) {
      clause.outlook = text.clauses[clause.inside].outlook;
      continue;
    }
    const WordHit* part = hits.in(clause.span, WordUse::part);
    if (part && (clause.quantities == 0 || part->span.begin < text.quantities[clause.first_quantity].span.begin))
      whole = level != kNoClause ? level : figure;
    if (whole != kNoClause) {
      clause.part_of = whole;
    } else if (clause.quantities > 0) {
      figure = c;
      if (tells_level(text, clause)) level = c;
    }
    clause.outlook = by_words(hits, clause);
    if (clause.outlook == Outlook::actual && !says_time(hits, text, clause) && !hits.in(clause.span, WordUse::now)) clause.outlook = before;
    before = clause.outlook;
  }
}

}  // namespace fengbiao
