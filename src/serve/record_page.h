// The page of one record: the record itself, why it is as it is, the article it was read from, and the printed lines around it.
//
//   {"record":{...},"explanation":{"rule":...,"fields":[...]},"article":{...},"lines":[{"number":52,"text":"..."}]}
//
// Tested by tests/e2e/serve_openapi.py.
#pragma once

#include <string>

#include "base/json.h"
#include "serve/api_context.h"
#include "serve/route.h"

namespace fengbiao {

// `id` of an observation or of a report of a policy.
Reply answer_record(const Ask& ask, const std::string& id);

void write_explanation(JsonWriter& w, const RecordExplanation& explanation);

}  // namespace fengbiao
