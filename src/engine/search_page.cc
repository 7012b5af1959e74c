// The order of hits, their facets and their counts over time. See search_parts.h.
#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/search_parts.h"
#include "register/period.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFacetValues = 20;
constexpr std::size_t kMostToldAgain = 50;  // shown below a hit
constexpr std::size_t kGathered = 1000;     // hits that are gathered without putting all in order

}  // namespace

// Ties of relevance go to the newer one; of days to the higher row; rows are unique, so that the order is total.
bool SearchOrder::before(std::size_t a, std::size_t b) const {
  const std::uint32_t left = matches_.hits[a].row(), right = matches_.hits[b].row();
  if (sort_ == SearchSort::relevance) {
    if (matches_.scores[a] != matches_.scores[b]) return matches_.scores[a] > matches_.scores[b];
    return left > right;
  }
  const std::int32_t day_left = index_.day(left), day_right = index_.day(right);
  if (day_left != day_right) {
    if (day_left == SearchIndex::kNoDay || day_right == SearchIndex::kNoDay) return day_right == SearchIndex::kNoDay;
    return sort_ == SearchSort::newest ? day_left > day_right : day_left < day_right;
  }
  return sort_ == SearchSort::newest ? left > right : left < right;
}

// Hits [from, to) of the first order, as places among the matches. The first ones are gathered in one go over all, from the newest on:
// most are turned away by one comparison.
std::vector<std::uint32_t> SearchOrder::first_order(std::size_t from, std::size_t to) const {
  const std::size_t count = matches_.hits.size();
  to = std::min(to, count);
  from = std::min(from, to);
  const auto less = [&](std::uint32_t a, std::uint32_t b) { return before(a, b); };
  std::vector<std::uint32_t> best;
  if (to <= kGathered) {
    best.reserve(to + 1);
    for (std::size_t i = count; i-- > 0 && to > 0;) {
      const auto one = static_cast<std::uint32_t>(i);
      if (best.size() == to) {
        if (sort_ == SearchSort::relevance ? matches_.scores[one] <= matches_.scores[best.front()] : !before(one, best.front())) continue;
        std::ranges::pop_heap(best, less);
        best.pop_back();
      }
      best.push_back(one);
      std::ranges::push_heap(best, less);
    }
    std::ranges::sort_heap(best, less);
    return {best.begin() + static_cast<std::ptrdiff_t>(from), best.end()};
  }
  best.resize(count);
  std::iota(best.begin(), best.end(), 0U);
  const auto at = [&](std::size_t i) { return best.begin() + static_cast<std::ptrdiff_t>(i); };
  if (from > 0) std::nth_element(best.begin(), at(from), best.end(), less);
  std::partial_sort(at(from), at(to), best.end(), less);
  return {at(from), at(to)};
}

std::vector<SearchOrder::Row> SearchOrder::page(std::size_t offset, std::size_t limit) const {
  std::vector<Row> out;
  if (sort_ != SearchSort::relevance) {
    for (const std::uint32_t i : first_order(offset, offset + limit)) {
      out.push_back({matches_.hits[i].row(), ranking_.look(root_, matches_.hits[i].row())});
      out.back().seen.reasons.push_back({HitReasonKind::dated, {}, {}, 0});
    }
    return out;
  }
  const std::size_t from = offset / kLookedAt * kLookedAt, to = (offset + limit + kLookedAt - 1) / kLookedAt * kLookedAt;
  const std::vector<std::uint32_t> hits = first_order(from, to);
  for (std::size_t block = 0; block < hits.size(); block += kLookedAt) {
    std::vector<Row> rows;
    for (std::size_t i = block; i < std::min(hits.size(), block + kLookedAt); ++i) {
      const std::uint32_t row = matches_.hits[hits[i]].row();
      rows.push_back({row, ranking_.look(root_, row)});
    }
    std::ranges::sort(
        rows, [](const Row& a, const Row& b) { return a.seen.score != b.seen.score ? a.seen.score > b.seen.score : a.row > b.row; });
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (from + block + i >= offset && from + block + i < offset + limit) out.push_back(std::move(rows[i]));
  }
  return out;
}

