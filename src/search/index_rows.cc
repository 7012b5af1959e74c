// What an index knows of a row besides where terms stand: id, day, words, values of columns. Tested by index_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "base/utf8.h"
#include "search/index.h"
#include "search/index_map.h"
#include "search/postings.h"

namespace fengbiao {
namespace {

std::size_t index_of(SearchColumn column) { return static_cast<std::size_t>(column); }

}  // namespace

std::string_view SearchIndex::id(std::uint32_t row) const {
  const std::string_view ids = map_->bytes[IndexPart::ids];
  std::size_t at = map_->id_begins[row / kIdsTogether];
  for (std::size_t n = row % kIdsTogether; n > 0 && at != ids.npos; --n) at = ids.find('\n', at + 1);
  if (at == ids.npos || at + 1 >= ids.size()) return {};
  return ids.substr(at + 1, ids.find('\n', at + 1) - at - 1);
}

std::optional<std::uint32_t> SearchIndex::row_of(std::string_view id) const {
  if (id.find('\n') != id.npos) return std::nullopt;
  const std::string_view ids = map_->bytes[IndexPart::ids];
  const std::string wanted = "\n" + std::string(id) + "\n";
  const void* const found = memmem(ids.data(), ids.size(), wanted.data(), wanted.size());
  if (!found) return std::nullopt;
  const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - ids.data());
  const auto group = std::ranges::upper_bound(map_->id_begins, at);
  if (group == map_->id_begins.begin()) return std::nullopt;
  const auto first = static_cast<std::size_t>(group - map_->id_begins.begin() - 1);
  const auto behind =
      std::count(ids.begin() + static_cast<std::ptrdiff_t>(map_->id_begins[first]), ids.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const std::size_t row = first * kIdsTogether + static_cast<std::size_t>(behind);
  return row < documents() ? std::optional(static_cast<std::uint32_t>(row)) : std::nullopt;
}

std::int32_t SearchIndex::day(std::uint32_t row) const { return map_->days[row]; }

std::optional<std::uint32_t> SearchIndex::story(std::uint32_t row) const {
  if (map_->stories.empty() || map_->stories[row] == 0) return std::nullopt;
  return map_->stories[row] - 1;
}
bool SearchIndex::has_stories() const { return !map_->stories.empty(); }

std::string SearchIndex::normal(std::uint32_t row) const {
  std::string normal;
  const std::string_view text = map_->lines(row).text;
  normal.reserve(2 * text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CharacterCode::Read c = map_->code.read(text, at);
    append_utf8(normal, c.code);
    at += c.size;
  }
  return normal;
}

SearchedText SearchIndex::text(std::uint32_t row) const {
  const Map& map = *map_;
  auto [marks, text] = map.lines(row);
  const std::string_view pieces = map.bytes[IndexPart::pieces];
  SearchedText out;
  bool in_title = true;
  std::uint32_t next = 0;  // marked character
  bool marked = take_varint(marks, next);
  std::uint32_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++n) {
    const CharacterCode::Read c = map.code.read(text, at);
    at += c.size;
    if (in_title && c.code == U'\n') {
      in_title = false;
      out.title_size = static_cast<std::uint32_t>(out.normal.size());
    }
    append_utf8(out.normal, c.code);
    out.origin.resize(out.normal.size(), static_cast<std::uint32_t>(out.printed.size()));
    std::uint32_t piece = c.number < map.usual_pieces.size() ? map.usual_pieces[c.number] : 0;
    if (marked && n == next) {
      std::uint32_t gap = 0;
      if (!take_varint(marks, piece)) piece = 0;
      marked = take_varint(marks, gap);
      next = n + 1 + gap;
    }
    if (piece == 0 || piece >= map.piece_begins.size() - 1) append_utf8(out.printed, c.code);
    else out.printed += pieces.substr(map.piece_begins[piece], map.piece_begins[piece + 1] - map.piece_begins[piece]);
  }
  out.origin.push_back(static_cast<std::uint32_t>(out.printed.size()));
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
