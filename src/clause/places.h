// The areas that a text speaks of, in order: places by name, but for those something goes to (对美国), and words that stand for one:
// 全国, 全球, and 全市 for the last city named. Tested by carry_test.cc.
#pragma once

#include "clause/hits.h"
#include "clause/read_text.h"

namespace fengbiao {

void find_places(std::string_view folded, const ClauseWords& words, std::span<const WordHit> found, const Hits& hits, ReadText& text);

}  // namespace fengbiao
