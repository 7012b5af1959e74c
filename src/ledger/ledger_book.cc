#include "ledger/ledger_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "quantity/date.h"
#include "store/format.h"

namespace fengbiao {
namespace {

constexpr const char* kLedgerTables = R"sql(
CREATE TABLE IF NOT EXISTS ledger_entries (
  ledger TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  subject TEXT NOT NULL CHECK (subject <> ''),
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  data TEXT NOT NULL,
  names TEXT NOT NULL,
  counters INTEGER,
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  made_at TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why <> ''),
  hash TEXT NOT NULL,
  PRIMARY KEY (ledger, number),
  UNIQUE (ledger, counters)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ledger_entries_of_subject ON ledger_entries (ledger, subject, number);
CREATE TABLE IF NOT EXISTS ledger_names (
  ledger TEXT NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (ledger, name, subject)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS ledger_entries_stay BEFORE UPDATE ON ledger_entries
BEGIN SELECT raise(ABORT, 'entries of a ledger are not changed: add a counter-entry'); END;
CREATE TRIGGER IF NOT EXISTS ledger_entries_remain BEFORE DELETE ON ledger_entries
BEGIN SELECT raise(ABORT, 'entries of a ledger are not removed: add a counter-entry'); END;
)sql";

constexpr std::string_view kColumns = "number, subject, kind, day, data, names, counters, made_by, made_at, why, hash";

std::string data_text(const NewLedgerEntry& e) {
  JsonWriter w;
  w.open('[');
  for (const auto& [name, value] : e.data) w.value(std::vector<std::string>{name, value});
  w.close(']');
  return w.take();
}

std::string names_text(const NewLedgerEntry& e) {
  JsonWriter w;
  w.value(e.names);
  return w.take();
}

std::string hash_of(std::string_view ledger, const LedgerEntry& e, std::string_view before) {
  JsonWriter w;
  w.value(std::vector<std::string>{std::string(before), std::string(ledger), std::to_string(e.number), e.subject, e.kind, e.day,
                                   data_text(e), names_text(e), std::to_string(e.counters), e.by, e.at, e.why});
  return hash128_hex(w.text());
}

std::unexpected<Error> damaged(const Connection& db, std::int64_t number) {
  return fail(Cause::damaged, {db.path().string()}, fmt::format("entry {} of a ledger cannot be read", number),
              "put a backup in its place");
}

Result<LedgerEntry> read_row(const Connection& db, const Statement& q) {
  LedgerEntry e;
  e.number = q.integer(0);
  e.subject = q.text(1);
  e.kind = q.text(2);
  e.day = q.text(3);
  const auto data = nlohmann::json::parse(q.text(4), nullptr, false), names = nlohmann::json::parse(q.text(5), nullptr, false);
  if (!data.is_array() || !names.is_array()) return damaged(db, e.number);
  for (const auto& pair : data) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) return damaged(db, e.number);
    e.data.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
  for (const auto& name : names) {
    if (!name.is_string()) return damaged(db, e.number);
    e.names.push_back(name.get<std::string>());
  }
  e.counters = q.null(6) ? 0 : q.integer(6);
  e.by = q.text(7);
  e.at = q.text(8);
  e.why = q.text(9);
  e.hash = q.text(10);
  return e;
}

Result<bool> has_tables(Connection& db) {
  FB_TRY(const auto tables,
         db.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('ledger_entries', 'ledger_names')"));
  return tables == 2;
}

}  // namespace

std::string_view LedgerEntry::value(std::string_view name) const {
  const auto found = std::ranges::find(data, name, [](const auto& pair) { return std::string_view(pair.first); });
  return found == data.end() ? std::string_view() : std::string_view(found->second);
}

Result<std::vector<LedgerEntry>> LedgerView::rows(Statement& q) {
  std::vector<LedgerEntry> out;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    FB_TRY(out.emplace_back(), read_row(db_, q));
  }
}

Result<std::vector<LedgerEntry>> LedgerView::of_subject(std::string_view subject) {
  FB_TRY(const bool there, has_tables(db_));
  if (!there) return {};
  FB_TRY(auto q, db_.prepare(fmt::format("SELECT {} FROM ledger_entries WHERE ledger = ? AND subject = ? ORDER BY number", kColumns)));
  return rows(q.bind(ledger_, subject));
}

Result<std::vector<LedgerEntry>> LedgerView::all() {
  FB_TRY(const bool there, has_tables(db_));
  if (!there) return {};
  FB_TRY(auto q, db_.prepare(fmt::format("SELECT {} FROM ledger_entries WHERE ledger = ? ORDER BY number", kColumns)));
  return rows(q.bind(ledger_));
}

