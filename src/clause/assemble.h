// Puts together what quantities, times and names of a text were found: cuts it around them, completes the times, carries over what
// clauses do not say, and pairs lists. The order in which the parts of this room work. Tested by carry_test.cc, pairing_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "clause/read_text.h"
#include "clause/times.h"
#include "clause/words.h"

namespace fengbiao {

// `text` holds quantities, names and times (not resolved) in order, and nothing else yet.
void assemble(std::string_view folded, const ClauseWords& words, const Writing& writing, const std::vector<std::uint32_t>& paragraph_starts,
              const Resolver& resolve, ReadText& text);

}  // namespace fengbiao
