#include "desk/desk_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/format.h"

namespace fengbiao {
namespace {

constexpr const char* kDeskTables = R"sql(
CREATE TABLE IF NOT EXISTS desk_versions (
  issue TEXT NOT NULL CHECK (issue <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  parent INTEGER NOT NULL,
  text TEXT NOT NULL,
  what TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (issue, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS desk_accepted (
  issue TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  rule TEXT NOT NULL,
  quote TEXT NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  why TEXT NOT NULL CHECK (why <> ''),
  made_at TEXT NOT NULL,
  PRIMARY KEY (issue, fingerprint)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS desk_editions (
  issue TEXT NOT NULL,
  edition INTEGER NOT NULL CHECK (edition > 0),
  version INTEGER NOT NULL,
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  made_at TEXT NOT NULL,
  correction TEXT NOT NULL,
  PRIMARY KEY (issue, edition)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS desk_versions_stay BEFORE UPDATE ON desk_versions
BEGIN SELECT raise(ABORT, 'versions of a draft are not changed'); END;
CREATE TRIGGER IF NOT EXISTS desk_versions_remain BEFORE DELETE ON desk_versions
BEGIN SELECT raise(ABORT, 'versions of a draft are not removed'); END;
CREATE TRIGGER IF NOT EXISTS desk_editions_stay BEFORE UPDATE ON desk_editions
BEGIN SELECT raise(ABORT, 'editions are not changed'); END;
CREATE TRIGGER IF NOT EXISTS desk_editions_remain BEFORE DELETE ON desk_editions
BEGIN SELECT raise(ABORT, 'editions are not removed'); END;
)sql";

// The name is that of built files and of an address too.
bool can_be_named(std::string_view issue) {
  constexpr std::size_t kLongest = 100;
  return !issue.empty() && issue.size() <= kLongest && issue.front() != '.' &&
         std::ranges::none_of(issue, [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) <= ' ' || c == 0x7F; });
}

std::unexpected<Error> no_draft(std::string_view issue, std::int64_t version) {
  return fail(
      Cause::not_found, {},
      version == 0 ? fmt::format("there is no draft \"{}\"", issue) : fmt::format("the draft \"{}\" has no version {}", issue, version),
      "`issue list` lists them");
}

DraftVersion version_of(const Statement& q) {
  DraftVersion out;
  out.issue = q.text(0);
  out.version = q.integer(1);
  out.parent = q.integer(2);
  out.what = q.text(3);
  out.by = q.text(4);
  out.at = q.text(5);
  return out;
}

}  // namespace

Result<DeskBook> DeskBook::open(const std::filesystem::path& archive, OpenMode mode) {
  DeskBook out;
  FB_TRY(out.db_, open_archive(archive, mode, {}, todays_format()));
  return out;
}

Result<bool> DeskBook::has_tables() {
  FB_TRY(const auto tables, db_->integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'desk\\_%' ESCAPE '\\'"));
  return tables == 3;
}

template <class Do>
auto DeskBook::written(const Do& what) -> decltype(what()) {
  FB_CHECK(db_->run("BEGIN IMMEDIATE"));
  auto done = [&]() -> decltype(what()) {
    FB_CHECK(db_->run(kDeskTables));
    auto out = what();
    if (out) FB_CHECK(db_->run("COMMIT"));
    return out;
  }();
  if (!done && db_->in_transaction()) sqlite3_exec(db_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return done;
}

Result<std::vector<std::string>> DeskBook::issues() {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare("SELECT DISTINCT issue FROM desk_versions ORDER BY issue"));
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.emplace_back(q.text(0));
  }
}

Result<DraftVersion> DeskBook::draft(std::string_view issue, std::int64_t version) {
  FB_TRY(const bool there, has_tables());
  if (!there) return no_draft(issue, version);
  FB_TRY(auto q,
         db_->prepare(
             "SELECT issue, version, parent, what, made_by, made_at, text FROM desk_versions WHERE issue = ?1 AND (version = ?2 OR ?2 = 0) "
             "ORDER BY version DESC LIMIT 1"));
  FB_TRY(const bool found, q.bind(issue, version).row());
  if (!found) return no_draft(issue, version);
  DraftVersion out = version_of(q);
  out.text = q.text(6);
  return out;
}

Result<std::vector<DraftVersion>> DeskBook::history(std::string_view issue) {
  std::vector<DraftVersion> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare("SELECT issue, version, parent, what, made_by, made_at FROM desk_versions WHERE issue = ? ORDER BY version"));
  q.bind(issue);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.push_back(version_of(q));
  }
}

Result<DraftVersion> DeskBook::put(std::string_view issue, const IssueSource& source, std::int64_t after, const DeskAct& act) {
  if (!can_be_named(issue))
    return fail(Cause::invalid_argument, {}, fmt::format("\"{}\" cannot name an issue", issue),
                "a short name without blanks and slashes, such as 2023-18");
  return written([&] { return put_next(issue, source, after, act); });
}

Result<DraftVersion> DeskBook::put_next(std::string_view issue, const IssueSource& source, std::int64_t after, const DeskAct& act) {
  DraftVersion out;
  static_cast<DeskAct&>(out) = act;
  out.issue = issue;
  out.text = write_issue_source(source);
  {
    FB_TRY(auto last, db_->prepare("SELECT coalesce(max(version), 0) FROM desk_versions WHERE issue = ?"));
    FB_TRY([[maybe_unused]] const bool any, last.bind(issue).row());
    if (last.integer(0) != after && after != 0) return overtaken(issue);
    if (last.integer(0) != after)
      return fail(Cause::conflict, {}, fmt::format("there is a draft \"{}\" already", issue), "`issue edit` changes it");
    out.version = after + 1;
    out.parent = after;
  }
  FB_TRY(auto q, db_->prepare("INSERT INTO desk_versions VALUES (?, ?, ?, ?, ?, ?, ?)"));
  FB_CHECK(q.bind(issue, out.version, out.parent, out.text, act.what, act.by, act.at).run());
  return out;
}

std::unexpected<Error> DeskBook::overtaken(std::string_view issue) {
  return fail(Cause::conflict, {}, fmt::format("somebody else has changed the draft \"{}\"", issue),
              "look at the version that is there now, and try again");
}

Result<DraftVersion> DeskBook::undo(std::string_view issue, std::int64_t version, const DeskAct& act) {
  return written([&]() -> Result<DraftVersion> {
    FB_TRY(const DraftVersion now, draft(issue));
    if (now.version != version) return overtaken(issue);
    if (now.parent == 0) return fail(Cause::conflict, {}, fmt::format("there is nothing before version {} of \"{}\"", version, issue));
    FB_TRY(const DraftVersion before, draft(issue, now.parent));
    DraftVersion out = before;
    static_cast<DeskAct&>(out) = act;
    out.version = version + 1;
    FB_TRY(auto q, db_->prepare("INSERT INTO desk_versions VALUES (?, ?, ?, ?, ?, ?, ?)"));
    FB_CHECK(q.bind(issue, out.version, before.parent, out.text, act.what, act.by, act.at).run());
    return out;
  });
}

Result<std::vector<Accepted>> DeskBook::accepted(std::string_view issue) {
  std::vector<Accepted> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q,
         db_->prepare(
             "SELECT fingerprint, rule, quote, made_by, why, made_at FROM desk_accepted WHERE issue = ? ORDER BY made_at, fingerprint"));
  q.bind(issue);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    const auto text = [&](int column) { return std::string(q.text(column)); };
    out.push_back({text(0), text(1), text(2), text(3), text(4), text(5)});
  }
}

