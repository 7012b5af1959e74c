// What a page of hits costs, stage by stage: the query read and widened, its hits, the ten best looked at closely, their snippets, facets
// and months; of the same queries as search_bench, and of queries that mean harm. Times are those of the processor, so that what else runs
// does not show.
//
//   search_pages DOCUMENTS CHARACTERS FOLDER...     folders with texts
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "corpus.h"
#include "engine/search_parts.h"
#include "measure.h"
#include "search/index_builder.h"

namespace fengbiao::bench {
namespace {

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

SearchIndex index_of(const Corpus& corpus) {
  SearchIndexBuilder builder;
  SearchDocument document;
  for (std::size_t n = 0; n < corpus.documents(); ++n) {
    const std::string_view text = corpus.document(n);
    const std::size_t end = text.find('\n');
    document.id = fmt::format("{:08x}", n);
    document.title = text.substr(0, end);
    document.paragraphs = {std::string(text.substr(end + 1, text.size() - end - 2))};
    document.date = fmt::format("20{:02}-{:02}-{:02}", 10 + n * 14 / corpus.documents(), 1 + n % 12, 1 + n % 28);
    const auto value = [&](SearchColumn column, std::string one) { document.values[static_cast<std::size_t>(column)] = {std::move(one)}; };
    value(SearchColumn::issue, document.date.substr(0, 7));
    value(SearchColumn::section, fmt::format("section {}", n % 5));
    value(SearchColumn::source, fmt::format("source {}", n % 211));
    value(SearchColumn::area, fmt::format("area {}", n % 307));
    value(SearchColumn::body, fmt::format("body {}", n % 5003));
    value(SearchColumn::year, document.date.substr(0, 4));
    builder.add(document);
  }
  return need(SearchIndex::over(need(builder.make("bench"))));
}

// What is typed for a harm: very many common words, nested exclusions.
std::vector<std::string> harmful(const Corpus& corpus) {
  std::vector<std::pair<std::size_t, std::string>> common;
  for (const auto& query : draw_queries(corpus, 400, 0))
    if (query.terms[0].size() == 3) common.emplace_back(0, query.terms[0]);
  const auto all = [&](std::string_view between) {
    std::string out;
    for (std::size_t i = 0; i < std::min(common.size(), kMostQueryWords); ++i) out += (i ? std::string(between) : "") + common[i].second;
    return out;
  };
  return {all(" OR "), all(" "), "-(" + all(" OR ") + ")", "-(" + all(") OR -(") + ")"};
}

int run(int count, char** words) {
  const std::size_t documents = std::strtoul(words[1], nullptr, 10), characters = std::strtoul(words[2], nullptr, 10);
  const std::vector<std::filesystem::path> folders(words + 3, words + count);
  const Corpus corpus = make_corpus(need(read_clauses(folders)), documents, characters);
  const SearchIndex index = index_of(corpus);
  const DataSet data = DataSet::built_in();
  const QueryParser parser = need(QueryParser::load(data));
  const Words common = need(fengbiao::Words::load(data));
  Widening widening = need(Widening::load(data));
  widening.seal();
  const Ranking ranking(index, common);

  constexpr const char* kStages[] = {"query", "hits", "told once", "ten best", "snippets", "facets", "all"};
  std::vector<std::vector<double>> times(std::size(kStages));
  std::size_t shown = 0, again = 0;
  const auto page = [&](const std::string& typed) {
    const double begin = now();
    double before = begin;
    std::size_t stage = 0;
    const auto lap = [&] {
      const double after = now();
      times[stage++].push_back(after - before);
      before = after;
    };
    fengbiao::Query query = parser.parse(typed);
    widening.widen(query.root, [&](std::string_view form) { return index.at_most(form) > 0; });
    lap();
    const Matches matches = matching(index, query.root, nullptr);
    lap();
    const auto once = told_once(index, matches, SearchSort::relevance);
    const Matches& told = once ? once->matches : matches;
    again += matches.hits.size() - told.hits.size();
    lap();
    const auto rows = SearchOrder(index, told, SearchSort::relevance, ranking, query.root).page(0, 10);
    lap();
    for (const auto& row : rows) shown += snippet(index.text(row.row), query.root).body.size();
    lap();
    facets_of(index, matches);
    months_of(index, matches);
    lap();
    before = begin;
    lap();
    return matches.hits.size();
  };
  const auto queries = draw_queries(corpus, 1000, 200);
  for (int round = 0; round < 2; ++round) {  // the first one warms
    for (auto& stage : times) stage.clear();
    for (const auto& query : queries) page(fmt::format("\"{}\"", fmt::join(query.terms, "\" \"")));
  }
  fmt::print("{} documents of {} characters, {} queries, milliseconds of the processor\n", documents, characters, queries.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::ranges::sort(times[i]);
    const auto at = [&](double share) { return times[i][static_cast<std::size_t>(share * static_cast<double>(times[i].size() - 1))]; };
    fmt::print("{:<9} p50 {:8.3f}  p90 {:8.3f}  p99 {:8.3f}  max {:8.3f}\n", kStages[i], at(0.5), at(0.9), at(0.99), at(1));
  }
  for (const std::string& typed : harmful(corpus)) {
    for (auto& stage : times) stage.clear();
    const std::size_t hits = page(typed);
    fmt::print("harmful   {:8.1f}  {} hits, {} bytes typed\n", times.back()[0], hits, typed.size());
  }
  fmt::print("{} hits told again\n", again);
  return shown > 0 ? 0 : 1;
}

}  // namespace
}  // namespace fengbiao::bench

int main(int count, char** words) {
  if (count < 4) return 2;
  return fengbiao::bench::run(count, words);
}
