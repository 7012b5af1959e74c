// Printed words as HTML with the marks of what was found in them: a line under the words, a number behind them that leads to the note.
//
//   marked_html(kept, pieces, {{span, 3, "error arithmetic"}})  ->  ...占比<span class="w w3 error arithmetic" id="w3">78.33%</span><a
//   ...>3</a>
//
// Marks may overlap and nest. Everything is escaped. Tested by check_page_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

struct TextMark {
  Span span;
  std::size_t number = 0;
  std::string classes;
  bool other = false;  // the other side of finding `number`
};

// The pieces joined as wrapped lines are. `marks` in order of their beginnings; those outside the pieces give nothing.
std::string marked_html(std::string_view kept, const std::vector<Span>& pieces, const std::vector<TextMark>& marks);

}  // namespace fengbiao
