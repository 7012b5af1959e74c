// The words a grammar knows, each with the classes it belongs to and what it says there. A word may be of several classes:
// 年 counts years, closes a calendar year and begins 年底.
//
//   words:                                     # of a file of data/
//     - class: hedge_before                    # a name of the file's own choosing
//       list: {超: '>', 逾: '>', 近: '<'}       # word: what it says (attribute `value`)
//     - class: [unit, money]                   # both
//       list: {元: {value: CNY}, 美元: {value: USD}}
//     - class: counter
//       list: [件, 家, 个]                      # nothing more to say
//
// Words are folded when loaded, as the texts they are looked for in are. Tested by lexicon_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/pack.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

using ClassId = std::uint8_t;
inline constexpr std::size_t kMaxClasses = 192;

class ClassSet {
 public:
  constexpr ClassSet() = default;
  constexpr void add(ClassId id) { words_[id >> 6] |= std::uint64_t{1} << (id & 63); }
  constexpr void add(const ClassSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  [[nodiscard]] constexpr bool has(ClassId id) const { return (words_[id >> 6] >> (id & 63)) & 1; }
  [[nodiscard]] constexpr bool meets(const ClassSet& other) const {
    return ((words_[0] & other.words_[0]) | (words_[1] & other.words_[1]) | (words_[2] & other.words_[2])) != 0;
  }
  [[nodiscard]] constexpr bool empty() const { return (words_[0] | words_[1] | words_[2]) == 0; }
  template <class Call>
  void each(Call&& call) const {
    for (std::size_t w = 0; w < words_.size(); ++w)
      for (std::uint64_t rest = words_[w]; rest; rest &= rest - 1)
        call(static_cast<ClassId>(w * 64 + static_cast<std::size_t>(__builtin_ctzll(rest))));
  }

 private:
  std::array<std::uint64_t, kMaxClasses / 64> words_{};
};

// Names of classes, in the order they were first used. Rules and lexicons of one grammar share one.
class Classes {
 public:
  Result<ClassId> intern(std::string_view name, const Place& place = {});  // fails when there are too many
  [[nodiscard]] const ClassId* find(std::string_view name) const;
  [[nodiscard]] const std::string& name(ClassId id) const { return names_[id]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::map<std::string, ClassId, std::less<>> ids_;
};

struct Word {
  std::string text;  // folded
  ClassSet classes;
  std::vector<std::pair<std::string, std::string>> attributes;  // {"value", "CNY"}; of several classes together
  Place place;                                                  // where its first line stands

  // Empty when the word does not say.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
};

class Lexicon {
 public:
  // Adds the list `words` of a pack. A word that gives one attribute two values is an error.
  Result<void> add(const PackNode& words, Classes& classes);
  // Adds one word by the program (names that hold numerals, from other data); an existing word gets the class beside its own.
  void add(std::string_view text, ClassId id, std::string_view value = {});
  // Call once all words are in.
  void seal();

  struct Hit {
    std::uint32_t word = 0;
    std::uint32_t length = 0;  // bytes of the folded text; 0: nothing
  };
  // The longest word that begins at `from`.
  [[nodiscard]] Hit longest(std::string_view folded, std::size_t from) const {
    const Trie::Hit hit = trie_.longest(folded, from);
    return {hit.value, hit.length};
  }
  template <class Call>
  void each(std::string_view folded, std::size_t from, Call&& call) const {
    trie_.each(folded, from, [&](Trie::Hit hit) { call(Hit{hit.value, hit.length}); });
  }
  // Likewise in a text whose characters are told, of words that end at `end` or before.
  template <class Call>
  void each(const Characters& folded, std::size_t from, std::size_t end, Call&& call) const {
    trie_.each(folded, from, end, [&](Trie::Hit hit) { call(Hit{hit.value, hit.length}); });
  }
  [[nodiscard]] const Word& word(std::uint32_t id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  // The word with exactly this (folded) text, or nullptr.
  [[nodiscard]] const Word* find(std::string_view folded) const;
  std::uint32_t intern(std::string_view folded);  // adds it, without a class, when it is new: literals of patterns

 private:
  std::vector<Word> words_;
  std::map<std::string, std::uint32_t, std::less<>> ids_;
  Trie trie_;
};

}  // namespace fengbiao
