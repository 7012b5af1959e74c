// A few texts for the tests of this room: a story, its copy in other words and order with one figure changed and one rounded, next month's
// report in the story's words, and another story. Their words stand in sample_stories_test.cc.
#pragma once

#include "pile/pile_text.h"

namespace fengbiao::sample_stories {

PileText parcels();
PileText parcels_again();
PileText parcels_next_month();
PileText market();

}  // namespace fengbiao::sample_stories
