// What stands around place names: data/places/forms.yaml and lists.tsv, as one table of words with what each is for.
// Tested by places_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "entity/gazetteer.h"
#include "rules/data_set.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

struct PlaceForms {
  enum Use : std::uint32_t {
    sentence_end = 1,
    kind_begin = 2,
    tail_any = 4,
    tail_division = 8,
    tail_product = 16,
    tail_province_product = 32,
    tail_list = 64,
    never_alone = 128,
    needs_context = 256,
    joiner = 512,
    list_closer = 1024,
    pause = 2048,
    word = 4096,
    town_kind = 8192,
    list = 16384,
    locative = 32768,
    never_short = 65536,
  };
  struct Entry {
    std::uint32_t uses = 0;
    std::uint32_t list = 0;  // into lists
  };
  struct Zone {
    std::string suffix, before, behind;    // 综试区: … 跨境电商综合试验区
    std::string full_before, full_behind;  // 中国（ … ）跨境电子商务综合试验区
    std::string bracket;                   // the first of these, folded
  };
  struct Found {
    std::uint32_t length = 0;
    Entry entry;
  };

  static Result<PlaceForms> load(const DataSet& data, const Gazetteer& gazetteer);

  // The longest word of one of these uses that begins at `from`.
  [[nodiscard]] Found longest(std::string_view text, std::size_t from, std::uint32_t uses) const;
  // Likewise in a text whose characters are told, of those that end at `end` or before.
  [[nodiscard]] Found longest(const Characters& text, std::size_t from, std::size_t end, std::uint32_t uses) const {
    Found best;
    words.each(text, from, end, [&](Trie::Hit hit) {
      if (entries[hit.value].uses & uses) best = {hit.length, entries[hit.value]};
    });
    return best;
  }
  [[nodiscard]] bool is(std::string_view text, Use use) const { return longest(text, 0, use).length == text.size(); }

  Trie words;
  std::vector<Entry> entries;
  std::vector<std::vector<std::vector<PlaceId>>> lists;                 // list, character, places
  std::vector<std::pair<std::string, std::vector<std::string>>> heads;  // name, what may not stand before it
  std::vector<Zone> zones;                                              // longest suffix first
};

}  // namespace fengbiao
