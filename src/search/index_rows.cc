// What an index knows of a row besides where terms stand: id, day, words, values of columns. Tested by index_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <mutex>
#include <utility>

#include "base/hash.h"
#include "search/index.h"
#include "search/index_map.h"
#include "search/postings.h"

namespace fengbiao {
namespace {

std::size_t index_of(SearchColumn column) { return static_cast<std::size_t>(column); }
std::uint32_t short_hash(std::string_view id) { return static_cast<std::uint32_t>(hash64(id)); }

}  // namespace

std::string_view SearchIndex::id(std::uint32_t row) const {
  const std::string_view ids = map_->bytes[IndexPart::ids];
  std::size_t at = map_->id_begins[row / kIdsTogether];
  for (std::size_t n = row % kIdsTogether; n > 0 && at != ids.npos; --n) at = ids.find('\n', at + 1);
  if (at == ids.npos || at + 1 >= ids.size()) return {};
  return ids.substr(at + 1, ids.find('\n', at + 1) - at - 1);
}

std::optional<std::uint32_t> SearchIndex::row_of(std::string_view wanted) const {
  Map::RowsOfIds& ids = map_->rows_of_ids;
  std::call_once(ids.made, [&] {
    ids.rows.reserve(documents());
    for (std::uint32_t row = 0; row < documents(); ++row) ids.rows.emplace_back(short_hash(id(row)), row);
    std::ranges::sort(ids.rows);
  });
  const std::uint32_t hash = short_hash(wanted);
  for (auto at = std::ranges::lower_bound(ids.rows, std::pair(hash, 0U)); at != ids.rows.end() && at->first == hash; ++at)
    if (id(at->second) == wanted) return at->second;
  return std::nullopt;
}

std::int32_t SearchIndex::day(std::uint32_t row) const { return map_->days[row]; }

std::optional<std::uint32_t> SearchIndex::story(std::uint32_t row) const {
  if (map_->stories.empty() || map_->stories[row] == 0) return std::nullopt;
  return map_->stories[row] - 1;
}
bool SearchIndex::has_stories() const { return !map_->stories.empty(); }

std::string SearchIndex::normal(std::uint32_t row) const {
  std::string normal;
  map_->code.spell(map_->lines(row).text, normal);
  return normal;
}

const CharacterCode& SearchIndex::code() const { return map_->code; }
std::string_view SearchIndex::coded(std::uint32_t row) const { return map_->lines(row).text; }
std::string SearchIndex::coded_term(std::string_view text) const {
  Map::Term term = map_->term(text);
  return term.possible ? std::move(term.coded) : std::string();
}

std::uint32_t SearchIndex::normal_size(std::uint32_t row) const {
  const std::atomic_ref size(map_->normal_sizes[row]);
  std::uint32_t known = size.load(std::memory_order_relaxed);
  if (known == 0) {
    known = static_cast<std::uint32_t>(map_->code.spelled_size(coded(row)));
    size.store(known, std::memory_order_relaxed);
  }
  return known;
}

SearchedText SearchIndex::text(std::uint32_t row) const { return text_of(row, map_->lines(row).text.size()); }

std::string SearchIndex::title(std::uint32_t row) const {
  std::string printed = text_of(row, map_->lines(row).text.find('\0')).printed;
  return printed;
}

SearchedText SearchIndex::text_of(std::uint32_t row, std::size_t bytes) const {
  const Map& map = *map_;
  auto [marks, text] = map.lines(row);
  text = text.substr(0, bytes);
  const std::string_view pieces = map.bytes[IndexPart::pieces];
  SearchedText out;
  bool in_title = true;
  std::uint32_t next = 0;  // marked character
  bool marked = take_varint(marks, next);
  // Written into room that is surely large enough, a character with four bytes and its true size told after: it has at most so many in
  // UTF-8, and a longer piece gets room of its own when it comes.
  constexpr std::size_t kLongest = 4;
  const std::size_t most = (text.size() + 2) * kLongest;
  const bool whole = bytes >= map.lines(row).text.size();
  out.origin.resize((whole ? normal_size(row) : most) + kLongest);
  std::size_t normal = 0, printed = 0;
  out.normal.resize_and_overwrite(most, [&](char* normals, std::size_t) {
    out.printed.resize(most);
    std::uint32_t n = 0;
    char room[kLongest];
    for (std::size_t at = 0; at < text.size(); ++n) {
      const CharacterCode::Read c = map.code.read(text, at);
      at += c.size;
      if (in_title && c.code == U'\n') {
        in_title = false;
        out.title_size = static_cast<std::uint32_t>(normal);
      }
      const std::string_view utf8 = map.code.spelled(c, room);  // in a place of four bytes
      std::memcpy(normals + normal, utf8.data(), kLongest);
      std::fill_n(out.origin.data() + normal, kLongest, static_cast<std::uint32_t>(printed));
      normal += utf8.size();
      std::uint32_t piece = c.number < map.usual_pieces.size() ? map.usual_pieces[c.number] : 0;
      if (marked && n == next) {
        std::uint32_t gap = 0;
        if (!take_varint(marks, piece)) piece = 0;
        marked = take_varint(marks, gap);
        next = n + 1 + gap;
      }
      if (piece == 0 || piece >= map.piece_begins.size() - 1) {
        std::memcpy(out.printed.data() + printed, utf8.data(), kLongest);
        printed += utf8.size();
        continue;
      }
      const std::string_view as_printed = pieces.substr(map.piece_begins[piece], map.piece_begins[piece + 1] - map.piece_begins[piece]);
      if (as_printed.size() > kLongest) out.printed.resize(out.printed.size() + as_printed.size());
      as_printed.copy(out.printed.data() + printed, as_printed.size());
      printed += as_printed.size();
    }
    return normal;
  });
  out.printed.resize(printed);
  out.origin.resize(normal);
  out.origin.push_back(static_cast<std::uint32_t>(printed));
  return out;
}

SearchDocument SearchIndex::document(std::uint32_t row) const {
  SearchDocument document;
  document.id = id(row);
  if (day(row) != kNoDay) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day(row)))};
    document.date = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                static_cast<unsigned>(date.day()));
  }
  const std::string printed = text(row).printed;
  for (std::size_t begin = 0, line = 0; begin < printed.size(); ++line) {
    const std::size_t end = std::min(printed.find('\n', begin), printed.size());
    (line == 0 ? document.title : document.paragraphs.emplace_back()) = printed.substr(begin, end - begin);
    begin = end + 1;
  }
  for (std::size_t c = 0; c < kSearchColumns; ++c) {
    const auto column = static_cast<SearchColumn>(c);
    each_value(column, row, [&](std::uint32_t number) { document.values[c].emplace_back(value(column, number)); });
  }
  return document;
}

