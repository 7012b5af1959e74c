// Time and memory: of a piece of work here, or of a command in a process of its own; and the line that tells a speed.
#pragma once

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace fengbiao::bench {

double seconds(const std::function<void()>& work);
double best_of(int rounds, const std::function<void()>& work);

// A line: MB/s, how many times the yardstick, and whether the bar (0: none) holds.
void row(std::string_view stage, double mb_per_second, double yard, double bar);

[[noreturn]] void stop(const Error& error);
template <class T>
T need(Result<T> result) {
  if (!result) stop(result.error());
  return std::move(*result);
}

// `bench --measure COMMAND...`: runs a command quietly and prints its seconds and its peak memory in kB. A process of its own,
// because the kernel counts the memory of whoever forked into the peak of the forked.
int measure_command(char** command);
// Runs a program that way; gives seconds and its peak memory in MB.
std::pair<double, double> run_program(const std::vector<std::string>& command);

}  // namespace fengbiao::bench
