// Articles beside an article: the same story told again, and others that share names, indicators or rare words. See search.h.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "engine/search_parts.h"
#include "register/period.h"
#include "search/reading_apart.h"
#include "search/search_text.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostTerms = 16;      // by which others are found, the rarest
constexpr std::uint32_t kCommonShare = 20;  // a term that a twentieth of all have says nothing
constexpr std::size_t kSharedShown = 5;

// What rows score, by row; those that were touched are known, so that a thread uses the same memory again for every article.
class Scores {
 public:
  void add(std::uint32_t row, double more) {
    if (by_row_[row] == 0) touched_.push_back(row);
    by_row_[row] += more;
  }
  void take(std::vector<std::pair<double, std::uint32_t>>& out) {
    out.reserve(touched_.size());
    for (const std::uint32_t row : touched_) out.emplace_back(std::exchange(by_row_[row], 0), row);
    touched_.clear();
  }
  void make_room(std::size_t rows) {
    if (by_row_.size() < rows) by_row_.resize(rows, 0);
  }

 private:
  std::vector<double> by_row_;
  std::vector<std::uint32_t> touched_;
};
Scores& scores_of(std::size_t rows) {
  thread_local Scores scores;
  scores.make_room(rows);
  return scores;
}

}  // namespace

NeighbourArticle neighbour_at(const SearchIndex& index, std::uint32_t row) {
  NeighbourArticle out;
  out.id = index.id(row);
  out.title = index.title(row);
  index.each_value(SearchColumn::issue, row, [&](std::uint32_t n) { out.issue = index.value(SearchColumn::issue, n); });
  if (const std::int32_t day = index.day(row); day != SearchIndex::kNoDay) out.date = iso_day(day);
  return out;
}

std::optional<std::vector<KeptNeighbours::One>> KeptNeighbours::of(std::uint32_t row) const {
  const std::shared_lock lock(mutex_);
  const auto& packed = by_row_[row];
  if (!packed) return std::nullopt;
  std::vector<One> out;
  for (const Packed& p : *packed) {
    One& one = out.emplace_back(One{p.row, p.same_story != 0, p.score, {}});
    for (const std::uint32_t word : p.words) one.shared.push_back(*words_[word]);
  }
  return out;
}

void KeptNeighbours::keep(std::uint32_t row, const std::vector<One>& neighbours) {
  const std::unique_lock lock(mutex_);
  auto packed = std::make_shared<std::vector<Packed>>();
  for (const One& one : neighbours) {
    Packed& p = packed->emplace_back(Packed{one.row, one.same_story, one.score, {}});
    for (const std::string& word : one.shared) {
      const auto [at, fresh] = numbers_.emplace(word, static_cast<std::uint32_t>(words_.size()));
      if (fresh) words_.push_back(&at->first);
      p.words.push_back(at->second);
    }
  }
  by_row_[row] = std::move(packed);
}

void SearchEngine::prepare_neighbours(std::uint32_t row) const {
  if (!parts_->kept_neighbours.of(row)) parts_->kept_neighbours.keep(row, parts_->look_for_neighbours(row, kUsualNeighbours));
}

Result<Neighbours> SearchEngine::neighbours(std::string_view article_id, std::size_t limit) const {
  const SearchIndex& index = parts_->opened.index;
  const auto own = index.row_of(article_id);
  if (!own) return fail(Cause::not_found, {}, fmt::format("no article '{}' in the archive", article_id), "`articles` lists them");
  std::optional<std::vector<KeptNeighbours::One>> found;
  if (limit <= kUsualNeighbours) found = parts_->kept_neighbours.of(*own);
  if (!found) {
    found = parts_->look_for_neighbours(*own, std::max(limit, kUsualNeighbours));
    if (limit <= kUsualNeighbours) parts_->kept_neighbours.keep(*own, *found);
  }
  Neighbours out;
  for (KeptNeighbours::One& one : *found) {
    auto& list = one.same_story ? out.same_story : out.related;
    if (list.size() >= limit) continue;
    NeighbourArticle article = neighbour_at(index, one.row);
    article.score = one.score;
    article.shared = std::move(one.shared);
    list.push_back(std::move(article));
  }
  return out;
}