std::uint32_t SearchIndex::value_count(SearchColumn column) const {
  return static_cast<std::uint32_t>(map_->columns[index_of(column)].value_begins.size() - 1);
}

std::string_view SearchIndex::value(SearchColumn column, std::uint32_t number) const {
  const Map::Column& c = map_->columns[index_of(column)];
  return c.values.substr(c.value_begins[number], c.value_begins[number + 1] - c.value_begins[number]);
}

std::optional<std::uint32_t> SearchIndex::number_of(SearchColumn column, std::string_view wanted) const {
  std::uint32_t from = 0, to = value_count(column);
  while (from < to) {
    const std::uint32_t middle = from + (to - from) / 2;
    if (value(column, middle) < wanted) from = middle + 1;
    else to = middle;
  }
  return from < value_count(column) && value(column, from) == wanted ? std::optional(from) : std::nullopt;
}

SearchIndex::ColumnView SearchIndex::column_view(SearchColumn column) const {
  const Map::Column& c = map_->columns[index_of(column)];
  const auto* const numbers = reinterpret_cast<const unsigned char*>(c.numbers.data());
  if (c.numbers.empty()) return {nullptr, nullptr, 0};
  return {numbers, c.starts.empty() ? nullptr : c.starts.data(), c.width};
}

std::span<const std::uint32_t> SearchIndex::rows_with(SearchColumn column, std::uint32_t wanted) const {
  Map::RowsOfValues& of = map_->rows_of_values[index_of(column)];
  std::call_once(of.made, [&] {
    std::vector<std::uint32_t> begins(value_count(column) + 2, 0);
    const auto each = [&](auto&& visit) {
      for (std::uint32_t row = 0; row < documents(); ++row) each_value(column, row, [&](std::uint32_t number) { visit(row, number); });
    };
    each([&](std::uint32_t, std::uint32_t number) { ++begins[number + 2]; });
    for (std::size_t i = 2; i < begins.size(); ++i) begins[i] += begins[i - 1];
    of.rows.resize(begins.back());
    each([&](std::uint32_t row, std::uint32_t number) { of.rows[begins[number + 1]++] = row; });
    begins.pop_back();
    of.begins = std::move(begins);
  });
  if (wanted + 1 >= of.begins.size()) return {};
  return std::span(of.rows).subspan(of.begins[wanted], of.begins[wanted + 1] - of.begins[wanted]);
}

std::vector<std::uint32_t> SearchIndex::tally(SearchColumn column, std::span<const SearchHit> hits) const {
  std::vector<std::uint32_t> counts(value_count(column));
  for (const SearchHit hit : hits) each_value(column, hit.row(), [&](std::uint32_t number) { ++counts[number]; });
  return counts;
}

void SearchIndex::keep_values(SearchColumn column, std::span<const std::uint32_t> numbers, std::vector<SearchHit>& hits) const {
  std::vector<bool> wanted(value_count(column));
  for (const std::uint32_t number : numbers)
    if (number < wanted.size()) wanted[number] = true;
  std::erase_if(hits, [&](SearchHit hit) {
    bool found = false;
    each_value(column, hit.row(), [&](std::uint32_t number) { found = found || wanted[number]; });
    return !found;
  });
}

void SearchIndex::keep_days(std::int32_t first, std::int32_t last, std::vector<SearchHit>& hits) const {
  std::erase_if(hits, [&](SearchHit hit) {
    const std::int32_t at = day(hit.row());
    return at == kNoDay || at < first || at > last;
  });
}

}  // namespace fengbiao
