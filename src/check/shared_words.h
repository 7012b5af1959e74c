// How much of what one stretch of text says another one says too: pairs of neighbouring characters, figures and marks left out.
//
//   网络零售额增长12%   网络零售额同比增长21%      网络 络零 零售 售额 额增 增长 | five of the six
//
// Knows no word. Tested by shared_words_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

class WordPairs {
 public:
  WordPairs() = default;
  // Of `span` of the text; what lies under `without` (in order) is left out, as are digits, marks and blanks: no pair goes across them.
  WordPairs(std::string_view text, Span span, std::span<const Span> without);

  [[nodiscard]] std::size_t size() const { return pairs_.size(); }  // different ones
  [[nodiscard]] std::size_t common(const WordPairs& other) const;
  // As a share of the smaller one; 0 where either is empty.
  [[nodiscard]] double overlap(const WordPairs& other) const;
  void add(const WordPairs& more);
  // The same of all that have the same pairs.
  [[nodiscard]] std::uint64_t name() const;

 private:
  std::vector<std::uint64_t> pairs_;  // sorted
};

}  // namespace fengbiao
