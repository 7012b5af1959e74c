// The quarter-em gap between Chinese and Latin letters or digits, as an empty element that the style sheet prints as the
// font's blank (stretched in a justified line, gone at its end): the characters of the text stay as printed, so that
// copying from the page gives the printed words.
//
//   spaced_html("2023<year sign>") puts <i class="q"></i> between the digit and the sign
//
// Where the print has a blank already, nothing is added. Tested by spacing_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace fengbiao {

// `text` escaped for HTML, with the gaps.
std::string spaced_html(std::string_view text);

}  // namespace fengbiao
