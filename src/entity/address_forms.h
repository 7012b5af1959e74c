// The words of addresses, data/places/address.yaml, as one table with what each is for. Tested by address_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"
#include "text/trie.h"

namespace fengbiao {

struct AddressForms {
  enum Use : std::uint32_t {
    separator = 1,
    pseudo_level = 2,
    town_office = 4,
    quarter = 8,
    not_after_short = 16,
    county_kind = 32,
    town_kind = 64,
    village_end = 128,
    zone_end = 256,
    road = 512,
    small_road = 1024,
    road_rest = 2048,
    road_side = 4096,
    road_middle = 8192,
    house_unit = 16384,
    house_head = 32768,
    numeral = 65536,
    crossing = 131072,
    and_word = 262144,
    building = 524288,
    upper_kind = 1048576,
  };

  static Result<AddressForms> load(const DataSet& data);

  // The length of the longest word of one of these uses that begins at `from`; 0: none.
  [[nodiscard]] std::uint32_t longest(std::string_view text, std::size_t from, std::uint32_t uses) const {
    std::uint32_t best = 0;
    words.each(text, from, [&](Trie::Hit hit) {
      if (hit.value & uses) best = hit.length;
    });
    return best;
  }
  Trie words;  // value: the uses
};

}  // namespace fengbiao
