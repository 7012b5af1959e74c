// Which documents a query is true of, all of them, each with a first score that costs nothing but the lists of the index.
//
//   Matches m = matching(index, query.root, nullptr);      m.hits.size() documents; m.scores beside them
//
// The rarest condition is looked up, the others keep or drop of what is left; so time is that of the lists touched, and a long query costs
// a bounded number of them. The score of a document is the sum over its words of rarity (that of BM25) times place (title before often
// before once); words from a widened query count by their weight, the best form alone. ranking.h looks closer at the best. Tested by
// matching_test.cc against a plain scan.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/index.h"
#include "search/query.h"

namespace fengbiao {

// What is known of documents that the index does not hold: their observations.
class RecordRows {
 public:
  virtual ~RecordRows() = default;
  // Rows, rising, that have one observation that meets all of these conditions (leaves of the fields indicator and value).
  [[nodiscard]] virtual std::vector<std::uint32_t> rows(std::span<const QueryNode* const> conditions) const = 0;
};

struct Matches {
  std::vector<SearchHit> hits;  // rising
  std::vector<float> scores;    // of each
};

Matches matching(const SearchIndex& index, const QueryNode& root, const RecordRows* records);

// How much a word tells by being rare: that of BM25, never below a hundredth.
double rarity(std::uint32_t documents, std::uint32_t having);

// The numbers of a column's values that hold the words of a leaf or of one of its other forms.
std::vector<std::uint32_t> values_named(const SearchIndex& index, const QueryNode& leaf);

}  // namespace fengbiao
