// Words in a picture: about how wide they come out, where a long line breaks, and how they are written so that nothing of them acts.
//
//   text_width("直播电商 2021", 12)    Chinese characters one em, others about half of one
//
// Widths are estimates for the Noto families: a picture is laid out without asking for fonts, so that its bytes are the same everywhere.
// Tested by chart_svg_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

double text_width(std::string_view text, double size);

// At most `most` lines of at most `width`; the last one ends with an ellipsis when something is left out.
std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t most);

// For text content and attribute values. Control characters, what XML does not allow, and marks that turn the direction of writing become
// U+FFFD.
std::string svg_escaped(std::string_view text);

}  // namespace fengbiao
