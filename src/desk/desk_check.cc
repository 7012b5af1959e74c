#include "desk/desk_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "desk/from_archive.h"
#include "engine/baseline.h"

namespace fengbiao {
namespace {

// A finding about an article of the read text, or about the issue as a whole.
Finding reads_otherwise(const CheckedIssue& checked, const Article* article, const BulletinForm& form, const std::string& fields) {
  Finding f;
  f.rule = kReadsBack;
  f.kind = FindingKind::format;
  f.severity = Severity::error;
  f.at.origin.issue = checked.issue.key;
  f.at.origin.file = checked.issue.file;
  if (article) {
    f.at.origin.article = article->n;
    f.at.origin.article_id = article->id;
    f.at.origin.section = article->section;
    f.at.origin.title = article->title;
    f.at.span = article->title_pieces.empty() ? article->span() : article->title_pieces.front();
    f.at.quote_span = f.at.span;
    f.at.quote = article->title;
    f.at.line_start = f.at.line_end = article->line_start;
  }
  // As of a finding at the beginning, the next where there is one already.
  f.id = (article ? article->id : checked.issue.key) + "-f0";
  const auto taken = [&](const std::string& id) {
    return std::ranges::find(checked.checks.findings, id, &Finding::id) != checked.checks.findings.end();
  };
  if (taken(f.id))
    for (int n = 2; taken(f.id); ++n) f.id = fmt::format("{}-f0-{}", article ? article->id : checked.issue.key, n);
  f.explain.en = fmt::format("in print this is read back otherwise: {}", fields);
  f.explain.zh = form.say("words.reads_back", {{"fields", fields}});
  return f;
}

}  // namespace

std::size_t DraftCheck::open_errors() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings, [](const DraftFinding& f) { return f.finding.severity == Severity::error && !f.accepted; }));
}

std::vector<std::string> differing_fields(const SourceArticle& a, const SourceArticle& b) {
  std::vector<std::string> out;
  const auto look = [&](std::string_view name, bool same) {
    if (!same) out.emplace_back(name);
  };
  look("title", a.title == b.title);
  look("sources", a.sources == b.sources);
  look("compiled", a.compiled == b.compiled);
  look("selected_by", a.selected_by == b.selected_by);
  look("date", a.date == b.date);
  look("author_note", a.author_note == b.author_note);
  look("paragraphs", std::ranges::equal(a.paragraphs, b.paragraphs, {}, &SourceParagraph::text, &SourceParagraph::text));
  return out;
}

Result<DraftCheck> check_draft(const IssueSource& source, const std::string& key, const BulletinForm& form, const DocumentChecker& checker,
                               const std::vector<Accepted>& accepted) {
  const std::string text = issue_text(source, form, form.own_names(source));
  DraftCheck out;
  FB_TRY(out.checked, checker.check_document(text, key + ".txt"));
  for (const Finding& finding : out.checked.checks.findings) out.findings.push_back({finding, {}, false});
  std::vector<const SourceArticle*> written;
  std::vector<const std::string*> columns;
  for (const SourceSection& section : source.sections)
    for (const SourceArticle& article : section.articles) written.push_back(&article), columns.push_back(&section.name);
  const std::vector<Article>& read = out.checked.issue.articles;
  if (written.size() != read.size())
    out.findings.push_back(
        {reads_otherwise(out.checked, nullptr, form, fmt::format("articles {}/{}", written.size(), read.size())), {}, false});
  for (std::size_t i = 0; i < std::min(written.size(), read.size()); ++i) {
    std::vector<std::string> fields = differing_fields(*written[i], source_of_article(read[i]));
    if (*columns[i] != read[i].section) fields.insert(fields.begin(), "section");
    if (fields.empty()) continue;
    out.findings.push_back({reads_otherwise(out.checked, &read[i], form, fmt::format("{}", fmt::join(fields, ", "))), {}, false});
    // Once an article is lost the following ones only repeat it.
    if (std::ranges::find(fields, "title") != fields.end() && written.size() != read.size()) break;
  }
  std::ranges::stable_sort(out.findings, {}, [](const DraftFinding& f) { return f.finding.at.span.begin; });
  for (DraftFinding& f : out.findings) {
    f.fingerprint = finding_fingerprint(f.finding, out.checked.issue, out.checked.text);
    f.accepted = std::ranges::find(accepted, f.fingerprint, &Accepted::fingerprint) != accepted.end();
  }
  return out;
}

}  // namespace fengbiao
