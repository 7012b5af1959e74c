// Reading the archive: listings from columns alone, issues and texts from their kept blocks, whose hashes are compared
// each time, so that damaged text is never handed out as printed. Tested by archive_file_test.cc.
#include <fmt/format.h>

#include <algorithm>

#include "model/issue_json.h"
#include "store/archive_state.h"
#include "store/record_rows.h"

namespace fengbiao {

namespace {

// The rows of one version of a key; version 0 is the current one. With `columns` of issues i and documents d.
Result<Statement> version_row(Connection& db, std::string_view columns, std::string_view key, int version) {
  FB_TRY(auto q, db.prepare(fmt::format("SELECT {} FROM issues i JOIN documents d USING (document) WHERE i.key = ? AND {}", columns,
                                        version == 0 ? "i.current = 1" : "i.version = ?")));
  q.bind(key);
  if (version != 0) q.bind_at(2, version);
  FB_TRY(const bool any, q.row());
  if (any) return q;
  return fail(Cause::not_found, {db.path().string()},
              version == 0 ? fmt::format("there is no issue {} in the archive", key)
                           : fmt::format("there is no version {} of issue {} in the archive", version, key),
              version == 0 ? "see which there are with: issues" : "see which there are with: issues --history");
}

Result<std::string> kept_block(Connection& db, std::string_view block, std::string_view key, int version) {
  FB_TRY(auto q, version_row(db, fmt::format("d.{0}, d.{0}_hash", block), key, version));
  return unpack(db, q.blob(0), q.text(1), fmt::format("the {} of issue {}", block, key));
}

// SQL and parameters of a filter.
struct Conditions {
  std::string sql;
  std::vector<std::string> texts;

  void add(std::string_view condition, const std::optional<std::string>& value) {
    if (!value) return;
    sql += fmt::format(" AND {}", condition);
    texts.push_back(*value);
  }
};

}  // namespace

Result<std::vector<IssueRow>> ArchiveFile::issues(bool with_history) {
  FB_TRY(auto q,
         state_->db->prepare(fmt::format("SELECT i.key, i.file, i.profile, i.name, i.publisher, i.date, d.hash, d.media_type, i.version, "
                                         "(SELECT count(*) FROM issues v WHERE v.key = i.key), i.year, i.number, i.total, i.articles, "
                                         "i.lines, i.unclaimed_lines, d.pages, i.current "
                                         "FROM issues i JOIN documents d USING (document) {} ORDER BY i.key, i.version",
                                         with_history ? "" : "WHERE i.current = 1")));
  std::vector<IssueRow> rows;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return rows;
    IssueRow& r = rows.emplace_back();
    int at = 0;
    for (std::string* text : {&r.key, &r.file, &r.profile, &r.name, &r.publisher, &r.date, &r.document_hash, &r.media_type})
      *text = q.text(at++);
    for (int* number : {&r.version, &r.versions, &r.year, &r.number, &r.total}) *number = q.number<int>(at++);
    for (std::uint32_t* count : {&r.articles, &r.lines, &r.unclaimed_lines, &r.pages}) *count = q.number<std::uint32_t>(at++);
    r.current = q.integer(at) != 0;
  }
}

Result<std::vector<ArchiveFile::IssueState>> ArchiveFile::issue_states() {
  FB_TRY(auto q, state_->db->prepare(
                     "SELECT i.key, i.version, i.file, i.structure_hash, d.hash, d.text_hash, coalesce(r.records_hash, '') FROM issues i "
                     "JOIN documents d USING (document) LEFT JOIN issue_records r USING (issue) WHERE i.current = 1 ORDER BY i.key"));
  std::vector<IssueState> out;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) break;
    out.push_back({std::string(q.text(0)), fmt::format("{}\t{}", q.integer(1), q.text(2))});
    for (const int hash : {3, 4, 5, 6}) out.back().state += fmt::format("\t{}", q.text(hash));
  }
  FB_TRY(const auto corrections, this->corrections());
  for (const Correction& c : corrections) {
    FB_TRY(const auto place, find_record(c.record));
    if (!place) continue;
    const auto at = std::ranges::lower_bound(out, place->issue, {}, &IssueState::key);
    if (at == out.end() || at->key != place->issue) continue;
    at->state += fmt::format("\n{}\t{}\t{}\t{}", c.number, c.record, c.field, c.value ? "=" + *c.value : "");
  }
  return out;
}

