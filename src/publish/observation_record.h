// The public record of an observation, as docs/formats.md and docs/schema/observations.schema.json promise it: one JSON object, or a row
// of a table.
//
//   {"id":"2023-03-20-6c2952ef-o12","file":"2023-03-20.txt", ... ,"text":"1.4万单","value":14000, ...}
//
// Values are those after correction; `corrections` holds what the program read. Tested by record_table_test.cc.
#pragma once

#include <vector>

#include "base/json.h"
#include "model/observation.h"
#include "publish/record_table.h"

namespace fengbiao {

void write_observation_json(JsonWriter& w, const ReportedObservation& reported);

std::vector<TableColumn> observation_columns();
std::vector<Cell> observation_cells(const ReportedObservation& reported);

}  // namespace fengbiao
