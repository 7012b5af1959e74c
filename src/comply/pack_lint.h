// What is wrong with packs that load: a rule that cannot match or is shadowed, lacks examples or a clause, or whose examples do not do
// what they should. Each with file and line.
//
//   lint_packs(compliance)  ->  "live-host.yaml:31: live-host.smoking: the example '抽一根' does not fire"
//
// Tested by pack_lint_test.cc; run over the packs of the program by the tests.
#pragma once

#include <string>
#include <vector>

#include "comply/compliance.h"

namespace fengbiao {

struct PackFlaw {
  Place place;
  std::string rule;  // id; of a pack its name
  std::string what;
};

// By pack and rule; `packs` none: all.
std::vector<PackFlaw> lint_packs(const Compliance& compliance, const std::vector<std::string>& packs = {});

}  // namespace fengbiao