Result<std::vector<ArticleRow>> ArchiveFile::articles(const ArticleFilter& filter) {
  Conditions where;
  where.add("i.key = ?", filter.issue);
  where.add("a.section = ?", filter.section);
  where.add("EXISTS (SELECT 1 FROM article_sources s WHERE s.article = a.article AND s.name = ?)", filter.source);
  where.add("instr(lower(a.title), lower(?)) > 0", filter.title_contains);
  where.add("a.selected_by = ?", filter.selected_by);
  where.add("a.date >= ?", filter.from);
  where.add("a.date <= ?", filter.to);
  if (filter.compiled) where.sql += *filter.compiled ? " AND a.compiled = 1" : " AND a.compiled = 0";
  where.sql += " ORDER BY i.key, a.n";
  if (filter.limit > 0) where.sql += fmt::format(" LIMIT {}", filter.limit);
  FB_TRY(auto q, state_->db->prepare("SELECT a.article, a.id, i.key, i.file, a.section, a.title, a.selected_by, a.date, a.compiled, a.n, "
                                     "a.line_start, a.line_end, a.paragraphs "
                                     "FROM articles a JOIN issues i USING (issue) WHERE 1" +
                                     where.sql));
  for (std::size_t i = 0; i < where.texts.size(); ++i) q.bind_at(static_cast<int>(i) + 1, where.texts[i]);
  FB_TRY(auto sources, state_->db->prepare("SELECT name FROM article_sources WHERE article = ? ORDER BY position"));
  std::vector<ArticleRow> rows;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return rows;
    ArticleRow& r = rows.emplace_back();
    int at = 1;
    for (std::string* text : {&r.id, &r.issue, &r.file, &r.section, &r.title, &r.selected_by, &r.date}) *text = q.text(at++);
    r.compiled = q.integer(at++) != 0;
    for (std::uint32_t* number : {&r.n, &r.line_start, &r.line_end, &r.paragraphs}) *number = q.number<std::uint32_t>(at++);
    sources.rewind().bind(q.integer(0));
    for (;;) {
      FB_TRY(const bool another, sources.row());
      if (!another) break;
      r.sources.emplace_back(sources.text(0));
    }
  }
}

Result<StoredIssue> ArchiveFile::issue(std::string_view key, int version) {
  FB_TRY(auto q,
         version_row(
             *state_->db,
             "i.issue, i.version, i.current, i.file, d.media_type, d.encoding, d.bytes, d.hash, d.pages, i.structure, i.structure_hash",
             key, version));
  StoredIssue stored;
  stored.rowid = q.integer(0);
  stored.key = key;
  stored.version = q.number<int>(1);
  stored.current = q.integer(2) != 0;
  stored.document = {std::string(q.text(3)),     std::string(q.text(4)), std::string(q.text(5)),
                     q.number<std::uint64_t>(6), std::string(q.text(7)), q.number<std::uint32_t>(8)};
  FB_TRY(const std::string structure, unpack(*state_->db, q.blob(9), q.text(10), fmt::format("the structure of issue {}", key)));
  auto issue = issue_from_json(structure);
  if (!issue) {
    issue.error().place.file = path().string();
    return std::unexpected(issue.error());
  }
  stored.issue = std::move(*issue);
  return stored;
}

Result<std::vector<Observation>> ArchiveFile::observations(std::string_view key, const ObservationColumns& columns) {
  FB_TRY(const auto issue, version_row(*state_->db, "i.issue", key, 0));
  return observation_rows(*state_->db, issue.integer(0), columns);
}

Result<std::vector<Policy>> ArchiveFile::policies(std::string_view key) {
  FB_TRY(const auto issue, version_row(*state_->db, "i.issue", key, 0));
  return policy_rows(*state_->db, issue.integer(0));
}

Result<std::vector<std::string>> ArchiveFile::issues_without_records() {
  FB_TRY(auto q,
         state_->db->prepare("SELECT key FROM issues WHERE current = 1 AND issue NOT IN (SELECT issue FROM issue_records) ORDER BY key"));
  std::vector<std::string> keys;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return keys;
    keys.emplace_back(q.text(0));
  }
}

Result<std::vector<ArchiveFile::ToldIndicator>> ArchiveFile::told_indicators() {
  FB_TRY(auto q,
         state_->db->prepare("SELECT DISTINCT o.indicator, o.indicator_code, o.area FROM observations o JOIN articles a USING (article) "
                             "JOIN issues i USING (issue) WHERE i.current = 1 ORDER BY 1, 2, 3"));
  std::vector<ToldIndicator> out;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    out.push_back({std::string(q.text(0)), std::string(q.text(1)), std::string(q.text(2))});
  }
}

Result<std::optional<ArchiveFile::RecordPlace>> ArchiveFile::find_record(std::string_view id) {
  for (const bool policy : {false, true}) {
    FB_TRY(auto q,
           state_->db->prepare(fmt::format("SELECT i.key, a.n FROM {} r JOIN articles a USING (article) JOIN issues i USING (issue) "
                                           "WHERE r.id = ?",
                                           policy ? "policies" : "observations")));
    FB_TRY(const bool any, q.bind(id).row());
    if (any) return RecordPlace{std::string(q.text(0)), q.number<std::uint32_t>(1), policy};
  }
  return std::nullopt;
}

Result<std::string> ArchiveFile::text_of(std::string_view key, int version) { return kept_block(*state_->db, "text", key, version); }
Result<std::string> ArchiveFile::layout_of(std::string_view key, int version) { return kept_block(*state_->db, "layout", key, version); }

}  // namespace fengbiao
