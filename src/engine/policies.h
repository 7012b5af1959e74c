// The policy documents of an archive: the reports of all its articles gathered into one entry a document.
//
//   auto all = gather_policies(archive);
//   for (const PolicyEntry* e : all->find("网络交易管理办法")) use(status_on(*all, *e, "2023-05-01"));
//
// Corrections by hand are in. Tested by policies_test.cc and tests/cases/cli/policies.test.
#pragma once

#include "engine/archive.h"
#include "register/policies.h"
#include "register/policy_standing.h"

namespace fengbiao {

// Of reports at hand, with the built-in data.
Result<PolicyRegister> policies_of(std::vector<ReportedPolicy> reports);
Result<PolicyRegister> gather_policies(Archive& archive, const ReadOptions& options = {});

}  // namespace fengbiao
