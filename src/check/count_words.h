// The words by which counts and their lists are read, from data/check/counts.yaml: numerals, what they count, links, openers of lists,
// marks of points. Tested by counts_test.cc.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the file.
enum class CountUse : std::uint8_t {
  numeral,       // 三, 两
  ordinal,       // 第, before a numeral: it orders
  counter,       // 大, 类, 部门: sums up a list
  weak_counter,  // 个, 家: counts anything
  sum_noun,      // 方面, behind a weak counter: sums up a list
  adjective,     // 主要, between counter and noun
  link,          // 和
  and_so_on,     // 等
  bridge,        // 这, 在内的: between a list and its count
  figure_verb,   // 共有: what stands behind it is no sum of the list before
  time_end,      // 月, behind a number: likewise
  verb_end,      // 发布: what stands behind it may be no sum of the list before
  lead,          // 设置: a list may begin behind it
  opener,        // 分别是: the whole list follows
  part_opener,   // 包括: a list follows that need not be whole
  result,        // 成为: between a list and its count
  totalled,      // 合计, behind a count
  below,         // 以下, before a count
  back,          // 这, 上述, before a count: what it counts was told
  more,          // 此外: the sentence goes on with the list of the one before
  aspect_open,   // 在 … 方面
  aspect_close,
  until,            // 到, before a year
  stage,            // 阶段
  body,             // 部门, behind a numeral: it counts bodies
  joint,            // 联合, behind a list of bodies
  appositive_kind,  // 零售商, before a name
  each_its,         // 分别, between names and their figures
  first,            // 前, before a numeral
  rank_verb,        // 位居, before 前三
  no_count,         // 个月, behind a numeral
  point             // 一是; says `kind` and `n`
};

class CountWords : public UseWords {
 public:
  static Result<CountWords> load(const DataSet& data);

 private:
  explicit CountWords(UseWords words) : UseWords(std::move(words)) {}
};

}  // namespace fengbiao
