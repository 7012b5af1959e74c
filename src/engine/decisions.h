// The decisions at hand: the built-in ones and those of the user's data folder (decisions/*.yaml there), by id. A broken file ends the
// loading with its place: nothing runs half-loaded.
//
//   auto all = load_decisions({});
//   const Decision* d = decision_named(*all, "export-return");
//
// Tested by tests/cases/cli/decide.test.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "decide/decision.h"
#include "engine/archive.h"

namespace fengbiao {

Result<std::vector<Decision>> load_decisions(const ReadOptions& options = {});
// Fails with not_found and what was perhaps meant.
Result<const Decision*> decision_named(const std::vector<Decision>& all, std::string_view id);

}  // namespace fengbiao
