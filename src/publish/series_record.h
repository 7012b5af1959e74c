// The public form of series, as JSON and as tables: what they are, and every report of every cell. docs/formats.md promises the keys.
//
//   {"id":"A.CN..live_commerce.level.CNY","indicator":…,"cells":3,"reports":3,"conflicts":0,"table":[{"period":"2020","conflict":null,
//    "reports":[{"low":…,"high":null,"revised":false,"repeats":null,"observation":{…}}]}]}
//
// Tested by series_record_test.cc.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "engine/series.h"

namespace fengbiao {

std::string_view name_of(Conflict conflict);  // "unsure", "sure"; empty for none

// `with_table`: its cells with their reports.
void write_series_json(JsonWriter& w, const SeriesRegister& all, const Series& series, bool with_table);

// One row a series.
std::vector<std::string> series_columns();
std::vector<std::string> series_row(const Series& series);
// One row a report.
std::vector<std::string> report_columns();
std::vector<std::vector<std::string>> report_rows(const SeriesRegister& all, const Series& series);

}  // namespace fengbiao
