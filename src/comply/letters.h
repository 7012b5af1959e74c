// A text as the packs read it: its characters as units, one behind the other, without the blanks and signs between them; of each where it
// stands in the text. Beside them where sentences and lines end and what stands in quotes, titles and brackets. One pass, linear.
//
//   "微 * 信：v ｘ"   ->  units 微 信 : v x, at 0 5 8 11 13; behind 微 and v there was a gap
//
// A line that does not flow on ends in a unit of its own, so that no word runs over it. A sign between two digits stays (1.5, 3-2).
// Tested by letters_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "comply/folding.h"
#include "comply/pack_book.h"
#include "comply/spoken_lines.h"

namespace fengbiao {

struct ComplyLetters {
  static constexpr std::uint32_t kGap = 0x80000000U;  // in `at`: blanks or signs stand before it
  static constexpr char16_t kLineEnd = u'\n';

  std::string_view text;
  std::vector<char16_t> units;       // kPadding line ends behind the last
  std::vector<std::uint32_t> at;     // byte in the text, and kGap; one for each unit, and one past the end
  std::vector<std::uint32_t> stops;  // units behind which a sentence ends, in order
  struct LineAt {
    std::uint32_t first = 0;  // of its units
    std::uint32_t line = 0;   // of the document, from 0
  };
  std::vector<LineAt> lines;  // those with text
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };
  std::vector<Range> quotes, titles, brackets;  // between their marks, in order, none inside another of its kind

  static constexpr std::size_t kPadding = 64;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(at.size() - 1); }
  [[nodiscard]] bool gap(std::uint32_t i) const { return (at[i] & kGap) != 0; }
  [[nodiscard]] std::uint32_t byte(std::uint32_t i) const { return at[i] & ~kGap; }
  // The bytes of units [begin, end), end > begin.
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] static bool within(const std::vector<Range>& ranges, std::uint32_t begin, std::uint32_t end);
};

// `out` is used again. `lines` as SpokenLines::read gives them.
void read_letters(std::string_view text, const std::vector<SpokenLine>& lines, const ComplyFolding& folding, ComplyLetters& out);

}  // namespace fengbiao
