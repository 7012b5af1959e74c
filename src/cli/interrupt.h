// Ctrl-C (and the polite end signals) during a long task: the first asks it to stop at the next safe place, a second ends
// the program at once, which the archive survives too.
#pragma once

#include <string_view>

namespace fengbiao {

// `words`: what is said at the first one, with a line end before and after.
void watch_interrupts(std::string_view words = "\nstopping after the issue at hand; once more ends at once\n");
bool interrupted();

}  // namespace fengbiao
