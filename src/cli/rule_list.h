// check --list-rules: the rules as a table, or all that is to know of those named. Tested by tests/cases/cli/check.test.
#pragma once

#include "base/result.h"
#include "cli/commands.h"
#include "engine/checks.h"

namespace fengbiao {

Result<int> list_rules(const Session& session, const RuleBook& rules);

// All of one rule in words; also what `explain` says of the rule of a finding.
std::string rule_text(const CheckRule& rule);

}  // namespace fengbiao
