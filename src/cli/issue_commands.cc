// issue: the issue in the making, from its source to the printed forms.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>

#include "base/disk.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "cli/check_text.h"
#include "cli/commands.h"
#include "collect/collect_book.h"
#include "desk/desk_check.h"
#include "desk/from_archive.h"
#include "desk/issue_edits.h"
#include "engine/candidate_pile.h"
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

// name=value of --set, onto an article or the issue.
Result<void> set_fields(const IssueCall& of, IssueSource& source, std::size_t n) {
  SourceArticle* article = n > 0 ? source.article(n) : nullptr;
  if (n > 0 && !article) return fail(Cause::not_found, {}, fmt::format("there is no article {}; the issue has {}", n, source.articles()));
  for (const std::string& pair : of.call().all("set")) {
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos) return of.wrong(fmt::format("--set: expected FIELD=VALUE, got \"{}\"", pair));
    const std::string_view name = std::string_view(pair).substr(0, equals), value = std::string_view(pair).substr(equals + 1);
    auto done = article ? set_article_field(*article, name, value) : set_issue_field(source, name, value);
    if (!done) return of.wrong("--set: " + done.error().what);
  }
  return {};
}

Result<int> make_new(const IssueCall& of, DeskBook& book) {
  IssueSource source;
  if (const auto from = of.call().text("from")) {
    FB_TRY(Archive archive, Archive::open(of.target, OpenMode::read));
    const auto issue = archive.issue(*from);
    if (!issue) return of.session.missing(issue.error());
    FB_TRY(const std::string text, archive.text_of(issue->key));
    source = source_of_issue(*issue, text);
  } else if (const auto file = of.call().text("file")) {
    FB_TRY(const std::string text, read_file(*file));
    FB_TRY(source, parse_issue_source(text, *file));
  }
  FB_CHECK(set_fields(of, source, 0));
  const auto made = book.put(of.id, source, 0, of.act("new"));
  if (!made) return of.refused(made.error());
  of.say(fmt::format("{}: version 1, {} articles", of.id, source.articles()));
  return kFound;
}

// A change of the current draft, kept as a new version.
Result<int> change(const IssueCall& of, DeskBook& book, const std::string& what, const std::function<Result<void>(IssueSource&)>& edit) {
  const auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(IssueSource source, source_of(*draft));
  if (auto done = edit(source); !done) return of.refused(done.error());
  if (write_issue_source(source) == draft->text) {
    of.session.screen.say("nothing has changed");
    return kNothing;
  }
  const auto made = book.put(of.id, source, draft->version, of.act(what));
  if (!made) return of.refused(made.error());
  of.say(fmt::format("{}: version {}, {} articles", of.id, made->version, source.articles()));
  return kFound;
}

// What was fetched, in the column named or else the proposed one.
Result<SourceSection> candidate_column(const IssueCall& of, const std::string& id, const std::string& section) {
  FB_TRY(CollectBook collected, CollectBook::open(of.target, OpenMode::read));
  FB_TRY(auto candidates, collected.candidates());
  std::erase_if(candidates, [&](const NewsCandidate& c) { return c.id != id; });
  if (candidates.empty())
    return fail(Cause::not_found, {of.target, 0, 0}, fmt::format("no candidate '{}'", id), "`fengbiao candidates` lists them");
  SourceSection column{section, {source_of_candidate(candidates.front())}};
  if (!section.empty()) return column;
  FB_TRY(const ReadOptions read, of.session.read_options());
  FB_TRY(Archive archive, Archive::open(of.target, OpenMode::read));
  FB_TRY(const CandidatePile pile, sort_candidates(archive, std::move(candidates), read, {.threads = read.threads}));
  const auto& proposed = pile.sorted.front().column.columns;
  if (!proposed.empty()) column.name = proposed.front().label;
  return column;
}

