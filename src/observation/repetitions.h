// Numbers told twice in an article: a statement that the body repeats word for word, and a number of the headline that one of the body
// gives more exactly. Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>
#include <vector>

#include "model/observation.h"

namespace fengbiao {

// Of the records from `first` on, those of one article in order of the text, takes away what repeats another and gives several of one
// number ids of their own. The headline ends at `title_end` of the kept text.
void drop_repetitions(std::vector<Observation>& out, std::size_t first, std::uint32_t title_end);

}  // namespace fengbiao
