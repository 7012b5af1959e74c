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

bool looks_ahead(const Clause& clause) {
  return says(clause, WordUse::forecast) || says(clause, WordUse::target) || says(clause, WordUse::intent) || says(clause, WordUse::ahead);
}

// 打算继续买的用户占66%: it says which persons are meant.
bool of_persons(const Hits& hits, const ReadText& text, const Clause& clause, const WordHit& word) {
  constexpr std::uint32_t kVerb = 18;  // bytes: six characters
  if (clause.quantities == 0) return false;
  const std::uint32_t first = text.quantities[clause.first_quantity].span.begin;
  for (std::uint32_t q = clause.first_quantity; q < clause.first_quantity + clause.quantities; ++q)
    if (text.quantities[q].kind != UnitKind::percent) return false;
  const WordHit* of = hits.in({word.span.end, std::min(word.span.end + kVerb + 3, first)}, WordUse::of);
  if (!of || of->span.begin < word.span.end + 6) return false;
  for (std::uint32_t t = clause.first_time; t < clause.first_time + clause.times; ++t)
    if (text.times[t].time.span.begin >= word.span.end && text.times[t].time.span.begin < of->span.begin) return false;
  return true;
}

Outlook by_words(const Hits& hits, const ReadText& text, const Clause& clause) {
  bool ahead = false;
  if (!looks_ahead(clause)) return Outlook::actual;
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end)) {
    if (hit.is(WordUse::forecast)) return Outlook::forecast;
    if (hit.is(WordUse::target) && !of_persons(hits, text, clause, hit)) return Outlook::target;
    // 将投入: somebody means to; 将在2025年达: it is expected.
    if (hit.is(WordUse::intent)) return hits.in({hit.span.begin, clause.span.end}, WordUse::reach) ? Outlook::forecast : Outlook::target;
    ahead |= hit.is(WordUse::ahead) && hit.span.begin == clause.span.begin;
  }
  return ahead ? Outlook::forecast : Outlook::actual;
}

// 51%的人打算购买: what so many mean to do holds for nothing behind it.
bool says_of_persons(const Hits& hits, const ReadText& text, const Clause& clause) {
  if (clause.outlook == Outlook::actual || clause.quantities == 0) return false;
  const Quantity& first = text.quantities[clause.first_quantity];
  // 打算花100元至200元的占38%
  const Quantity& last = text.quantities[clause.first_quantity + clause.quantities - 1];
  if (last.kind == UnitKind::percent && first.kind != UnitKind::percent)
    for (const WordHit& hit : hits.between(clause.span.begin, last.span.begin))
      if (hit.is(WordUse::toward) && hits.before(hit.span.begin, WordUse::of)) return true;
  if (first.kind != UnitKind::percent) return false;
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end))
    if (hit.is(WordUse::forecast) || hit.is(WordUse::target) || hit.is(WordUse::intent)) return first.span.end <= hit.span.begin;
  return false;
}

bool ahead_only(const Hits& hits, const Clause& clause) {
  if (!says(clause, WordUse::ahead)) return false;
  bool ahead = false;
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end)) {
    if (hit.is(WordUse::forecast) || hit.is(WordUse::target) || hit.is(WordUse::intent)) return false;
    ahead |= hit.is(WordUse::ahead) && hit.span.begin == clause.span.begin;
  }
  return ahead;
}

// 某机构预计，2023年规模为4亿元: what follows in the sentence is what it expects.
bool ends_in_forecast(const Hits& hits, const Clause& clause) {
  constexpr std::uint32_t kBehind = 6;  // two characters
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end))
    if (hit.is(WordUse::forecast) && hit.span.end + kBehind >= clause.span.end) return true;
  return false;
}

}  // namespace

void find_outlooks(const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence, ReadText& text) {
  std::uint32_t whole = kNoClause;                      // of the sentence: what 其中 refers to
  std::uint32_t figure = kNoClause, level = kNoClause;  // of the paragraph: last clause with a quantity, with one that is no rate
  std::uint32_t sentence = kNoClause;
  Outlook before = Outlook::actual, governs = Outlook::actual;
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    Clause& clause = text.clauses[c];
    if (clause.sentence != sentence) {
      if (sentence != kNoClause && paragraph_of_sentence[sentence] != paragraph_of_sentence[clause.sentence]) figure = level = kNoClause;
      sentence = clause.sentence;
      whole = kNoClause;
      before = governs = Outlook::actual;
    }
    if (clause.inside != kNoClause) {
      clause.outlook = text.clauses[clause.inside].outlook;
      continue;
    }
    const WordHit* part = says(clause, WordUse::part) ? hits.in(clause.span, WordUse::part) : nullptr;
    if (part && (clause.quantities == 0 || part->span.begin < text.quantities[clause.first_quantity].span.begin))
      whole = level != kNoClause ? level : figure;
    if (whole != kNoClause) {
      clause.part_of = whole;
    } else if (clause.quantities > 0) {
      figure = c;
      if (tells_level(text, clause)) level = c;
    }
    clause.outlook = by_words(hits, text, clause);
    // 甲计划再开5家；乙由6家增至9家: what is aimed at ends with its part of the sentence.
    if (c > 0 && before == Outlook::target && text.clauses[c - 1].sentence == clause.sentence &&
        text.clauses[c - 1].closed_by == ClosedBy::semicolon)
      before = Outlook::actual;
    if (ahead_only(hits, clause) && before == Outlook::target) clause.outlook = before;  // 计划投资, 未来五年创造
    if (clause.quantities == 0 &&
        (clause.outlook == Outlook::forecast ? ends_in_forecast(hits, clause) : clause.closed_by == ClosedBy::colon))
      governs = clause.outlook;
    if (clause.outlook == Outlook::actual && !says_now(hits, clause)) clause.outlook = governs;
    if (clause.outlook == Outlook::actual && !says_time(hits, text, clause) && !says_now(hits, clause)) clause.outlook = before;
    before = says_of_persons(hits, text, clause) ? Outlook::actual : clause.outlook;
  }
}

bool looks_ahead_in(const ReadText& text, std::uint32_t first_clause) {
  const Sentence& sentence = text.sentences[text.clauses[first_clause].sentence];
  const auto first = text.clauses.begin() + first_clause;
  return std::any_of(first, first + sentence.clauses, [](const Clause& clause) { return clause.outlook != Outlook::actual; });
}

Outlook outlook_behind(const ReadText& text, std::uint32_t clause) {
  const Sentence& sentence = text.sentences[text.clauses[clause].sentence];
  for (std::uint32_t i = clause; i < sentence.first_clause + sentence.clauses; ++i) {
    if (i > clause && text.clauses[i].times > 0) break;
    if (text.clauses[i].quantities > 0) return text.clauses[i].outlook;
  }
  return Outlook::actual;
}

Outlook outlook_of(const ReadText& text, const CarriedIndex& period) {
  if (!period.has()) return Outlook::actual;
  const TimeUse use = text.times[period.index].use;
  return use == TimeUse::forecast ? Outlook::forecast : use == TimeUse::target ? Outlook::target : Outlook::actual;
}

}  // namespace fengbiao
