// What carries over from clause to clause: the subject, the place and the period that a clause does not say itself.
//
//   截至6月底，某平台用户达2亿人，其中甲省3000万人。预计2026年达3亿人。
//
// A subject is a body, company or platform that is not merely the source of what is told (据…数据). It is dropped where a new sentence
// begins with an area of its own. Days of telling give a period only where there is no other. What brackets say is not carried out of
// them. Tested by carry_test.cc.
#pragma once

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

// Outlooks and parts are found (outlook.h), times completed and places found; fills in subject, place and period of the clauses, and
// the holdings.
void carry(std::string_view folded, const ClauseWords& words, const Hits& hits, const std::vector<std::uint32_t>& paragraph_of_sentence,
           ReadText& text);

}  // namespace fengbiao
