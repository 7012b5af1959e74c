// 前者 and 后者 at the beginning of a clause: the first or the second of two firms or places that were told together before.
//
//   甲与乙走势分化：前者增长8%；后者下降2%     8% is of 甲, 2% of 乙
//
// Looked for in the sentence, or in the one before where the sentence begins so. Tested by carry_test.cc.
#pragma once

#include <vector>

#include "clause/hold.h"
#include "clause/read_text.h"
#include "clause/words.h"

namespace fengbiao {

// Fills in the subject or the place of such clauses, where they have none of their own.
void find_one_of_two(const Hits& hits, const ReadText& text, std::vector<OwnWords>& own);

}  // namespace fengbiao
