// Makes the records of the documents that an article reports on: who, when, until when, in what state, what they change.
//
//   《甲》 issued by 乙部 近日, effective 2023-03-01, written 2022-12-05    in-force-later, issued not told
//
// Tested by policies_test.cc.
#pragma once

#include <vector>

#include "model/policy.h"
#include "policy/story.h"

namespace fengbiao::policy_room {

// Appends the records in order of the text. With `dropped`, reasons are given, and what is no record is told.
void record_policies(Story& story, std::vector<Policy>& out, std::vector<Candidate>* dropped);

}  // namespace fengbiao::policy_room
