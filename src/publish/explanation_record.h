// The JSON form of why a record is as it is: its rule, each field with the words that it was read from, what was dropped, corrections.
//
//   w.open('{');   write_explanation_fields(w, explained);   w.close('}');
//
// What `explain --json` and the API show. Tested by tests/cases/cli/explain*.test and tests/e2e/serve_openapi.py.
#pragma once

#include "base/json.h"
#include "engine/archive.h"

namespace fengbiao {

// made_today mark rule note fields dropped.
void write_explanation_fields(JsonWriter& w, const RecordExplanation& explanation);

}  // namespace fengbiao
