// The documents that rules rest on, and who follows a document, as JSON of the API.
//
//   [{"title":"网络主播行为规范","number":null,"articles":["第一条"],"policies":["网络主播行为规范"]}]
//   {"packs":[{"pack":"live-host",…,"rules":[…]}],"decisions":[{"id":"host-qualification",…,"articles":["第十三条"]}]}
//
// Tested by tests/e2e/serve_openapi.py.
#pragma once

#include "base/json.h"
#include "engine/cited_policies.h"

namespace fengbiao {

// `policies`: ids of the documents in the register; none where the archive does not hold it.
void write_cited_documents_json(JsonWriter& w, const std::vector<CitedDocument>& cited, const PolicyRegister& all);
void write_followers_json(JsonWriter& w, const PolicyFollowers& followers);

}  // namespace fengbiao
