// Pieces of HTML inside feeds as plain words. Tested through tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

std::string plain_text(std::string_view html);                    // on one line
std::vector<std::string> html_paragraphs(std::string_view html);  // a block or line each, blank ones left out
std::string escaped_html(std::string_view text);                  // plain words as HTML, line ends kept as <br>

}  // namespace fengbiao
