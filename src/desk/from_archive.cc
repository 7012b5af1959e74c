#include "desk/from_archive.h"

namespace fengbiao {

SourceArticle source_of_article(const Article& article) {
  SourceArticle out;
  out.title = squeezed_blanks(article.title);
  for (const std::string& name : article.sources) out.sources.push_back(squeezed_blanks(name));
  out.compiled = article.compiled;
  out.selected_by = squeezed_blanks(article.selected_by.value_or(""));
  out.date = article.date.value_or("");
  out.author_note = squeezed_blanks(article.author_note.value_or(""));
  for (const Paragraph& paragraph : article.paragraphs)
    if (std::string words = squeezed_blanks(paragraph.text); !words.empty())
      out.paragraphs.push_back({std::move(words), paragraph.heading});
  return out;
}

SourceArticle source_of_candidate(const NewsCandidate& candidate) {
  SourceArticle out;
  out.title = squeezed_blanks(candidate.title);
  if (!candidate.source.empty()) out.sources.push_back(squeezed_blanks(candidate.source));
  out.date = candidate.date;
  for (const std::string& paragraph : candidate.paragraphs)
    if (std::string words = squeezed_blanks(paragraph); !words.empty()) out.paragraphs.push_back({std::move(words)});
  return out;
}

IssueSource source_of_issue(const StoredIssue& stored, std::string_view text) {
  const Issue& issue = stored.issue;
  IssueSource out;
  out.name = squeezed_blanks(issue.masthead.name.value_or(""));
  out.year = issue.masthead.year;
  out.number = issue.masthead.number;
  out.total = issue.masthead.total;
  out.date = issue.masthead.date.value_or("");
  out.publisher = squeezed_blanks(issue.masthead.publisher.value_or(""));
  for (const Zone& zone : issue.zones)
    if (zone.kind == ZoneKind::end_matter && zone.span.end <= text.size())
      if (std::string line = squeezed_blanks(slice(text, zone.span)); !line.empty()) out.imprint.push_back(std::move(line));
  const Article* before = nullptr;
  for (const Article& article : issue.articles) {
    if (!before || before->section != article.section) out.sections.push_back({squeezed_blanks(article.section), {}});
    out.sections.back().articles.push_back(source_of_article(article));
    before = &article;
  }
  return out;
}

}  // namespace fengbiao
