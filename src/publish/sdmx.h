// Observations as SDMX-CSV 2.0 (SDMX 3.0), the exchange format of statistical offices: one row a reported value.
//
//   STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,ENTITY,FREQ,MEASURE,TRANSFORMATION,REPORT,TIME_PERIOD,OBS_VALUE,...
//   dataflow,FENGBIAO:REPORTED(1.0.0),I,online_retail,310000,_Z,A,LEVEL,N,2023-03-20-6c2952ef-o12,2022,1.3,CNY,12,1,A,...
//
// REPORT is a dimension, so that two bulletins that report another value for the same thing stay two observations. A value is given as
// printed, with UNIT_MULT as the power of ten it stands for. No field holds several values: some readers refuse a file whose first column
// declares a separator for them. sdmx_structure.h says what the columns are. What has no period, or a period without both ends, has no
// place in SDMX and is left out; the caller is told how many. docs/formats.md lists components and codes. Tested by sdmx_test.cc and
// tests/e2e/exports.py, tests/readers/readers.py.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"
#include "publish/sdmx_structure.h"

namespace fengbiao {

// The row of an observation, in the order of the columns; empty where its period has no place in SDMX.
std::vector<std::string> sdmx_row(const ReportedObservation& reported);

// `left_out`: how many observations had no place.
Result<void> export_sdmx_csv(Archive& archive, const std::function<Result<void>(std::string_view)>& sink, std::size_t& left_out);

}  // namespace fengbiao
