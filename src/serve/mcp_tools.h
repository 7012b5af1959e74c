// What each tool of the agents' protocol asks of the API, and the shorter form in which it gives that: what an agent needs to answer and
// to cite, without the places that a page needs.
//
//   call_tool(service, "series", {{"indicator", "..."}})  ->  {"total":1,"items":[...],"citations":[{"article":...,"text":...}]}
//
// Tested by mcp_test.cc and tests/mcp.
#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <string>

#include "serve/service.h"

namespace fengbiao {

// Fails with a sentence that says what was expected.
std::expected<nlohmann::ordered_json, std::string> call_tool(Service& service, const std::string& name,
                                                             const nlohmann::ordered_json& arguments);

}  // namespace fengbiao
