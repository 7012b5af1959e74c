// Runs a helper program (pdftotext) with its input and limits, so that a hostile file can harm only the
// helper. The program is found on PATH; nothing passes through a shell. Tested by process_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct ProcessLimits {
  std::chrono::milliseconds time{60'000};    // wall clock; then SIGKILL
  std::uint64_t memory = 1ull << 30;         // address space in bytes, 0 for none
  std::uint64_t output = 512ull << 20;       // bytes of standard output kept, beyond it the helper is ended
  std::uint64_t error_output = 64ull << 10;  // bytes of standard error kept, the rest is read and dropped
};

struct ProcessOutcome {
  int exit_code = 0;  // 128 + signal when a signal ended it
  std::string out;
  std::string err;
};

// Fails with tool_missing, timed_out, too_large (output over the limit), unreadable (cannot start). A helper that ends
// with an exit code of its own is an outcome, not a failure. `environment` entries ("A=b") are added to a bare one
// (PATH, HOME, LANG=C.UTF-8).
Result<ProcessOutcome> run_process(const std::vector<std::string>& command, std::string_view input, const ProcessLimits& limits,
                                   const std::vector<std::string>& environment = {});

}  // namespace fengbiao
