// check: what is wrong in files or in archives, with the place, the reason and the computation; accepting findings; the rules.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <set>

#include "base/disk.h"
#include "base/nearest.h"
#include "cli/check_text.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/report_outlet.h"
#include "cli/rule_list.h"
#include "engine/check_inputs.h"
#include "publish/check_page.h"
#include "publish/finding_record.h"
#include "publish/sarif.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 8> kKinds{"arithmetic", "conflict", "typo",  "punctuation",
                                                 "duplicate",  "format",   "style", "extraction"};

std::unexpected<Error> wrong(std::string what, std::string advice = "see `fengbiao help check`") {
  return fail(Cause::invalid_argument, {"fengbiao check", 0, 0}, std::move(what), std::move(advice));
}

struct Selection {
  std::vector<FindingKind> kinds;  // empty: all
  double min_confidence = 0;
  Severity least = Severity::note;

  static Result<Selection> of(const Call& call) {
    Selection out;
    std::string_view names = call.values.contains("kind") ? std::string_view(call.values.at("kind")) : "";
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(','));
      names.remove_prefix(std::min(names.size(), name.size() + 1));
      const auto kind = finding_kind_named(name);
      if (!kind)
        return wrong(fmt::format("--kind: unknown kind `{}`{}", name, perhaps(name, kKinds)),
                     fmt::format("the kinds are: {}", fmt::join(kKinds, ", ")));
      out.kinds.push_back(*kind);
    }
    if (const auto words = call.text("min-confidence")) {
      const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), out.min_confidence);
      if (error != std::errc() || end != words->data() + words->size() || !(out.min_confidence >= 0 && out.min_confidence <= 1))
        return wrong(fmt::format("--min-confidence: expected a number from 0 to 1, got `{}`", *words));
    }
    if (const auto words = call.text("severity")) out.least = *severity_named(*words);
    return out;
  }

  [[nodiscard]] bool takes(FindingKind kind) const { return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end(); }
  [[nodiscard]] bool takes(const Finding& f) const { return f.confidence >= min_confidence && f.severity <= least && takes(f.kind); }
};

Result<Baseline> read_baseline(const Session& session) {
  const auto path = session.call.text("baseline");
  if (!path) return Baseline();
  const auto bytes = read_file(*path);
  if (!bytes && bytes.error().cause == Cause::not_found && session.call.has("accept")) return Baseline();  // the first acceptance makes it
  if (!bytes && bytes.error().cause != Cause::empty) return std::unexpected(bytes.error());
  return Baseline::parse(bytes ? *bytes : "", *path);
}

// One run over the inputs: what a report or an acceptance needs of every text.
class Run {
 public:
  Run(const Session& session, const DocumentChecker& checker, const Baseline& baseline, Selection selection)
      : session_(session), checker_(checker), baseline_(baseline), selection_(std::move(selection)) {}

  bool failed = false;
  CheckTotals totals;
  Baseline::Seen seen;

  Result<void> over(const std::vector<std::string>& names, const IntakeLimits& limits,
                    const std::function<Result<void>(const CheckedText&)>& use) {
    CheckHooks hooks;
    hooks.on_checked = [&](const CheckedIssue& checked, const std::string& shown) -> Result<void> { return use(selected(checked, shown)); };
    hooks.on_trouble = [&](const Error& error) {
      failed = true;
      session_.screen.complain(error);
    };
    hooks.on_progress = [&](std::size_t done, std::size_t all, const std::string& current) {
      session_.screen.progress(all > 1 ? fmt::format("{}/{}  {}", done, all, current) : current);
    };
    hooks.should_stop = [&] { return interrupted() || session_.screen.closed() || session_.screen.failed(); };
    const auto done = check_inputs(names, checker_, session_.call.text("issue"), limits, hooks);
    session_.screen.clear_progress();
    return done;
  }

