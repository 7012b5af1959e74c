// The lists of rows of characters: of every character, of every pair, and of every longer row of up to eight both of whose halves (all but
// its first, all but its last character) stand in many documents. A term therefore is listed, or is held only by documents of a list that
// is short: no more than `often` documents need ever be looked through (rows of eight that stand in more aside). After Kim, Whang et al.
// 2005, n-Gram/2L; frequent rows are found level by level as in Agrawal and Srikant 1994.
//
// The pairs are brought together by their first character and then by their second, in passes of bounded memory, so that all reading and
// writing goes along. Tested by index_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/index_parts.h"

namespace fengbiao {

inline constexpr std::size_t kLongestRow = 8;

// All texts as numbers of characters one behind the other, 0 at line ends.
struct NumberedTexts {
  std::span<const std::uint16_t> numbers;
  std::span<const std::uint32_t> begins, title_ends;  // by document; `begins` has one more, the end
  std::uint32_t characters = 0;                       // numbers below this are in use, and CharacterCode::kOther
  [[nodiscard]] std::uint32_t documents() const { return static_cast<std::uint32_t>(title_ends.size()); }
};

struct GramLists {
  std::string lists;
  std::vector<std::uint32_t> singles;  // by number, kOther's last
  std::vector<std::uint32_t> pair_begins, pair_lists;
  std::vector<std::uint16_t> pair_seconds;
  std::vector<std::uint32_t> slots;
  std::vector<IndexRow> rows;  // and one more, the end
  std::string row_words;
};

// Fails with too_large. The words of longer rows are their numbers, two bytes each; none holds kOther.
Result<GramLists> list_grams(const NumberedTexts& texts, std::uint32_t often);

}  // namespace fengbiao
