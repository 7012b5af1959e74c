// Which documents tell the same story: a report that was printed again, shortened or under another headline.
//
//   跨境电商综试区再添新员 …全国跨境电商进出口规模为1.94万亿元，增长18.6%…
//   综试区扩围            …全国跨境电商进出口规模为1.94万亿元，增长18.6%…       one story: the words and the figures are the same
//
// Told by the headline and the characters behind it, kStoryCharacters in all: of the pairs of neighbouring letters the one document has at
// least half what the other has, a quarter where the headlines are equal, and of its figures at least half, so that this month's figures
// are no repetition of last month's. Texts too short for that tell the same where their headlines do.
//
// Every document of a story is like its first one. To compare each with each would take too long; those are compared whose least hashes
// (MinHash, in one go over the pairs: Li, Owen, Zhang, One Permutation Hashing, 2012) agree in two places at least, and no more than a few
// neighbours for each. What is told by so little in common may be missed. Tested by stories_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fengbiao {

inline constexpr std::size_t kStoryCharacters = 400;

// Documents one behind the other, by numbers of their characters.
struct StoryTexts {
  std::span<const std::uint16_t> numbers;
  std::span<const std::uint32_t> begins;      // by document, and one past the last
  std::span<const std::uint32_t> title_ends;  // by document
  std::span<const char32_t> characters;       // by number; a number beyond them is of no letter
};

// By document: 0 where nobody else tells its story, else 1 + the row of the first one that does. Empty when there is no story told twice.
std::vector<std::uint32_t> find_stories(const StoryTexts& texts);

}  // namespace fengbiao
