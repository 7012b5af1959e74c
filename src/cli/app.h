// From the words of a command line to an exit code: parses, finds the command, prints its error.
#pragma once

#include <string>
#include <vector>

namespace fengbiao {

int run_program(const std::vector<std::string>& words);

}  // namespace fengbiao
