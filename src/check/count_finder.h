// The counts of a text that may sum up a list: 四大板块, 十三部门, 6 项举措, 三个“一”. Not every figure: 第三大, 近五个, 3.5 亿 count none.
//
// Tested by counts_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/count_words.h"
#include "check/lists.h"
#include "clause/read_text.h"

namespace fengbiao {

struct Count {
  std::uint32_t n = 0;
  Span numeral;
  Span span;                          // with its counter
  Span noun;                          // what is counted, as far as it is told: up to the next mark, a few characters
  Span quoted;                        // 三个“一”: the quoted word; empty otherwise
  bool sums_up = false;               // by its counter or noun: a count of a list rather than a figure
  bool listed = false;                // 以下三方面
  bool back = false;                  // 这三方面
  bool first = false;                 // 前三名: so many of a ranking
  bool inside = false;                // in a title, quote or brackets
  std::uint32_t piece = 0, item = 0;  // indexes into TextLists; of one inside brackets or quotes those around
};

std::vector<Count> find_counts(std::string_view folded, const ReadText& read, const CountWords& words, std::span<const WordHit> hits,
                               const TextLists& lists, const ListCutter& cutter);

}  // namespace fengbiao
