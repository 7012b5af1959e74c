#include "publish/draft_record.h"

#include <optional>

#include "publish/finding_record.h"

namespace fengbiao {
namespace {

void write_act(JsonWriter& w, const DraftVersion& v) {
  w.field("version", v.version);
  w.field("parent", v.parent);
  w.field("by", v.by);
  w.field("what", v.what);
  w.field("at", v.at);
}

void write_front(JsonWriter& w, const IssueSource& source) {
  w.key("front");
  w.open('{');
  w.text_or_null("name", source.name);
  w.field("year", source.year);
  w.field("number", source.number);
  w.field("total", source.total);
  w.text_or_null("date", source.date);
  w.text_or_null("publisher", source.publisher);
  w.field("editors", source.editors);
  w.field("imprint", source.imprint);
  w.field("corrections", source.corrections);
  w.close('}');
}

void write_article(JsonWriter& w, const SourceArticle& article, std::size_t n) {
  w.field("n", static_cast<std::uint64_t>(n));
  w.field("title", article.title);
  w.field("sources", article.sources);
  w.field("compiled", article.compiled);
  w.text_or_null("selected_by", article.selected_by);
  w.text_or_null("date", article.date);
  w.text_or_null("author_note", article.author_note);
  w.text_or_null("cover", article.cover);
  w.objects("paragraphs", article.paragraphs, [&](const SourceParagraph& p) {
    w.field("text", p.text);
    w.field("heading", p.heading);
  });
  w.field("source", write_article_source(article));
}

}  // namespace

Result<std::vector<DraftRow>> draft_rows(DeskBook& book) {
  std::vector<DraftRow> out;
  FB_TRY(const auto issues, book.issues());
  for (const std::string& issue : issues) {
    DraftRow row;
    FB_TRY(row.version, book.draft(issue));
    FB_TRY(const IssueSource source, parse_issue_source(row.version.text, issue));
    row.articles = source.articles();
    FB_TRY(const auto editions, book.editions(issue));
    if (!editions.empty()) row.edition = editions.back().edition;
    out.push_back(std::move(row));
  }
  return out;
}

Result<DraftView> draft_view(DeskBook& book, const std::string& issue, std::int64_t version) {
  DraftView out;
  FB_TRY(out.version, book.draft(issue, version));
  FB_TRY(out.source, parse_issue_source(out.version.text, issue));
  FB_TRY(out.versions, book.history(issue));
  FB_TRY(out.editions, book.editions(issue));
  FB_TRY(out.accepted, book.accepted(issue));
  return out;
}

void write_draft_row_json(JsonWriter& w, const DraftRow& row) {
  w.open('{');
  w.field("issue", row.version.issue);
  w.field("version", row.version.version);
  w.field("at", row.version.at);
  w.field("by", row.version.by);
  w.field("articles", static_cast<std::uint64_t>(row.articles));
  w.field("edition", row.edition > 0 ? std::optional(row.edition) : std::nullopt);
  w.close('}');
}

void write_draft_json(JsonWriter& w, const DraftView& draft) {
  w.open('{');
  w.field("issue", draft.version.issue);
  write_act(w, draft.version);
  w.field("source", draft.version.text);
  write_front(w, draft.source);
  std::size_t n = 0;
  w.objects("columns", draft.source.sections, [&](const SourceSection& section) {
    w.field("name", section.name);
    w.objects("articles", section.articles, [&](const SourceArticle& article) { write_article(w, article, ++n); });
  });
  w.objects("versions", draft.versions, [&](const DraftVersion& v) { write_act(w, v); });
  w.objects("editions", draft.editions, [&](const Edition& e) {
    w.field("edition", e.edition);
    w.field("version", e.version);
    w.field("by", e.by);
    w.field("at", e.at);
    w.text_or_null("correction", e.correction);
  });
  w.objects("accepted", draft.accepted, [&](const Accepted& a) {
    w.field("fingerprint", a.fingerprint);
    w.field("rule", a.rule);
    w.field("quote", a.quote);
    w.field("by", a.by);
    w.field("why", a.why);
    w.field("at", a.at);
  });
  w.close('}');
}

void write_draft_findings_json(JsonWriter& w, const DraftVersion& draft, const DraftCheck& check) {
  w.open('{');
  w.field("issue", draft.issue);
  w.field("version", draft.version);
  w.field("open_errors", static_cast<std::uint64_t>(check.open_errors()));
  w.objects("items", check.findings, [&](const DraftFinding& f) {
    w.field("fingerprint", f.fingerprint);
    w.field("accepted", f.accepted);
    w.field("n", f.finding.at.origin.article > 0 ? std::optional(f.finding.at.origin.article) : std::nullopt);
    write_finding_keys(w, f.finding);
  });
  w.close('}');
}

}  // namespace fengbiao
