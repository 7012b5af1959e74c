// Clauses that begin with 前者 or 后者: they speak of the one or the other of two that were named before.
//
//   甲与乙走势分化：前者增长5%；后者下降3%。     5%: 甲, 3%: 乙
//
// The two are the firms named last in the paragraph, else the two places told together last. Tested by carry_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "clause/hold.h"
#include "clause/spoken_of.h"

namespace fengbiao {

// Fills in subject or place of such clauses.
void take_turns(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<std::uint32_t>& paragraph_of_sentence,
                const ReadText& text, std::vector<OwnWords>& own);

}  // namespace fengbiao
