#include "publish/export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/csv.h"
#include "model/issue_json.h"
#include "publish/calendar.h"
#include "publish/data_package.h"
#include "publish/finding_record.h"
#include "publish/observation_record.h"
#include "publish/policy_record.h"
#include "publish/sarif.h"
#include "publish/sdmx.h"
#include "publish/sdmx_structure.h"
#include "publish/workbook.h"

namespace fengbiao {

namespace {

constexpr std::size_t kBlock = 256 << 10;  // bytes handed over at a time, about
constexpr std::array<std::string_view, 8> kFormats{"jsonl", "csv", "xlsx", "sdmx-csv", "sdmx-structure", "datapackage", "ics", "sarif"};

// Gathers what is written and hands it over in blocks.
class Blocks {
 public:
  explicit Blocks(const std::function<Result<void>(std::string_view)>& sink) : sink_(sink) {}
  Result<void> add(std::string_view bytes) {
    block_ += bytes;
    return block_.size() < kBlock ? Result<void>() : flush();
  }
  Result<void> line(JsonWriter& w) {
    std::string json = w.take();
    json += '\n';
    return add(json);
  }
  Result<void> flush() {
    if (block_.empty()) return {};
    const Result<void> done = sink_(block_);
    block_.clear();
    return done;
  }

 private:
  const std::function<Result<void>(std::string_view)>& sink_;
  std::string block_;
};

Result<void> json_lines(Archive& archive, std::string_view kind, Blocks& out) {
  if (kind == "observations")
    return archive.for_each_observation({}, [&](const ReportedObservation& o) -> Result<bool> {
      JsonWriter w;
      write_observation_json(w, o);
      FB_CHECK(out.line(w));
      return true;
    });
  if (kind == "policies")
    return for_each_policy_record(archive, {}, [&](const PolicyRecord& record) {
      JsonWriter w;
      write_policy_json(w, record);
      return out.line(w);
    });
  if (kind == "findings")
    return for_each_finding(archive, [&](const Finding& f) {
      JsonWriter w;
      write_finding_json(w, f);
      return out.line(w);
    });
  if (kind == "relations")
    return for_each_relation(archive, [&](const Relation& r) {
      JsonWriter w;
      write_relation_json(w, r);
      return out.line(w);
    });
  return archive.for_each_issue([&](const StoredIssue& issue, std::string_view) -> Result<void> {
    for (const Article& article : issue.issue.articles) {
      JsonWriter w;
      write_article_json(w, article, issue.issue.file, issue.key);
      FB_CHECK(out.line(w));
    }
    return {};
  });
}

Result<void> csv_rows(Archive& archive, const RecordTable& table, bool bom, Blocks& out) {
  CsvWriter header(bom);
  header.row(column_names(table));
  FB_CHECK(out.add(header.text()));
  return table.rows(archive, [&](const std::vector<Cell>& cells) {
    CsvWriter row;
    row.row(cell_texts(cells));
    return out.add(row.text());
  });
}

Result<void> sarif_log(Archive& archive, const std::string& version, Blocks& out) {
  FB_TRY(const DocumentChecker checker, DocumentChecker::load({}, {}));
  SarifLog log(checker.rules(), version, [&](std::string_view json) { return out.add(json); });
  FB_CHECK(log.begin());
  CheckCoverage coverage;
  const auto add = [&](const CheckedIssue& issue) -> Result<bool> {
    CheckedText text{issue, issue.issue.file, {}, false};
    for (const Finding& f : issue.checks.findings) text.findings.push_back({&f, finding_fingerprint(f, issue.issue, issue.text), nullptr});
    coverage += issue.checks.coverage;
    FB_CHECK(log.add(text));
    return true;
  };
  FB_CHECK(check_archive(archive, checker, std::nullopt, add));
  return log.finish(coverage, true);
}

}  // namespace

std::optional<ExportFormat> export_format_named(std::string_view name) {
  const auto* const found = std::ranges::find(kFormats, name);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<ExportFormat>(found - kFormats.begin());
}

std::string_view name_of(ExportFormat format) { return kFormats[static_cast<std::size_t>(format)]; }

std::vector<std::string_view> export_kinds() { return record_kinds(); }

std::string_view kind_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::sdmx_csv:
    case ExportFormat::sdmx_structure: return "observations";
    case ExportFormat::ics: return "policies";
    case ExportFormat::sarif: return "findings";
    default: return "";
  }
}

Result<ExportNote> export_records(Archive& archive, const ExportOptions& options,
                                  const std::function<Result<void>(std::string_view)>& sink) {
  const RecordTable* const table = record_table(options.kind);
  if (table == nullptr)
    return fail(Cause::invalid_argument, {}, fmt::format("there are no records of the kind \"{}\"", options.kind),
                fmt::format("choose one of: {}", fmt::join(export_kinds(), ", ")));
  if (const std::string_view kind = kind_of(options.format); !kind.empty() && kind != options.kind)
    return fail(Cause::invalid_argument, {}, fmt::format("the format {} is for {}", name_of(options.format), kind));
  Blocks out(sink);
  ExportNote note;
  std::size_t left_out = 0;
  switch (options.format) {
    case ExportFormat::jsonl: FB_CHECK(json_lines(archive, options.kind, out)); break;
    case ExportFormat::csv: FB_CHECK(csv_rows(archive, *table, options.bom, out)); break;
    case ExportFormat::xlsx: FB_CHECK(export_workbook(archive, *table, sink)); break;
    case ExportFormat::data_package: FB_CHECK(export_data_package_zip(archive, *table, sink)); break;
    case ExportFormat::sdmx_csv:
      FB_CHECK(export_sdmx_csv(
          archive, [&](std::string_view row) { return out.add(row); }, left_out));
      if (left_out > 0)
        note.words = fmt::format("{} without a period that has both ends {} left out: SDMX has no place for {}",
                                 left_out == 1 ? "1 observation" : fmt::format("{} observations", left_out), left_out == 1 ? "was" : "were",
                                 left_out == 1 ? "it" : "them");
      break;
    case ExportFormat::sdmx_structure: FB_CHECK(export_sdmx_structure(archive, sink)); break;
    case ExportFormat::ics:
      FB_CHECK(export_calendar(archive, options.campaigns, sink, left_out));
      if (left_out > 0)
        note.words = fmt::format("{} of which only the month is known {} left out",
                                 left_out == 1 ? "1 date" : fmt::format("{} dates", left_out), left_out == 1 ? "was" : "were");
      break;
    case ExportFormat::sarif: FB_CHECK(sarif_log(archive, options.version, out)); break;
  }
  FB_CHECK(out.flush());
  return note;
}

}  // namespace fengbiao