Result<void> DeskBook::accept(std::string_view issue, const Accepted& a) {
  if (a.by.empty() || a.why.empty())
    return fail(Cause::invalid_argument, {}, "a finding is accepted by a name and with a reason", "--by NAME --why WORDS");
  return written([&]() -> Result<void> {
    FB_TRY(auto q, db_->prepare("INSERT OR IGNORE INTO desk_accepted VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return q.bind(issue, a.fingerprint, a.rule, a.quote, a.by, a.why, a.at).run();
  });
}

Result<std::vector<Edition>> DeskBook::editions(std::string_view issue) {
  std::vector<Edition> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare("SELECT edition, version, made_by, made_at, correction FROM desk_editions WHERE issue = ? ORDER BY edition"));
  q.bind(issue);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.push_back({q.integer(0), q.integer(1), std::string(q.text(2)), std::string(q.text(3)), std::string(q.text(4))});
  }
}

Result<DraftVersion> DeskBook::edition(std::string_view issue, std::int64_t number) {
  FB_TRY(const auto all, editions(issue));
  const auto found = std::ranges::find(all, number, &Edition::edition);
  if (found == all.end()) return fail(Cause::not_found, {}, fmt::format("\"{}\" has no edition {}", issue, number));
  return draft(issue, found->version);
}

