// The target of a request taken apart: its path in decoded segments, and its parameters by name.
//
//   parse_target("/api/v1/articles/2023-03-20-1f0c?q=%E7%94%B5%E5%95%86&limit=2")
//     ->  segments {"api", "v1", "articles", "2023-03-20-1f0c"}, parameters {limit: "2", q: the decoded words}
//
// Strict: what is no UTF-8, holds a control character, an empty or a dotted segment, or a parameter twice, is refused with what was
// expected. Nothing of it ever names a file. Tested by target_test.cc and tests/fuzz/fuzz_target.cc.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "serve/problem.h"

namespace fengbiao {

inline constexpr std::size_t kLongestTarget = 8192;  // bytes as sent

struct Target {
  std::string path;  // as sent, without parameters
  std::vector<std::string> segments;
  std::map<std::string, std::string, std::less<>> parameters;
  // The same for every way to write it: parameters in order, everything encoded alike. What answers are kept under.
  [[nodiscard]] std::string canonical() const;
};

std::expected<Target, Problem> parse_target(std::string_view target);

// For a link: every byte that is not a letter, digit or one of -._~ as %XX.
std::string url_encoded(std::string_view text);

}  // namespace fengbiao
