// Words as rows of code points, to look at the nth character of and to tell how far two lie apart.
//
//   code_points("网𠮷") == U"网𠮷"
//   edit_distance(U"网络零售额", U"网路零售额", 3) == 1
//
// Tested by code_points_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fengbiao {

// Malformed bytes are U+FFFD, one each.
std::u32string code_points(std::string_view text);

// Characters to put in, take out or exchange to make one of the other (Levenshtein), but no further than `most`: then most + 1.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace fengbiao
