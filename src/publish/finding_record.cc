#include "publish/finding_record.h"

#include "publish/record_parts.h"

namespace fengbiao {
namespace {

std::string other_of(const std::optional<CheckedPlace>& other, std::string Origin::*field) { return other ? other->origin.*field : ""; }

void write_place(JsonWriter& w, const CheckedPlace& at, const std::optional<CheckedPlace>& other) {
  w.text_or_null("other_file", other_of(other, &Origin::file));
  w.text_or_null("other_article_title", other_of(other, &Origin::title));
  w.text_or_null("other_quote", other ? other->quote : "");
  w.field("line_start", at.line_start);
  w.field("line_end", at.line_end);
  write_origin(w, at.origin);
  write_span(w, "span", at.span);
  write_span(w, "quote_span", at.quote_span);
  w.text_or_null("other_issue", other_of(other, &Origin::issue));
  w.key("other_article");
  if (other) w.value(other->origin.article);
  else w.null();
  w.key("other_line");
  if (other) w.value(other->line_start);
  else w.null();
}

template <class Record>
Result<void> for_each(Archive& archive, std::vector<Record> IssueChecks::*records,
                      const std::function<Result<void>(const Record&)>& visit) {
  FB_TRY(const DocumentChecker checker, DocumentChecker::load({}, {}));
  return check_archive(archive, checker, std::nullopt, [&](const CheckedIssue& issue) -> Result<bool> {
    for (const Record& r : issue.checks.*records) FB_CHECK(visit(r));
    return true;
  });
}

std::vector<TableColumn> place_columns() {
  using enum CellType;
  return {
      {"other_file", text, false, "file of the other side"},
      {"other_article_title", text, false, "title of the article of the other side"},
      {"other_quote", text, false, "words of the other side"},
      {"line_start", integer, true, "first line in the text"},
      {"line_end", integer, true, "last line"},
      {"issue", text, true, "key of the issue"},
      {"article", integer, true, "number of the article in the issue, 0 for the issue as a whole"},
      {"article_id", text, false, "names the article"},
      {"section", text, false, "column of the bulletin"},
      {"date", day, false, "of the article, else of the issue"},
      {"sources", text, false, "names in the source line of the article"},
      {"other_issue", text, false, "issue of the other side"},
      {"other_article", integer, false, "number of its article"},
      {"other_line", integer, false, "its first line"},
  };
}

void place_cells(const CheckedPlace& at, const std::optional<CheckedPlace>& other, std::vector<Cell>& out) {
  out.insert(out.end(),
             {text_cell(other_of(other, &Origin::file)), text_cell(other_of(other, &Origin::title)), text_cell(other ? other->quote : ""),
              std::int64_t{at.line_start}, std::int64_t{at.line_end}, at.origin.issue, std::int64_t{at.origin.article},
              text_cell(at.origin.article_id), text_cell(at.origin.section), text_cell(at.origin.date),
              text_cell(joined(at.origin.sources)), text_cell(other_of(other, &Origin::issue)),
              other ? Cell(std::int64_t{other->origin.article}) : Cell(), other ? Cell(std::int64_t{other->line_start}) : Cell()});
}

std::vector<TableColumn> with_place(std::vector<TableColumn> own) {
  const auto more = place_columns();
  own.insert(own.end(), more.begin(), more.end());
  return own;
}

}  // namespace

void write_finding_keys(JsonWriter& w, const Finding& f) {
  w.field("id", f.id);
  w.field("file", f.at.origin.file);
  w.field("article_title", f.at.origin.title);
  w.field("kind", name_of(f.kind));
  w.field("severity", name_of(f.severity));
  w.field("rule", f.rule);
  w.field("confidence", f.confidence);
  w.field("quote", f.at.quote);
  w.field("explain", f.explain.en);
  w.field("explain_zh", f.explain.zh);
  w.text_or_null("relation", f.relation);
  w.text_or_null("suggestion", f.suggestion);
  w.text_or_null("question", f.question.en);
  w.text_or_null("question_zh", f.question.zh);
  write_place(w, f.at, f.other);
  if (f.not_listed > 0) w.field("not_listed", f.not_listed);
}

void write_finding_json(JsonWriter& w, const Finding& f) {
  w.open('{');
  write_finding_keys(w, f);
  w.close('}');
}

void write_relation_json(JsonWriter& w, const Relation& r) {
  w.open('{');
  w.field("id", r.id);
  w.field("file", r.at.origin.file);
  w.field("article_title", r.at.origin.title);
  w.field("rule", r.rule);
  w.field("quote", r.at.quote);
  w.field("relation", r.relation);
  w.field("verdict", name_of(r.verdict));
  w.text_or_null("reason", r.reason);
  w.field("explain", r.explain.en);
  w.field("explain_zh", r.explain.zh);
  write_place(w, r.at, r.other);
  w.close('}');
}

Result<void> for_each_finding(Archive& archive, const std::function<Result<void>(const Finding&)>& visit) {
  return for_each<Finding>(archive, &IssueChecks::findings, visit);
}

Result<void> for_each_relation(Archive& archive, const std::function<Result<void>(const Relation&)>& visit) {
  return for_each<Relation>(archive, &IssueChecks::relations, visit);
}

std::vector<TableColumn> finding_columns() {
  using enum CellType;
  return with_place({
      {"id", text, true, "names the finding"},
      {"file", text, true, "base name of the input"},
      {"article_title", text, false, "title of the article"},
      {"kind", text, true, "arithmetic, conflict, typo, punctuation, duplicate, format, style or extraction"},
      {"severity", text, true, "error, warning or note"},
      {"rule", text, true, "id of the rule"},
      {"confidence", number, true, "that it is a flaw, from 0 to 1"},
      {"quote", text, true, "the words it stands in, as printed"},
      {"explain", text, true, "what is wrong, in English"},
      {"explain_zh", text, true, "what is wrong, in Chinese"},
      {"relation", text, false, "the computation"},
      {"suggestion", text, false, "what to print instead"},
      {"question", text, false, "the smallest explanation, asked, in English"},
      {"question_zh", text, false, "the same in Chinese"},
  });
}

std::vector<Cell> finding_cells(const Finding& f) {
  std::vector<Cell> out{f.id,
                        f.at.origin.file,
                        text_cell(f.at.origin.title),
                        std::string(name_of(f.kind)),
                        std::string(name_of(f.severity)),
                        f.rule,
                        f.confidence,
                        f.at.quote,
                        f.explain.en,
                        f.explain.zh,
                        text_cell(f.relation),
                        text_cell(f.suggestion),
                        text_cell(f.question.en),
                        text_cell(f.question.zh)};
  place_cells(f.at, f.other, out);
  return out;
}

std::vector<TableColumn> relation_columns() {
  using enum CellType;
  return with_place({
      {"id", text, true, "names the relation"},
      {"file", text, true, "base name of the input"},
      {"article_title", text, false, "title of the article"},
      {"rule", text, true, "id of the rule that looked at it"},
      {"quote", text, true, "the words it stands in, as printed"},
      {"relation", text, true, "the relation in figures"},
      {"verdict", text, true, "holds, contradicts or cannot tell"},
      {"reason", text, false, "why it cannot be told"},
      {"explain", text, true, "in words, in English"},
      {"explain_zh", text, true, "in words, in Chinese"},
  });
}

std::vector<Cell> relation_cells(const Relation& r) {
  std::vector<Cell> out{r.id,         r.at.origin.file, text_cell(r.at.origin.title),    r.rule,
                        r.at.quote,   r.relation,       std::string(name_of(r.verdict)), text_cell(r.reason),
                        r.explain.en, r.explain.zh};
  place_cells(r.at, r.other, out);
  return out;
}

}  // namespace fengbiao
