// What stands where: the words that end just before a place, begin at it or lie between two; the clause at a place.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "clause/read_text.h"
#include "clause/words.h"

namespace fengbiao {

class Hits {
 public:
  Hits(std::string_view folded, std::span<const WordHit> hits) : text_(folded), hits_(hits) {}

  // Those that begin in [from, to).
  [[nodiscard]] std::span<const WordHit> between(std::uint32_t from, std::uint32_t to) const {
    const auto first = at_or_after(from);
    return {first, std::max(first, at_or_after(to))};
  }
  [[nodiscard]] const WordHit* in(Span span, WordUse use) const {
    for (const WordHit& hit : between(span.begin, span.end))
      if (hit.is(use)) return &hit;
    return nullptr;
  }
  // Directly before or behind, but for blanks.
  [[nodiscard]] bool before(std::uint32_t at, WordUse use) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    const auto next = at_or_after(at);
    return next != hits_.begin() && (next - 1)->span.end == at && (next - 1)->is(use);
  }
  [[nodiscard]] bool behind(std::uint32_t at, WordUse use) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    const auto next = at_or_after(at);
    return next != hits_.end() && next->span.begin == at && next->is(use);
  }

 private:
  [[nodiscard]] std::span<const WordHit>::iterator at_or_after(std::uint32_t at) const {
    return std::lower_bound(hits_.begin(), hits_.end(), at, [](const WordHit& hit, std::uint32_t place) { return hit.span.begin < place; });
  }
  std::string_view text_;
  std::span<const WordHit> hits_;
};

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
