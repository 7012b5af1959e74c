// Other forms that count as a word that was asked for, from what the lexicons know: aliases of bodies, firms, platforms, media and
// campaigns, short and old names of places, words of one meaning, printed names of one indicator.
//
//   网购  ->  网络购物 0.7, 网上购物 0.7, 线上购物 0.7        工信部  ->  工业和信息化部 0.9        网络零售额  ->  网上零售额 0.7
//
// They are joined by OR with a lower weight, shown in the query as it was read, and left out where the archive does not have them, where
// the word was quoted and where it is excluded. A form that holds the word finds nothing new and is left out too. Sources are data/lexicon,
// data/places and data/search/synonyms.yaml. Tested by widening_test.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entity/gazetteer.h"
#include "rules/data_set.h"
#include "search/query.h"
#include "text/trie.h"

namespace fengbiao {

inline constexpr std::size_t kMostAlternatives = 8;

class Widening {
 public:
  static Result<Widening> load(const DataSet& data);

  enum class Sort : std::uint8_t { alias, synonym, indicator, area };
  // Names of one thing. A name with `shown` false is understood but not looked for: it is too short or too common.
  struct Name {
    std::string words;
    bool shown = true;
  };
  void add(const std::vector<Name>& names, Sort sort);
  void seal();  // once all names are in

  // `has` tells whether the archive may hold a form.
  void widen(QueryNode& root, const std::function<bool(std::string_view form)>& has) const;
  // Calls `call(words)` for every name that is known.
  void each(const std::function<void(const std::string& words)>& call) const;
  // Calls `call(form)` for the known names that stand in a text in normal form, the longest at each place.
  template <class Call>
  void each_in(std::string_view normal, Call&& call) const {
    const Characters characters(normal);
    for (std::size_t at = 0; at < normal.size();) {
      const Trie::Hit hit = names_.longest(characters, at, normal.size());
      if (hit.length > 0) call(normal.substr(at, hit.length));
      at += hit.length > 0 ? hit.length : std::max<std::uint32_t>(1, characters.size(at));
    }
  }
  // How many bytes the longest known name has that begins at a byte of a text and is not the whole of it; 0: none.
  [[nodiscard]] std::uint32_t name_at(std::string_view normal, std::size_t at) const {
    std::uint32_t longest = 0;
    names_.each(normal, at, [&](Trie::Hit hit) {
      if (hit.length < normal.size()) longest = hit.length;
    });
    return longest;
  }

 private:
  Widening() = default;
  struct Group {
    Sort sort{};
    std::vector<std::pair<std::string, std::string>> names;  // words, form
  };
  void put(QueryNode& leaf, const std::string& words, const std::string& form, double weight, std::string_view why,
           const std::function<bool(std::string_view)>& has) const;
  void inside(QueryNode& leaf, const std::function<bool(std::string_view)>& has) const;
  void places(QueryNode& leaf, const std::function<bool(std::string_view)>& has) const;

  std::vector<Group> groups_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_form_;
  std::map<std::string, std::vector<std::string>, std::less<>> place_names_;  // by code: names that are no official ones
  std::shared_ptr<const Gazetteer> gazetteer_;
  Trie names_;  // of seal()
};

}  // namespace fengbiao
