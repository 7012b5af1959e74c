#include "search/index_map.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "search/postings.h"

namespace fengbiao {
namespace {

// `begins` rise from 0 to `size`, one for each of `count` and one for the end.
bool are_begins(std::span<const std::uint32_t> begins, std::size_t count, std::size_t size) {
  return begins.size() == count + 1 && begins.front() == 0 && begins.back() == size && std::ranges::is_sorted(begins);
}

}  // namespace

Result<std::shared_ptr<const SearchIndex::Map>> SearchIndex::Map::over(IndexBytes bytes) {
  auto map = std::make_shared<Map>();
  map->bytes = std::move(bytes);
  if (!map->is_whole()) return fail(Cause::damaged, {}, "its parts do not fit each other");
  map->code = CharacterCode(map->characters, map->settings.others != 0);
  map->normal_sizes.resize(map->settings.documents);
  return map;
}

bool SearchIndex::Map::is_whole() {
  const auto words = [&](IndexPart part) { return numbers_of<std::uint32_t>(bytes[part]); };
  const std::string_view given = bytes[IndexPart::settings];
  if (given.size() != sizeof(settings)) return false;
  std::memcpy(&settings, given.data(), sizeof(settings));
  const std::size_t documents = settings.documents;
  if (documents >= kMostSearchRows) return false;

  id_begins = words(IndexPart::id_begins);
  const std::string_view ids = bytes[IndexPart::ids];
  if (id_begins.size() != (documents + kIdsTogether - 1) / kIdsTogether || ids.empty() || ids.front() != '\n' || ids.back() != '\n')
    return false;
  if (!std::ranges::is_sorted(id_begins) || (!id_begins.empty() && (id_begins.front() != 0 || id_begins.back() >= ids.size())))
    return false;
  days = numbers_of<std::int32_t>(bytes[IndexPart::days]);
  if (days.size() != documents) return false;

  texts = bytes[IndexPart::texts];
  text_begins = words(IndexPart::text_begins);
  characters = words(IndexPart::characters);
  usual_pieces = words(IndexPart::usual_pieces);
  piece_begins = words(IndexPart::piece_begins);
  if (!are_begins(text_begins, documents, texts.size()) || characters.empty() || characters.size() > CharacterCode::kOther ||
      usual_pieces.size() != characters.size() || piece_begins.empty() ||
      !are_begins(piece_begins, piece_begins.size() - 1, bytes[IndexPart::pieces].size()))
    return false;

  lists = bytes[IndexPart::lists];
  singles = words(IndexPart::singles);
  pair_begins = words(IndexPart::pair_begins);
  pair_seconds = numbers_of<std::uint16_t>(bytes[IndexPart::pair_seconds]);
  pair_lists = words(IndexPart::pair_lists);
  if (singles.size() != characters.size() + 1 || pair_seconds.size() != pair_lists.size() ||
      !are_begins(pair_begins, singles.size(), pair_seconds.size()))
    return false;
  slots = words(IndexPart::row_slots);
  rows = numbers_of<IndexRow>(bytes[IndexPart::rows]);
  // A table with an empty slot, so that every search in it ends.
  if (slots.empty() || (slots.size() & (slots.size() - 1)) != 0 || rows.empty() || rows.size() > slots.size()) return false;
  if (std::ranges::all_of(slots, [&](std::uint32_t row) { return row < rows.size() - 1; })) return false;

  stories = words(IndexPart::stories);
  if (!stories.empty() && (stories.size() != documents || std::ranges::any_of(stories, [&](std::uint32_t s) { return s > documents; })))
    return false;

  for (std::size_t c = 0; c < kSearchColumns; ++c) {
    Column& column = columns[c];
    column.values = bytes.column(c, ColumnPart::values);
    column.value_begins = numbers_of<std::uint32_t>(bytes.column(c, ColumnPart::value_begins));
    column.numbers = bytes.column(c, ColumnPart::numbers);
    column.starts = numbers_of<std::uint32_t>(bytes.column(c, ColumnPart::starts));
    column.width = settings.widths[c];
    if (column.width != 1 && column.width != 2 && column.width != 4) return false;
    if (column.value_begins.empty() || !are_begins(column.value_begins, column.value_begins.size() - 1, column.values.size())) return false;
    const std::size_t count = column.numbers.size() / column.width;
    if (!column.starts.empty() ? !are_begins(column.starts, documents, count) : count != documents && count != 0) return false;
    const ColumnView view{reinterpret_cast<const unsigned char*>(column.numbers.data()), nullptr, column.width};
    for (std::uint32_t i = 0; i < count; ++i)
      if (view.number(i) >= column.value_begins.size() - 1) return false;
  }
  return true;
}

SearchIndex::Map::Term SearchIndex::Map::term(std::string_view text) const {
  Term term;
  if (text.empty()) return term;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    const std::uint32_t number = d.code == U'\n' ? CharacterCode::kAbsent : code.number(d.code);
    if (number == CharacterCode::kAbsent) return term;
    term.others = term.others || number == CharacterCode::kOther;
    term.numbers += static_cast<char16_t>(number);
    CharacterCode::append(number, d.code, term.coded);
    i += d.size;
  }
  term.possible = true;
  return term;
}

std::string_view SearchIndex::Map::single(std::uint32_t number) const {
  return list_at(singles[number == CharacterCode::kOther ? singles.size() - 1 : number]);
}

std::string_view SearchIndex::Map::pair(std::uint32_t first, std::uint32_t second) const {
  const std::size_t place = first == CharacterCode::kOther ? singles.size() - 1 : first;
  const auto begin = pair_seconds.begin() + pair_begins[place], end = pair_seconds.begin() + pair_begins[place + 1];
  const auto at = std::lower_bound(begin, end, second);
  if (at == end || *at != second) return {};
  return list_at(pair_lists[static_cast<std::size_t>(at - pair_seconds.begin())]);
}

std::string_view SearchIndex::Map::row(std::u16string_view numbers) const {
  const std::string_view wanted(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(char16_t));
  const std::string_view words = bytes[IndexPart::row_words];
  std::size_t i = home_slot(hash64(wanted), slots.size());
  for (std::size_t tried = 0; tried < slots.size() && slots[i] < rows.size() - 1; ++tried, i = (i + 1) & (slots.size() - 1)) {
    const IndexRow &row = rows[slots[i]], &next = rows[slots[i] + 1];
    if (row.word <= next.word && next.word <= words.size() && words.substr(row.word, next.word - row.word) == wanted)
      return list_at(row.list);
  }
  return {};
}

SearchIndex::Map::Lines SearchIndex::Map::lines(std::uint32_t document) const {
  std::string_view all = texts.substr(text_begins[document], text_begins[document + 1] - text_begins[document]);
  std::uint32_t size = 0;
  if (!take_varint(all, size) || size > all.size()) return {};
  return {all.substr(0, size), all.substr(size)};
}

}  // namespace fengbiao
