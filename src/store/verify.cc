// Is the archive whole? SQLite's own check of its pages, our tables as format.cc makes them, then every document in a
// short read transaction of its own, so that a writer is not held up for long: texts against their hashes, structures
// against theirs, every span inside its text, zones in order, and the rows of listings against what the structure gives.
// Damage is a Trouble; only what keeps the check itself from running is an error. Tested by verify_test.cc.
#include <fmt/format.h>

#include <algorithm>

#include "model/issue_json.h"
#include "store/archive_state.h"
#include "store/format.h"
#include "store/record.h"
#include "store/record_rows.h"

namespace fengbiao {

namespace {

using Trouble = ArchiveFile::Trouble;

template <class T>
std::optional<T> maybe(const Statement& q, int column) {
  if (q.null(column)) return std::nullopt;
  if constexpr (std::is_same_v<T, std::string>) return std::string(q.text(column));
  else return q.number<T>(column);
}

class Check {
 public:
  Check(Connection& db, const std::function<void(std::size_t, std::size_t)>& progress) : db_(db), progress_(progress) {}

  Result<std::vector<Trouble>> run() {
    FB_CHECK(guarded("", [&] { return pages(); }));
    FB_CHECK(guarded("", [&] { return tables(); }));
    FB_CHECK(guarded("", [&] { return keys(); }));
    FB_CHECK(guarded("", [&] { return documents(); }));
    FB_CHECK(guarded("", [&] { return corrections(); }));
    return std::move(troubles_);
  }

 private:
  void report(std::string_view issue, std::string what) { troubles_.push_back({std::string(issue), std::move(what)}); }

  // Damage that stops `work` is a trouble, and the check goes on with what comes after.
  template <class Work>
  Result<void> guarded(std::string_view issue, Work work) {
    auto done = work();
    if (done || (done.error().cause != Cause::damaged && done.error().cause != Cause::not_an_archive)) return done;
    if (troubles_.empty() || troubles_.back().what != done.error().what) report(issue, done.error().what);
    return {};
  }

  // The first column of every row that `sql` gives.
  Result<std::vector<std::string>> list(std::string_view sql) {
    FB_TRY(auto q, db_.prepare(sql));
    std::vector<std::string> rows;
    for (;;) {
      FB_TRY(const bool more, q.row());
      if (!more) return rows;
      rows.emplace_back(q.text(0));
    }
  }

  Result<void> pages() {
    FB_TRY(const auto rows, list("PRAGMA integrity_check"));
    for (const std::string& row : rows)
      if (row != "ok") report("", "SQLite finds damage: " + row);
    FB_TRY(const auto orphans, list("PRAGMA foreign_key_check"));
    for (const std::string& table : orphans) report("", fmt::format("a row of the table {} belongs to nothing", table));
    return {};
  }

  Result<void> tables() {
    FB_TRY(const auto wrong, schema_trouble(db_, todays_format()));
    for (const std::string& what : wrong) report("", what);
    return {};
  }

  Result<void> keys() {
    FB_TRY(const auto wrong,
           list("SELECT key FROM issues GROUP BY key HAVING sum(current) <> 1 OR max(version * current) <> max(version)"));
    for (const std::string& key : wrong) report(key, "its latest version is not the one current version");
    FB_TRY(const auto stray, list("SELECT i.key FROM issues i JOIN articles a USING (issue) WHERE i.current = 0 GROUP BY i.key"));
    for (const std::string& key : stray) report(key, "an earlier version has articles in the listing");
    return {};
  }

