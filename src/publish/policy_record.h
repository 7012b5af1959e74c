// The public record of a policy document, as docs/formats.md and docs/schema/policies.schema.json promise it: one report a document and
// issue, as a JSON object or a row of a table.
//
//   {"id":"2023-03-20-6c2952ef-p3", ... ,"name":"某某办法","kind":"regulation","issuers":["某部"], ... ,"also":[]}
//
// Where several articles of an issue report one document, the record is the report that knows most; what it does not know is taken
// from the others, which are named under `also`. Tested by record_table_test.cc.
#pragma once

#include <vector>

#include "base/json.h"
#include "model/policy.h"
#include "publish/record_table.h"

namespace fengbiao {

// The reports of one document in one issue as one.
struct PolicyRecord {
  ReportedPolicy main;
  std::vector<ReportedPolicy> also;  // other reports, in order of the text
};

// The reports of one issue in order of the text, as one record a document.
std::vector<PolicyRecord> policy_records(std::vector<ReportedPolicy> reports);

// All records of an archive in order of issues and text.
Result<void> for_each_policy_record(Archive& archive, const PolicyReportFilter& filter,
                                    const std::function<Result<void>(const PolicyRecord&)>& visit);

void write_policy_json(JsonWriter& w, const PolicyRecord& record);

std::vector<TableColumn> policy_columns();
std::vector<Cell> policy_cells(const PolicyRecord& record);

}  // namespace fengbiao
