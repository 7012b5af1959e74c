// ingest and reread: one summary line an input as soon as it is durable, totals at the end.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/interrupt.h"

namespace fengbiao {
namespace {

std::string_view name_of(PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::added: return "added";
    case PutOutcome::unchanged: return "unchanged";
    case PutOutcome::replaced: return "replaced";
    case PutOutcome::reread: return "reread";
    case PutOutcome::superseded: return "superseded";
  }
  return "";
}

std::string count(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string summary(const InputReport& input) {
  std::string out = fmt::format("{}: {} {}, {}", input.path, name_of(input.outcome), input.issue, count(input.articles, "article"));
  if (!input.profile.empty()) out += fmt::format(", profile {}", input.profile);
  if (input.contents_entries > 0) out += fmt::format(", contents {}/{}", input.contents_matched, input.contents_entries);
  if (!input.contents_missing.empty()) out += fmt::format(" (no article for {})", fmt::join(input.contents_missing, "; "));
  out += fmt::format(", unclaimed lines {} of {}", input.unclaimed_lines, input.lines);
  if (!input.unclaimed.empty()) {
    out += fmt::format(" ({}{})", fmt::join(input.unclaimed, ", "), input.unclaimed.size() < input.unclaimed_lines ? ", ..." : "");
  }
  return out;
}

struct Totals {
  std::map<std::string_view, std::size_t> outcomes;
  std::size_t inputs = 0, failed = 0, articles = 0, unclaimed = 0;

  explicit Totals(const IngestReport& report) : inputs(report.inputs.size()), failed(report.failed()) {
    for (const InputReport& input : report.inputs) {
      if (input.error) continue;
      ++outcomes[name_of(input.outcome)];
      articles += input.articles;
      unclaimed += input.unclaimed_lines;
    }
  }

  [[nodiscard]] std::string line() const {
    std::string out = count(inputs, "input") + ":";
    for (const auto& [name, n] : outcomes) out += fmt::format(" {} {},", n, name);
    if (failed > 0 || outcomes.empty()) out += fmt::format(" {} failed,", failed);
    return out + fmt::format(" {}, {}", count(articles, "article"), count(unclaimed, "unclaimed line"));
  }
};

void write_error(JsonWriter& writer, const std::optional<Error>& error) {
  writer.key("error");
  if (!error) return writer.null();
  const std::string object = error_json(*error);  // {"error":{...}}
  writer.raw(std::string_view(object).substr(9, object.size() - 10));
}

std::string as_json(const IngestReport& report) {
  const Totals totals(report);
  JsonWriter w;
  w.open('{');
  w.key("inputs");
  w.open('[');
  for (const InputReport& input : report.inputs) {
    w.open('{');
    w.field("path", input.path);
    w.field("file", input.file);
    w.key("outcome");
    if (input.error) w.null();
    else w.value(name_of(input.outcome));
    w.field("issue", input.issue);
    w.field("profile", input.profile);
    w.field("articles", input.articles);
    w.field("lines", input.lines);
    w.field("unclaimed_lines", input.unclaimed_lines);
    w.field("unclaimed", input.unclaimed);
    w.field("contents_entries", input.contents_entries);
    w.field("contents_matched", input.contents_matched);
    w.field("contents_missing", input.contents_missing);
    write_error(w, input.error);
    w.close('}');
  }
  w.close(']');
  w.key("totals");
  w.open('{');
  w.field("inputs", static_cast<std::uint64_t>(totals.inputs));
  w.field("failed", static_cast<std::uint64_t>(totals.failed));
  w.field("articles", static_cast<std::uint64_t>(totals.articles));
  w.field("unclaimed_lines", static_cast<std::uint64_t>(totals.unclaimed));
  w.field("bytes", report.bytes);
  w.close('}');
  w.field("interrupted", interrupted());
  w.close('}');
  return w.take();
}

IngestHooks hooks_for(const Session& session) {
  Screen& screen = session.screen;
  const bool lines = !session.call.has("json") && !session.call.has("quiet");
  IngestHooks hooks;
  hooks.on_input = [&screen, lines](const InputReport& input) {
    if (input.error) screen.complain(*input.error);
    else if (lines) screen.print(printable(summary(input)) + "\n");
  };
  hooks.on_progress = [&screen](const Progress& progress) {
    screen.progress(
        fmt::format("{}/{}  {:.1f} MB  {}", progress.done, progress.all, static_cast<double>(progress.bytes) / 1e6, progress.current));
  };
  // A reader that has gone away does not end the work: the archive is what was asked for.
  hooks.should_stop = [] { return interrupted(); };
  return hooks;
}

int finish(const Session& session, const IngestReport& report, std::string_view nothing) {
  session.screen.clear_progress();
  if (session.call.has("json")) session.print_json(as_json(report));
  else if (!session.call.has("quiet")) session.screen.print(Totals(report).line() + "\n");
  if (interrupted()) {
    session.screen.say("stopped; what was reported as done is in the archive");
    return kInterrupted;
  }
  if (report.inputs.empty()) session.screen.say(nothing);
  return report.inputs.empty() || report.failed() > 0 ? kNothing : kFound;
}

}  // namespace

Result<int> run_ingest(const Session& session) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::create));
  watch_interrupts();
  FB_TRY(const IngestReport report, archive.ingest(session.call.arguments.at("INPUT"), options, hooks_for(session)));
  return finish(session, report, "no file was found to read (names that begin with a dot are passed over)");
}

Result<int> run_reread(const Session& session) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::write));
  watch_interrupts();
  FB_TRY(const IngestReport report, archive.reread(options, hooks_for(session)));
  return finish(session, report, kNoIssues);
}

}  // namespace fengbiao
