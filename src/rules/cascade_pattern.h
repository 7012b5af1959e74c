// Reads a rule of a pack and compiles its pattern (see cascade.h for the language) into a small program. Complaints name the
// place in the pack and point at the column of the pattern. Tested by cascade_test.cc.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "rules/cascade.h"

namespace fengbiao {

Result<std::unique_ptr<Rule>> load_rule(const PackNode& item, std::string_view level, Classes& classes, Lexicon& lexicon,
                                        const Productions& productions);

// What the next token of a fit may be, where its program stands at one of `from`.
struct Beginnings {
  std::vector<ClassId> classes;
  std::vector<std::uint32_t> words;
  bool any = false;
  bool end = false;                   // the fit may be complete there
  std::vector<std::uint32_t> behind;  // where the program stands behind that token
};
Beginnings beginnings(const Rule& rule, std::vector<std::uint32_t> from = {0});

}  // namespace fengbiao
