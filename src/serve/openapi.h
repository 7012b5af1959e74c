// The description of the API for programs (OpenAPI 3.1) and for people (docs/api.md), both from the table of routes. Schemas of answers
// are data/serve/schemas.json and, for the records of an export, docs/schema.
//
// tests/e2e/serve_openapi.py holds every route's answer against it.
#pragma once

#include <span>
#include <string>

#include "serve/route.h"

namespace fengbiao {

std::string openapi_json(std::span<const Route> routes, const std::string& version);
std::string api_page(std::span<const Route> routes);  // docs/api.md

}  // namespace fengbiao
