// Articles beside an article: the same story told again, and others that share names, indicators or rare words. See search.h.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
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

}  // namespace

NeighbourArticle neighbour_at(const SearchIndex& index, std::uint32_t row) {
  NeighbourArticle out;
  out.id = index.id(row);
  const std::string printed = index.text(row).printed;
  out.title = printed.substr(0, printed.find('\n'));
  index.each_value(SearchColumn::issue, row, [&](std::uint32_t n) { out.issue = index.value(SearchColumn::issue, n); });
  if (const std::int32_t day = index.day(row); day != SearchIndex::kNoDay) out.date = iso_day(day);
  return out;
}

Result<Neighbours> SearchEngine::neighbours(std::string_view article_id, std::size_t limit) const {
  const SearchIndex& index = parts_->opened.index;
  const auto own = index.row_of(article_id);
  if (!own) return fail(Cause::not_found, {}, fmt::format("no article '{}' in the archive", article_id), "`articles` lists them");
  const std::string normal = index.normal(*own);
  const std::string_view title = std::string_view(normal).substr(0, normal.find('\n'));

  // What the article may share: words of its headline, rows of two of them, and the names and indicators that are known.
  std::map<std::string, std::string> terms;  // form, as shown
  const std::vector<std::string> words =
      words_in(title, parts_->common, [&](std::size_t at) { return parts_->widening.name_at(title, at); });
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms.emplace(words[i], words[i]);
    if (i + 1 < words.size() && find_term(title, words[i] + words[i + 1]) != title.npos)
      terms.emplace(words[i] + words[i + 1], words[i] + words[i + 1]);
  }
  parts_->widening.each_in(normal, [&](std::string_view form) { terms.emplace(std::string(form), std::string(form)); });
  std::vector<std::pair<std::uint32_t, std::string>> rare;
  const std::uint32_t common = std::max<std::uint32_t>(10, index.documents() / kCommonShare);
  for (const auto& [form, shown] : terms)
    if (const std::uint32_t documents = index.at_most(form); documents > 1 && documents <= common && count_code_points(form) > 1)
      rare.emplace_back(documents, form);
  std::ranges::sort(rare);
  if (rare.size() > kMostTerms) rare.resize(kMostTerms);

  struct Shared {
    double score = 0;
    std::vector<std::pair<double, std::string>> words;
  };
  std::map<std::uint32_t, Shared> others;
  const auto add = [&](const std::vector<SearchHit>& hits, double worth, const std::string& shown) {
    for (const SearchHit hit : hits) {
      if (hit.row() == *own) continue;
      Shared& shared = others[hit.row()];
      const double more = hit.place() == TermPlace::in_title ? 1.5 * worth : worth;
      shared.score += more;
      shared.words.emplace_back(more, shown);
    }
  };
  std::vector<SearchHit> hits;
  for (const auto& [documents, form] : rare) {
    hits.clear();
    index.find(form, hits);
    add(hits, rarity(index.documents(), static_cast<std::uint32_t>(hits.size())), form);
  }
  // Bodies under one entry however they are called.
  index.each_value(SearchColumn::body, *own, [&](std::uint32_t number) {
    hits.clear();
    index.all(hits);
    index.keep_values(SearchColumn::body, {&number, 1}, hits);
    if (hits.size() > 1 && hits.size() <= common)
      add(hits, rarity(index.documents(), static_cast<std::uint32_t>(hits.size())), std::string(index.value(SearchColumn::body, number)));
  });

  std::vector<std::pair<double, std::uint32_t>> order;
  for (const auto& [row, shared] : others) order.emplace_back(shared.score, row);
  std::ranges::sort(order, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
  Neighbours out;
  const auto story = index.story(*own);
  if (story) {
    // The same story, the newest first; whatever else they share, they stand first in the order.
    for (std::uint32_t row = index.documents(); row-- > *story && out.same_story.size() < limit;)
      if (row != *own && index.story(row) == story) out.same_story.push_back(neighbour_at(index, row));
    std::erase_if(order, [&](const auto& o) { return index.story(o.second) == story; });
  }
  if (order.size() > limit) order.resize(limit);
  for (const auto& [score, row] : order) {
    NeighbourArticle article = neighbour_at(index, row);
    article.score = score;
    auto& shared = others[row].words;
    std::ranges::sort(shared, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    for (const auto& [worth, word] : shared) {
      // A word inside one that is told already says nothing more.
      const bool told =
          std::ranges::any_of(article.shared, [&](const std::string& s) { return s.find(word) != s.npos || word.find(s) != s.npos; });
      if (!told && article.shared.size() < kSharedShown) article.shared.push_back(word);
    }
    out.related.push_back(std::move(article));
  }
  return out;
}

}  // namespace fengbiao
