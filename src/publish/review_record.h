// The public form of what waits for a person, and of corrections as they are listed. docs/formats.md promises the keys.
//
//   {"why":"unsure","reason":"...","id":"...","name":"2023-03-20/7-o153","record":{...},"correction":null}
//
// Tested by tests/cases/cli/records.test and tests/e2e/serve_openapi.py.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "engine/archive.h"

namespace fengbiao {

void write_review_json(JsonWriter& w, const ReviewItem& item);
void write_listed_correction_json(JsonWriter& w, const ListedCorrection& listed);
std::string listed_corrections_json(const std::vector<ListedCorrection>& listed);  // {"corrections":[...]}

}  // namespace fengbiao
