// An archive as files for others: one record a line (JSON Lines) or a table (CSV). The record formats are promised in
// docs/formats.md and checked against its JSON Schemas by the tests.
//
//   export_records(archive, {.kind = "articles", .format = ExportFormat::csv, .bom = true}, write_to_file)
//
// It writes what the archive holds; it does not choose or rank. Tested by export_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"
#include "publish/article_record.h"

namespace fengbiao {

struct ExportOptions {
  std::string kind = "articles";
  ExportFormat format = ExportFormat::jsonl;
  bool bom = false;  // CSV for Excel
};

std::vector<std::string_view> export_kinds();  // "articles"; later rooms add theirs here

// Hands the output over in blocks, so that a large archive streams. Fails with invalid_argument for an unknown kind.
Result<void> export_records(Archive& archive, const ExportOptions& options, const std::function<Result<void>(std::string_view)>& sink);

}  // namespace fengbiao
