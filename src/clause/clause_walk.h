// The clause at a place.
#pragma once

#include <vector>

#include "clause/read_text.h"
#include "clause/words.h"

namespace fengbiao {

// Whether a word of the use begins in the clause.
inline bool says(const Clause& clause, WordUse use) { return clause.words.has(static_cast<ClassId>(use)); }

// Its first word is of the use.
inline bool begins_with(const Hits& hits, const Clause& clause, WordUse use) {
  const WordHit* hit = says(clause, use) ? hits.beginning_at(clause.span.begin) : nullptr;
  return hit && hit->is(use);
}

// 目前: the day of writing holds for the clause; not 比目前, nor 由目前的5亿元升至…, where it is only what a development begins with.
inline bool says_now(const Hits& hits, const Clause& clause) {
  if (!says(clause, WordUse::now)) return false;
  for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end))
    if (hit.is(WordUse::now) && !hits.before(hit.span.begin, WordUse::compare_before) && !hits.before(hit.span.begin, WordUse::range_from))
      return true;
  return false;
}

// The innermost clause at places that rise.
class ClauseWalk {
 public:
  explicit ClauseWalk(const std::vector<Clause>& clauses) : clauses_(clauses) {}

  // kNoClause where no clause is.
  std::uint32_t at(std::uint32_t place) {
    for (; begun_ < clauses_.size() && clauses_[begun_].span.begin <= place; ++begun_) current_ = begun_;
    while (current_ != kNoClause && clauses_[current_].span.end <= place) current_ = clauses_[current_].inside;
    return current_;
  }

 private:
  const std::vector<Clause>& clauses_;
  std::uint32_t begun_ = 0, current_ = kNoClause;
};

}  // namespace fengbiao
