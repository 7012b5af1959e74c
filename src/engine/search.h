// The door to search: a query in, a page of hits out, with everything that a reader or a program wants to see of it.
//
//   auto engine = SearchEngine::open(archive, {});
//   auto page = engine->search({.query = "跨境电商 综试区 -直播 来源:人民日报"});
//   for (const SearchItem& item : page->items) use(item.id, item.snippet, item.reasons);
//
// The index beside the archive is made where it is missing or old (search/index_file.h). An engine answers from the state of the archive in
// which it was opened, figures from that in which they are first asked for; it may be used by several threads. docs/search.md is the manual
// of the query language and of the order of hits. Tested by search_test.cc and tests/cases/cli/search.test.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/archive.h"
#include "engine/series.h"
#include "search/index_file.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/snippet.h"

namespace fengbiao {

enum class SearchSort : std::uint8_t { relevance, newest, oldest };
std::string_view name_of(SearchSort sort);
std::optional<SearchSort> search_sort_named(std::string_view name);

inline constexpr std::size_t kMostSearchItems = 200, kUsualNeighbours = 8;

struct SearchRequest {
  std::string query{};
  SearchSort sort = SearchSort::relevance;
  std::size_t limit = 10;  // at most kMostSearchItems
  std::string cursor{};    // of the page before
  // Exact values as facets give them; of one list any, of several lists each.
  std::vector<std::string> issue{}, section{}, source{}, area{}, body{}, year{};
  bool synonyms = true;                            // aliases and words of one meaning count as the word
  bool widen = true;                               // what is found nowhere is read as its words, as initials; false: exactly as typed
  bool facets = true;                              // and counts over time
  bool answer = true;                              // questions for figures
  bool stories = true;                             // hits that tell the same story are one item
  std::shared_ptr<const GatheredSeries> series{};  // to answer from; else the engine gathers its own when it first needs them
};

// An article named beside a hit or another article.
struct NeighbourArticle {
  std::string id, title, issue, date;
  std::vector<std::string> shared{};  // words and names that both have, the rarest first
  double score = 0;
};
struct Neighbours {
  std::vector<NeighbourArticle> same_story, related;  // best first
};

struct SearchItem {
  std::string id, title, issue, date, section;  // date empty where there is none
  std::vector<std::string> sources;
  Snippet snippet;
  double score = 0;
  std::vector<HitReason> reasons;
  std::vector<NeighbourArticle> same_story;  // other hits that tell the same, and are no items of their own; at most fifty
};

std::string_view name_of(SearchColumn column);  // "section"

struct FacetValue {
  std::string value;
  std::uint32_t count = 0;
};
struct Facet {
  SearchColumn column{};
  std::vector<FacetValue> values;  // most first
};

// A question for a figure: what was understood, and the series that answer it, their cells only those of the period asked for.
struct SearchAnswer {
  std::string words;     // what is measured
  bool exact = false;    // a series is called so; else these are series whose names hold the words
  std::string period;    // as asked; empty: none was
  std::string from, to;  // days
  std::vector<Series> series;
  std::vector<std::string> told_for;  // where no value is told for the period: periods for which there are some
  std::shared_ptr<const GatheredSeries> gathered;
};

struct SearchPage {
  Query query;              // as read and widened
  std::string read;         // the same in the query's own language
  std::uint64_t total = 0;  // hits, those that tell the same story too
  std::vector<SearchItem> items;
  std::vector<Facet> facets;
  std::vector<std::pair<std::string, std::uint32_t>> over_time;  // months, "2022-05", rising
  std::vector<std::string> did_you_mean;                         // whole queries, best first
  std::optional<SearchAnswer> answer;
  std::string next;  // cursor; empty: the last page
  IndexState index = IndexState::found;
  std::uint32_t documents = 0;
  bool moved = false;  // the cursor was of another state of the archive; the page goes on behind the same article where it still is
};

struct SearchEngineOptions {
  std::filesystem::path data_folder{};
};

class SearchEngine {
 public:
  static Result<SearchEngine> open(Archive& archive, const SearchEngineOptions& options);
  SearchEngine(SearchEngine&&) noexcept;
  SearchEngine& operator=(SearchEngine&&) noexcept;
  ~SearchEngine();

  // Fails with invalid_argument for a cursor of another query and a limit out of bounds, and as the archive does. A query never fails.
  [[nodiscard]] Result<SearchPage> search(const SearchRequest& request) const;

  // Articles that tell the same story as this one, and those that share names, indicators or rare words with it; what was found once is
  // kept. Fails with not_found.
  [[nodiscard]] Result<Neighbours> neighbours(std::string_view article_id, std::size_t limit = kUsualNeighbours) const;

  // The neighbours of this document found and kept, so that neighbours() has them at hand: for a quiet moment.
  void prepare_neighbours(std::uint32_t row) const;
  // Gathers what the first misspelt query would have to wait for.
  [[nodiscard]] Result<void> make_ready() const;

  [[nodiscard]] std::string_view generation() const;  // names the state of the archive that is searched
  [[nodiscard]] std::string_view notice() const;      // why the index was made anew; empty where there is nothing to say
  [[nodiscard]] const SearchIndex& index() const;
  [[nodiscard]] const Phrases& phrases() const;  // to say reasons and notes with (search_words.h)

 private:
  struct Parts;
  explicit SearchEngine(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
