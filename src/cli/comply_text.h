// A report of `comply` on a terminal, a finding in the manner of those of `check`: the place, what is wrong, the line with a caret, the
// clause, what it means, what to do instead.
//
//   listing.txt:2:3: error: forbidden: absolute claims 绝对化用语 [claims.absolute]
//       2 | 本品全网销量第一
//         |     ^~~~~~~~~~~~
//         = clause: 广告法 第九条, in force from 2015-09-01: ...
//         = means: ...
//         = instead: ...
//
// Tested by tests/cases/cli/comply.test.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/comply_inputs.h"

namespace fengbiao {

std::string compliance_finding_text(const ComplianceFinding& finding, const std::string& shown, const LineIndex& lines, std::size_t width);
// What stands below the findings of one text: exemptions, places not listed, why it was read as what it was, packs not in force.
std::string compliance_rest_text(const CompliedText& text, const LineIndex& lines);
// Acts of the packs used that words cannot decide.
std::string compliance_acts_text(const std::vector<const CompliancePack*>& packs);
// The last lines of a run.
struct ComplianceTotals {
  std::size_t texts = 0, characters = 0, findings = 0, exempt = 0;
  std::size_t errors = 0, warnings = 0, notes = 0;
};
std::string compliance_totals_text(const ComplianceTotals& totals, const std::string& day);

// "2022-06-22", "2022-06-22 to 2030-01-01"
std::string days_in_force(const CompliancePack& pack, const ComplyRule* rule = nullptr);

}  // namespace fengbiao