std::optional<std::size_t> SearchOrder::place_of(std::uint32_t row) const {
  const auto at = std::ranges::lower_bound(matches_.hits, row, {}, [](SearchHit h) { return h.row(); });
  if (at == matches_.hits.end() || at->row() != row) return {};
  const auto own = static_cast<std::size_t>(at - matches_.hits.begin());
  std::size_t place = 0;
  for (std::size_t i = 0; i < matches_.hits.size(); ++i) place += before(i, own);
  if (sort_ != SearchSort::relevance) return place;
  const std::size_t block = place / kLookedAt * kLookedAt;
  const auto rows = page(block, kLookedAt);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].row == row) return block + i;
  return place;
}

std::optional<ToldOnce> told_once(const SearchIndex& index, const Matches& matches, SearchSort sort) {
  if (!index.has_stories()) return {};
  ToldOnce out;
  std::vector<bool> told(index.documents());  // by first row of a story
  const std::size_t count = matches.hits.size();
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t i = sort == SearchSort::oldest ? n : count - 1 - n;
    const auto story = index.story(matches.hits[i].row());
    if (!story) continue;
    if (told[*story]) out.again.push_back(static_cast<std::uint32_t>(i));
    told[*story] = true;
  }
  if (out.again.empty()) return {};
  if (sort != SearchSort::oldest) std::ranges::reverse(out.again);
  auto next = out.again.begin();
  out.matches.hits.reserve(matches.hits.size() - out.again.size());
  out.matches.scores.reserve(matches.hits.size() - out.again.size());
  for (std::uint32_t i = 0; i < matches.hits.size(); ++i) {
    if (next != out.again.end() && *next == i) {
      ++next;
      continue;
    }
    out.matches.hits.push_back(matches.hits[i]);
    out.matches.scores.push_back(matches.scores[i]);
  }
  return out;
}

std::vector<std::uint32_t> told_again(const SearchIndex& index, const Matches& matches, const SearchOrder& order, const ToldOnce& once,
                                      std::uint32_t row) {
  const auto story = index.story(row);
  if (!story) return {};
  std::vector<std::uint32_t> hits;
  for (const std::uint32_t i : once.again)
    if (index.story(matches.hits[i].row()) == story) hits.push_back(i);
  const std::size_t shown = std::min(kMostToldAgain, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return order.before(a, b); });
  hits.resize(shown);
  for (std::uint32_t& hit : hits) hit = matches.hits[hit].row();
  return hits;
}

std::vector<Facet> facets_of(const SearchIndex& index, const Matches& matches) {
  std::vector<Facet> out;
  for (const SearchColumn column :
       {SearchColumn::section, SearchColumn::source, SearchColumn::year, SearchColumn::area, SearchColumn::body}) {
    const std::vector<std::uint32_t> counts = index.tally(column, matches.hits);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < counts.size(); ++i)
      if (counts[i] > 0) numbers.push_back(i);
    const std::size_t shown = std::min(kFacetValues, numbers.size());
    std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(shown), numbers.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
    Facet facet{column, {}};
    for (std::size_t i = 0; i < shown; ++i) facet.values.push_back({std::string(index.value(column, numbers[i])), counts[numbers[i]]});
    out.push_back(std::move(facet));
  }
  return out;
}

std::vector<std::pair<std::string, std::uint32_t>> months_of(const SearchIndex& index, const Matches& matches) {
  // A count a day from the first to the last.
  std::int32_t first = std::numeric_limits<std::int32_t>::max(), last = std::numeric_limits<std::int32_t>::min();
  for (const SearchHit hit : matches.hits) {
    const std::int32_t day = index.day(hit.row());
    if (day == SearchIndex::kNoDay) continue;
    first = std::min(first, day);
    last = std::max(last, day);
  }
  std::vector<std::pair<std::string, std::uint32_t>> out;
  if (first > last) return out;
  std::vector<std::uint32_t> counts(static_cast<std::size_t>(std::int64_t{last} - first) + 1, 0);
  for (const SearchHit hit : matches.hits) {
    const std::int32_t day = index.day(hit.row());
    if (day != SearchIndex::kNoDay) ++counts[static_cast<std::size_t>(std::int64_t{day} - first)];
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    std::string month = iso_day(first + static_cast<std::int32_t>(i)).substr(0, 7);
    if (!out.empty() && out.back().first == month) out.back().second += counts[i];
    else out.emplace_back(std::move(month), counts[i]);
  }
  return out;
}

}  // namespace fengbiao