  Result<void> documents() {
    FB_TRY(const auto all, db_.integer("SELECT count(*) FROM issues"));
    std::vector<std::int64_t> ids;
    {
      FB_TRY(auto q, db_.prepare("SELECT document FROM documents ORDER BY document"));
      for (;;) {
        const auto more = q.row();
        if (!more && more.error().cause != Cause::damaged) return std::unexpected(more.error());
        if (!more) report("", "the list of documents is damaged");
        if (!more || !*more) break;
        ids.push_back(q.integer(0));
      }
    }
    const bool own = !db_.in_transaction();  // verify() may be called by the writer
    for (const std::int64_t id : ids) {
      if (own) FB_CHECK(db_.run("BEGIN"));
      const auto done = guarded("", [&] { return document(id); });
      if (own) FB_CHECK(db_.run("COMMIT"));
      FB_CHECK(done);
      if (progress_) progress_(std::min(done_, static_cast<std::size_t>(all)), static_cast<std::size_t>(all));
    }
    return {};
  }

  Result<void> document(std::int64_t id) {
    FB_TRY(auto of, db_.prepare("SELECT issue, key FROM issues WHERE document = ? ORDER BY key, version"));
    of.bind(id);
    std::vector<std::pair<std::int64_t, std::string>> issues;
    for (;;) {
      FB_TRY(const bool more, of.row());
      if (!more) break;
      issues.emplace_back(of.integer(0), of.text(1));
    }
    done_ += issues.size();
    FB_TRY(auto q, db_.prepare("SELECT text, text_hash, layout, layout_hash, media_type, encoding, bytes, pages, info_hash FROM documents "
                               "WHERE document = ?"));
    FB_TRY(const bool there, q.bind(id).row());
    if (!there) return {};  // removed since the list was made
    if (issues.empty()) report("", fmt::format("document {} belongs to no issue", id));
    const std::string key = issues.empty() ? "" : issues.front().second;
    auto text = unpack(db_, q.blob(0), q.text(1), "the kept text");
    if (!text) report(key, text.error().what);
    if (auto layout = unpack(db_, q.blob(2), q.text(3), "the kept layout"); !layout) report(key, layout.error().what);
    const DocumentInfo info{"", std::string(q.text(4)), std::string(q.text(5)), q.number<std::uint64_t>(6), "", q.number<std::uint32_t>(7)};
    if (info_hash(info) != q.integer(8)) report(key, "what is said of its input has changed");
    for (const auto& [row, name] : issues) FB_CHECK(guarded(name, [&] { return issue(row, name, text ? &*text : nullptr); }));
    return {};
  }

  Result<void> issue(std::int64_t row, const std::string& key, const std::string* text) {
    FB_TRY(
        auto q,
        db_.prepare("SELECT structure, structure_hash, current, version, file, profile, name, year, number, total, date, publisher, lines, "
                    "unclaimed_lines, articles FROM issues WHERE issue = ?"));
    FB_TRY(const bool there, q.bind(row).row());
    if (!there) return {};
    const std::string version = fmt::format("version {}: ", q.integer(3));
    FB_TRY(const std::string json, unpack(db_, q.blob(0), q.text(1), "its structure"));
    FB_TRY(const Issue issue, issue_from_json(json));
    const Masthead printed{maybe<std::string>(q, 6), maybe<int>(q, 7),          maybe<int>(q, 8),
                           maybe<int>(q, 9),         maybe<std::string>(q, 10), maybe<std::string>(q, 11)};
    if (issue.key != key || issue.file != q.text(4) || issue.profile != q.text(5) || issue.masthead != printed ||
        issue.lines != q.integer(12) || issue.unclaimed_lines != q.integer(13) || std::ssize(issue.articles) != q.integer(14))
      report(key, version + "its row differs from its structure");
    if (auto wrong = zone_trouble(issue)) report(key, version + *wrong);
    if (text == nullptr) return {};  // reported with the document
    if (auto wrong = span_trouble(issue, *text)) {
      report(key, version + *wrong);
      return {};
    }
    if (q.integer(2) == 0) return {};
    FB_CHECK(articles(row, issue, *text));
    return records(row, issue, *text);
  }

