#include "collect/collect_book.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/compress.h"
#include "base/hash.h"
#include "base/json.h"
#include "store/format.h"

namespace fengbiao {
namespace {

constexpr const char* kCollectTables = R"sql(
CREATE TABLE IF NOT EXISTS collect_feeds (
  feed INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE CHECK (url <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('web', 'folder')),
  form TEXT NOT NULL,
  title TEXT NOT NULL,
  home TEXT NOT NULL,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  added TEXT NOT NULL,
  asked TEXT NOT NULL,
  answered TEXT NOT NULL,
  not_before TEXT NOT NULL,
  failures INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS collect_fetches (
  fetch INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  at TEXT NOT NULL,
  feed TEXT NOT NULL,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  status INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  what TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS collect_candidates (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  url TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  source TEXT NOT NULL,
  date TEXT NOT NULL,
  fetched TEXT NOT NULL,
  run INTEGER NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  tries INTEGER NOT NULL,
  not_before TEXT NOT NULL,
  hash TEXT NOT NULL,
  paragraphs BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS collect_candidates_of_run ON collect_candidates (run);
)sql";

constexpr std::string_view kFeedColumns = "url, kind, form, title, home, etag, modified, added, asked, answered, not_before, failures";
constexpr std::string_view kCandidateColumns = "id, url, feed, title, author, source, date, fetched, whole, paragraphs";
constexpr std::size_t kMostText = 64ull << 20;  // of one candidate

std::string_view kind_text(WatchedFeed::Kind kind) { return kind == WatchedFeed::Kind::folder ? "folder" : "web"; }

Result<NewsCandidate> read_candidate(const Connection& db, const Statement& q) {
  NewsCandidate c;
  const auto damaged = [&] {
    return fail(Cause::damaged, {db.path().string()}, fmt::format("the text of candidate {} cannot be read", c.id),
                "put a backup in its place");
  };
  c.id = q.text(0), c.url = q.text(1), c.feed = q.text(2), c.title = q.text(3), c.author = q.text(4), c.source = q.text(5),
  c.date = q.text(6);
  c.fetched = q.text(7);
  c.whole = q.integer(8) != 0;
  const auto text = decompress(q.blob(9), kMostText);
  const auto list = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
  if (!list.is_array()) return damaged();
  for (const auto& paragraph : list) {
    if (!paragraph.is_string()) return damaged();
    c.paragraphs.push_back(paragraph.get<std::string>());
  }
  return c;
}

}  // namespace

std::string candidate_id(std::string_view url) { return "c" + hash128_hex(url).substr(0, 16); }

Result<CollectBook> CollectBook::open(const std::filesystem::path& archive, OpenMode mode, const ArchiveOptions& options) {
  CollectBook out;
  FB_TRY(out.db_, open_archive(archive, mode, options, todays_format()));
  return out;
}

Result<bool> CollectBook::has_tables() {
  FB_TRY(const auto tables, db_->integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                                         "('collect_feeds', 'collect_fetches', 'collect_candidates')"));
  return tables == 3;
}

template <class Write>
Result<void> CollectBook::written(const Write& write) {
  FB_CHECK(db_->run("BEGIN IMMEDIATE"));
  const auto all = [&]() -> Result<void> {
    FB_CHECK(db_->run(kCollectTables));
    const Result<void> done = write();
    FB_CHECK(done);
    return db_->run("COMMIT");
  };
  Result<void> out = all();
  if (!out && db_->in_transaction()) sqlite3_exec(db_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return out;
}

Result<std::vector<WatchedFeed>> CollectBook::feeds() {
  std::vector<WatchedFeed> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare(fmt::format("SELECT feed, {} FROM collect_feeds ORDER BY feed", kFeedColumns)));
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    WatchedFeed& f = out.emplace_back();
    f.number = q.integer(0);
    f.url = q.text(1);
    f.kind = q.text(2) == "folder" ? WatchedFeed::Kind::folder : WatchedFeed::Kind::web;
    f.form = q.text(3), f.title = q.text(4), f.home = q.text(5), f.etag = q.text(6), f.modified = q.text(7), f.added = q.text(8);
    f.asked = q.text(9), f.answered = q.text(10), f.not_before = q.text(11);
    f.failures = q.number<int>(12);
  }
}

Result<std::vector<bool>> CollectBook::add_feeds(const std::vector<WatchedFeed>& feeds, std::string_view at) {
  std::vector<bool> added;
  const Result<void> kept = written([&]() -> Result<void> {
    for (const WatchedFeed& feed : feeds) {
      FB_TRY(auto q, db_->prepare(fmt::format("INSERT OR IGNORE INTO collect_feeds ({}) VALUES (?, ?, '', ?, ?, '', '', ?, '', '', '', 0)",
                                              kFeedColumns)));
      FB_CHECK(q.bind(feed.url, kind_text(feed.kind), feed.title, feed.home, at).run());
      added.push_back(sqlite3_changes(db_->handle()) > 0);
    }
    return {};
  });
  FB_CHECK(kept);
  return added;
}

Result<bool> CollectBook::remove_feed(std::string_view url) {
  bool removed = false;
  const Result<void> kept = written([&]() -> Result<void> {
    FB_TRY(auto q, db_->prepare("DELETE FROM collect_feeds WHERE url = ?"));
    FB_CHECK(q.bind(url).run());
    removed = sqlite3_changes(db_->handle()) > 0;
    return {};
  });
  FB_CHECK(kept);
  return removed;
}

Result<std::int64_t> CollectBook::last_run() {
  FB_TRY(const bool there, has_tables());
  if (!there) return 0;
  return db_->integer(
      "SELECT max(coalesce((SELECT max(run) FROM collect_fetches), 0), coalesce((SELECT max(run) FROM collect_candidates), 0))");
}

Result<std::int64_t> CollectBook::last_run_with_candidates() {
  FB_TRY(const bool there, has_tables());
  if (!there) return 0;
  return db_->integer("SELECT coalesce(max(run), 0) FROM collect_candidates");
}

Result<std::optional<CandidateState>> CollectBook::state_of(std::string_view url) {
  FB_TRY(const bool there, has_tables());
  if (!there) return std::nullopt;
  FB_TRY(auto q, db_->prepare("SELECT whole, tries, not_before, hash FROM collect_candidates WHERE url = ?"));
  FB_TRY(const bool found, q.bind(url).row());
  if (!found) return std::nullopt;
  return CandidateState{q.integer(0) != 0, q.number<int>(1), std::string(q.text(2)), std::string(q.text(3))};
}

Result<void> CollectBook::put_feed(const WatchedFeed& f) {
  return written([&]() -> Result<void> {
    FB_TRY(auto q,
           db_->prepare("UPDATE OR IGNORE collect_feeds SET url = ?, form = ?, title = ?, home = ?, etag = ?, modified = ?, asked = ?, "
                        "answered = ?, not_before = ?, failures = ? WHERE feed = ?"));
    return q.bind(f.url, f.form, f.title, f.home, f.etag, f.modified, f.asked, f.answered, f.not_before, f.failures, f.number).run();
  });
}

namespace {

Result<void> insert_record(Connection& db, const FetchRecord& r, std::int64_t run) {
  FB_TRY(auto q, db.prepare("INSERT INTO collect_fetches (run, at, feed, url, final_url, status, bytes, outcome, what) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  return q.bind(run, r.at, r.feed, r.url, r.final_url, r.status, r.bytes, r.outcome, r.what).run();
}

}  // namespace

Result<void> CollectBook::put_record(const FetchRecord& record, std::int64_t run) {
  return written([&] { return insert_record(*db_, record, run); });
}

Result<void> CollectBook::put_candidate(const NewsCandidate& c, const CandidateState& state, const FetchRecord* record, std::int64_t run) {
  JsonWriter w;
  w.value(c.paragraphs);
  const std::string text = compress(w.text(), 3);
  return written([&]() -> Result<void> {
    if (record) FB_CHECK(insert_record(*db_, *record, run));
    FB_TRY(auto q,
           db_->prepare("INSERT OR REPLACE INTO collect_candidates (id, url, feed, title, author, source, date, fetched, run, whole, "
                        "tries, not_before, hash, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return q
        .bind(candidate_id(c.url), c.url, c.feed, c.title, c.author, c.source, c.date, c.fetched, run, c.whole, state.tries,
              state.not_before, state.hash, Blob{text})
        .run();
  });
}

Result<std::vector<NewsCandidate>> CollectBook::candidates(std::int64_t run) {
  std::vector<NewsCandidate> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare(
                     fmt::format("SELECT {} FROM collect_candidates WHERE ?1 = 0 OR run = ?1 ORDER BY date DESC, url", kCandidateColumns)));
  q.bind(run);
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    FB_TRY(out.emplace_back(), read_candidate(*db_, q));
  }
}

Result<std::vector<FetchRecord>> CollectBook::records(std::size_t limit, std::string_view feed, bool failed_only) {
  std::vector<FetchRecord> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q,
         db_->prepare("SELECT fetch, at, feed, url, final_url, status, bytes, outcome, what FROM collect_fetches "
                      "WHERE (?1 = '' OR feed = ?1) AND (?2 = 0 OR outcome IN ('failed', 'refused')) ORDER BY fetch DESC LIMIT ?3"));
  q.bind(feed, failed_only, limit == 0 ? -1 : static_cast<std::int64_t>(limit));
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    FetchRecord& r = out.emplace_back();
    r.number = q.integer(0);
    r.at = q.text(1), r.feed = q.text(2), r.url = q.text(3), r.final_url = q.text(4);
    r.status = q.number<int>(5);
    r.bytes = q.number<std::uint64_t>(6);
    r.outcome = q.text(7), r.what = q.text(8);
  }
}

Result<std::vector<std::string>> CollectBook::trouble() {
  std::vector<std::string> out;
  FB_TRY(const bool there, has_tables());
  if (!there) return out;
  FB_TRY(auto q, db_->prepare(fmt::format("SELECT {} FROM collect_candidates ORDER BY id", kCandidateColumns)));
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) break;
    if (const auto candidate = read_candidate(*db_, q); !candidate) out.push_back(candidate.error().what);
    else if (candidate->id != candidate_id(candidate->url))
      out.push_back(fmt::format("candidate {} is not that of its address", candidate->id));
  }
  FB_TRY(auto fetches, db_->prepare("SELECT fetch, outcome FROM collect_fetches WHERE outcome NOT IN "
                                    "('fetched', 'unchanged', 'failed', 'refused') ORDER BY fetch"));
  for (;;) {
    FB_TRY(const bool more, fetches.row());
    if (!more) return out;
    out.push_back(fmt::format("fetch {} ended as \"{}\", which is no outcome", fetches.integer(0), fetches.text(1)));
  }
}

}  // namespace fengbiao
