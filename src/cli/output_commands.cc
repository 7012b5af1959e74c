// export and print: what goes out of an archive into files.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "publish/export.h"
#include "publish/print.h"

namespace fengbiao {

Result<int> run_export(const Session& session) {
  const Call& call = session.call;
  ExportOptions options;
  options.kind = call.text("kind").value_or("articles");
  options.format = call.text("format") == "csv" ? ExportFormat::csv : ExportFormat::jsonl;
  options.bom = call.has("bom");
  const Place place{"fengbiao export", 0, 0};
  if (options.bom && options.format != ExportFormat::csv) return fail(Cause::invalid_argument, place, "--bom goes with --format csv");
  const auto kinds = export_kinds();
  if (std::ranges::find(kinds, options.kind) == kinds.end()) {
    const std::string_view near = nearest(options.kind, kinds);
    return fail(Cause::invalid_argument, place,
                fmt::format("--kind: unknown kind `{}`{}", options.kind, near.empty() ? "" : fmt::format("; did you mean `{}`?", near)),
                fmt::format("the kinds are: {}", fmt::join(kinds, ", ")));
  }
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto issues, archive.issues());
  const std::string target = call.text("output").value_or("-");
  if (target == "-") {
    const auto kind = options.format == ExportFormat::jsonl ? Screen::Kind::json : Screen::Kind::text;
    bool cut = false;
    const auto done = export_records(archive, options, [&](std::string_view block) -> Result<void> {
      session.screen.print_text(block, kind);
      cut = session.screen.closed() || session.screen.failed();
      if (cut) return fail(Cause::not_writable, {"standard output", 0, 0}, "cannot be written");
      return {};
    });
    if (!done && !cut) return std::unexpected(done.error());
  } else {
    FB_TRY(OutputFile file, OutputFile::open(target));
    FB_CHECK(export_records(archive, options, [&](std::string_view block) { return file.write(block); }));
    FB_CHECK(file.finish());
  }
  if (issues.empty()) session.screen.say(kNoIssues);
  return issues.empty() ? kNothing : kFound;
}

Result<int> run_print(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const auto issue = archive.issue(session.call.argument("ISSUE"));
  if (!issue) return session.missing(issue.error());
  FB_TRY(const std::string text, archive.text_of(issue->key));
  FB_TRY(const PrintedIssue printed, print_issue(*issue, text, session.call.text("out").value_or("."), !session.call.has("html-only")));
  session.screen.print(printable(printed.html.string()) + "\n");
  if (!printed.pdf.empty()) session.screen.print(printable(printed.pdf.string()) + "\n");
  return kFound;
}

}  // namespace fengbiao
