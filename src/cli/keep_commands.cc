// verify, remove, backup, diff: looking after an archive.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "collect/collect_book.h"
#include "desk/desk_book.h"
#include "ledger/ledger_book.h"

namespace fengbiao {
namespace {

// Asks for the issue's key on a terminal; nothing where nobody can be asked: a script means what it says.
std::optional<bool> confirmed(Screen& screen, const std::string& key) {
  if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) return std::nullopt;
  screen.flush();
  screen.say(fmt::format("type {} to remove it:", key));
  std::string answer;
  return std::getline(std::cin, answer) && answer == key;
}

}  // namespace

Result<int> run_verify(const Session& session) {
  Screen& screen = session.screen;
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(auto troubles,
         archive.verify([&](std::size_t done, std::size_t all) { screen.progress(fmt::format("{}/{} issues", done, all)); }));
  const std::string& archive_name = session.call.argument("ARCHIVE");
  const auto look_at = [&](auto opened) -> Result<void> {
    FB_TRY(auto book, std::move(opened));
    FB_TRY(const auto found, book.trouble());
    for (const std::string& what : found) troubles.push_back({"", what});
    return {};
  };
  FB_CHECK(look_at(LedgerBook::open(archive_name, OpenMode::read)));
  FB_CHECK(look_at(CollectBook::open(archive_name, OpenMode::read)));
  FB_CHECK(look_at(DeskBook::open(archive_name, OpenMode::read)));
  screen.clear_progress();
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.field("whole", troubles.empty());
    w.key("troubles");
    w.open('[');
    for (const auto& trouble : troubles) {
      w.open('{');
      w.key("issue");
      if (trouble.issue.empty()) w.null();
      else w.value(trouble.issue);
      w.field("what", trouble.what);
      w.close('}');
    }
    w.close(']');
    w.close('}');
    session.print_json(w.take());
  } else {
    for (const auto& trouble : troubles) {
      screen.print(printable(trouble.issue.empty() ? trouble.what : fmt::format("{}: {}", trouble.issue, trouble.what)) + "\n");
    }
    const std::string name = printable(archive_name);
    if (!troubles.empty()) screen.print(fmt::format("{}: {} trouble{}\n", name, troubles.size(), troubles.size() == 1 ? "" : "s"));
    else if (!session.call.has("quiet")) screen.print(fmt::format("{}: whole\n", name));
  }
  return troubles.empty() ? kFound : kNothing;
}

Result<int> run_remove(const Session& session) {
  const std::string& reference = session.call.argument("ISSUE");
  const bool dry = session.call.has("dry-run");
  FB_TRY(Archive archive, session.open(dry ? OpenMode::read : OpenMode::write));
  const auto issue = archive.remove(reference, true);
  if (!issue) return session.missing(issue.error());
  if (!dry) {
    if (!session.call.has("yes")) {
      const auto answer = confirmed(session.screen, issue->key);
      if (answer && !*answer) {
        session.screen.say("nothing was removed");
        return kNothing;
      }
    }
    FB_CHECK(archive.remove(issue->key, false));
  }
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.field("issue", issue->key);
    w.field("file", issue->document.file);
    w.field("versions", issue->version);
    w.field("articles", static_cast<std::uint64_t>(issue->issue.articles.size()));
    w.field("removed", !dry);
    w.close('}');
    session.print_json(w.take());
  } else {
    session.screen.print(
        printable(fmt::format("{} {}: {}, {} article{}, {} version{}", dry ? "would remove" : "removed", issue->key, issue->document.file,
                              issue->issue.articles.size(), issue->issue.articles.size() == 1 ? "" : "s", issue->version,
                              issue->version == 1 ? "" : "s")) +
        "\n");
  }
  return kFound;
}

Result<int> run_backup(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const std::string& target = session.call.argument("FILE");
  FB_CHECK(archive.backup(target));
  session.screen.print(printable(fmt::format("{}: copied from {}", target, session.call.argument("ARCHIVE"))) + "\n");
  return kFound;
}

Result<int> run_diff(const Session& session) {
  const std::string& reference = session.call.argument("ISSUE");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const auto issue = archive.issue(reference);
  if (!issue) return session.missing(issue.error());
  const int to = session.call.number("to", issue->version);
  const int from = session.call.number("from", to - 1);
  if (from < 1 || to < 1) {
    session.screen.say(issue->version == 1 ? fmt::format("{} has one version only", issue->key)
                                           : fmt::format("{} has versions 1 to {}", issue->key, issue->version));
    return kNothing;
  }
  const auto text = archive.diff(issue->key, from, to);
  if (!text) return session.missing(text.error());
  if (text->empty()) session.screen.say(fmt::format("the texts of {} in versions {} and {} are the same", issue->key, from, to));
  session.screen.print_text(*text);
  return text->empty() ? kNothing : kFound;
}

}  // namespace fengbiao
