// Single characters that stand for places, which they do in lists alone: 京沪深穗渝, 沪、浙、皖, 川渝两地, 中美.
// Which characters is data/places/lists.tsv. Tested by places_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entity/gazetteer.h"
#include "entity/place_forms.h"
#include "entity/words.h"

namespace fengbiao {

struct CharacterList {
  struct One {
    std::uint32_t at;
    const std::vector<PlaceId>* places;  // several: the character leaves it open
  };
  std::vector<One> ones;  // empty: no list
  std::uint32_t end = 0;
  const char* rule = "";
  std::string_view why_not;  // it looked like a list and is none
};

// The list that begins at `at`, in a stretch of Chinese characters that ends at `end` and is cut into words by `begins`.
CharacterList read_characters(const PlaceForms& forms, const Words& words, const Gazetteer& gazetteer, std::string_view text,
                              const std::vector<std::uint8_t>& begins, std::uint32_t at, std::uint32_t end);

}  // namespace fengbiao
