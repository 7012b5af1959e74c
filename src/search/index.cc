#include "search/index.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "search/gram_lists.h"
#include "search/index_map.h"
#include "search/postings.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFewEnough = 64;  // documents that are looked through rather than cut down by one more list
constexpr std::size_t kWorthIt = 48;    // a list is read to cut documents down when it is at most so many times longer
constexpr std::size_t kAhead = 8;       // documents whose texts are fetched before they are looked through

// Leaves in `hits` those whose rows stand in `list` too.
void keep_common(std::vector<SearchHit>& hits, const std::vector<SearchHit>& list) {
  std::size_t kept = 0, at = 0;
  for (const SearchHit hit : hits) {
    while (at < list.size() && list[at].row() < hit.row()) ++at;
    if (at == list.size()) break;
    if (list[at].row() == hit.row()) hits[kept++] = hit;
  }
  hits.resize(kept);
}

// How the coded `term` stands in a text whose title ends with the first line; nothing where it does not.
std::optional<TermPlace> place_in(std::string_view text, std::string_view term) {
  std::size_t at = find_coded(text, term);
  if (at == text.npos) return std::nullopt;
  if (text.substr(0, at).find('\0') == text.npos) return TermPlace::in_title;
  int times = 0;
  for (; at != text.npos && times < 3; at = find_coded(text, term, at + 1)) ++times;
  return static_cast<TermPlace>(times - 1);
}

}  // namespace

Result<SearchIndex> SearchIndex::over(IndexBytes bytes) {
  FB_TRY(std::shared_ptr<const Map> map, Map::over(std::move(bytes)));
  return SearchIndex(std::move(map));
}
const IndexBytes& SearchIndex::bytes() const { return map_->bytes; }
std::uint32_t SearchIndex::documents() const { return map_->settings.documents; }
std::string_view SearchIndex::stamp() const { return map_->bytes[IndexPart::stamp]; }

SearchIndex::Map::Cover SearchIndex::Map::cover(const Term& term) const {
  const std::size_t size = term.numbers.size();
  Cover cover;
  if (!term.possible) return cover;
  struct Listed {
    std::string_view list;
    std::uint32_t count = 0;
    std::size_t length = 1;
  };
  std::vector<Listed> best(size), now(size);
  if (size == 1) {
    const std::string_view list = single(term.numbers[0]);
    if (!list.empty()) cover = {{list}, !term.others};
    return cover;
  }
  for (std::size_t i = 0; i + 1 < size; ++i) {
    const std::string_view list = pair(term.numbers[i], term.numbers[i + 1]);
    if (list.empty()) return cover;
    best[i] = now[i] = {list, hit_count(list), 2};
  }
  // Longer rows are listed where both halves stand in many documents: then one that is not there stands nowhere.
  const auto is_often = [&](const Listed& row, std::size_t length) { return row.length == length && row.count > settings.often; };
  bool longer = !term.others;
  for (std::size_t length = 3; longer && length <= std::min(kLongestRow, size); ++length) {
    longer = false;
    for (std::size_t i = 0; i + length <= size; ++i) {
      if (!is_often(now[i], length - 1) || !is_often(now[i + 1], length - 1)) continue;
      const std::string_view list = row(std::u16string_view(term.numbers).substr(i, length));
      if (list.empty()) return cover;
      best[i] = now[i] = {list, hit_count(list), length};
      longer = true;
    }
  }
  std::vector<Listed> chosen;
  for (std::size_t i = 0, reach = 0; reach < size; ++i) {
    if (i + best[i].length <= reach) continue;
    chosen.push_back(best[i]);
    reach = i + best[i].length;
  }
  std::ranges::stable_sort(chosen, {}, &Listed::count);
  for (const Listed& row : chosen) cover.lists.push_back(row.list);
  cover.whole = chosen.size() == 1 && chosen[0].length == size && !term.others;
  return cover;
}

void SearchIndex::Map::look_through(const Term& term, Look look, std::vector<SearchHit>& hits, std::vector<TermPlace>* also) const {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i + 2 * kAhead < hits.size()) __builtin_prefetch(&text_begins[hits[i + 2 * kAhead].row()]);
    if (i + kAhead < hits.size()) {
      const char* const text = texts.data() + text_begins[hits[i + kAhead].row()];
      for (std::size_t line = 0; line < 4; ++line) __builtin_prefetch(text + 64 * line);
    }
    const SearchHit hit = hits[i];
    const auto place = place_in(lines(hit.row()).text, term.coded);
    if (place.has_value() == (look == Look::drop)) continue;
    hits[kept++] = look == Look::find ? SearchHit(hit.row(), *place) : hit;
    if (also) also->push_back(*place);
  }
  hits.resize(kept);
}

void SearchIndex::find(std::string_view text, std::vector<SearchHit>& hits) const {
  hits.clear();
  const Map& map = *map_;
  const Map::Term term = map.term(text);
  const Map::Cover parts = map_->cover(term);
  if (parts.lists.empty()) return;
  unpack_hits(parts.lists[0], map.settings.documents, hits);
  if (parts.whole) return;
  std::vector<SearchHit> list;
  for (std::size_t i = 1; i < parts.lists.size() && hits.size() > kFewEnough; ++i) {
    if (hit_count(parts.lists[i]) / kWorthIt > hits.size()) break;
    unpack_hits(parts.lists[i], map.settings.documents, list);
    keep_common(hits, list);
  }
  map.look_through(term, Map::Look::find, hits);
}

std::uint32_t SearchIndex::at_most(std::string_view text) const {
  const Map::Cover parts = map_->cover(map_->term(text));
  return parts.lists.empty() ? 0 : hit_count(parts.lists[0]);
}

void SearchIndex::keep(std::string_view text, std::vector<SearchHit>& hits, std::vector<TermPlace>* also) const {
  if (also) also->clear();
  const Map::Term term = map_->term(text);
  const Map::Cover parts = map_->cover(term);
  if (parts.lists.empty()) return hits.clear();
  if (hit_count(parts.lists[0]) / kWorthIt > hits.size() || hits.size() <= kFewEnough)
    return map_->look_through(term, Map::Look::keep, hits, also);
  std::vector<SearchHit> list;
  find(text, list);
  std::size_t kept = 0, at = 0;
  for (const SearchHit hit : hits) {
    while (at < list.size() && list[at].row() < hit.row()) ++at;
    if (at == list.size()) break;
    if (list[at].row() != hit.row()) continue;
    hits[kept++] = hit;
    if (also) also->push_back(list[at].place());
  }
  hits.resize(kept);
}

void SearchIndex::drop(std::string_view text, std::vector<SearchHit>& hits) const {
  const Map::Term term = map_->term(text);
  const Map::Cover parts = map_->cover(term);
  if (parts.lists.empty()) return;
  if (hit_count(parts.lists[0]) / kWorthIt > hits.size() || hits.size() <= kFewEnough)
    return map_->look_through(term, Map::Look::drop, hits);
  std::vector<SearchHit> list;
  find(text, list);
  std::size_t at = 0;
  std::erase_if(hits, [&](SearchHit hit) {
    while (at < list.size() && list[at].row() < hit.row()) ++at;
    return at < list.size() && list[at].row() == hit.row();
  });
}

void SearchIndex::all(std::vector<SearchHit>& hits) const {
  hits.clear();
  for (std::uint32_t row = 0; row < documents(); ++row) hits.emplace_back(row, TermPlace::once);
}

std::size_t find_term(std::string_view text, std::string_view term, std::size_t from) { return find_in(text, term, from); }

}  // namespace fengbiao
