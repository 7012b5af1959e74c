// What was perhaps meant: words that the archive has, near to one that it has not. And what initials stand for.
//
//   spelling.near("跨竟电商")  ->  跨境电商 (sounds the same)      spelling.near("亚马孙")  ->  亚马逊 (one character)
//   spelling.spelt("kjds")    ->  跨境电商                      spelling.spelt("kuajing")  ->  跨境
//
// The words are names and indicators that are known, common words, and rows of up to four words of headlines; only those that the archive
// has count, the commoner first. Sounds are those of data/text/sounds.tsv, one a character, without tones. A look goes over all words and
// takes some milliseconds; the words are gathered when they are first asked for. Tested by spelling_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entity/words.h"
#include "rules/data_set.h"
#include "search/index.h"

namespace fengbiao {

class Spelling {
 public:
  // `known` calls back with names that are worth suggesting.
  static Result<Spelling> gather(const DataSet& data, const SearchIndex& index, const Words& common,
                                 const std::function<void(const std::function<void(const std::string&)>&)>& known);

  struct Suggestion {
    std::string words;
    std::uint32_t documents = 0;  // at most, that have it
    bool sounds_so = false;
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
  };
  // Best first: those that sound the same, then those one character off.
  [[nodiscard]] std::vector<Suggestion> near(std::string_view form, std::size_t most = 3) const;
  // `letters`: small Latin letters, the initials of two characters or more or all their sounds.
  [[nodiscard]] std::vector<Suggestion> spelt(std::string_view letters, std::size_t most = 3) const;

 private:
  Spelling() = default;
  struct Word {
    std::string form;
    std::u32string characters;
    std::vector<std::uint16_t> sounds;  // 0: none known; of words with Chinese characters
    std::uint32_t documents = 0;
  };
  void add(std::string_view form, std::uint32_t documents);
  [[nodiscard]] std::uint16_t sound(char32_t character) const;
  void add_titles(const SearchIndex& index, const Words& common, std::map<std::string, std::uint32_t, std::less<>>& counts) const;

  std::vector<std::string> syllables_{""};
  std::map<char32_t, std::uint16_t> sound_of_;
  std::vector<Word> words_;
};

}  // namespace fengbiao
