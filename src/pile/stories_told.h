// Which texts of a pile tell the same story: a report printed by several houses, shortened, begun otherwise, its sentences moved, under
// other headlines, with other figures here and there.
//
//   Prints prints(texts, threads);
//   find_pairs(prints, threads)            {0, 4, 1.21}, {2, 3, 0.64}: texts that tell the same, with how surely
//   group(texts.size(), pairs, prints)     {0, 1, 2, 2, 0}: by text, the first row of its story
//
// To compare each with each would take too long. Of every text its figures and those runs of letters are kept whose hash ends in zeros
// (Manber 1994, the same ones in every text), and two texts that have several of these near each other in the lists of texts are compared
// whole (likeness.h). No list is too long: each text looks at the few before it, so that a story told two hundred times holds together as a
// chain. Groups are made from the surest pair on; two groups become one only where more than half of the few texts in the middle of
// the one tell the same as those of the other, so that a survey of several stories joins one of them and does not tie them together.
// The search index has a finder of its own (search/stories.h), which reads the beginning of articles alone. Tested by
// stories_told_test.cc; measured by tests/pile.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pile/likeness.h"

namespace fengbiao {

struct StoryPair {
  std::uint32_t first = 0, second = 0;  // rows, the lower one first
  double score = 0;                     // as of Likeness
  friend bool operator==(const StoryPair&, const StoryPair&) = default;
};

// In the order of their rows. `threads` 0: as many as there are cores; the result does not depend on them.
std::vector<StoryPair> find_pairs(const Prints& prints, unsigned threads);

// By row: the first row of its group, its own where nobody else tells its story. Pairs whose rows are not all below `count` are left out.
std::vector<std::uint32_t> group(std::size_t count, std::span<const StoryPair> pairs, const Prints& prints);

}  // namespace fengbiao
