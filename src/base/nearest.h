// What was perhaps meant: the nearest of the words that are known to one that is not.
//
//   nearest("ingset", {"ingest", "issues"})  ->  "ingest"
//
// Counts insertions, deletions, substitutions and two neighbours swapped (optimal string alignment), over bytes. Tested by nearest_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fengbiao {

// Empty when none is near (distance at most a third of the length).
std::string_view nearest(std::string_view typed, std::span<const std::string_view> known);

// "; did you mean `ingest`?", or nothing. `before` stands before the word.
std::string perhaps(std::string_view typed, std::span<const std::string_view> known, std::string_view before = "");

}  // namespace fengbiao