// At most `limit` of each kind, the best first.
std::vector<KeptNeighbours::One> SearchEngine::Parts::look_for_neighbours(std::uint32_t own, std::size_t limit) const {
  const SearchIndex& index = opened.index;
  const std::string normal = index.normal(own);
  const std::string_view title = std::string_view(normal).substr(0, normal.find('\n'));

  // What the article may share: words of its headline, rows of two of them, and the names and indicators that are known.
  std::map<std::string, std::string> terms;  // form, as shown
  const std::vector<std::string> words = words_in(title, common, [&](std::size_t at) { return widening.name_at(title, at); });
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms.emplace(words[i], words[i]);
    if (i + 1 < words.size() && find_term(title, words[i] + words[i + 1]) != title.npos)
      terms.emplace(words[i] + words[i + 1], words[i] + words[i + 1]);
  }
  widening.each_in(normal, [&](std::string_view form) { terms.emplace(std::string(form), std::string(form)); });
  std::vector<std::pair<std::uint32_t, std::string>> rare;
  const std::uint32_t most = std::max<std::uint32_t>(10, index.documents() / kCommonShare);
  for (const auto& [form, shown] : terms)
    if (const std::uint32_t documents = index.at_most(form); documents > 1 && documents <= most && count_code_points(form) > 1)
      rare.emplace_back(documents, form);
  std::ranges::sort(rare);
  if (rare.size() > kMostTerms) rare.resize(kMostTerms);

  // What is worth how much, and the rows that have it.
  struct Shared {
    std::string words;
    double worth = 0;
    std::vector<SearchHit> hits;
  };
  std::vector<Shared> shared;
  const auto put = [&](std::string what, std::vector<SearchHit> hits) {
    const double worth = rarity(index.documents(), static_cast<std::uint32_t>(hits.size()));
    shared.push_back({std::move(what), worth, std::move(hits)});
  };
  for (const auto& [documents, form] : rare) {
    std::vector<SearchHit> hits;
    index.find(form, hits);
    put(form, std::move(hits));
  }
  // Bodies under one entry however they are called.
  index.each_value(SearchColumn::body, own, [&](std::uint32_t number) {
    const auto rows = index.rows_with(SearchColumn::body, number);
    if (rows.size() < 2 || rows.size() > most) return;
    std::vector<SearchHit> hits;
    for (const std::uint32_t row : rows) hits.emplace_back(row, TermPlace::once);
    put(std::string(index.value(SearchColumn::body, number)), std::move(hits));
  });

  const auto worth_in = [](const Shared& s, SearchHit hit) { return hit.place() == TermPlace::in_title ? 1.5 * s.worth : s.worth; };
  Scores& scores = scores_of(index.documents());
  for (const Shared& s : shared)
    for (const SearchHit hit : s.hits)
      if (hit.row() != own) scores.add(hit.row(), worth_in(s, hit));
  std::vector<std::pair<double, std::uint32_t>> order;
  scores.take(order);
  std::vector<KeptNeighbours::One> out;
  if (const auto story = index.story(own)) {
    // The same story, the newest first; whatever else they share, they stand first in the order.
    for (std::uint32_t row = index.documents(); row-- > *story && out.size() < limit;)
      if (row != own && index.story(row) == story) out.push_back({row, true, 0, {}});
    std::erase_if(order, [&](const auto& o) { return index.story(o.second) == story; });
  }
  const std::size_t others = std::min(limit, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(others),
                            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
  order.resize(others);
  for (const auto& [score, row] : order) {
    KeptNeighbours::One& one = out.emplace_back(KeptNeighbours::One{row, false, score, {}});
    std::vector<std::pair<double, std::string_view>> told_of;
    for (const Shared& s : shared) {
      const auto hit = std::ranges::lower_bound(s.hits, row, {}, [](SearchHit h) { return h.row(); });
      if (hit != s.hits.end() && hit->row() == row) told_of.emplace_back(worth_in(s, *hit), s.words);
    }
    std::ranges::sort(told_of, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    for (const auto& [worth, word] : told_of) {
      // A word inside one that is told already says nothing more.
      const bool told =
          std::ranges::any_of(one.shared, [&](const std::string& s) { return s.find(word) != s.npos || word.find(s) != word.npos; });
      if (!told && one.shared.size() < kSharedShown) one.shared.emplace_back(word);
    }
  }
  return out;
}

}  // namespace fengbiao
