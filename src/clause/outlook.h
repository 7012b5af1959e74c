// What is expected or aimed at, clause by clause, by its words; and 其中, which makes clauses parts of one told before.
//
//   预计2025年用户达3亿人，增长5%；其中甲省2000万人。    forecast | forecast | forecast, part of the first
//
// An outlook goes on through the sentence until a time of its own or 目前 ends it. Tested by carry_test.cc.
#pragma once

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

// Fills in outlook and part_of of the clauses; their ranges are set, times need not be completed.
void find_outlooks(const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence, ReadText& text);

}  // namespace fengbiao
