#include "store/record_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "base/json.h"
#include "store/record.h"

namespace fengbiao {

namespace {

std::optional<std::string> list_json(const std::vector<std::string>& list) {
  if (list.empty()) return std::nullopt;
  JsonWriter w;
  w.value(list);
  return w.take();
}

Result<std::vector<std::string>> list_from_json(const Connection& db, std::string_view json) {
  if (json.empty()) return std::vector<std::string>();
  const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  std::vector<std::string> out;
  bool whole = parsed.is_array();
  for (std::size_t i = 0; whole && i < parsed.size(); ++i) {
    whole = parsed[i].is_string();
    if (whole) out.push_back(parsed[i].get<std::string>());
  }
  if (whole) return out;
  return fail(Cause::damaged, {db.path().string()}, "the archive is damaged: the doubts of a record are no list",
              "`fengbiao reread` makes the records anew");
}

template <class T>
Result<T> word(const Connection& db, std::optional<T> found, std::string_view text) {
  if (found) return *found;
  return fail(Cause::damaged, {db.path().string()},
              fmt::format("the archive is damaged: a record says `{}`, which is none of its words", text),
              "`fengbiao reread` makes the records anew");
}

// The fields that both kinds begin with, in the order of their columns.
template <class Record>
void read_head(const Statement& q, int& at, Record& r) {
  r.id = q.text(at++);
  for (std::uint32_t* number : {&r.article, &r.span.begin, &r.span.end, &r.quote_span.begin, &r.quote_span.end, &r.line_start, &r.line_end})
    *number = q.number<std::uint32_t>(at++);
}

template <class Record>
void write_head(JsonWriter& w, const Record& r) {
  w.value(r.id);
  for (const std::uint32_t number : {r.article, r.span.begin, r.span.end, r.quote_span.begin, r.quote_span.end, r.line_start, r.line_end})
    w.value(number);
}

void write(JsonWriter& w, const Observation& o) {
  w.open('[');
  write_head(w, o);
  w.value(o.value + 0.0);  // no negative nought: SQLite keeps none
  w.value(o.value_max ? std::optional<double>(*o.value_max + 0.0) : std::nullopt);
  w.value(std::string_view(&o.approx, 1));
  w.value(o.step + 0.0);
  w.value(name_of(o.measure));
  w.value(name_of(o.status));
  for (const std::string* text : {&o.unit, &o.digits, &o.basis, &o.indicator, &o.indicator_code, &o.area, &o.area_code, &o.entity,
                                  &o.entity_id, &o.period, &o.reporter, &o.reporter_id, &o.part_of, &o.share_of})
    w.value(*text);
  w.value(o.sure);
  w.value(o.doubts);
  w.close(']');
}

void write(JsonWriter& w, const Policy& p) {
  w.open('[');
  write_head(w, p);
  for (const std::string* text : {&p.name, &p.short_name, &p.number, &p.issued, &p.effective, &p.until, &p.comments_until}) w.value(*text);
  w.value(name_of(p.kind));
  w.value(name_of(p.status));
  w.open('[');
  for (const PolicyIssuer& issuer : p.issuers) w.value(std::vector<std::string>{issuer.name, issuer.id});
  w.close(']');
  w.open('[');
  for (const PolicyChange& change : p.changes) w.value(std::vector<std::string>{std::string(name_of(change.what)), change.name});
  w.close(']');
  w.value(p.sure);
  w.value(p.doubts);
  w.close(']');
}

// The article rows of an issue by n.
Result<std::map<std::uint32_t, std::int64_t>> article_rows(Connection& db, std::int64_t issue_row) {
  FB_TRY(auto q, db.prepare("SELECT n, article FROM articles WHERE issue = ?"));
  q.bind(issue_row);
  std::map<std::uint32_t, std::int64_t> rows;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return rows;
    rows.emplace(q.number<std::uint32_t>(0), q.integer(1));
  }
}

}  // namespace

std::string records_hash(const IssueRecords& records) {
  JsonWriter w;
  w.open('[');
  for (const Observation& o : records.observations) write(w, o);
  w.close(']');
  w.open('[');
  for (const Policy& p : records.policies) write(w, p);
  w.close(']');
  return hash128_hex(w.text());
}

