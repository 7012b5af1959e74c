// Makes any bytes safe to print on a terminal: control characters (C0, DEL, C1) and broken UTF-8 become visible marks
// (`\x1b`, U+FFFD), so that the name of a hostile file cannot move the cursor. Tested by printable_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace fengbiao {

// `keep_newlines` leaves line feeds and tabs as they are.
std::string printable(std::string_view bytes, bool keep_newlines = false);

}  // namespace fengbiao
