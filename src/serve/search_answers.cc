// /search: a query to a page of hits, by the engine's search; nothing is found or ranked here.
#include "publish/search_record.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kLongestQuery = 1000, kUsualHits = 10;

Reply answer_search(const Ask& ask) {
  const Parameters& p = ask.parameters;
  SearchRequest request;
  request.query = p.text("q");
  if (request.query.size() > kLongestQuery) {
    Problem problem{400, "invalid-parameter", "the query is too long"};
    problem.parameter = "q";
    problem.expected = "at most 1000 bytes";
    return std::unexpected(std::move(problem));
  }
  request.limit = p.number("limit", kUsualHits);
  request.cursor = p.text("cursor");
  if (const auto sort = search_sort_named(p.text("sort"))) request.sort = *sort;
  for (const auto& [name, list] :
       {std::pair{"issue", &request.issue}, std::pair{"section", &request.section}, std::pair{"source", &request.source},
        std::pair{"area", &request.area}, std::pair{"body", &request.body}, std::pair{"year", &request.year}})
    if (p.has(name)) list->push_back(p.text(name));
  request.widen = p.text("exact") != "yes";
  // Without them a question for figures is answered as soon as they are gathered.
  request.answer = static_cast<bool>(ask.now.series);
  if (ask.now.series) request.series = {ask.now.series.part, &ask.now.series->gathered};
  FB_ASK(const SearchPage page, ask.now.search->engine.search(request));
  return answer_of(search_json(page, ask.now.search->engine) + "\n", kJsonType);
}

}  // namespace

std::vector<Route> search_routes() {
  return {{"GET",
           "/api/v1/search",
           "search",
           "Articles by what they say, best first, with facets, counts over time, and the table for a question of figures",
           {{"q", ParameterType::text, "the query, in the language of docs/search.md", {}, 0, 0, true},
            {"sort", ParameterType::choice, "the order; relevance when left out", "relevance newest oldest"},
            {"issue", ParameterType::text, "only of this issue"},
            {"section", ParameterType::text, "only of this section"},
            {"source", ParameterType::text, "only from this source"},
            {"area", ParameterType::text, "only of this place"},
            {"body", ParameterType::text, "only with this body"},
            {"year", ParameterType::text, "only of this year"},
            {"exact", ParameterType::choice, "yes: exactly as typed, without other forms of words", "yes no"},
            {"limit", ParameterType::number, "at most this many; 10 when left out", {}, 1, kHighestLimit},
            {"cursor", ParameterType::text, "go on behind an earlier answer: its `next`"}},
           "SearchPage",
           answer_search,
           Route::search | Route::takes(Route::series)}};
}

}  // namespace fengbiao
