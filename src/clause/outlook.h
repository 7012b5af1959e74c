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

// A clause of the sentence that begins with a clause looks ahead.
bool looks_ahead_in(const ReadText& text, std::uint32_t first_clause);
// Of the next clause of the sentence that tells a number: 今年仍会扩大，预计增长5%.
Outlook outlook_behind(const ReadText& text, std::uint32_t clause);
// Of a time by its use: 到2025年.
Outlook outlook_of(const ReadText& text, const CarriedIndex& period);

}  // namespace fengbiao
