// XML of strangers, read with care: pugixml builds the tree (it expands no entity of a document's own and fetches nothing) behind a scan
// that refuses what would nest its way through the stack and documents that declare entities. Tested by feed_test.cc and
// tests/e2e/collect.py.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

// `text` is UTF-8, whatever its declaration says. Fails with malformed, the place with line and column, and too_large.
Result<pugi::xml_document> parse_xml(std::string_view text, std::string_view address);

// All text below the node, its pieces joined; markup below it is left out.
std::string text_below(const pugi::xml_node& node);

}  // namespace fengbiao
