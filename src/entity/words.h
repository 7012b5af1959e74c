// Ordinary words, to tell where a name is none: 保定 in 确保定期, 三明 in 三明治. A stretch of Chinese characters is cut into the words
// that cost least together, the cost of a word being the negative logarithm of its share of a large corpus (a shortest path, as in
// Wu and Tseng 1993, Chinese Text Segmentation for Text Retrieval). Names are offered as words beside the ordinary ones.
//
//   确保定期交付  ->  确保|定期|交付: no word begins at 保
//
// Words are data/text/words.tsv. Linear in time. Tested by words_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/data_set.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

class Words {
 public:
  static constexpr std::uint32_t kUnknown = 160;  // cost of a character that is no word by itself

  static Result<Words> load(const DataSet& data);

  // Calls `call(word, cost)` for every word of the file.
  static Result<void> each_of(const DataSet& data, const std::function<void(std::string_view, std::uint32_t)>& call);

  // Calls `call(length, cost)` for every word that begins at byte `from`.
  template <class Call>
  void each(std::string_view folded, std::size_t from, Call&& call) const {
    trie_.each(folded, from, [&](Trie::Hit hit) { call(hit.length, hit.value); });
  }
  // Likewise of a row of code points: calls `call(length, cost)`, the length in code points.
  template <class UnitAt, class Call>
  void each_of(std::size_t from, std::size_t end, UnitAt&& unit_at, Call&& call) const {
    trie_.each_of(
        from, end, [&](std::size_t at, std::uint32_t& size) { return size = 1, unit_at(at); },
        [&](Trie::Hit hit) { call(hit.length, hit.value); });
  }
  [[nodiscard]] std::uint32_t longest(std::string_view folded, std::size_t from) const { return trie_.longest(folded, from).length; }
  // The cost of the word, kUnknown when there is none such.
  [[nodiscard]] std::uint32_t cost(std::string_view word) const {
    std::uint32_t value = kUnknown;
    return trie_.contains(word, &value) ? value : kUnknown;
  }

  // Sets begins[i] for the bytes of `part` where a word begins, and at part.end; `begins` has text.size() + 1 entries.
  // `names(at, call)` calls `call(length, cost)` for each name that begins at byte `at` of the text.
  template <class Names>
  void cut(const Characters& text, Span part, Names&& names, std::vector<std::uint8_t>& begins) const {
    constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();
    thread_local std::vector<Step> steps;
    steps.assign(part.size() + 1, Step{kFar, 0});
    steps[0].cost = 0;
    for (std::uint32_t i = 0; i < part.size();) {
      const std::uint32_t size = text.size(part.begin + i);
      const std::uint32_t so_far = steps[i].cost;
      const auto word = [&](std::uint32_t length, std::uint32_t cost) {
        if (i + length > part.size()) return;
        Step& to = steps[i + length];
        if (so_far + cost < to.cost) to = {so_far + cost, i};
      };
      word(size, kUnknown);
      trie_.each(text, part.begin + i, part.end, [&](Trie::Hit hit) { word(hit.length, hit.value); });
      names(part.begin + i, word);
      i += size;
    }
    for (std::uint32_t i = part.size(); i > 0; i = steps[i].from) begins[part.begin + i] = 1;
    begins[part.begin] = 1;
  }

 private:
  struct Step {
    std::uint32_t cost, from;
  };
  Trie trie_;
};

}  // namespace fengbiao