Result<Edition> DeskBook::publish(std::string_view issue, std::int64_t version, const DeskAct& act, const std::string& correction,
                                  const IssueSource* corrected) {
  return written([&]() -> Result<Edition> {
    Edition out{1, version, act.by, act.at, correction};
    {
      FB_TRY(auto last, db_->prepare("SELECT coalesce(max(edition), 0) FROM desk_editions WHERE issue = ?"));
      FB_TRY([[maybe_unused]] const bool any, last.bind(issue).row());
      out.edition = last.integer(0) + 1;
      // Somebody else may have published since the issue was looked at.
      if ((out.edition > 1) == correction.empty())
        return fail(Cause::conflict, {}, fmt::format("\"{}\" has {} by now", issue, out.edition > 1 ? "an edition" : "no edition"),
                    "a new edition says what was wrong, the first one says nothing");
    }
    if (corrected) {
      FB_TRY(const DraftVersion next, put_next(issue, *corrected, version, {act.by, "correction", act.at}));
      out.version = next.version;
    }
    FB_TRY(auto q, db_->prepare("INSERT INTO desk_editions VALUES (?, ?, ?, ?, ?, ?)"));
    FB_CHECK(q.bind(issue, out.edition, out.version, out.by, out.at, out.correction).run());
    return out;
  });
}

Result<std::vector<std::string>> DeskBook::trouble() {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto versions,
         db_->prepare("SELECT issue, version, parent, what, made_by, made_at, text FROM desk_versions ORDER BY issue, version"));
  DraftVersion before;
  for (;;) {
    FB_TRY(const bool more, versions.row());
    if (!more) break;
    DraftVersion now = version_of(versions);
    const std::string name = fmt::format("draft {}, version {}: ", now.issue, now.version);
    if (now.version != (now.issue == before.issue ? before.version + 1 : 1)) out.push_back(name + "the version before it is missing");
    if (now.parent < 0 || now.parent >= now.version)
      out.push_back(fmt::format("{}made from version {}, which is not before it", name, now.parent));
    if (const auto source = parse_issue_source(versions.text(6), now.issue); !source)
      out.push_back(name + "its source cannot be read: " + source.error().what);
    before = std::move(now);
  }
  FB_TRY(auto editions,
         db_->prepare("SELECT e.issue, e.edition, e.version, v.version IS NOT NULL, "
                      "e.edition - coalesce(lag(e.edition) OVER (PARTITION BY e.issue ORDER BY e.edition), 0) "
                      "FROM desk_editions e LEFT JOIN desk_versions v ON v.issue = e.issue AND v.version = e.version ORDER BY 1, 2"));
  for (;;) {
    FB_TRY(const bool more, editions.row());
    if (!more) break;
    const std::string name = fmt::format("draft {}, edition {}: ", editions.text(0), editions.integer(1));
    if (editions.integer(3) == 0) out.push_back(fmt::format("{}there is no version {}", name, editions.integer(2)));
    if (editions.integer(4) != 1) out.push_back(name + "the edition before it is missing");
  }
  FB_TRY(auto accepted, db_->prepare("SELECT issue, fingerprint FROM desk_accepted WHERE issue NOT IN (SELECT issue FROM desk_versions)"));
  for (;;) {
    FB_TRY(const bool more, accepted.row());
    if (!more) return out;
    out.push_back(fmt::format("the finding {} is accepted for {}, of which there is no draft", accepted.text(1), accepted.text(0)));
  }
}

}  // namespace fengbiao
