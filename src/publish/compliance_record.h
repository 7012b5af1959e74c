// The public records of compliance: a finding, a pack with its rules, a flaw of a pack, each a JSON object; their keys stay.
//
//   {"file":"a.txt","pack":"claims","rule":"claims.absolute","verdict":"forbidden","severity":"error","quote":"...", ... }
//
// Tested by compliance_record_test.cc and tests/cases/cli/comply.test.
#pragma once

#include "base/json.h"
#include "engine/comply_inputs.h"

namespace fengbiao {

// One line of `comply --format jsonl`: a finding or, with `exempt`, a place that an exemption lets pass.
void write_compliance_finding_json(JsonWriter& w, const ComplianceFinding& finding, const CompliedText& text, const LineIndex& lines);
// The whole report of a text: what was used and what was not, findings, exemptions, acts for a person.
void write_compliance_report_json(JsonWriter& w, const CompliedText& text);
void write_pack_json(JsonWriter& w, const CompliancePack& pack);
void write_pack_flaw_json(JsonWriter& w, const PackFlaw& flaw);

// What every report says of itself.
inline constexpr std::string_view kNoLegalAdvice = "This follows reports of the rules and is no legal advice.";

}  // namespace fengbiao
