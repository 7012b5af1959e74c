#include "publish/article_record.h"

#include <string_view>

#include "base/csv.h"
#include "base/json.h"
#include "model/issue_json.h"

namespace fengbiao {

namespace {

constexpr std::string_view kSourceSeparator = "\xEF\xBC\x9B";  // full-width semicolon

std::vector<std::string> csv_fields(const Article& article, const StoredIssue& issue) {
  std::string sources, paragraphs;
  for (const std::string& source : article.sources) {
    if (!sources.empty()) sources += kSourceSeparator;
    sources += source;
  }
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (i > 0) paragraphs += '\n';
    paragraphs += article.paragraphs[i].text;
  }
  return {article.id,
          issue.issue.file,
          issue.key,
          article.section,
          std::to_string(article.n),
          article.title,
          std::move(sources),
          article.compiled ? "true" : "false",
          article.selected_by.value_or(""),
          article.date.value_or(""),
          article.author_note.value_or(""),
          std::move(paragraphs),
          std::to_string(article.line_start),
          std::to_string(article.line_end)};
}

}  // namespace

std::vector<std::string> article_columns() {
  return {"id",       "file",        "issue", "section",     "n",          "title",      "sources",
          "compiled", "selected_by", "date",  "author_note", "paragraphs", "line_start", "line_end"};
}

void append_article_records(const StoredIssue& issue, ExportFormat format, std::string& out) {
  if (format == ExportFormat::csv) {
    CsvWriter table;
    for (const Article& article : issue.issue.articles) table.row(csv_fields(article, issue));
    out += table.text();
    return;
  }
  for (const Article& article : issue.issue.articles) {
    JsonWriter record;
    write_article_json(record, article, issue.issue.file, issue.key);
    out += record.text();
    out += '\n';
  }
}

}  // namespace fengbiao
