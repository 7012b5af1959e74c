// issue: the issue in the making, from its source to the printed forms.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/disk.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "cli/check_text.h"
#include "cli/commands.h"
#include "desk/draft_change.h"
#include "desk/from_archive.h"
#include "desk/publishing.h"
#include "publish/build_issue.h"

namespace fengbiao {
namespace {

struct IssueCall {
  const Session& session;
  std::string target, id;

  [[nodiscard]] const Call& call() const { return session.call; }
  [[nodiscard]] std::unexpected<Error> wrong(std::string what) const {
    return fail(Cause::invalid_argument, {"fengbiao issue"}, std::move(what), "see `fengbiao help issue`");
  }
  [[nodiscard]] Result<std::string> need(std::string_view flag) const {
    if (auto text = call().text(flag)) return *text;
    return wrong(fmt::format("this needs --{}", flag));
  }
  [[nodiscard]] DeskAct act(std::string what) const {
    const auto now =
        fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    return {call().text("by").value_or(""), std::move(what), call().text("when").value_or(now)};
  }
  void say(const std::string& words) const { session.screen.print(printable(words) + "\n"); }
  // A refusal by the desk is an answer, exit code 1.
  [[nodiscard]] Result<int> refused(const Error& error) const {
    if (error.cause != Cause::conflict && error.cause != Cause::not_found) return std::unexpected(error);
    session.screen.complain(error);
    return kNothing;
  }
};

Result<bool> is_archive(const std::string& path) {
  FB_TRY(ByteStream bytes, ByteStream::open(path));
  std::string head;
  FB_TRY([[maybe_unused]] const bool more, bytes.read(head, 16));
  return head.starts_with("SQLite format 3");
}

Result<IssueSource> source_of(const DraftVersion& draft) { return parse_issue_source(draft.text, draft.issue); }

// A change of the draft by the flags given.
Result<int> change(const IssueCall& of, DeskBook& book, const std::string& op) {
  const Call& call = of.call();
  const DeskAct act = of.act(op);
  DraftChange change{.op = op, .by = act.by, .at = act.at};
  change.n = static_cast<std::size_t>(call.number("n", 0));
  change.place = static_cast<std::size_t>(call.number("at", 0));
  change.section = call.text("section").value_or("");
  change.from = call.text("from").value_or("");
  change.article = call.text("article").value_or("");
  change.candidate = call.text("candidate").value_or("");
  if (const auto file = call.text("file")) {
    FB_TRY(change.text, *file == "-" ? read_stdin() : read_file(*file));
    change.text_place = *file;
  } else if (op == "add" && change.article.empty() && change.candidate.empty()) {
    return of.wrong("this needs --article, --candidate or --file");
  }
  for (const std::string& pair : call.all("set")) {
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos) return of.wrong(fmt::format("--set: expected FIELD=VALUE, got \"{}\"", pair));
    change.set.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  FB_TRY(const ReadOptions options, of.session.read_options());
  const auto made = change_draft(book, of.target, of.id, change, options);
  if (!made && made.error().place.file == "set") return of.wrong("--set: " + made.error().what);
  if (!made) return of.refused(made.error());
  if (!made->changed) {
    of.session.screen.say("nothing has changed");
    return kNothing;
  }
  of.say(op == "undo" ? fmt::format("{}: version {}", of.id, made->version.version)
                      : fmt::format("{}: version {}, {} articles", of.id, made->version.version, made->articles));
  return kFound;
}

Result<int> show(const IssueCall& of, DeskBook& book) {
  const auto draft = book.draft(of.id, of.call().number("version", 0));
  if (!draft) return of.refused(draft.error());
  of.session.screen.print_text(draft->text, Screen::Kind::text);
  return kFound;
}

Result<int> list(const IssueCall& of, DeskBook& book) {
  std::vector<std::string> issues{of.id};
  if (of.id.empty()) { FB_TRY(issues, book.issues()); }
  bool any = false;
  for (const std::string& issue : issues) {
    FB_TRY(const auto versions, book.history(issue));
    FB_TRY(const auto editions, book.editions(issue));
    if (versions.empty()) continue;
    any = true;
    of.say(fmt::format("{}  {} versions{}", issue, versions.size(),
                       editions.empty() ? "" : fmt::format(", edition {} published", editions.back().edition)));
    if (of.id.empty()) continue;
    for (const DraftVersion& v : versions)
      of.say(fmt::format("  version {}  {}  {}  {}", v.version, v.at, v.by.empty() ? "-" : v.by, v.what));
    for (const Edition& e : editions)
      of.say(fmt::format("  edition {}  {}  {}  version {}{}", e.edition, e.at, e.by, e.version,
                         e.correction.empty() ? "" : "  " + e.correction));
    FB_TRY(const auto accepted, book.accepted(issue));
    for (const Accepted& a : accepted) of.say(fmt::format("  accepted  {}  {}  {}: {}", a.at, a.by, a.rule, a.why));
  }
  if (!any) of.session.screen.say("no draft yet (`issue new` makes one)");
  return any ? kFound : kNothing;
}

// Prints what is open; gives whether nothing of it is an error.
void show_findings(const IssueCall& of, const DraftCheck& check, bool errors_only) {
  const LineIndex lines(check.checked.text);
  std::size_t open = 0, accepted = 0;
  for (const DraftFinding& f : check.findings) {
    accepted += f.accepted;
    if (f.accepted || (errors_only && f.finding.severity != Severity::error)) continue;
    ++open;
    of.session.screen.print_text(finding_text(f.finding, of.id, lines, of.session.screen.width()), Screen::Kind::text);
    of.say(fmt::format("   to accept it: --finding {}", f.fingerprint));
  }
  of.session.screen.say(fmt::format("{}: {} open, {} of them errors, {} accepted", of.id, open, check.open_errors(), accepted));
}

Result<DraftChecker> load_checker(const IssueCall& of) {
  FB_TRY(const ReadOptions options, of.session.read_options());
  return DraftChecker::load(options);
}

Result<int> check(const IssueCall& of, DeskBook& book) {
  const auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(const DraftChecker checker, load_checker(of));
  FB_TRY(const DraftCheck done, checker.check(book, *draft));
  show_findings(of, done, false);
  return done.open_errors() == 0 ? kFound : kNothing;
}

Result<int> accept(const IssueCall& of, DeskBook& book) {
  FB_TRY(const std::string finding, of.need("finding"));
  FB_TRY(const std::string by, of.need("by"));
  FB_TRY(const std::string why, of.need("why"));
  const auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(const DraftChecker checker, load_checker(of));
  const auto accepted = checker.accept(book, *draft, {finding, {}, {}, by, why, of.act("").at});
  if (!accepted) return of.refused(accepted.error());
  of.say(fmt::format("{}: accepted by {}: {}", of.id, by, accepted->rule));
  return kFound;
}

Result<int> publish(const IssueCall& of, DeskBook& book) {
  ToPublish wanted;
  FB_TRY(wanted.by, of.need("by"));
  wanted.at = of.act("").at;
  wanted.correction = of.call().text("correction").value_or("");
  FB_TRY(const DraftChecker checker, load_checker(of));
  const auto done = checker.publish(book, of.id, wanted);
  if (!done && done.error().place.file == "correction") return of.wrong("--correction goes with an issue that is published");
  if (!done) return of.refused(done.error());
  if (!done->edition) {
    show_findings(of, done->check, true);
    return of.refused(Error{Cause::conflict,
                            {},
                            fmt::format("{} errors are open, the issue is not published", done->check.open_errors()),
                            "mend them, or `issue accept` each by name and with a reason"});
  }
  of.say(fmt::format("{}: edition {} published, version {}", of.id, done->edition->edition, done->edition->version));
  return kFound;
}

std::vector<std::string> formats_of(const Call& call) {
  std::vector<std::string> out;
  for (const std::string& list : call.all("format"))
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end = std::min(list.find(',', at), list.size());
      if (end > at) out.push_back(list.substr(at, end - at));
      at = end + 1;
    }
  return out;
}

// The issue of an archive: its draft, or an edition of it; else what was read from print.
Result<IssueSource> issue_of_archive(const IssueCall& of, std::string& key) {
  FB_TRY(DeskBook book, DeskBook::open(of.target, OpenMode::read));
  const int edition = of.call().number("edition", 0);
  const auto draft = edition > 0 ? book.edition(of.id, edition) : book.draft(of.id);
  if (draft) {
    key = of.id;
    return source_of(*draft);
  }
  if (edition > 0 || draft.error().cause != Cause::not_found) return std::unexpected(draft.error());
  FB_TRY(Archive archive, Archive::open(of.target, OpenMode::read));
  FB_TRY(const StoredIssue issue, archive.issue(of.id));
  FB_TRY(const std::string text, archive.text_of(issue.key));
  key = issue.key;
  return source_of_issue(issue, text);
}

Result<int> build(const IssueCall& of) {
  FB_TRY(const ReadOptions options, of.session.read_options());
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  BuildOptions to;
  to.folder = of.call().text("out").value_or(".");
  to.formats = formats_of(of.call());
  for (const std::string& format : to.formats)
    if (std::ranges::find(issue_formats(), format) == issue_formats().end())
      return of.wrong(fmt::format("--format: there is no format \"{}\"{}", format, perhaps(format, issue_formats())));
  IssueSource source;
  FB_TRY(const bool archive, is_archive(of.target));
  if (archive) {
    if (of.id.empty()) return of.wrong("build needs the ID of an issue");
    auto found = issue_of_archive(of, to.key);
    if (!found) return of.session.missing(found.error());
    source = std::move(*found);
  } else {
    FB_TRY(const std::string text, read_file(of.target));
    FB_TRY(source, parse_issue_source(text, of.target));
    to.key = std::filesystem::path(of.target).stem().string();
  }
  FB_TRY(const Pictures pictures, read_pictures(source, std::filesystem::path(of.target).parent_path()));
  FB_TRY(const auto files, build_issue(source, pictures, data, to));
  for (const auto& file : files) of.say(file.string());
  return kFound;
}

}  // namespace

Result<int> run_issue(const Session& session) {
  const Call& call = session.call;
  const IssueCall of{session, call.argument("ARCHIVE"), call.argument("ID")};
  const std::string& action = call.argument("ACTION");
  if (action == "build") return build(of);
  const bool reads = action == "show" || action == "list" || action == "check";
  FB_TRY(DeskBook book, DeskBook::open(of.target, reads ? OpenMode::read : action == "new" ? OpenMode::create : OpenMode::write));
  if (action == "list") return list(of, book);
  if (of.id.empty()) return of.wrong(fmt::format("{} needs the ID of an issue", action));
  if (action == "show") return show(of, book);
  if (action == "check") return check(of, book);
  if (action == "accept") return accept(of, book);
  if (action == "publish") return publish(of, book);
  for (const std::string_view op : {"new", "add", "remove", "move", "edit", "undo"})
    if (action == op) return change(of, book, action);
  return of.wrong(fmt::format("there is no action \"{}\"", action));
}

}  // namespace fengbiao