 private:
  CheckedText selected(const CheckedIssue& checked, const std::string& shown) {
    CheckedText out{checked, shown, {}, session_.call.has("relations")};
    seen.files.push_back(checked.issue.file);
    ++totals.inputs;
    totals.coverage += checked.checks.coverage;
    for (const Finding& f : checked.checks.findings) {
      std::string print = finding_fingerprint(f, checked.issue, checked.text);
      seen.fingerprints.push_back(print);
      if (!selection_.takes(f)) continue;
      const Acceptance* const accepted = baseline_.find(print);
      if (accepted) ++totals.accepted;
      else totals.kinds[f.kind] += 1 + f.not_listed, totals.severities[f.severity] += 1 + f.not_listed;
      out.findings.push_back({&f, std::move(print), accepted});
    }
    return out;
  }

  const Session& session_;
  const DocumentChecker& checker_;
  const Baseline& baseline_;
  const Selection selection_;
};

void tell_stale(const Session& session, const Baseline& baseline, const Baseline::Seen& seen) {
  for (const Acceptance* a : baseline.stale(seen))
    session.screen.say(fmt::format("{}:{}: stale: no finding of {} at \"{}\" any more (the line can go)", *session.call.text("baseline"),
                                   a->line, a->rule, a->quote));
}

Result<int> exit_code(const Run& run) {
  if (interrupted()) return kInterrupted;
  if (run.failed) return kError;
  return run.totals.findings() == 0 ? kFound : kNothing;
}

// --- reports

Result<void> write_text(ReportOutlet& out, const CheckedText& text, const DocumentChecker& checker) {
  const LineIndex lines(text.checked.text);
  for (const ReportedFinding& f : text.findings)
    if (!f.accepted) FB_CHECK(out.write(finding_text(*f.finding, text.shown, lines, out.width()), Screen::Kind::text));
  if (text.with_relations)
    for (const Relation& r : text.checked.checks.relations)
      if (r.verdict != Verdict::contradicts) FB_CHECK(out.write(relation_text(r, text.shown, lines, checker.rules()), Screen::Kind::text));
  return {};
}

Result<void> write_jsonl(ReportOutlet& out, const CheckedText& text) {
  for (const ReportedFinding& f : text.findings) {
    if (f.accepted) continue;
    JsonWriter w;
    write_finding_json(w, *f.finding);
    FB_CHECK(out.write(w.take() + "\n", Screen::Kind::json));
  }
  if (text.with_relations)
    for (const Relation& r : text.checked.checks.relations) {
      JsonWriter w;
      write_relation_json(w, r);
      FB_CHECK(out.write(w.take() + "\n", Screen::Kind::json));
    }
  return {};
}

// "error rate 1.40 in 10,000 characters: 2.6 weighed errors ..., pass mark 2: passes"
std::string rate_text(const ErrorRate& rate) {
  std::string out = fmt::format("error rate {:.2f} in 10,000 characters (pass mark {:g} after {}): {}\n", rate.per_ten_thousand(),
                                rate.pass_mark, rate.standard, rate.passes() ? "passes" : "does not pass");
  for (const ErrorRate::Part& part : rate.parts)
    out += fmt::format("  {}: {} of {} count, {:g} errors\n", name_of(part.kind), part.counted, part.findings, part.errors);
  return out;
}

Result<int> report(const Session& session, const DocumentChecker& checker, const ReadOptions& read) {
  FB_TRY(const Selection selection, Selection::of(session.call));
  FB_TRY(const Baseline baseline, read_baseline(session));
  FB_TRY(const ErrorWeights weights, error_weights(read));
  FB_TRY(CheckPage page, CheckPage::make(checker));
  FB_TRY(ReportOutlet out, ReportOutlet::open(session));
  const std::string format = session.call.text("format").value_or(session.call.has("json") ? "jsonl" : "text");
  std::optional<ErrorRate> rate;
  SarifLog sarif(checker.rules(), FENGBIAO_VERSION, [&](std::string_view json) { return out.write(json, Screen::Kind::json); });
  if (format == "sarif") FB_CHECK(sarif.begin());
  Run run(session, checker, baseline, selection);
  FB_CHECK(run.over(session.call.arguments.at("INPUT"), read.limits, [&](const CheckedText& text) -> Result<void> {
    if (session.call.has("score")) {
      std::vector<Finding> counted;
      for (const ReportedFinding& f : text.findings)
        if (!f.accepted) counted.push_back(*f.finding);
      const ErrorRate of = weights.rate(text.checked.issue, counted, text.checked.checks.coverage);
      if (rate) *rate += of;
      else rate = of;
    }
    if (format == "jsonl") return write_jsonl(out, text);
    if (format == "sarif") return sarif.add(text);
    if (format == "text") return write_text(out, text, checker);
    page.add(text);
    return {};
  }));
  if (format == "sarif") FB_CHECK(sarif.finish(run.totals.coverage, !run.failed));
  if (format == "html") FB_CHECK(out.write(page.finish(rate), Screen::Kind::text));
  if (format == "text" && run.totals.inputs > 0)
    FB_CHECK(out.write(totals_text(run.totals) + (rate ? rate_text(*rate) : ""), Screen::Kind::text));
  FB_CHECK(out.finish());
  if (rate && (format == "jsonl" || format == "sarif")) session.screen.say(rate_text(*rate).substr(0, rate_text(*rate).find('\n')));
  tell_stale(session, baseline, run.seen);
  return exit_code(run);
}

