// The words by which clauses are understood, from data/clause/clauses.yaml: 其中, 目前, 预计, 力争, 较, 发布, 分别, 全国 … and those
// that only look like them (将近). Tested by words_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/data_set.h"
#include "rules/lexicon.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the file.
enum class WordUse : std::uint8_t {
  part,            // 其中: what follows is a part of what was told
  now,             // 目前: the day of writing
  forecast,        // 预计
  target,          // 力争
  until,           // 到, before a time that lies ahead: a target's year
  compare_before,  // 较, before a time: its base
  compare_with,    // 与, before a time that compare_after follows
  compare_after,   // 相比
  record,          // 新高, behind a time: it is what something is measured by
  range_from,      // 从, before a time or a quantity: where a development begins
  ahead,           // 未来: some day that is not told
  tell,            // 发布: its day is when something was told
  teller_before,   // 据, before a name: a source
  teller_after,    // 数据, 显示, behind a name: likewise
  researcher,      // 咨询, at the end of a company's name: one that reports on others
  toward,          // 对, before a place: not the area that is spoken of
  area,            // 全国: an area; says its code and name, and whether it is one anywhere
  aspect,          // 来看, at the end of a clause that begins with 从: another side of the same subject
  opening,         // 在, before such a word: an area may stand behind it
  same_area,       // 全市: the last place of a level that was named
  owner,           // 旗下, behind a name: what it owns is spoken of
  marker,          // 分别
  each,            // 均: one figure for all that is told together
  link,            // 和: between items of a list
  trail,           // 同比, 占比: may stand between items and marker
  of,              // 的: cuts what the items have in common off the last one
  former,          // 前者
  latter           // 后者
};
inline constexpr std::size_t kWordUses = static_cast<std::size_t>(WordUse::latter) + 1;

struct WordHit {
  Span span;
  std::uint32_t word = 0;
  std::uint32_t uses = 0;  // a bit a use
  [[nodiscard]] bool is(WordUse use) const { return ((uses >> static_cast<unsigned>(use)) & 1U) != 0; }
};

class ClauseWords {
 public:
  static Result<ClauseWords> load(const DataSet& data);

  // All words of the text, from left to right, the longest at each place; nothing inside `skip` (in order).
  void scan(std::string_view folded, std::span<const Span> skip, std::vector<WordHit>& out) const;
  // What the word says: "code", "name", "value".
  [[nodiscard]] std::string_view attribute(const WordHit& hit, std::string_view name) const {
    return lexicon_.word(hit.word).attribute(name);
  }
  // Whether `text` ends in a word of the use.
  [[nodiscard]] bool ends_in(std::string_view text, WordUse use) const;

 private:
  Lexicon lexicon_;
  std::vector<std::uint32_t> uses_;   // by word
  std::vector<std::size_t> lengths_;  // of words, each once, falling
};

}  // namespace fengbiao
