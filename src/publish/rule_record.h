// The rules of the checks for people and programs: a JSON object each, and docs/rules.md, the page of all of them.
//
//   {"id":"pause-mark-before-deng","kind":"punctuation","severity":"warning","confidence":0.95,"name":"...", ... }
//
// Tested by rule_record_test.cc; a test of the documents checks that docs/rules.md is current.
#pragma once

#include <string>

#include "base/json.h"
#include "engine/checks.h"

namespace fengbiao {

void write_rule_json(JsonWriter& w, const CheckRule& rule);

// docs/rules.md. Rules that are off are left out.
std::string rules_page(const RuleBook& rules);

}  // namespace fengbiao
