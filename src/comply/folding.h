// How the characters of a text are read by the packs: each becomes one unit of sixteen bits, the same for every way to print it. Width,
// case and traditional characters are told apart nowhere; zero-width marks vanish; blanks and signs that may stand between the
// characters of a word to hide it are told from the characters themselves.
//
//   Ｖ, v and Ⓥ  ->  'v'      國  ->  国      U+200B  ->  nothing      * in 微*信  ->  kHides
//
// Signs stand in data/comply/signs.tsv, characters written as their parts in data/comply/split.tsv, what
// stands for a character in data/comply/stand_ins.tsv, sounds in data/text/sounds.tsv.
// Tested by folding_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

class ComplyFolding {
 public:
  static Result<ComplyFolding> load(const DataSet& data);

  // A cell: the unit, and what else there is to know of the character.
  static constexpr std::uint32_t kUnit = 0xFFFF;
  static constexpr std::uint32_t kNothing = 1U << 16;  // leaves no trace
  static constexpr std::uint32_t kHides = 1U << 17;    // a blank or a sign that may stand inside a word to hide it
  static constexpr std::uint32_t kBlank = 1U << 18;    // of those a blank
  static constexpr std::uint32_t kMark = 1U << 19;     // a mark that ends a sentence, opens or closes
  static constexpr std::uint32_t kSpecial = kNothing | kHides | kMark;
  static constexpr std::uint16_t kOther = 0xFFFE;  // a character beyond the first plane, or a byte that is none

  [[nodiscard]] std::uint32_t cell(std::uint32_t code) const { return code < cells_.size() ? cells_[code] : rare(code); }
  // For readers of long texts: cells of the first 65536 code points.
  [[nodiscard]] const std::uint32_t* cells() const { return cells_.data(); }

  // The syllable of a unit, from 1 below kSyllables; 0: unknown.
  static constexpr std::uint32_t kSyllables = 512;
  [[nodiscard]] std::uint16_t syllable(std::uint16_t unit) const { return syllables_[unit]; }

  // A word as units; bit i of `gaps`: blanks or signs stand before its i-th unit as it is written.
  struct Word {
    std::u16string units;
    std::uint64_t gaps = 0;
  };
  [[nodiscard]] Word word(std::string_view text) const;
  // The word with characters written as their parts: each such character alone, and all together. Without the word itself.
  [[nodiscard]] std::vector<std::u16string> split(const std::u16string& word) const;
  // The word with a character written in pinyin (zui高) or by what stands for it (D一); of words of three or more also all in pinyin.
  [[nodiscard]] std::vector<std::u16string> spelled(const std::u16string& word) const;

 private:
  [[nodiscard]] std::uint32_t rare(std::uint32_t code) const;
  std::vector<std::uint32_t> cells_;
  std::vector<std::uint16_t> syllables_;
  std::map<char16_t, std::vector<std::u16string>> parts_, stand_ins_;
  std::vector<std::u16string> pinyin_;  // by syllable
};

// Units as UTF-8.
std::string as_utf8(std::u16string_view units);

}  // namespace fengbiao
