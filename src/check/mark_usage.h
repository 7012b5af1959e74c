// What is usual in an issue: how often it prints each form of a mark, and how its paragraphs end. Where the extraction of a text has turned
// its marks to half width, half width is usual and no check says anything of it.
//
//   MarkUsage usage = MarkUsage::of(kept);   MarkUsage::usual(usage.curved_quotes, usage.straight_quotes)
//
// Tested by mark_usage_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/issue.h"

namespace fengbiao {

// How often an issue prints each form of a mark, between Chinese words.
struct MarkUsage {
  std::uint32_t curved_quotes = 0, straight_quotes = 0;
  std::uint32_t wide_brackets = 0, narrow_brackets = 0;
  std::uint32_t wide_commas = 0, narrow_commas = 0;  // and semicolons, colons, question and exclamation marks
  std::uint32_t wide_percents = 0, narrow_percents = 0;
  std::uint32_t wide_letters = 0, narrow_letters = 0;  // digits and letters
  std::uint32_t ends_in_word = 0, ends_in_mark = 0;    // long paragraphs
  std::uint32_t in_one_line = 0, over_lines = 0;       // likewise
  static MarkUsage of(std::string_view kept);
  // The one form is often enough there and the other seldom: then the other is called unusual.
  static bool usual(std::uint32_t often, std::uint32_t seldom);
  void count_ends(const Issue& issue, std::string_view kept);
  // Paragraphs end where the author ended them, as few of them end in a word.
  [[nodiscard]] bool paragraphs_told() const;
  // A line of the text is a paragraph: one over two lines lost the stop between them.
  [[nodiscard]] bool lines_told() const;
};

}  // namespace fengbiao
