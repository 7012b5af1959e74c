// An archive as files for others: one record a line (JSON Lines), a table (CSV, a workbook, a data package), observations for statistical
// offices (SDMX-CSV and its structure), dates of policies as a calendar. The formats are promised in docs/formats.md and checked by the
// tests with other programs' readers.
//
//   export_records(archive, {.kind = "articles", .format = ExportFormat::csv, .bom = true}, write_to_file)
//
// It writes what the archive holds; it does not choose or rank. Tested by export_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"
#include "publish/record_table.h"

namespace fengbiao {

enum class ExportFormat { jsonl, csv, xlsx, sdmx_csv, sdmx_structure, data_package, ics, sarif };
std::optional<ExportFormat> export_format_named(std::string_view name);  // "sdmx-csv"
std::string_view name_of(ExportFormat format);

struct ExportOptions {
  std::string kind = "articles";
  ExportFormat format = ExportFormat::jsonl;
  bool bom = false;        // CSV for Excel
  bool campaigns = false;  // a calendar with shopping campaigns too
  std::string version{};   // of the program, for formats that name who made them
};

std::vector<std::string_view> export_kinds();  // "articles", "observations", "policies"
// The one kind a format is for; empty where it takes any.
std::string_view kind_of(ExportFormat format);

// What an export could not say in its format, in one sentence; empty as a rule.
struct ExportNote {
  std::string words;
};

// Hands the output over in blocks, so that a large archive streams. A data package is a ZIP file here. Fails with invalid_argument for an
// unknown kind, or one that the format is not for.
Result<ExportNote> export_records(Archive& archive, const ExportOptions& options,
                                  const std::function<Result<void>(std::string_view)>& sink);

}  // namespace fengbiao
