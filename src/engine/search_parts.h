// What a SearchEngine keeps, and the steps of a search that stand in files of their own. See search.h.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/search.h"
#include "engine/search_answer.h"
#include "engine/search_observations.h"
#include "entity/words.h"
#include "search/spelling.h"
#include "search/widening.h"

namespace fengbiao {

// Neighbours that were found, in few bytes: rows and the numbers of the words that are shared.
class KeptNeighbours {
 public:
  explicit KeptNeighbours(std::uint32_t rows) : by_row_(rows) {}
  struct One {
    std::uint32_t row = 0;
    bool same_story = false;
    double score = 0;
    std::vector<std::string> shared;
  };
  [[nodiscard]] std::optional<std::vector<One>> of(std::uint32_t row) const;
  void keep(std::uint32_t row, const std::vector<One>& neighbours);

 private:
  struct Packed {
    std::uint32_t row = 0, same_story = 0;
    double score = 0;
    std::vector<std::uint32_t> words;
  };
  mutable std::shared_mutex mutex_;
  std::vector<std::shared_ptr<const std::vector<Packed>>> by_row_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> words_;
};

struct SearchEngine::Parts {
  std::filesystem::path archive;
  SearchEngineOptions options;
  OpenedIndex opened;
  QueryParser parser;
  Words common;
  Phrases phrases;
  Widening widening;
  Indicators indicators;
  FigureNames figures;

  mutable KeptNeighbours kept_neighbours{opened.index.documents()};
  [[nodiscard]] std::vector<KeptNeighbours::One> look_for_neighbours(std::uint32_t row, std::size_t limit) const;

  // Read when they are first asked for, by one thread at a time.
  Result<std::shared_ptr<const GatheredSeries>> gathered_series() const;
  Result<std::shared_ptr<const SearchObservations>> observations() const;
  Result<std::shared_ptr<const Spelling>> spelling() const;

  // Whether the archive has a form of a word.
  std::function<bool(std::string_view)> has() const;
  // The query with other forms of its words.
  void widen(Query& query) const;
  // A wider reading of a query that is true of nothing: rows of words read apart, initials read as words. False: there is none.
  Result<bool> read_apart(Query& query, bool synonyms) const;
  // A question for a figure as a query for its words: the period need not be printed.
  Query without_period(const Query& query, const FigureQuestion& question, bool synonyms) const;
  // Queries that were perhaps meant.
  Result<std::vector<std::string>> perhaps(const Query& query) const;

 private:
  mutable std::mutex series_mutex_, observations_mutex_, spelling_mutex_;
  mutable std::shared_ptr<const GatheredSeries> series_;
  mutable std::shared_ptr<const SearchObservations> observations_;
  mutable std::shared_ptr<const Spelling> spelling_;

 public:
  Parts(std::filesystem::path archive_path, SearchEngineOptions o, OpenedIndex index, QueryParser p, Words w, Phrases said, Widening more,
        Indicators known, FigureNames told)
      : archive(std::move(archive_path)),
        options(std::move(o)),
        opened(std::move(index)),
        parser(std::move(p)),
        common(std::move(w)),
        phrases(std::move(said)),
        widening(std::move(more)),
        indicators(std::move(known)),
        figures(std::move(told)) {}
};

// Rows in the order of a page: all hits in that order, looked at as far as is needed. Blocks of kLookedAt hits by first score are put in
// the order of a close look.
class SearchOrder {
 public:
  static constexpr std::size_t kLookedAt = 100;
  SearchOrder(const SearchIndex& index, const Matches& matches, SearchSort sort, const Ranking& ranking, const QueryNode& root)
      : index_(index), matches_(matches), sort_(sort), ranking_(ranking), root_(root) {}

  struct Row {
    std::uint32_t row = 0;
    CloselySeen seen;
  };
  std::vector<Row> page(std::size_t offset, std::size_t limit) const;
  // Where a row stands; nothing when it is no hit.
  [[nodiscard]] std::optional<std::size_t> place_of(std::uint32_t row) const;
  [[nodiscard]] bool before(std::size_t a, std::size_t b) const;  // of hits, by first score

 private:
  [[nodiscard]] std::vector<std::uint32_t> first_order(std::size_t from, std::size_t to) const;
  const SearchIndex& index_;
  const Matches& matches_;
  SearchSort sort_;
  const Ranking& ranking_;
  const QueryNode& root_;
};

// Hits without those that tell the story of a later one (an earlier one when the oldest come first), and which those are. Over all hits, so
// that every page is cut from one list.
struct ToldOnce {
  Matches matches;
  std::vector<std::uint32_t> again;  // the others, as places among all hits
};
// Nothing where no story is told by two of the hits.
std::optional<ToldOnce> told_once(const SearchIndex& index, const Matches& matches, SearchSort sort);
// Rows of the others that tell the story of `row`, the best fifty of them.
std::vector<std::uint32_t> told_again(const SearchIndex& index, const Matches& matches, const SearchOrder& order, const ToldOnce& once,
                                      std::uint32_t row);

NeighbourArticle neighbour_at(const SearchIndex& index, std::uint32_t row);

std::vector<Facet> facets_of(const SearchIndex& index, const Matches& matches);
std::vector<std::pair<std::string, std::uint32_t>> months_of(const SearchIndex& index, const Matches& matches);

}  // namespace fengbiao
