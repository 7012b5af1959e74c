// Putting issues in and taking them out. An issue's versions share one document as long as bytes and reading of it are
// the same; only the current version has article rows and records. Nothing here is durable before commit().
// Tested by archive_file_test.cc.
#include <fmt/format.h>

#include "base/compress.h"
#include "base/hash.h"
#include "model/issue_json.h"
#include "store/archive_state.h"
#include "store/record.h"
#include "store/record_rows.h"

namespace fengbiao {

namespace {

// The current version of a key, as far as put() compares with it.
struct Current {
  std::int64_t issue = 0, document = 0;
  int last_version = 0;
  std::string file, hash, structure_hash;
};

Result<std::optional<Current>> current_of(Connection& db, std::string_view key) {
  FB_TRY(auto q,
         db.prepare("SELECT i.issue, i.document, i.file, d.hash, i.structure_hash, (SELECT max(version) FROM issues WHERE key = i.key) "
                    "FROM issues i JOIN documents d USING (document) WHERE i.key = ? AND i.current = 1"));
  FB_TRY(const bool any, q.bind(key).row());
  if (!any) return std::nullopt;
  return Current{q.integer(0), q.integer(1), q.number<int>(5), std::string(q.text(2)), std::string(q.text(3)), std::string(q.text(4))};
}

// The row of these bytes read this way, made when missing.
Result<std::int64_t> document_row(Connection& db, const DocumentInfo& document, std::string_view text, std::string_view layout) {
  const std::string text_hash = hash128_hex(text), layout_hash = hash128_hex(layout);
  FB_TRY(auto find, db.prepare("SELECT document FROM documents WHERE hash = ? AND text_hash = ? AND layout_hash = ?"));
  FB_TRY(const bool known, find.bind(document.hash, text_hash, layout_hash).row());
  if (known) return find.integer(0);
  const std::string packed_text = compress(text), packed_layout = compress(layout);
  FB_TRY(auto insert, db.prepare("INSERT INTO documents (hash, media_type, encoding, bytes, pages, info_hash, text_hash, layout_hash, "
                                 "text, layout) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  FB_CHECK(insert
               .bind(document.hash, document.media_type, document.encoding, document.bytes, document.pages, info_hash(document), text_hash,
                     layout_hash, Blob{packed_text}, Blob{packed_layout})
               .run());
  return sqlite3_last_insert_rowid(db.handle());
}

Result<void> article_clash(Connection& db, const Error& error, const Article& article, std::string_view key) {
  FB_TRY(auto q, db.prepare("SELECT i.key FROM articles a JOIN issues i USING (issue) WHERE a.id = ?"));
  FB_TRY(const bool any, q.bind(article.id).row());
  if (!any) return std::unexpected(error);
  const std::string owner(q.text(0));
  return fail(Cause::conflict, {db.path().string()},
              owner == key ? fmt::format("two articles of issue {} have the id {}", key, article.id)
                           : fmt::format("article {} of issue {} has the id {}, which an article of issue {} has already", article.n, key,
                                         article.id, owner));
}

Result<void> insert_articles(Connection& db, std::int64_t issue_row, const Issue& issue, std::string_view text) {
  for (const Article& article : issue.articles) {
    const ArticleRecord r = record_of(article, text);
    FB_TRY(auto insert,
           db.prepare("INSERT INTO articles (issue, n, id, section, title, date, selected_by, compiled, paragraphs, line_start, "
                      "line_end, span_begin, span_end, text_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto done = insert
                          .bind(issue_row, r.n, r.id, r.section, r.title, r.date, r.selected_by, r.compiled, r.paragraphs, r.line_start,
                                r.line_end, r.span.begin, r.span.end, r.text_hash)
                          .run();
    if (!done && done.error().cause == Cause::conflict) return article_clash(db, done.error(), article, issue.key);
    FB_CHECK(done);
    const std::int64_t row = sqlite3_last_insert_rowid(db.handle());
    for (std::size_t i = 0; i < r.sources.size(); ++i) {
      FB_TRY(auto source, db.prepare("INSERT INTO article_sources (article, position, name) VALUES (?, ?, ?)"));
      FB_CHECK(source.bind(row, i, r.sources[i]).run());
    }
  }
  return {};
}

Result<void> retire(Connection& db, std::int64_t issue_row) {
  FB_CHECK(drop_records(db, issue_row));
  FB_TRY(auto articles, db.prepare("DELETE FROM articles WHERE issue = ?"));
  FB_CHECK(articles.bind(issue_row).run());
  FB_TRY(auto flag, db.prepare("UPDATE issues SET current = 0 WHERE issue = ?"));
  return flag.bind(issue_row).run();
}

Result<PutOutcome> put_away(Connection& db, const DocumentInfo& document, std::string_view text, std::string_view layout,
                            const Issue& issue, const IssueRecords& records) {
  FB_TRY(const auto current, current_of(db, issue.key));
  const bool same_bytes = current && current->hash == document.hash;
  // The same bytes keep the name they first came under, so that a renamed copy is no change.
  const bool renamed = same_bytes && current->file != issue.file;
  std::string structure;
  if (renamed) {
    Issue named = issue;
    named.file = current->file;
    structure = to_json(named);
  } else {
    structure = to_json(issue);
  }
  const std::string structure_hash = hash128_hex(structure);
  FB_TRY(const std::int64_t document_id, document_row(db, document, text, layout));
  const std::string hash = records_hash(records);
  if (current && current->document == document_id && current->structure_hash == structure_hash) {
    FB_TRY(const auto kept, kept_records_hash(db, current->issue));
    if (kept == hash) return PutOutcome::unchanged;
    FB_CHECK(drop_records(db, current->issue));
    FB_CHECK(put_records(db, current->issue, records, hash));
    return PutOutcome::reread;
  }
  if (current) FB_CHECK(retire(db, current->issue));

  const std::string packed = compress(structure);
  const Masthead& m = issue.masthead;
  FB_TRY(auto insert,
         db.prepare("INSERT INTO issues (key, version, current, document, file, profile, name, year, number, total, date, publisher, "
                    "lines, unclaimed_lines, articles, structure_hash, structure) "
                    "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  FB_CHECK(insert
               .bind(issue.key, current ? current->last_version + 1 : 1, document_id, renamed ? current->file : issue.file, issue.profile,
                     m.name, m.year, m.number, m.total, m.date, m.publisher, issue.lines, issue.unclaimed_lines, issue.articles.size(),
                     structure_hash, Blob{packed})
               .run());
  const std::int64_t row = sqlite3_last_insert_rowid(db.handle());
  FB_CHECK(insert_articles(db, row, issue, text));
  FB_CHECK(put_records(db, row, records, hash));
  return !current ? PutOutcome::added : same_bytes ? PutOutcome::reread : PutOutcome::replaced;
}

}  // namespace

Result<PutOutcome> ArchiveFile::put(const DocumentInfo& document, std::string_view text, std::string_view layout, const Issue& issue,
                                    const IssueRecords& records) {
  if (issue.key.empty()) return fail(Cause::invalid_argument, {issue.file}, "an issue needs a key");
  if (text.size() > kTextLimit || layout.size() > kTextLimit)
    return fail(Cause::too_large, {issue.file}, fmt::format("its text is larger than the archive's limit of {} MB", kTextLimit >> 20),
                "split it");
  if (auto wrong = span_trouble(issue, text)) return fail(Cause::invalid_argument, {issue.file}, *wrong);
  if (auto wrong = record_trouble(records, issue, text)) return fail(Cause::invalid_argument, {issue.file}, *wrong);
  FB_CHECK(begin());
  return state_->step([&] { return put_away(*state_->db, document, text, layout, issue, records); });
}

Result<std::optional<ArchiveFile::Known>> ArchiveFile::find_document(std::string_view hash) {
  FB_TRY(auto q, state_->db->prepare("SELECT i.key, i.structure_hash, i.current FROM documents d JOIN issues i USING (document) "
                                     "WHERE d.hash = ? ORDER BY i.current DESC, i.key, i.version DESC LIMIT 1"));
  FB_TRY(const bool any, q.bind(hash).row());
  if (!any) return std::nullopt;
  return Known{std::string(q.text(0)), std::string(q.text(1)), q.integer(2) != 0};
}

Result<void> ArchiveFile::remove(std::string_view key) {
  FB_CHECK(begin());
  return state_->step([&]() -> Result<void> {
    Connection& db = *state_->db;
    FB_TRY(auto issues, db.prepare("DELETE FROM issues WHERE key = ?"));
    FB_CHECK(issues.bind(key).run());
    if (sqlite3_changes(db.handle()) == 0)
      return fail(Cause::not_found, {db.path().string()}, fmt::format("there is no issue {} in the archive", key),
                  "see which there are with: issues");
    FB_TRY(auto unused, db.prepare("DELETE FROM documents WHERE document NOT IN (SELECT document FROM issues)"));
    return unused.run();
  });
}

}  // namespace fengbiao
