// /articles: lists of them, and one whole, with all that was read out of it and where its lines stand.
#include <fmt/format.h>

#include <algorithm>

#include "engine/record_match.h"
#include "model/issue_json.h"
#include "publish/finding_record.h"
#include "publish/observation_record.h"
#include "publish/policy_record.h"
#include "publish/record_parts.h"
#include "publish/search_record.h"
#include "serve/answer_parts.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"
#include "serve/marks.h"

namespace fengbiao {

namespace {

std::unexpected<Problem> no_such_article() {
  return std::unexpected(Problem{404, "not-found", "there is no such article; /api/v1/articles lists them"});
}

bool lets_through(const ArticleRow& row, const Parameters& p, const std::string& words) {
  if (p.has("issue") && row.issue != p.text("issue")) return false;
  if (p.has("section") && row.section != p.text("section")) return false;
  if (p.has("source") && std::ranges::find(row.sources, p.text("source")) == row.sources.end()) return false;
  if (p.has("from") && (row.date.empty() || row.date < p.text("from"))) return false;
  if (p.has("to") && (row.date.empty() || row.date > p.text("to"))) return false;
  return words.empty() || comparable(row.title).find(words) != std::string::npos;
}

Reply answer_articles(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const std::string words = comparable(ask.parameters.text("q"));
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < c.articles.size(); ++i)
    if (lets_through(c.articles[i], ask.parameters, words)) found.push_back(i);
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row({"id", "issue", "section", "n", "title", "sources", "compiled", "selected_by", "date", "line_start", "line_end"});
    for (const std::uint32_t i : found) {
      const ArticleRow& row = c.articles[i];
      csv.row({row.id, row.issue, row.section, fmt::format("{}", row.n), row.title, joined(row.sources), row.compiled ? "true" : "false",
               row.selected_by, row.date, fmt::format("{}", row.line_start), fmt::format("{}", row.line_end)});
    }
    return csv_answer(std::move(csv));
  }
  return list_answer(ask.parameters, found.size(), [&](JsonWriter& w, std::size_t i) { write_article_row(w, c, found[i]); });
}

// An object without its last bracket, so that more keys can follow.
std::string open_object(JsonWriter w) {
  std::string out = w.take();
  out.pop_back();
  return out;
}

void write_marks(JsonWriter& w, const std::vector<ArticleMark>& marks) {
  w.open('[');
  for (const ArticleMark& m : marks) {
    w.open('{');
    w.field("paragraph", m.paragraph);
    w.field("begin", m.begin);
    w.field("end", m.end);
    w.field("kind", name_of(m.kind));
    w.text_or_null("record", m.record);
    w.text_or_null("entity", m.entity);
    w.field("label", m.label);
    w.close('}');
  }
  w.close(']');
}

void write_neighbour(JsonWriter& w, std::string_view name, const Contents& c, std::int64_t index, std::uint32_t issue) {
  w.key(name);
  const auto [first, end] = c.articles_of[issue];
  if (index < first || index >= end) w.null();
  else write_article_link(w, c.articles[static_cast<std::size_t>(index)]);
}

void write_neighbours(JsonWriter& w, std::string_view name, const std::vector<NeighbourArticle>& articles) {
  w.key(name);
  w.open('[');
  for (const NeighbourArticle& article : articles) write_neighbour_json(w, article);
  w.close(']');
}

