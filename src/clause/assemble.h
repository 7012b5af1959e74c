// Puts together what quantities, times and names of a text were found: cuts it around them, completes the times, carries over what
// clauses do not say, and pairs lists. The order in which the parts of this room work. Tested by carry_test.cc, pairing_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "clause/introduced.h"
#include "clause/places.h"
#include "clause/read_text.h"
#include "clause/times.h"
#include "clause/words.h"
#include "text/characters.h"

namespace fengbiao {

// What is known of names beyond those found in the text; may be empty.
struct NameLore {
  PlaceNamer place;
  WordAt word_at;
};

// `text` holds quantities, names and times (not resolved) in order, and nothing else yet.
void assemble(const Characters& characters, const ClauseWords& words, const Writing& writing,
              const std::vector<std::uint32_t>& paragraph_starts, const Resolver& resolve, const NameLore& lore, ReadText& text);

}  // namespace fengbiao
