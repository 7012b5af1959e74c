// The public records of compliance: a finding, a pack with its rules, a flaw of a pack, each a JSON object; their keys stay.
//
//   {"file":"a.txt","pack":"claims","rule":"claims.absolute","verdict":"forbidden","severity":"error","quote":"...", ... }
//
// Tested by compliance_record_test.cc and tests/cases/cli/comply.test.
#pragma once

#include "base/json.h"
#include "engine/comply_inputs.h"
#include "publish/record_parts.h"

namespace fengbiao {

// One line of `comply --format jsonl`: a finding or, with `exempt`, a place that an exemption lets pass.
void write_compliance_finding_json(JsonWriter& w, const ComplianceFinding& finding, const CompliedText& text, const LineIndex& lines);
// The whole report of a text: the text as read, what was used and what was not, findings, exemptions, acts for a person.
void write_compliance_report_json(JsonWriter& w, const CompliedText& text);
// `whole`: with rules and acts for a person; else with their numbers, as a list shows it. `more`: further keys.
void write_pack_json(JsonWriter& w, const CompliancePack& pack, bool whole = true, const WriteMore& more = {});
void write_pack_flaw_json(JsonWriter& w, const PackFlaw& flaw);

}  // namespace fengbiao