Result<void> put_records(Connection& db, std::int64_t issue_row, const IssueRecords& records, std::string_view hash) {
  FB_TRY(const auto articles, article_rows(db, issue_row));
  {
    FB_TRY(auto insert, db.prepare("INSERT INTO issue_records (issue, observations, policies, records_hash) VALUES (?, ?, ?, ?)"));
    FB_CHECK(insert.bind(issue_row, records.observations.size(), records.policies.size(), hash).run());
  }
  if (!records.observations.empty()) {
    FB_TRY(auto insert,
           db.prepare("INSERT INTO observations (article, id, span_begin, span_end, quote_begin, quote_end, line_start, line_end, value, "
                      "value_max, unit, approx, digits, step, measure, basis, indicator, indicator_code, area, area_code, entity, "
                      "entity_id, period, status, reporter, reporter_id, part_of, share_of, sure, doubts) VALUES "
                      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const Observation& o : records.observations)
      FB_CHECK(insert.rewind()
                   .bind(articles.at(o.article), o.id, o.span.begin, o.span.end, o.quote_span.begin, o.quote_span.end, o.line_start,
                         o.line_end, o.value, o.value_max, known(o.unit), std::string_view(&o.approx, 1), known(o.digits), o.step,
                         name_of(o.measure), known(o.basis), known(o.indicator), known(o.indicator_code), known(o.area), known(o.area_code),
                         known(o.entity), known(o.entity_id), known(o.period), name_of(o.status), known(o.reporter), known(o.reporter_id),
                         known(o.part_of), known(o.share_of), o.sure, list_json(o.doubts))
                   .run());
  }
  for (const Policy& p : records.policies) {
    FB_TRY(auto insert,
           db.prepare("INSERT INTO policies (article, id, span_begin, span_end, quote_begin, quote_end, line_start, line_end, name, "
                      "short_name, kind, number, issued, effective, until, comments_until, status, sure, doubts) VALUES "
                      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    FB_CHECK(insert
                 .bind(articles.at(p.article), p.id, p.span.begin, p.span.end, p.quote_span.begin, p.quote_span.end, p.line_start,
                       p.line_end, p.name, known(p.short_name), name_of(p.kind), known(p.number), known(p.issued), known(p.effective),
                       known(p.until), known(p.comments_until), name_of(p.status), p.sure, list_json(p.doubts))
                 .run());
    const std::int64_t row = sqlite3_last_insert_rowid(db.handle());
    for (std::size_t i = 0; i < p.issuers.size(); ++i) {
      FB_TRY(auto issuer, db.prepare("INSERT INTO policy_issuers (policy, position, name, entity_id) VALUES (?, ?, ?, ?)"));
      FB_CHECK(issuer.bind(row, i, p.issuers[i].name, known(p.issuers[i].id)).run());
    }
    for (std::size_t i = 0; i < p.changes.size(); ++i) {
      FB_TRY(auto change, db.prepare("INSERT INTO policy_changes (policy, position, what, name) VALUES (?, ?, ?, ?)"));
      FB_CHECK(change.bind(row, i, name_of(p.changes[i].what), p.changes[i].name).run());
    }
  }
  return {};
}

Result<void> drop_records(Connection& db, std::int64_t issue_row) {
  for (const char* sql : {"DELETE FROM observations WHERE article IN (SELECT article FROM articles WHERE issue = ?)",
                          "DELETE FROM policies WHERE article IN (SELECT article FROM articles WHERE issue = ?)",
                          "DELETE FROM issue_records WHERE issue = ?"}) {
    FB_TRY(auto q, db.prepare(sql));
    FB_CHECK(q.bind(issue_row).run());
  }
  return {};
}

Result<std::optional<std::string>> kept_records_hash(Connection& db, std::int64_t issue_row) {
  FB_TRY(auto q, db.prepare("SELECT records_hash FROM issue_records WHERE issue = ?"));
  FB_TRY(const bool any, q.bind(issue_row).row());
  if (!any) return std::nullopt;
  return std::string(q.text(0));
}

Result<std::vector<Observation>> observation_rows(Connection& db, std::int64_t issue_row, const ObservationColumns& columns) {
  std::string where;
  std::vector<std::string> texts;
  const auto add = [&](std::string_view column, std::string_view value) {
    where += fmt::format(" AND o.{} = ?", column);
    texts.emplace_back(value);
  };
  if (columns.measure) add("measure", name_of(*columns.measure));
  if (columns.status) add("status", name_of(*columns.status));
  if (columns.indicator_code) add("indicator_code", *columns.indicator_code);
  if (columns.sure) where += " AND o.sure = 1";
  // A corrected record is always given: its columns hold what was read.
  if (!where.empty())
    where = fmt::format(" AND ((1{}) OR EXISTS (SELECT 1 FROM corrections c WHERE c.record = o.id AND c.undone_at IS NULL))", where);
  FB_TRY(auto q,
         db.prepare("SELECT o.id, a.n, o.span_begin, o.span_end, o.quote_begin, o.quote_end, o.line_start, o.line_end, o.value, "
                    "o.value_max, o.step, o.approx, o.measure, o.status, o.unit, o.digits, o.basis, o.indicator, o.indicator_code, "
                    "o.area, o.area_code, o.entity, o.entity_id, o.period, o.reporter, o.reporter_id, o.part_of, o.share_of, o.sure, "
                    "o.doubts FROM articles a JOIN observations o USING (article) WHERE a.issue = ?" +
                    where + " ORDER BY a.n, o.observation"));
  q.bind(issue_row);
  for (std::size_t i = 0; i < texts.size(); ++i) q.bind_at(static_cast<int>(i) + 2, texts[i]);
  std::vector<Observation> rows;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return rows;
    Observation& o = rows.emplace_back();
    int at = 0;
    read_head(q, at, o);
    o.value = q.real(at++);
    if (!q.null(at)) o.value_max = q.real(at);
    o.step = q.real(++at);
    const std::string_view approx = q.text(++at);
    o.approx = approx.size() == 1 ? approx[0] : '?';
    const std::string_view measure = q.text(++at), status = q.text(++at);
    FB_TRY(o.measure, word(db, measure_named(measure), measure));
    FB_TRY(o.status, word(db, status_named(status), status));
    for (std::string* text : {&o.unit, &o.digits, &o.basis, &o.indicator, &o.indicator_code, &o.area, &o.area_code, &o.entity, &o.entity_id,
                              &o.period, &o.reporter, &o.reporter_id, &o.part_of, &o.share_of})
      *text = q.text(++at);
    o.sure = q.integer(++at) != 0;
    FB_TRY(o.doubts, list_from_json(db, q.text(++at)));
  }
}

Result<std::vector<Policy>> policy_rows(Connection& db, std::int64_t issue_row) {
  FB_TRY(auto q, db.prepare("SELECT p.id, a.n, p.span_begin, p.span_end, p.quote_begin, p.quote_end, p.line_start, p.line_end, p.name, "
                            "p.short_name, p.number, p.issued, p.effective, p.until, p.comments_until, p.kind, p.status, p.sure, p.doubts, "
                            "p.policy FROM articles a JOIN policies p USING (article) WHERE a.issue = ? ORDER BY a.n, p.policy"));
  q.bind(issue_row);
  FB_TRY(auto issuers, db.prepare("SELECT name, entity_id FROM policy_issuers WHERE policy = ? ORDER BY position"));
  FB_TRY(auto changes, db.prepare("SELECT what, name FROM policy_changes WHERE policy = ? ORDER BY position"));
  std::vector<Policy> rows;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return rows;
    Policy& p = rows.emplace_back();
    int at = 0;
    read_head(q, at, p);
    for (std::string* text : {&p.name, &p.short_name, &p.number, &p.issued, &p.effective, &p.until, &p.comments_until})
      *text = q.text(at++);
    const std::string_view kind = q.text(at++), status = q.text(at++);
    FB_TRY(p.kind, word(db, policy_kind_named(kind), kind));
    FB_TRY(p.status, word(db, policy_status_named(status), status));
    p.sure = q.integer(at++) != 0;
    FB_TRY(p.doubts, list_from_json(db, q.text(at++)));
    const std::int64_t row = q.integer(at);
    issuers.rewind().bind(row);
    for (;;) {
      FB_TRY(const bool another, issuers.row());
      if (!another) break;
      p.issuers.push_back({std::string(issuers.text(0)), std::string(issuers.text(1))});
    }
    changes.rewind().bind(row);
    for (;;) {
      FB_TRY(const bool another, changes.row());
      if (!another) break;
      const std::string_view what = changes.text(0);
      PolicyChange& change = p.changes.emplace_back();
      FB_TRY(change.what, word(db, policy_change_named(what), what));
      change.name = changes.text(1);
    }
  }
}

std::optional<std::string> record_trouble(const IssueRecords& records, const Issue& issue, std::string_view text) {
  std::map<std::uint32_t, Span> articles;
  for (const Article& article : issue.articles) articles.emplace(article.n, article.span());
  std::set<std::string_view> ids;
  std::uint32_t before = 0;
  const auto check = [&](const auto& record) -> std::optional<std::string> {
    const auto article = articles.find(record.article);
    if (article == articles.end()) return fmt::format("record {} belongs to article {}, which is not there", record.id, record.article);
    if (record.id.empty() || !ids.insert(record.id).second) return fmt::format("two records have the id {}", record.id);
    if (record.article < before) return fmt::format("record {} is out of order", record.id);
    before = record.article;
    for (const Span span : {record.span, record.quote_span})
      if (!span_is_sound(span, text) || span.begin < article->second.begin || span.end > article->second.end)
        return fmt::format("record {} has the span {}-{}, which does not fit its article", record.id, span.begin, span.end);
    return std::nullopt;
  };
  for (const Observation& o : records.observations) {
    if (auto wrong = check(o)) return wrong;
    if (!std::isfinite(o.value) || !std::isfinite(o.step) || !std::isfinite(o.value_max.value_or(0)))
      return fmt::format("record {} has a value that is no number", o.id);
  }
  before = 0;
  for (const Policy& p : records.policies)
    if (auto wrong = check(p)) return wrong;
  return std::nullopt;
}

Correction correction_row(const Statement& q) {
  Correction c;
  c.number = q.integer(0);
  c.record = q.text(1);
  c.field = q.text(2);
  if (!q.null(3)) c.value = q.text(3);
  int at = 4;
  for (std::string* text : {&c.read, &c.why, &c.by, &c.at, &c.undone_by, &c.undone_at, &c.undone_why}) *text = q.text(at++);
  return c;
}

std::int64_t correction_hash(const Correction& c) {
  JsonWriter w;
  w.open('[');
  w.value(c.number);
  w.value(c.value);
  for (const std::string* text : {&c.record, &c.field, &c.read, &c.why, &c.by, &c.at, &c.undone_by, &c.undone_at, &c.undone_why})
    w.value(*text);
  w.close(']');
  return std::bit_cast<std::int64_t>(hash64(w.text()));
}

}  // namespace fengbiao
