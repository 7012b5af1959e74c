// Words by what they do: a pack of word lists, each list under a class that names a use. Scanning a text gives every word that has a
// use, from left to right, the longest at each place.
//
//   words:
//     - class: forecast
//       list: [预计, 有望]
//     - class: looks_like            # hold a word of another class and are none themselves
//       list: [预计算]
//
// What the uses are called is given by the room that reads them, as an enumeration in the order of their names. Tested by
// use_words_test.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/data_set.h"
#include "rules/lexicon.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

struct WordHit {
  Span span;
  std::uint32_t word = 0;
  ClassSet uses;  // numbered as the room's uses are, not as classes of a file
  template <class Use>
  [[nodiscard]] bool is(Use use) const {
    return uses.has(static_cast<ClassId>(use));
  }
};

class UseWords {
 public:
  // `names` of the uses, at most kMaxClasses; every one must have words, and no class may have another name (but looks_like).
  static Result<UseWords> load(const DataSet& data, std::string_view file, std::span<const std::string_view> names);

  // All words of the text; nothing inside `skip` (in order).
  void scan(const Characters& folded, std::span<const Span> skip, std::vector<WordHit>& out) const;
  // What the word says: "code", "name", "value".
  [[nodiscard]] std::string_view attribute(const WordHit& hit, std::string_view name) const {
    return lexicon_.word(hit.word).attribute(name);
  }
  // Whether `text` ends in a word of the use.
  template <class Use>
  [[nodiscard]] bool ends_in(std::string_view text, Use use) const {
    return ends_in(text, static_cast<ClassId>(use)) > 0;
  }
  // Likewise; the length of the longest such word, 0 for none.
  template <class Use>
  [[nodiscard]] std::size_t tail(std::string_view text, Use use) const {
    return ends_in(text, static_cast<ClassId>(use));
  }
  // The length of the longest word of the use that `text` begins with, 0 for none.
  template <class Use>
  [[nodiscard]] std::size_t head(std::string_view text, Use use) const {
    return begins_with(text, static_cast<ClassId>(use));
  }

 private:
  [[nodiscard]] std::size_t ends_in(std::string_view text, ClassId use) const;
  [[nodiscard]] std::size_t begins_with(std::string_view text, ClassId use) const;
  Lexicon lexicon_;
  std::vector<ClassSet> uses_;  // by word
  Trie backwards_;              // the words, looked for where they end
};

// What stands where: the words that end just before a place, begin at it or lie between two.
class Hits {
 public:
  Hits(std::string_view folded, std::span<const WordHit> hits) : text_(folded), hits_(hits) {}

  // Those that begin in [from, to).
  [[nodiscard]] std::span<const WordHit> between(std::uint32_t from, std::uint32_t to) const {
    const auto first = at_or_after(from);
    return {first, std::max(first, at_or_after(to))};
  }
  template <class Use>
  [[nodiscard]] const WordHit* in(Span span, Use use) const {
    for (const WordHit& hit : between(span.begin, span.end))
      if (hit.is(use)) return &hit;
    return nullptr;
  }
  // The word directly before or behind a place, but for blanks; nullptr where none is.
  [[nodiscard]] const WordHit* ending_at(std::uint32_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    const auto next = at_or_after(at);
    return next != hits_.begin() && (next - 1)->span.end == at ? &*(next - 1) : nullptr;
  }
  [[nodiscard]] const WordHit* beginning_at(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    const auto next = at_or_after(at);
    return next != hits_.end() && next->span.begin == at ? &*next : nullptr;
  }
  template <class Use>
  [[nodiscard]] bool before(std::uint32_t at, Use use) const {
    const WordHit* hit = ending_at(at);
    return hit && hit->is(use);
  }
  template <class Use>
  [[nodiscard]] bool behind(std::uint32_t at, Use use) const {
    const WordHit* hit = beginning_at(at);
    return hit && hit->is(use);
  }

 private:
  [[nodiscard]] std::span<const WordHit>::iterator at_or_after(std::uint32_t at) const {
    return std::lower_bound(hits_.begin(), hits_.end(), at, [](const WordHit& hit, std::uint32_t place) { return hit.span.begin < place; });
  }
  std::string_view text_;
  std::span<const WordHit> hits_;
};

}  // namespace fengbiao