  // The records of a current issue: as many as were put, unchanged, each within its article.
  Result<void> records(std::int64_t row, const Issue& issue, std::string_view text) {
    FB_TRY(auto q, db_.prepare("SELECT observations, policies, records_hash FROM issue_records WHERE issue = ?"));
    FB_TRY(const bool made, q.bind(row).row());
    IssueRecords found;
    FB_TRY(found.observations, observation_rows(db_, row));
    FB_TRY(found.policies, policy_rows(db_, row));
    if (!made) {
      if (found != IssueRecords()) report(issue.key, "it has records, but nothing says that they were made");
      return {};
    }
    if (std::ssize(found.observations) != q.integer(0) || std::ssize(found.policies) != q.integer(1))
      report(issue.key, fmt::format("{} observations and {} policies were put, {} and {} are there", q.integer(0), q.integer(1),
                                    found.observations.size(), found.policies.size()));
    else if (records_hash(found) != q.text(2)) report(issue.key, "its records have changed");
    else if (auto wrong = record_trouble(found, issue, text)) report(issue.key, *wrong);
    return {};
  }

  Result<void> articles(std::int64_t row, const Issue& issue, std::string_view text) {
    FB_TRY(auto q,
           db_.prepare("SELECT article, n, id, section, title, date, selected_by, compiled, paragraphs, line_start, line_end, span_begin, "
                       "span_end, text_hash FROM articles WHERE issue = ? ORDER BY n"));
    q.bind(row);
    std::vector<const Article*> wanted;
    for (const Article& a : issue.articles) wanted.push_back(&a);
    std::ranges::sort(wanted, {}, [](const Article* a) { return a->n; });
    for (std::size_t at = 0;; ++at) {
      FB_TRY(const bool more, q.row());
      if (more != (at < wanted.size())) report(issue.key, "the listing has not the articles of the structure");
      if (!more || at == wanted.size()) return {};
      ArticleRecord found{q.number<std::uint32_t>(1),
                          std::string(q.text(2)),
                          std::string(q.text(3)),
                          std::string(q.text(4)),
                          maybe<std::string>(q, 5),
                          maybe<std::string>(q, 6),
                          q.integer(7) != 0,
                          q.number<std::uint32_t>(8),
                          q.number<std::uint32_t>(9),
                          q.number<std::uint32_t>(10),
                          Span{q.number<std::uint32_t>(11), q.number<std::uint32_t>(12)},
                          q.integer(13),
                          {}};
      FB_TRY(auto sources, db_.prepare("SELECT name FROM article_sources WHERE article = ? ORDER BY position"));
      sources.bind(q.integer(0));
      for (;;) {
        FB_TRY(const bool another, sources.row());
        if (!another) break;
        found.sources.emplace_back(sources.text(0));
      }
      const ArticleRecord right = record_of(*wanted[at], text);
      if (found == right) continue;
      const bool words = found.span == right.span && found.text_hash != right.text_hash;
      report(issue.key,
             fmt::format("article {}: {}", right.n, words ? "its printed words have changed" : "its row differs from the structure"));
    }
  }

  Result<void> corrections() {
    FB_TRY(const auto numbers, list("SELECT correction FROM corrections ORDER BY correction"));
    for (const std::string& number : numbers) {
      const auto done = guarded("", [&]() -> Result<void> {
        FB_TRY(auto q, db_.prepare(fmt::format("SELECT {} FROM corrections WHERE correction = CAST(? AS INTEGER)", kCorrectionColumns)));
        FB_TRY(const bool there, q.bind(number).row());
        if (there && correction_hash(correction_row(q)) != q.integer(kCorrectionHash))
          report("", fmt::format("correction {} has changed", number));
        return {};
      });
      FB_CHECK(done);
    }
    return {};
  }

  Connection& db_;
  const std::function<void(std::size_t, std::size_t)>& progress_;
  std::vector<Trouble> troubles_;
  std::size_t done_ = 0;
};

}  // namespace

Result<std::vector<ArchiveFile::Trouble>> ArchiveFile::verify(const std::function<void(std::size_t, std::size_t)>& progress) {
  return Check(*state_->db, progress).run();
}

}  // namespace fengbiao
