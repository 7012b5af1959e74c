// Reads bulletins and writes what `fengbiao export` gives for them, without an archive, so that a scorer can compare it with annotations:
//
//   read_records DIR FILE...      DIR/articles.jsonl, DIR/policies.jsonl, DIR/observations.jsonl, DIR/dropped.jsonl,
//                                 DIR/findings.jsonl, DIR/relations.jsonl
//
// Records carry their reasons; dropped.jsonl holds what was considered and why it is no record. What cannot be read is said on standard
// error and the exit code is 1.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "base/disk.h"
#include "engine/checks.h"
#include "engine/issue_records.h"
#include "engine/reading.h"
#include "model/issue_json.h"
#include "publish/finding_record.h"

using namespace fengbiao;

namespace {

struct Export {
  std::string articles, policies, observations, dropped, findings, relations;
};

// The keys that every record of an article has.
template <class Record>
void begin(JsonWriter& w, const Issue& issue, const Article& article, const Record& r) {
  w.open('{');
  w.field("id", r.id);
  w.field("file", issue.file);
  w.field("issue", issue.key);
  w.field("article", article.n);
  w.field("article_title", article.title);
}

template <class Record>
void end(JsonWriter& w, const Record& r, std::string& out) {
  w.field("sure", r.sure);
  w.field("doubts", r.doubts);
  w.field("quote", r.quote);
  w.field("line_start", r.line_start);
  w.field("line_end", r.line_end);
  w.key("span");
  w.open('[');
  w.value(r.span.begin);
  w.value(r.span.end);
  w.close(']');
  w.key("reasons");
  w.open('[');
  for (const Reason& reason : r.reasons) {
    w.open('{');
    w.field("field", reason.field);
    w.field("rule", reason.rule);
    w.text_or_null("note", reason.note);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  out += w.text();
  out += '\n';
}

void write(const Issue& issue, const Article& article, const Policy& p, std::string& out) {
  JsonWriter w;
  begin(w, issue, article, p);
  w.field("name", p.name);
  w.text_or_null("short_name", p.short_name);
  w.field("kind", name_of(p.kind));
  w.key("issuers");
  w.open('[');
  for (const PolicyIssuer& issuer : p.issuers) w.value(issuer.name);
  w.close(']');
  w.text_or_null("number", p.number);
  w.text_or_null("issued", p.issued);
  w.text_or_null("effective", p.effective);
  w.text_or_null("until", p.until);
  w.text_or_null("comments_until", p.comments_until);
  w.field("status", name_of(p.status));
  w.key("changes");
  w.open('[');
  for (const PolicyChange& change : p.changes) {
    w.open('{');
    w.field("what", name_of(change.what));
    w.field("name", change.name);
    w.close('}');
  }
  w.close(']');
  end(w, p, out);
}

void write(const Issue& issue, const Article& article, const Observation& o, std::string& out) {
  JsonWriter w;
  begin(w, issue, article, o);
  w.field("text", o.text);
  w.field("value", o.value);
  w.field("value_max", o.value_max);
  w.text_or_null("unit", o.unit);
  w.field("approx", std::string(1, o.approx));
  w.field("measure", name_of(o.measure));
  w.text_or_null("basis", o.basis);
  w.text_or_null("indicator", o.indicator);
  w.text_or_null("indicator_code", o.indicator_code);
  w.text_or_null("area", o.area);
  w.text_or_null("area_code", o.area_code);
  w.text_or_null("entity", o.entity);
  w.text_or_null("entity_id", o.entity_id);
  w.text_or_null("period", o.period);
  w.field("status", name_of(o.status));
  w.text_or_null("reporter", o.reporter);
  w.text_or_null("reporter_id", o.reporter_id);
  w.text_or_null("part_of", o.part_of);
  w.text_or_null("share_of", o.share_of);
  end(w, o, out);
}

Result<void> check_one(const std::string& bytes, const std::string& file, const DocumentChecker& checker, Export& out) {
  FB_TRY(const CheckedIssue checked, checker.check_document(bytes, file));
  const auto line = [](std::string& to, const auto& record, auto write) {
    JsonWriter w;
    write(w, record);
    to += w.text();
    to += '\n';
  };
  for (const Finding& f : checked.checks.findings) line(out.findings, f, write_finding_json);
  for (const Relation& r : checked.checks.relations) line(out.relations, r, write_relation_json);
  return {};
}

Result<void> read_one(const std::filesystem::path& path, const Reader& reader, const RecordReader& records, const DocumentChecker& checker,
                      Export& out) {
  FB_TRY(const std::string bytes, read_file(path));
  FB_TRY(const Reading reading, reader.read(bytes, path.filename().string()));
  FB_CHECK(check_one(bytes, path.filename().string(), checker, out));
  const Issue& issue = reading.issue;
  const std::string_view kept = reading.document.text;
  for (const Article& article : issue.articles) {
    JsonWriter w;
    write_article_json(w, article, issue.file, issue.key);
    out.articles += w.text();
    out.articles += '\n';
    const RecordReader::Explained found = records.explain(issue, article, kept);
    for (const Policy& p : found.records.policies) write(issue, article, p, out.policies);
    for (const Observation& o : found.records.observations) write(issue, article, o, out.observations);
    for (const Candidate& c : found.dropped) {
      JsonWriter d;
      d.open('{');
      d.field("file", issue.file);
      d.field("article_title", article.title);
      d.field("what", c.what);
      d.field("why", c.why);
      d.field("text", join_pieces(kept, {c.span}));
      d.close('}');
      out.dropped += d.text();
      out.dropped += '\n';
    }
  }
  return {};
}

Result<void> run(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files, int& code) {
  FB_TRY(const Reader reader, Reader::make({}));
  FB_TRY(const RecordReader records, RecordReader::load(DataSet::built_in()));
  FB_TRY(const DocumentChecker checker, DocumentChecker::load({}, {}));
  Export out;
  for (const auto& file : files) {
    if (const Result<void> read = read_one(file, reader, records, checker, out); !read) {
      fmt::print(stderr, "{}\n", read.error().message());
      code = 1;
    }
  }
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  FB_CHECK(write_file(folder / "articles.jsonl", out.articles));
  FB_CHECK(write_file(folder / "policies.jsonl", out.policies));
  FB_CHECK(write_file(folder / "observations.jsonl", out.observations));
  FB_CHECK(write_file(folder / "findings.jsonl", out.findings));
  FB_CHECK(write_file(folder / "relations.jsonl", out.relations));
  return write_file(folder / "dropped.jsonl", out.dropped);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    fmt::print(stderr, "usage: read_records DIR FILE...\n");
    return 2;
  }
  int code = 0;
  if (const Result<void> done = run(arguments[1], {arguments + 2, arguments + count}, code); !done) {
    fmt::print(stderr, "{}\n", done.error().message());
    return 1;
  }
  return code;
}
