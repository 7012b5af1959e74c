// Keeps HTML that would exhaust the parser away from it. gumbo frees its tree by recursion, opens unclosed <b> and <font>
// again in every block, and compares each attribute with all before it: nesting 100,000 deep, thousands of unclosed font
// tags or a million attributes in one tag cost stack, memory or hours. This scan of the tags, in one pass and without a
// tree, tells how deep and how large the tree will at most be.
// Tested by html_test.cc.
#pragma once

#include <string_view>

#include "base/result.h"

namespace fengbiao {

// Fails with malformed (nested too deep, too many attributes) or too_large (too many elements).
Result<void> check_html_shape(std::string_view html, std::string_view file);

}  // namespace fengbiao
