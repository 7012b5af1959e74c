// The areas that a text speaks of, in order: places by name, but for those something goes to (对美国), and words that stand for one:
// 全国, 全球, and 全市 for the last city named. Tested by carry_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

// The usual name of the place that has a code: 上海 for "310000"; nothing where none has it. May be empty: names are then not known.
using PlaceNamer = std::function<std::optional<std::string>(std::string_view code)>;

void find_places(std::string_view folded, const ClauseWords& words, std::span<const WordHit> found, const Hits& hits,
                 const PlaceNamer& namer, ReadText& text);

}  // namespace fengbiao
