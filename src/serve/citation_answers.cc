// .../citation: how an article, a number or a report of a document is cited; and the feed of articles.
#include "publish/citation.h"
#include "publish/feed.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kFeedEntries = 60;

Cited cited_article(const Contents& c, std::uint32_t index) {
  const ArticleRow& row = c.articles[index];
  const IssueRow& issue = c.issues[c.issue_of[index]];
  Cited out;
  out.origin = {row.issue, row.file, row.id, row.n, row.section, row.title, row.date.empty() ? date_of(issue) : row.date, row.sources};
  out.bulletin = issue.name;
  out.day = date_of(issue);
  out.year = issue.year;
  out.number = issue.number;
  out.line_start = row.line_start;
  out.line_end = row.line_end;
  return out;
}

Answer cited_answer(const Ask& ask, const Cited& cited) {
  const bool bibtex = ask.parameters.text("style") == "bibtex";
  const std::string text = bibtex ? citation_bibtex(cited, ask.context.phrases()) : citation_gbt7714(cited, ask.context.phrases());
  return answer_of(text + "\n", bibtex ? "application/x-bibtex; charset=utf-8" : kTextType);
}

Reply answer_article_citation(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const auto found = c.article_by_id.find(ask.parameters.text("id"));
  if (found == c.article_by_id.end()) return std::unexpected(Problem{404, "not-found", "there is no such article"});
  return cited_answer(ask, cited_article(c, found->second));
}

Reply answer_record_citation(const Ask& ask) {
  const std::string& id = ask.parameters.text("id");
  FB_ASK(const AnyRecord record, ask.context.loader().with_archive([&](Archive& archive) { return archive.record(id); }));
  const Contents& c = *ask.now.contents;
  const auto article = c.article_by_id.find(origin_of(record).article_id);
  if (article == c.article_by_id.end()) return std::unexpected(Problem{404, "not-found", "its article is gone"});
  Cited cited = cited_article(c, article->second);
  cited.record = id_of(record);
  cited.quote = quote_of(record);
  std::visit(
      [&](const auto& r) {
        const auto& fields = [&]() -> const auto& {
          if constexpr (requires { r.observation; }) return r.observation;
          else return r.policy;
        }
        ();
        cited.line_start = fields.line_start;
        cited.line_end = fields.line_end;
      },
      record);
  return cited_answer(ask, cited);
}

// A document is cited by the first article that told of it.
Reply answer_policy_citation(const Ask& ask) {
  const PoliciesPart& part = *ask.now.policies;
  const auto found = part.by_id.find(ask.parameters.text("id"));
  if (found == part.by_id.end()) return answer_record_citation(ask);
  const ReportedPolicy& first = part.all.report(part.all.entries()[found->second].reports.front());
  const auto article = ask.now.contents->article_by_id.find(first.origin.article_id);
  if (article == ask.now.contents->article_by_id.end()) return std::unexpected(Problem{404, "not-found", "its article is gone"});
  Cited cited = cited_article(*ask.now.contents, article->second);
  cited.record = first.policy.id;
  cited.quote = first.policy.quote;
  cited.line_start = first.policy.line_start;
  cited.line_end = first.policy.line_end;
  return cited_answer(ask, cited);
}

Reply answer_feed(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  std::vector<std::uint32_t> issues(c.issues.size());
  for (std::uint32_t i = 0; i < issues.size(); ++i) issues[i] = i;
  std::ranges::stable_sort(issues, std::greater(), [&](std::uint32_t i) { return std::pair(date_of(c.issues[i]), c.issues[i].key); });
  Feed feed{c.name, "fengbiao " + ask.context.settings().version, {}};
  for (const std::uint32_t i : issues) {
    if (feed.entries.size() >= kFeedEntries) break;
    FB_ASK(const std::shared_ptr<const LoadedIssue> issue, ask.context.loader().load(c.generation, c.issues[i].key));
    const auto [first, end] = c.articles_of[i];
    for (std::uint32_t a = first; a < end && feed.entries.size() < kFeedEntries; ++a) {
      const ArticleRow& row = c.articles[a];
      const Article* article = issue->article(row.id);
      feed.entries.push_back({row.id, row.title, row.issue, date_of(c.issues[i]), row.date, row.section, row.sources,
                              article == nullptr || article->paragraphs.empty() ? "" : article->paragraphs.front().text});
    }
  }
  return answer_of(feed_xml(feed), "application/atom+xml; charset=utf-8");
}

Parameter style() { return {"style", ParameterType::choice, "gbt7714 when left out", "gbt7714 bibtex"}; }

}  // namespace

std::vector<Route> feed_routes() {
  return {
      {"GET",
       "/api/v1/articles.atom",
       "feed",
       "The newest articles as an Atom feed: headline, source, day, a short quote",
       {},
       "",
       answer_feed,
       Route::nothing,
       "application/atom+xml; charset=utf-8"},
      {"GET",
       "/api/v1/articles/{id}/citation",
       "article_citation",
       "How the article is cited: GB/T 7714 or BibTeX",
       {{"id", ParameterType::text, "id of the article"}, style()},
       "",
       answer_article_citation,
       Route::nothing,
       kTextType},
      {"GET",
       "/api/v1/observations/{id}/citation",
       "observation_citation",
       "How a number is cited, with the lines of its sentence",
       {{"id", ParameterType::text, "id of the observation"}, style()},
       "",
       answer_record_citation,
       Route::nothing,
       kTextType},
      {"GET",
       "/api/v1/policies/{id}/citation",
       "policy_citation",
       "How the first report of a document, or one report, is cited",
       {{"id", ParameterType::text, "id of the document or of a report"}, style()},
       "",
       answer_policy_citation,
       Route::policies,
       kTextType},
  };
}

}  // namespace fengbiao
