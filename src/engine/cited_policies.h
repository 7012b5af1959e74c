// Which documents a pack of rules or a decision rests on, and, the other way, which packs and decisions follow a document of the register.
//
//   cited_by(pack)                                ->  《网络主播行为规范》, 第一条, 第二条 ...
//   followers_of(entry, all, packs, decisions)    ->  pack live-host; decision host-qualification, 第十三条
//
// A document is known again by its title, number and day of issue, as the register does it (PolicyRegister::cited). Tested by
// cited_policies_test.cc.
#pragma once

#include <string>
#include <vector>

#include "comply/pack_book.h"
#include "decide/decision.h"
#include "register/policies.h"

namespace fengbiao {

struct CitedDocument {
  PolicyCitation document;
  std::vector<std::string> articles;  // each once, in the order of citing
};

// In the order of citing, each title once.
std::vector<CitedDocument> cited_by(const CompliancePack& pack);
std::vector<CitedDocument> cited_by(const Decision& decision);

struct PolicyFollowers {
  std::vector<const CompliancePack*> packs;
  struct ByDecision {
    const Decision* decision = nullptr;
    std::vector<std::string> articles;
  };
  std::vector<ByDecision> decisions;
};
PolicyFollowers followers_of(const PolicyEntry& entry, const PolicyRegister& all, const std::vector<CompliancePack>& packs,
                             const std::vector<Decision>& decisions);

}  // namespace fengbiao
