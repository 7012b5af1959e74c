// Records as a data package (Frictionless Data Package 1 with Table Schema): datapackage.json, which says what each column is, and one
// CSV of the records; a folder, or the same in a ZIP file.
//
//   export_data_package_zip(archive, *record_table("observations"), write_to_file)
//
// The CSV holds texts as they are, for programs that read it by its schema. The same archive gives the same bytes: times are those of
// the data. Tested by export_test.cc, tests/e2e/exports.py and tests/readers/readers.py, where another program reads it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "publish/record_table.h"

namespace fengbiao {

// Into `folder`, made when missing; files of these names are replaced.
Result<void> export_data_package(Archive& archive, const RecordTable& table, const std::filesystem::path& folder);
Result<void> export_data_package_zip(Archive& archive, const RecordTable& table, const std::function<Result<void>(std::string_view)>& sink);

}  // namespace fengbiao
