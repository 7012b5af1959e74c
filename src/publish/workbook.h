// Records as a workbook (XLSX): a sheet of the records with typed columns, a frozen header and filters, and a sheet of notes that says
// what each column means. Written by libxlsxwriter.
//
//   export_workbook(archive, *record_table("observations"), write_to_file)
//
// Texts are texts, never formulas. The time of creation is that of the data, so that the same archive gives the same bytes. A text longer
// than a cell holds is cut and ends with an ellipsis. Tested by export_test.cc, tests/e2e/exports.py and
// tests/readers/readers.py, which read it with openpyxl.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "publish/record_table.h"

namespace fengbiao {

// Hands the finished file over in blocks. Fails with too_large where there are more records than a sheet has rows.
Result<void> export_workbook(Archive& archive, const RecordTable& table, const std::function<Result<void>(std::string_view)>& sink);

}  // namespace fengbiao