// --- accepting

Result<int> accept(const Session& session, const DocumentChecker& checker, const IntakeLimits& limits) {
  const Call& call = session.call;
  if (!call.text("baseline")) return wrong("--accept needs --baseline FILE, the file it is written to");
  if (!call.text("why") || call.text("why")->empty()) return wrong("--accept needs --why: the reason is kept with it");
  if (!call.text("by") || call.text("by")->empty()) return wrong("--accept needs --by: who accepts is kept with it");
  const std::string day = call.text("at").value_or(
      fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()))));
  FB_TRY(const Selection selection, Selection::of(call));
  FB_TRY(Baseline baseline, read_baseline(session));
  const auto wanted = call.all("accept");
  std::set<std::string> left(wanted.begin(), wanted.end());
  const bool all = left.erase("all") > 0;
  std::vector<Acceptance> more;
  std::vector<std::string> names;
  Run run(session, checker, baseline, selection);
  FB_CHECK(run.over(call.arguments.at("INPUT"), limits, [&](const CheckedText& text) -> Result<void> {
    for (const ReportedFinding& f : text.findings) {
      const std::string name = short_name(*f.finding);
      const bool named = left.erase(f.finding->id) + left.erase(name) > 0;
      if (!(all || named) || (all && f.accepted)) continue;
      names.push_back(fmt::format("{}: {} [{}]", name, f.finding->at.quote, f.finding->rule));
      more.push_back(
          {f.finding->rule, f.finding->at.origin.file, f.finding->at.quote, f.fingerprint, *call.text("by"), day, *call.text("why")});
    }
    return {};
  }));
  if (run.failed) return kError;
  if (!left.empty())
    return fail(Cause::not_found, {"fengbiao check", 0, 0}, fmt::format("--accept: no finding `{}` in these texts", *left.begin()),
                "`check --format jsonl` shows their ids; nothing was written");
  const std::size_t fresh = baseline.add(std::move(more), run.seen);
  const bool dry = call.has("dry-run");
  if (!dry && fresh > 0) FB_CHECK(write_file(*call.text("baseline"), baseline.text()));
  for (const std::string& name : names) session.screen.print_text(name + "\n");
  session.screen.print(fmt::format("{} {} accepted{}\n", dry ? "would be:" : "newly", fresh,
                                   names.size() > fresh ? fmt::format(", {} already", names.size() - fresh) : ""));
  return kFound;
}

}  // namespace

Result<int> run_check(const Session& session) {
  const Call& call = session.call;
  FB_TRY(const ReadOptions read, session.read_options());
  CheckOptions options;
  if (const auto folder = call.text("rules")) options.rules_folder = *folder;
  options.skip_broken_rules = call.has("skip-broken-rules");
  const bool listing = call.has("list-rules");
  if (!listing && (!call.arguments.contains("INPUT") || call.arguments.at("INPUT").empty()))
    return wrong("expected a file, a folder, an archive or - for standard input");
  FB_TRY(const DocumentChecker checker, DocumentChecker::load(read, options));
  for (const Error& broken : checker.rules().broken()) session.screen.say("left out: " + broken.message());
  if (listing) return list_rules(session, checker.rules());
  watch_interrupts();
  return call.has("accept") ? accept(session, checker, read.limits) : report(session, checker, read);
}

}  // namespace fengbiao
