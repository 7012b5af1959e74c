// How much two texts tell the same: what a text is compared by, and the comparison.
//
//   Prints prints(texts, threads);
//   prints.compare(0, 1)      of the rarer words of the smaller text 71 % stand in the other one; of its figures three of four
//
// Words are compared as runs of three neighbouring letters, in no order, so that moved, added and left-out sentences do little and a
// replaced word little more. A run counts for the less the more texts of the pile have it: what a house prints under all its reports, and
// what everyone says of the topic, tells no story from the next (inverse document frequency, Sparck Jones 1972). Figures are compared
// apart, since next month's report has this month's words. Knows no word. Tested by likeness_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pile/pile_text.h"

namespace fengbiao {

struct Likeness {
  double of_smaller = 0, of_larger = 0;   // share of the weight of runs that both have
  double of_figures = 0;                  // likewise of the figures of the one that has fewer
  std::uint32_t runs = 0;                 // of the smaller one
  std::uint32_t figures = 0, shared = 0;  // figures of the one that has fewer, and how many of them the other has too
  bool one_title = false;
  // Whether they tell one story.
  [[nodiscard]] bool same() const;
  // The surer, the higher.
  [[nodiscard]] double score() const { return of_larger; }
};

// Of one text, in no relation to others: runs of letters and figures by their hashes, sorted, each once; and the title's hash, 0 for a
// title too short to say something.
struct Print {
  std::vector<std::uint32_t> runs, figures;
  std::uint64_t title = 0;
};
Print print_of(const PileText& text);

class Prints {
 public:
  Prints(std::span<const PileText> texts, unsigned threads);
  [[nodiscard]] std::size_t size() const { return prints_.size(); }
  [[nodiscard]] const Print& operator[](std::size_t row) const { return prints_[row]; }
  [[nodiscard]] Likeness compare(std::size_t a, std::size_t b) const;
  // How many texts have the run, or one of its hash.
  [[nodiscard]] std::uint32_t texts_with(std::uint32_t run) const { return counts_[run >> shift_]; }

 private:
  [[nodiscard]] double rarity(std::uint32_t texts) const;
  std::vector<Print> prints_;
  std::vector<std::vector<std::uint8_t>> weights_;  // by text, one a run
  std::vector<double> all_, all_figures_;           // by text, the weights of its runs together, and of its figures
  std::vector<std::uint32_t> counts_;
  std::uint32_t shift_ = 0;
};

}  // namespace fengbiao
