// Ctrl-C (and the polite end signals) during a long task: the first asks it to stop at the next safe place, a second ends
// the program at once, which the archive survives too.
#pragma once

namespace fengbiao {

void watch_interrupts();
bool interrupted();

}  // namespace fengbiao
