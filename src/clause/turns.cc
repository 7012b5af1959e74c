#include "clause/turns.h"

#include <array>

namespace fengbiao {
namespace {

bool same_name(std::string_view folded, const Name& one, const Name& other) {
  return one.id.empty() ? slice(folded, one.span) == slice(folded, other.span) : one.id == other.id;
}

}  // namespace

void take_turns(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<std::uint32_t>& paragraph_of_sentence,
                const ReadText& text, std::vector<OwnWords>& own) {
  constexpr std::array<std::uint32_t, 2> kNobody{kNoClause, kNoClause};
  std::array<std::uint32_t, 2> firms = kNobody, places = kNobody;
  std::uint32_t n = 0, p = 0;  // the next name, the next place
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    const Clause& clause = text.clauses[c];
    if (c == 0 || paragraph_of_sentence[clause.sentence] != paragraph_of_sentence[text.clauses[c - 1].sentence]) firms = places = kNobody;
    const WordHit* first = hits.beginning_at(clause.span.begin);
    const bool former = first && first->is(WordUse::former), latter = first && first->is(WordUse::latter);
    if ((former || latter) && clause.inside == kNoClause && !own[c].subject.has()) {
      const std::size_t which = former ? 0 : 1;
      if (firms[0] != kNoClause) own[c].subject = {firms[which], Carried::own};
      else if (places[0] != kNoClause && !own[c].place.has()) own[c].place = {places[which], Carried::own};
      own[c].turn = own[c].subject.has();
    }
    for (; n < text.names.size() && text.names[n].span.begin < clause.span.end; ++n)
      if (is_firm(text.names[n]) && text.names[n].span.begin >= clause.span.begin &&
          (firms[1] == kNoClause || !same_name(folded, text.names[firms[1]], text.names[n])))
        firms = {firms[1], n};
    for (; p < text.places.size() && text.places[p].span.begin < clause.span.end; ++p)
      if (p > 0 && text.places[p].span.begin >= clause.span.begin && spoken.is_listed(p) && spoken.is_listed(p - 1) &&
          hits.before(text.places[p].span.begin, WordUse::link))
        places = {p - 1, p};
  }
}

}  // namespace fengbiao
