#include "serve/answer_parts.h"

#include <algorithm>

namespace fengbiao {

void write_article_row(JsonWriter& w, const Contents& contents, std::uint32_t index) {
  const ArticleRow& row = contents.articles[index];
  w.open('{');
  w.field("id", row.id);
  w.field("issue", row.issue);
  w.text_or_null("section", row.section);
  w.field("n", row.n);
  w.field("title", row.title);
  w.field("sources", row.sources);
  w.field("compiled", row.compiled);
  w.text_or_null("selected_by", row.selected_by);
  w.text_or_null("date", row.date);
  w.field("line_start", row.line_start);
  w.field("line_end", row.line_end);
  w.close('}');
}

void write_article_link(JsonWriter& w, const Origin& origin) {
  w.open('{');
  w.text_or_null("id", origin.article_id);
  w.text_or_null("title", origin.title);
  w.field("issue", origin.issue);
  w.field("n", origin.article);
  w.text_or_null("date", origin.date);
  w.text_or_null("section", origin.section);
  w.field("sources", origin.sources);
  w.close('}');
}

void write_article_link(JsonWriter& w, const ArticleRow& row) {
  write_article_link(w, Origin{row.issue, row.file, row.id, row.n, row.section, row.title, row.date, row.sources});
}

void write_lines(JsonWriter& w, const LoadedIssue& issue, std::uint32_t first, std::uint32_t last) {
  w.open('[');
  for (std::uint32_t n = std::max(first, 1U); n <= std::min(last, issue.stored.issue.lines); ++n) {
    w.open('{');
    w.field("number", n);
    w.field("text", issue.lines.line(n));
    w.close('}');
  }
  w.close(']');
}

namespace {

template <class Findings, class SeverityOf>
void write_counts(JsonWriter& w, const Findings& findings, SeverityOf severity_of) {
  w.open('{');
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    w.field(name_of(severity), static_cast<std::uint64_t>(std::ranges::count(findings, severity, severity_of)));
  w.close('}');
}

}  // namespace

void write_severities(JsonWriter& w, const std::vector<Finding>& findings) { write_counts(w, findings, &Finding::severity); }
void write_severities(JsonWriter& w, const std::vector<const Finding*>& findings) { write_counts(w, findings, &Finding::severity); }

std::string name_of_document(const Parameters& parameters) {
  constexpr std::size_t kLongest = 200;
  std::string name = parameters.text("name").substr(0, kLongest);
  for (char& c : name)
    if (c == '/' || c == '\\') c = '_';
  return name.empty() ? "-" : name;
}

}  // namespace fengbiao
