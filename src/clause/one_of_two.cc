#include "clause/one_of_two.h"

#include <algorithm>

#include "clause/clause_walk.h"

namespace fengbiao {
namespace {

constexpr int kMostNames = 8;  // looked back at

// Which of the two a clause begins with: 0 neither, 1 the first, 2 the second.
int which(const Hits& hits, const Clause& clause) {
  if (!says(clause, WordUse::former) && !says(clause, WordUse::latter)) return 0;
  const WordHit* hit = hits.beginning_at(clause.span.begin);
  return !hit ? 0 : hit->is(WordUse::former) ? 1 : hit->is(WordUse::latter) ? 2 : 0;
}

}  // namespace

void find_one_of_two(const Hits& hits, const ReadText& text, std::vector<OwnWords>& own) {
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    const Clause& clause = text.clauses[c];
    const int one = which(hits, clause);
    if (one == 0) continue;
    const bool far = clause.sentence > 0 && which(hits, text.clauses[text.sentences[clause.sentence].first_clause]) != 0;
    const std::uint32_t begin = text.sentences[clause.sentence - (far ? 1 : 0)].span.begin;
    auto n = std::lower_bound(text.names.begin(), text.names.end(), clause.span.begin,
                              [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
    for (int looked = 0; n != text.names.begin() && n - 1 != text.names.begin() && looked < kMostNames; --n, ++looked) {
      const Name &first = *(n - 2), &second = *(n - 1);
      if (first.span.begin < begin) break;
      const bool firms = is_firm(first) && is_firm(second), places = first.kind == NameKind::place && second.kind == NameKind::place;
      const WordHit* link = hits.beginning_at(first.span.end);
      if ((!firms && !places) || !link || !link->is(WordUse::link) || link->span.end != second.span.begin) continue;
      const auto meant = n - (one == 1 ? 2 : 1);
      const auto place = std::find_if(text.places.begin(), text.places.end(), [&](const PlaceInText& p) { return p.span == meant->span; });
      if (firms && !own[c].subject.has()) own[c].subject = {static_cast<std::uint32_t>(meant - text.names.begin()), Carried::own};
      if (places && place != text.places.end() && !own[c].place.has())
        own[c].place = {static_cast<std::uint32_t>(place - text.places.begin()), Carried::own};
      break;
    }
  }
}

}  // namespace fengbiao
