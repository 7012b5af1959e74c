// Speed and memory of what texts give up: quantities and times, names, addresses.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pile.h"

namespace fengbiao::bench {

// Lines for the readers over the passages of `issues`, texts in memory, one core; and for addresses, one a line of `addresses`.
void recognition(const std::vector<std::string>& issues, const std::filesystem::path& addresses, double yard);
// Lines for the commands over one file of `bytes` and one of a tenth: speed with loading and JSON, and peak memory.
void memory_of_recognition(const Pile& pile, const std::filesystem::path& work, const std::string& program, std::uint64_t bytes,
                           double yard);

}  // namespace fengbiao::bench