Reply answer_article(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const auto found = c.article_by_id.find(ask.parameters.text("id"));
  if (found == c.article_by_id.end()) return no_such_article();
  const std::uint32_t index = found->second;
  const ArticleRow& row = c.articles[index];
  FB_ASK(const std::shared_ptr<const LoadedIssue> issue, ask.context.loader().load(c.generation, row.issue));
  const Article* article = issue->article(row.id);
  if (article == nullptr) return no_such_article();  // its issue was exchanged this moment

  JsonWriter record;
  write_article_json(record, *article, issue->stored.issue.file, issue->stored.key);
  // The record names its issue by key; here stands what is known of the issue.
  std::string out = open_object(std::move(record));
  const std::string key = fmt::format(R"("issue":{},)", [&] {
    JsonWriter k;
    k.value(row.issue);
    return k.take();
  }());
  JsonWriter w;
  w.open('{');
  const IssueRow& about = c.issues[c.issue_of[index]];
  w.key("issue");
  w.open('{');
  w.field("id", about.key);
  w.field("title", about.name.empty() ? about.key : about.name);
  w.text_or_null("date", date_of(about));
  w.key("number");
  if (about.number > 0) w.value(about.number);
  else w.null();
  w.field("articles", static_cast<std::uint64_t>(about.articles));
  w.close('}');
  write_neighbour(w, "previous", c, std::int64_t{index} - 1, c.issue_of[index]);
  write_neighbour(w, "next", c, std::int64_t{index} + 1, c.issue_of[index]);
  w.key("headings");
  w.open('[');
  for (std::size_t i = 0; i < article->paragraphs.size(); ++i)
    if (article->paragraphs[i].heading) w.value(static_cast<std::uint64_t>(i));
  w.close(']');
  w.key("marks");
  write_marks(w, marks_of(*article, *issue, ask.now));
  w.key("observations");
  w.open('[');
  for (const ReportedObservation& r : issue->observations)
    if (r.origin.article == article->n) write_observation_json(w, r);
  w.close(']');
  w.key("policies");
  w.open('[');
  for (const ReportedPolicy& r : issue->policies)
    if (r.origin.article == article->n) write_policy_json(w, {r, {}});
  w.close(']');
  w.key("policy_entries");  // of the reports above: where the document's own page is
  w.open('{');
  for (const ReportedPolicy& r : issue->policies) {
    if (r.origin.article != article->n || !ask.now.policies) continue;
    const auto entry = ask.now.policies->entry_of.find(r.policy.id);
    if (entry != ask.now.policies->entry_of.end()) w.field(r.policy.id, ask.now.policies->all.entries()[entry->second].id);
  }
  w.close('}');
  w.key("findings");
  if (!ask.now.findings) {
    w.null();
  } else {
    w.open('[');
    if (const auto of = ask.now.findings->by_article.find(row.id); of != ask.now.findings->by_article.end())
      for (const std::uint32_t i : of->second) write_finding_json(w, *ask.now.findings->all[i]);
    w.close(']');
  }
  Neighbours near;
  if (ask.now.search) {
    if (auto found_near = ask.now.search->engine.neighbours(row.id)) near = *std::move(found_near);
  }
  write_neighbours(w, "related", near.related);
  write_neighbours(w, "same_story", near.same_story);
  w.key("rights");
  w.open('{');
  w.field("text", "owner");
  w.field("share", "headline, source, date, figures, short quotes");
  w.close('}');
  w.key("lines");
  write_lines(w, *issue, article->line_start, article->line_end);
  w.close('}');
  const std::string more = w.take();
  // One object of both: the key of the issue gives way.
  if (const std::size_t at = out.find(key); at != out.npos) out.erase(at, key.size());
  out += ',';
  out += std::string_view(more).substr(1);
  return answer_of(out + "\n", kJsonType);
}

}  // namespace

std::vector<Route> article_routes() {
  return {
      {"GET",
       "/api/v1/articles",
       "articles",
       "Articles in printed order, filtered",
       {{"issue", ParameterType::text, "only of this issue, by its key"},
        {"section", ParameterType::text, "only of this section"},
        {"source", ParameterType::text, "only from this source"},
        {"q", ParameterType::text, "only with these words in the title"},
        {"from", ParameterType::day, "dated on this day or later"},
        {"to", ParameterType::day, "dated on this day or earlier"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "ArticleList",
       answer_articles},
      {"GET",
       "/api/v1/articles/{id}",
       "article",
       "One article whole, with its marks, records, findings and printed lines",
       {{"id", ParameterType::text, "id of the article"}},
       "ArticlePage",
       answer_article,
       Route::takes(Route::policies | Route::entities | Route::findings | Route::search)},
  };
}

}  // namespace fengbiao
