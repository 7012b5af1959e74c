// The public records of findings and checked relations, as docs/formats.md and docs/schema promise them: a JSON object or a row of a table.
//
//   {"id":"2023-03-20-6c2952ef-f41","file":"2023-03-20.txt", ... ,"kind":"arithmetic","severity":"error","quote":"..."}
//
// Tested by finding_record_test.cc and tests/e2e/exports.py.
#pragma once

#include <vector>

#include "base/json.h"
#include "engine/archive.h"
#include "engine/checks.h"
#include "model/finding.h"
#include "publish/record_table.h"

namespace fengbiao {

void write_finding_json(JsonWriter& w, const Finding& finding);
void write_finding_keys(JsonWriter& w, const Finding& finding);  // into an open object
void write_relation_json(JsonWriter& w, const Relation& relation);

// All findings or relations of an archive by the built-in rules, in order of issues and text.
Result<void> for_each_finding(Archive& archive, const std::function<Result<void>(const Finding&)>& visit);
Result<void> for_each_relation(Archive& archive, const std::function<Result<void>(const Relation&)>& visit);

std::vector<TableColumn> finding_columns();
std::vector<Cell> finding_cells(const Finding& finding);
std::vector<TableColumn> relation_columns();
std::vector<Cell> relation_cells(const Relation& relation);

}  // namespace fengbiao