Result<int> add(const IssueCall& of, DeskBook& book) {
  const std::size_t at = static_cast<std::size_t>(of.call().number("at", 0));
  const std::string section = of.call().text("section").value_or("");
  std::vector<SourceSection> more;
  if (const auto reference = of.call().text("article")) {
    FB_TRY(Archive archive, Archive::open(of.target, OpenMode::read));
    const auto found = archive.article(*reference);
    if (!found) return of.session.missing(found.error());
    more.push_back({section.empty() ? found->article.section : section, {source_of_article(found->article)}});
  } else if (const auto id = of.call().text("candidate")) {
    FB_TRY(SourceSection column, candidate_column(of, *id, section));
    more.push_back(std::move(column));
  } else {
    FB_TRY(const std::string file, of.need("file"));
    FB_TRY(const std::string text, file == "-" ? read_stdin() : read_file(file));
    FB_TRY(more, parse_articles(text, file));
    if (!section.empty())
      for (SourceSection& column : more) column.name = section;
  }
  return change(of, book, "add", [&](IssueSource& source) -> Result<void> {
    for (SourceSection& column : more)
      for (std::size_t i = 0; i < column.articles.size(); ++i)
        FB_CHECK(add_article(source, column.name, at == 0 ? 0 : at + i, std::move(column.articles[i])));
    return {};
  });
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

struct Desk {
  BulletinForm form;
  DocumentChecker checker;
};
Result<Desk> load_desk(const Session& session) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(BulletinForm form, BulletinForm::load(data));
  FB_TRY(DocumentChecker checker, DocumentChecker::load(options, {}));
  return Desk{std::move(form), std::move(checker)};
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

Result<int> check(const IssueCall& of, DeskBook& book) {
  const auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(const IssueSource source, source_of(*draft));
  FB_TRY(const Desk desk, load_desk(of.session));
  FB_TRY(const auto accepted, book.accepted(of.id));
  FB_TRY(const DraftCheck done, check_draft(source, of.id, desk.form, desk.checker, accepted));
  show_findings(of, done, false);
  return done.open_errors() == 0 ? kFound : kNothing;
}

Result<int> accept(const IssueCall& of, DeskBook& book) {
  FB_TRY(const std::string wanted, of.need("finding"));
  const auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(const IssueSource source, source_of(*draft));
  FB_TRY(const Desk desk, load_desk(of.session));
  FB_TRY(const DraftCheck done, check_draft(source, of.id, desk.form, desk.checker, {}));
  const auto found = std::ranges::find(done.findings, wanted, &DraftFinding::fingerprint);
  if (found == done.findings.end())
    return of.refused(Error{Cause::not_found, {}, fmt::format("the draft has no finding {}", wanted), "`issue check` lists them"});
  FB_TRY(const std::string by, of.need("by"));
  FB_TRY(const std::string why, of.need("why"));
  FB_CHECK(book.accept(of.id, {wanted, found->finding.rule, found->finding.at.quote, by, why, of.act("").at}));
  of.say(fmt::format("{}: accepted by {}: {}", of.id, by, found->finding.rule));
  return kFound;
}

Result<int> publish(const IssueCall& of, DeskBook& book) {
  FB_TRY(const std::string by, of.need("by"));
  auto draft = book.draft(of.id);
  if (!draft) return of.refused(draft.error());
  FB_TRY(IssueSource source, source_of(*draft));
  FB_TRY(const auto editions, book.editions(of.id));
  const std::string correction = squeezed_blanks(of.call().text("correction").value_or(""));
  if (!editions.empty() && correction.empty())
    return of.refused(Error{Cause::conflict,
                            {},
                            fmt::format("edition {} is published; a new one says what was wrong", editions.back().edition),
                            "--correction WORDS"});
  if (editions.empty() && !correction.empty()) return of.wrong("--correction goes with an issue that is published");
  if (!correction.empty()) source.corrections.push_back(correction);
  FB_TRY(const Desk desk, load_desk(of.session));
  FB_TRY(const auto accepted, book.accepted(of.id));
  FB_TRY(const DraftCheck done, check_draft(source, of.id, desk.form, desk.checker, accepted));
  if (done.open_errors() > 0) {
    show_findings(of, done, true);
    return of.refused(Error{Cause::conflict,
                            {},
                            fmt::format("{} errors are open, the issue is not published", done.open_errors()),
                            "mend them, or `issue accept` each by name and with a reason"});
  }
  if (!correction.empty()) {
    draft = book.put(of.id, source, draft->version, of.act("correction"));
    if (!draft) return of.refused(draft.error());
  }
  FB_TRY(const Edition edition, book.publish(of.id, draft->version, of.act("publish"), correction));
  of.say(fmt::format("{}: edition {} published, version {}", of.id, edition.edition, edition.version));
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
  std::int64_t version = 0;
  if (const int wanted = of.call().number("edition", 0); wanted > 0) {
    FB_TRY(const auto editions, book.editions(of.id));
    if (static_cast<std::size_t>(wanted) > editions.size())
      return fail(Cause::not_found, {}, fmt::format("\"{}\" has no edition {}", of.id, wanted));
    version = editions[static_cast<std::size_t>(wanted) - 1].version;
  }
  const auto draft = book.draft(of.id, version);
  if (draft) {
    key = of.id;
    return source_of(*draft);
  }
  if (draft.error().cause != Cause::not_found) return std::unexpected(draft.error());
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
  const auto n = static_cast<std::size_t>(call.number("n", 0));
  if (action == "new") return make_new(of, book);
  if (action == "show") return show(of, book);
  if (action == "check") return check(of, book);
  if (action == "accept") return accept(of, book);
  if (action == "publish") return publish(of, book);
  if (action == "add") return add(of, book);
  if (action == "remove")
    return change(of, book, fmt::format("remove {}", n), [&](IssueSource& source) -> Result<void> {
      FB_CHECK(remove_article(source, n));
      return {};
    });
  if (action == "move")
    return change(of, book, fmt::format("move {}", n), [&](IssueSource& source) -> Result<void> {
      FB_CHECK(move_article(source, n, call.text("section").value_or(""), static_cast<std::size_t>(call.number("at", 0))));
      return {};
    });
  if (action == "edit")
    return change(of, book, n > 0 ? fmt::format("edit {}", n) : "edit", [&](IssueSource& source) -> Result<void> {
      if (const auto file = call.text("file")) {
        FB_TRY(const std::string text, *file == "-" ? read_stdin() : read_file(*file));
        FB_TRY(source, parse_issue_source(text, *file));
      }
      return set_fields(of, source, n);
    });
  if (action == "undo") {
    const auto made = book.undo(of.id, of.act("undo"));
    if (!made) return of.refused(made.error());
    of.say(fmt::format("{}: version {}", of.id, made->version));
    return kFound;
  }
  return of.wrong(fmt::format("there is no action \"{}\"", action));
}

}  // namespace fengbiao