Result<std::optional<LedgerEntry>> LedgerView::entry(std::int64_t number) {
  FB_TRY(const bool there, has_tables(db_));
  if (!there) return std::nullopt;
  FB_TRY(auto q, db_.prepare(fmt::format("SELECT {} FROM ledger_entries WHERE ledger = ? AND number = ?", kColumns)));
  FB_TRY(auto found, rows(q.bind(ledger_, number)));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

Result<std::vector<std::string>> LedgerView::subjects_named(std::string_view name) {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables(db_));
  if (!there) return out;
  FB_TRY(auto q, db_.prepare("SELECT subject FROM ledger_names WHERE ledger = ? AND name = ? ORDER BY subject"));
  q.bind(ledger_, name);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.emplace_back(q.text(0));
  }
}

Result<std::vector<std::string>> LedgerView::subjects() {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables(db_));
  if (!there) return out;
  FB_TRY(auto q, db_.prepare("SELECT DISTINCT subject FROM ledger_entries WHERE ledger = ? ORDER BY subject"));
  q.bind(ledger_);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.emplace_back(q.text(0));
  }
}

Result<LedgerBook> LedgerBook::open(const std::filesystem::path& archive, OpenMode mode, const ArchiveOptions& options) {
  LedgerBook out;
  FB_TRY(out.db_, open_archive(archive, mode, options, todays_format()));
  return out;
}

Result<LedgerEntry> LedgerBook::add(std::string_view ledger, std::string_view at, const Make& make) {
  Connection& db = *db_;
  FB_CHECK(db.run("BEGIN IMMEDIATE"));
  const auto written = [&]() -> Result<LedgerEntry> {
    FB_CHECK(db.run(kLedgerTables));
    LedgerView so_far(db, ledger);
    FB_TRY(NewLedgerEntry made, make(so_far));
    LedgerEntry e;
    static_cast<NewLedgerEntry&>(e) = std::move(made);
    if (e.by.empty()) return fail(Cause::invalid_argument, {}, "an entry says who made it", "--by NAME");
    if (e.why.empty()) return fail(Cause::invalid_argument, {}, "an entry says why it was made", "--why WORDS");
    if (!date_from_iso(e.day)) return fail(Cause::invalid_argument, {}, fmt::format("\"{}\" is no day", e.day), "YYYY-MM-DD");
    e.at = at;
    std::string before;
    {
      FB_TRY(auto last, db.prepare("SELECT number, hash FROM ledger_entries WHERE ledger = ? ORDER BY number DESC LIMIT 1"));
      FB_TRY(const bool any, last.bind(ledger).row());
      e.number = any ? last.integer(0) + 1 : 1;
      if (any) before = last.text(1);
    }
    e.hash = hash_of(ledger, e, before);
    FB_TRY(auto insert,
           db.prepare(fmt::format("INSERT INTO ledger_entries (ledger, {}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", kColumns)));
    const std::optional<std::int64_t> counters = e.counters == 0 ? std::nullopt : std::optional(e.counters);
    FB_CHECK(
        insert.bind(ledger, e.number, e.subject, e.kind, e.day, data_text(e), names_text(e), counters, e.by, e.at, e.why, e.hash).run());
    for (const std::string& name : e.names) {
      FB_TRY(auto q, db.prepare("INSERT OR IGNORE INTO ledger_names VALUES (?, ?, ?)"));
      FB_CHECK(q.bind(ledger, name, e.subject).run());
    }
    FB_CHECK(db.run("COMMIT"));
    return e;
  };
  Result<LedgerEntry> out = written();
  if (!out && db.in_transaction()) sqlite3_exec(db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return out;
}

Result<std::vector<std::string>> LedgerBook::trouble() {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables(*db_));
  if (!there) return out;
  FB_TRY(auto q, db_->prepare(fmt::format("SELECT {}, ledger FROM ledger_entries ORDER BY ledger, number", kColumns)));
  std::string ledger, before;
  std::int64_t number = 0;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    if (q.text(11) != ledger) ledger = q.text(11), number = 0, before.clear();
    const auto e = read_row(*db_, q);
    const std::int64_t here = q.integer(0);
    if (here != number + 1) out.push_back(fmt::format("ledger {}: entries {} to {} are missing", ledger, number + 1, here - 1));
    if (!e) out.push_back(fmt::format("ledger {}: {}", ledger, e.error().what));
    // Behind a gap nothing can be said of the link, only of what follows.
    else if (here == number + 1 && e->hash != hash_of(ledger, *e, before))
      out.push_back(fmt::format("ledger {}: entry {} has changed", ledger, here));
    number = here;
    before = q.text(10);
  }
}

}  // namespace fengbiao
