// check: what is wrong in files or in an archive, with the place, the reason and the computation.
#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "cli/commands.h"
#include "engine/checks.h"
#include "publish/finding_record.h"

namespace fengbiao {
namespace {

struct Selection {
  std::vector<FindingKind> kinds;  // empty: all
  double min_confidence = 0;

  [[nodiscard]] bool takes(const Finding& f) const {
    return f.confidence >= min_confidence && (kinds.empty() || std::ranges::find(kinds, f.kind) != kinds.end());
  }
};

void print_text(const Session& session, const CheckedIssue& checked, const Finding& f) {
  session.screen.print_text(fmt::format("{}:{}: {}: {} [{}]\n  {}\n", checked.issue.file, f.at.line_start, name_of(f.severity),
                                        f.explain.en, f.rule, f.at.quote));
}

}  // namespace

Result<int> run_check(const Session& session) {
  FB_TRY(const ReadOptions read, session.read_options());
  CheckOptions options;
  if (const auto folder = session.call.text("rules")) options.rules_folder = *folder;
  FB_TRY(const DocumentChecker checker, DocumentChecker::load(read, options));
  const Selection selection;
  const bool jsonl = session.call.text("format").value_or("text") == "jsonl";
  std::size_t found = 0;
  const auto give = [&](const CheckedIssue& checked) {
    for (const Finding& f : checked.checks.findings) {
      if (!selection.takes(f)) continue;
      ++found;
      if (!jsonl) {
        print_text(session, checked, f);
        continue;
      }
      JsonWriter w;
      write_finding_json(w, f);
      session.print_json(w.take());
    }
  };
  for (const std::string& name : session.call.arguments.at("FILE")) {
    FB_TRY(const std::string bytes, read_file(name));
    FB_TRY(const CheckedIssue checked, checker.check_document(bytes, std::filesystem::path(name).filename().string()));
    give(checked);
  }
  return found == 0 ? kFound : kNothing;
}

}  // namespace fengbiao
