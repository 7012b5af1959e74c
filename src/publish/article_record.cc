#include "publish/article_record.h"

#include "publish/record_parts.h"

namespace fengbiao {

std::vector<TableColumn> article_columns() {
  using enum CellType;
  return {
      {"id", text, true, "names the article"},
      {"file", text, true, "base name of the input"},
      {"issue", text, true, "key of the issue"},
      {"section", text, false, "column of the bulletin"},
      {"n", integer, true, "place in the issue, in printed order"},
      {"title", text, true, "whole title"},
      {"sources", text, false, "names in the source line"},
      {"compiled", boolean, true, "the bulletin's own desk is the source"},
      {"selected_by", text, false, "who selected it"},
      {"date", day, false, "date of the source line"},
      {"author_note", text, false, "bracketed note on the author"},
      {"paragraphs", text, false, "the body as printed, a paragraph a line"},
      {"line_start", integer, true, "line of the title"},
      {"line_end", integer, true, "last line of the article"},
  };
}

std::vector<Cell> article_cells(const Article& article, const StoredIssue& issue) {
  std::string paragraphs;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (i > 0) paragraphs += '\n';
    paragraphs += article.paragraphs[i].text;
  }
  return {article.id,
          issue.issue.file,
          issue.key,
          text_cell(article.section),
          std::int64_t{article.n},
          article.title,
          text_cell(joined(article.sources)),
          article.compiled,
          text_cell(article.selected_by.value_or("")),
          text_cell(article.date.value_or("")),
          text_cell(article.author_note.value_or("")),
          text_cell(paragraphs),
          std::int64_t{article.line_start},
          std::int64_t{article.line_end}};
}

}  // namespace fengbiao
