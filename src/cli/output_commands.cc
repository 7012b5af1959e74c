// export and print: what goes out of an archive into files.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/nearest.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "desk/from_archive.h"
#include "publish/build_issue.h"
#include "publish/data_package.h"
#include "publish/export.h"

namespace fengbiao {

namespace {

// Hands blocks to standard output; `cut` where nobody takes them any more.
Result<ExportNote> to_screen(const Session& session, Archive& archive, const ExportOptions& options, bool& cut) {
  const auto kind = options.format == ExportFormat::jsonl ? Screen::Kind::json : Screen::Kind::text;
  return export_records(archive, options, [&](std::string_view block) -> Result<void> {
    session.screen.print_text(block, kind);
    cut = session.screen.closed() || session.screen.failed();
    if (cut) return fail(Cause::not_writable, {"standard output", 0, 0}, "cannot be written");
    return {};
  });
}

Result<ExportNote> to_file(Archive& archive, const ExportOptions& options, const std::string& target) {
  FB_TRY(OutputFile file, OutputFile::open(target));
  FB_TRY(ExportNote note, export_records(archive, options, [&](std::string_view block) { return file.write(block); }));
  FB_CHECK(file.finish());
  return note;
}

Result<ExportOptions> export_options(const Call& call) {
  const Place place{"fengbiao export", 0, 0};
  ExportOptions options;
  options.format = *export_format_named(call.text("format").value_or("jsonl"));
  const std::string_view only = kind_of(options.format);
  options.kind = call.text("kind").value_or(only.empty() ? "articles" : std::string(only));
  options.version = FENGBIAO_VERSION;
  options.bom = call.has("bom");
  if (options.bom && options.format != ExportFormat::csv) return fail(Cause::invalid_argument, place, "--bom goes with --format csv");
  options.campaigns = call.has("campaigns");
  if (options.campaigns && options.format != ExportFormat::ics)
    return fail(Cause::invalid_argument, place, "--campaigns goes with --format ics");
  const auto kinds = export_kinds();
  if (std::ranges::find(kinds, options.kind) == kinds.end())
    return fail(Cause::invalid_argument, place, fmt::format("--kind: unknown kind `{}`{}", options.kind, perhaps(options.kind, kinds)),
                fmt::format("the kinds are: {}", fmt::join(kinds, ", ")));
  if (!only.empty() && only != options.kind)
    return fail(Cause::invalid_argument, place, fmt::format("--format {} goes with --kind {}", name_of(options.format), only));
  return options;
}

}  // namespace

Result<int> run_export(const Session& session) {
  FB_TRY(const ExportOptions options, export_options(session.call));
  const std::string target = session.call.text("output").value_or("-");
  const bool binary = options.format == ExportFormat::xlsx || options.format == ExportFormat::data_package;
  if (binary && target == "-" && session.screen.width() > 0)
    return fail(Cause::invalid_argument, {"fengbiao export", 0, 0}, "this is nothing to show on a terminal", "give a file with -o FILE");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto issues, archive.issues());
  bool cut = false;
  Result<ExportNote> done;
  if (target == "-") done = to_screen(session, archive, options, cut);
  else if (options.format == ExportFormat::data_package && !target.ends_with(".zip"))
    FB_CHECK(export_data_package(archive, *record_table(options.kind), target));
  else done = to_file(archive, options, target);
  if (!done && !cut) return std::unexpected(done.error());
  if (done && !done->words.empty()) session.screen.say(done->words);
  if (options.kind != "articles") FB_CHECK(session.tell_issues_without_records(archive));
  if (issues.empty()) session.screen.say(kNoIssues);
  return issues.empty() ? kNothing : kFound;
}

Result<int> run_print(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const auto issue = archive.issue(session.call.argument("ISSUE"));
  if (!issue) return session.missing(issue.error());
  FB_TRY(const std::string text, archive.text_of(issue->key));
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(const DataSet data, DataSet::with_folder(read.data_folder));
  BuildOptions to{.key = issue->key, .folder = session.call.text("out").value_or("."), .formats = {"html"}};
  if (!session.call.has("html-only")) to.formats.emplace_back("pdf");
  FB_TRY(const auto files, build_issue(source_of_issue(*issue, text), {}, data, to));
  for (const auto& file : files) session.screen.print(printable(file.string()) + "\n");
  return kFound;
}

}  // namespace fengbiao
