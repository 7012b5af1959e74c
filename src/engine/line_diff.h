// Two texts line by line as a unified diff, so that a person sees what a corrected file changed. Myers' O(ND) algorithm
// (1986), linear for near-equal texts; beyond a bound of differences the rest is given as replaced. Tested by line_diff_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace fengbiao {

// Empty when the texts are equal. Three lines of context.
std::string line_diff(std::string_view before, std::string_view after, std::string_view before_name, std::string_view after_name);

}  // namespace fengbiao
