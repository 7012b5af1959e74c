// What all parts of this room look at: one article with its words, and which of its numbers count.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clause/article_text.h"
#include "observation/words.h"

namespace fengbiao {

struct Scene {
  const ArticleText& text;
  std::string_view folded;
  const ReadText& read;
  const ObservationWords& words;
  const Hits& hits;
  const std::vector<std::uint8_t>& begins;  // by byte: an ordinary word begins there, or ends before it
  std::vector<std::uint8_t> counts{};       // by quantity: it is an observation

  [[nodiscard]] const Quantity& quantity(std::uint32_t q) const { return read.quantities[q]; }
  [[nodiscard]] const Clause* clause_of(std::uint32_t q) const {
    const std::uint32_t c = read.holdings[q].clause;
    return c == kNoClause ? nullptr : &read.clauses[c];
  }
  // Where a quantity begins with the words that bound it before, and ends with those behind.
  [[nodiscard]] std::uint32_t begin(std::uint32_t q) const {
    const Quantity& x = quantity(q);
    const bool before = !x.hedge.empty() && x.hedge.end <= x.span.begin &&
                        folded.substr(x.hedge.end, x.span.begin - x.hedge.end).find_first_not_of(' ') == folded.npos;
    return before ? x.hedge.begin : x.span.begin;
  }
  [[nodiscard]] std::uint32_t end(std::uint32_t q) const {
    const Quantity& x = quantity(q);
    return x.hedge.empty() || x.hedge.end < x.span.end ? x.span.end : x.hedge.end;
  }
  // The nearest quantity before (behind) in the same clause that counts; kNoClause: none.
  [[nodiscard]] std::uint32_t before_in_clause(std::uint32_t q) const {
    const std::uint32_t c = read.holdings[q].clause;
    for (std::uint32_t i = q; i-- > 0 && c != kNoClause && quantity(i).span.begin >= read.clauses[c].span.begin;)
      if (counts[i] && read.holdings[i].clause == c) return i;
    return kNoClause;
  }
  [[nodiscard]] std::uint32_t behind_in_clause(std::uint32_t q) const {
    const std::uint32_t c = read.holdings[q].clause;
    for (std::uint32_t i = q + 1; i < read.quantities.size() && c != kNoClause && quantity(i).span.begin < read.clauses[c].span.end; ++i)
      if (counts[i] && read.holdings[i].clause == c) return i;
    return kNoClause;
  }
  [[nodiscard]] std::string_view at(Span span) const { return slice(folded, span); }
  // Cutting the text into ordinary words leaves these words whole.
  [[nodiscard]] bool stands_alone(Span span) const { return begins[span.begin] != 0 && begins[span.end] != 0; }
  // The length of the longest word of the kind at the beginning or end of a text; 0: none.
  [[nodiscard]] std::size_t head(std::string_view t, Role role) const { return words.around.head(t, role); }
  [[nodiscard]] std::size_t tail(std::string_view t, Role role) const { return words.around.tail(t, role); }
  [[nodiscard]] std::size_t head(std::string_view t, Part part) const { return words.things.head(t, part); }
  [[nodiscard]] std::size_t tail(std::string_view t, Part part) const { return words.things.tail(t, part); }
};

}  // namespace fengbiao
