#include "search/index_builder.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "search/character_code.h"
#include "search/gram_lists.h"
#include "search/postings.h"
#include "search/search_text.h"
#include "search/stories.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kOther = CharacterCode::kOther;
constexpr std::size_t kMostText = std::numeric_limits<std::uint32_t>::max() - 1;
// Rows of characters that stand in more documents than these are gone on from: few enough to be looked through in a moment, fewer where
// documents are long. One in kOftenShare, or in as many as a document has times kOftenCharacters.
constexpr std::uint32_t kOftenLeast = 1000, kOftenShare = 25, kOftenCharacters = 9;

std::int32_t day_of(std::string_view date) {
  int y = 0;
  unsigned m = 0, d = 0;
  if (date.size() != 10) return SearchIndex::kNoDay;
  std::from_chars(date.data(), date.data() + 4, y);
  std::from_chars(date.data() + 5, date.data() + 7, m);
  std::from_chars(date.data() + 8, date.data() + 10, d);
  const std::chrono::year_month_day day{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
  return day.ok() ? static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count()) : SearchIndex::kNoDay;
}

// Strings numbered in the order in which they come.
class Words {
 public:
  std::uint32_t operator()(std::string_view word) {
    const auto [at, is_new] = numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(&at->first);
    return at->second;
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return *words_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  // its order is never looked at
  std::vector<const std::string*> words_;
};

// Strings in a given order, and where each begins; one more begin for the end.
void pack_words(const Words& words, std::span<const std::uint32_t> order, std::string& bytes, std::string& begins) {
  std::vector<std::uint32_t> at;
  for (const std::uint32_t number : order) {
    at.push_back(static_cast<std::uint32_t>(bytes.size()));
    bytes += words[number];
  }
  at.push_back(static_cast<std::uint32_t>(bytes.size()));
  begins = bytes_of(at);
}

struct Mark {  // a character that is not printed as its normal form is
  std::uint32_t at = 0, piece = 0;
};

struct Column {
  Words values;
  std::vector<std::uint32_t> numbers, starts;
};

}  // namespace

struct SearchIndexBuilder::State {
  std::string ids;
  std::vector<std::uint32_t> id_begins;
  std::vector<std::int32_t> days;
  std::vector<std::uint16_t> numbers;  // of characters, in the order in which they come; 0: line end
  std::vector<char32_t> others;        // those whose number is kOther, one after the other
  std::vector<std::uint32_t> begins, title_ends, mark_begins;
  std::vector<Mark> marks;
  Words pieces;
  std::vector<char32_t> characters{U'\n'};
  std::vector<std::uint16_t> number_of;  // by code point
  Column columns[kSearchColumns];
  Folded folded;
  bool too_large = false;

  State() : number_of(0x110000) { pieces(""); }  // piece 0: as in normal form

  void add_line(std::string_view line) {
    line = slice(line, trim(line, whole(line)));
    search_text(line, folded);
    for (std::size_t i = 0; i < folded.text.size();) {
      const Decoded d = decode(folded.text, i);
      const std::uint32_t from = i == 0 ? 0 : folded.origin[i];  // what vanishes at the beginning goes with the first
      const std::string_view printed = line.substr(from, folded.origin[i + d.size] - from);
      if (printed != std::string_view(folded.text).substr(i, d.size))
        marks.push_back({static_cast<std::uint32_t>(numbers.size()), pieces(printed)});
      std::uint16_t& number = number_of[d.code];
      if (number == 0) {
        number = static_cast<std::uint16_t>(std::min<std::size_t>(characters.size(), kOther));
        if (number != kOther) characters.push_back(d.code);
      }
      if (number == kOther) others.push_back(d.code);
      numbers.push_back(number);
      i += d.size;
    }
    numbers.push_back(0);
  }
};

SearchIndexBuilder::SearchIndexBuilder() : state_(std::make_unique<State>()) {}
SearchIndexBuilder::SearchIndexBuilder(SearchIndexBuilder&&) noexcept = default;
SearchIndexBuilder& SearchIndexBuilder::operator=(SearchIndexBuilder&&) noexcept = default;
SearchIndexBuilder::~SearchIndexBuilder() = default;

void SearchIndexBuilder::add(const SearchDocument& document) {
  State& s = *state_;
  std::size_t size = document.title.size() + 1;
  for (const std::string& paragraph : document.paragraphs) size += paragraph.size() + 1;
  s.too_large = s.too_large || s.numbers.size() + size > kMostText || s.begins.size() + 1 >= kMostSearchRows;
  if (s.too_large) return;
  if (s.begins.size() % kIdsTogether == 0) s.id_begins.push_back(static_cast<std::uint32_t>(s.ids.size()));
  s.ids += '\n';
  for (const char c : document.id) s.ids += c == '\n' ? ' ' : c;
  s.days.push_back(day_of(document.date));
  s.begins.push_back(static_cast<std::uint32_t>(s.numbers.size()));
  s.mark_begins.push_back(static_cast<std::uint32_t>(s.marks.size()));
  s.add_line(document.title);
  s.title_ends.push_back(static_cast<std::uint32_t>(s.numbers.size() - 1));
  for (const std::string& paragraph : document.paragraphs) s.add_line(paragraph);
  for (std::size_t c = 0; c < kSearchColumns; ++c) {
    Column& column = s.columns[c];
    column.starts.push_back(static_cast<std::uint32_t>(column.numbers.size()));
    for (const std::string& value : document.values[c]) column.numbers.push_back(column.values(value));
  }
}

namespace {

// Characters by how often they occur, the line end first: their new numbers by the old ones.
std::vector<std::uint16_t> renumber(std::vector<std::uint16_t>& numbers, std::vector<char32_t>& characters) {
  std::vector<std::uint64_t> counts(0x10000);
  for (const std::uint16_t number : numbers) ++counts[number];
  std::vector<std::uint16_t> order(characters.size()), renumbered(0x10000, static_cast<std::uint16_t>(kOther));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint16_t>(i);
  std::ranges::sort(order.begin() + 1, order.end(),
                    [&](auto a, auto b) { return counts[a] != counts[b] ? counts[a] > counts[b] : characters[a] < characters[b]; });
  std::vector<char32_t> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    renumbered[order[i]] = static_cast<std::uint16_t>(i);
    sorted.push_back(characters[order[i]]);
  }
  characters = std::move(sorted);
  for (std::uint16_t& number : numbers) number = renumbered[number];
  return renumbered;
}

// The piece that is printed most often for each character.
std::vector<std::uint32_t> usual_pieces(std::span<const std::uint16_t> numbers, std::span<const Mark> marks, std::size_t characters) {
  std::vector<std::uint32_t> plain(0x10000);
  for (const std::uint16_t number : numbers) ++plain[number];
  std::vector<std::pair<std::uint64_t, std::uint32_t>> counted;  // character and piece
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const Mark& mark : marks) {
    --plain[numbers[mark.at]];
    ++counts[std::uint64_t{numbers[mark.at]} << 32 | mark.piece];
  }
  for (const auto& count : counts) counted.emplace_back(count);
  std::ranges::sort(counted);
  std::vector<std::uint32_t> usual(characters), most(characters);
  for (std::size_t c = 0; c < characters; ++c) most[c] = plain[c];
  for (const auto& [key, count] : counted) {
    const auto c = static_cast<std::size_t>(key >> 32);
    if (c >= characters || count <= most[c]) continue;
    most[c] = count;
    usual[c] = static_cast<std::uint32_t>(key);
  }
  return usual;
}

void pack_column(Column& column, std::uint32_t documents, std::string* parts, std::uint32_t& width) {
  std::vector<std::uint32_t> order(column.values.size()), number(column.values.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return column.values[i]; });
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
  pack_words(column.values, order, parts[static_cast<std::size_t>(ColumnPart::values)],
             parts[static_cast<std::size_t>(ColumnPart::value_begins)]);
  width = order.size() <= 0x100 ? 1 : order.size() <= 0x10000 ? 2 : 4;
  std::string& numbers = parts[static_cast<std::size_t>(ColumnPart::numbers)];
  std::vector<std::uint32_t> starts, of_row;
  std::uint32_t sum = 0;
  bool one_each = true;
  column.starts.push_back(static_cast<std::uint32_t>(column.numbers.size()));
  for (std::uint32_t row = 0; row < documents; ++row) {
    of_row.clear();
    for (std::uint32_t i = column.starts[row]; i < column.starts[row + 1]; ++i) of_row.push_back(number[column.numbers[i]]);
    std::ranges::sort(of_row);
    of_row.erase(std::ranges::unique(of_row).begin(), of_row.end());
    starts.push_back(sum);
    sum += static_cast<std::uint32_t>(of_row.size());
    one_each = one_each && of_row.size() == 1;
    for (std::uint32_t value : of_row)
      for (unsigned byte = 0; byte < width; ++byte, value >>= 8) numbers += static_cast<char>(value & 0xFF);
  }
  starts.push_back(sum);
  if (sum > 0 && !one_each) parts[static_cast<std::size_t>(ColumnPart::starts)] = bytes_of(starts);
}

}  // namespace

Result<IndexBytes> SearchIndexBuilder::make(std::string_view stamp, std::uint32_t often) {
  State s = std::move(*state_);
  *state_ = State();
  if (s.too_large) return fail(Cause::too_large, {}, "more text than one search index holds");
  std::array<std::string, kIndexParts> parts;
  const auto part = [&](IndexPart p) -> std::string& { return parts[static_cast<std::size_t>(p)]; };
  const auto documents = static_cast<std::uint32_t>(s.begins.size());
  s.begins.push_back(static_cast<std::uint32_t>(s.numbers.size()));
  s.mark_begins.push_back(static_cast<std::uint32_t>(s.marks.size()));
  renumber(s.numbers, s.characters);
  part(IndexPart::stories) = bytes_of(find_stories({s.numbers, s.begins, s.title_ends, s.characters}));

  // Pieces by how often they are wanted, so that most marks take two bytes.
  const std::vector<std::uint32_t> usual = usual_pieces(s.numbers, s.marks, s.characters.size());
  const auto usual_of = [&](std::uint16_t number) { return number < usual.size() ? usual[number] : 0; };
  std::vector<std::uint32_t> wanted(s.pieces.size());
  const auto each_mark = [&](std::uint32_t row, auto&& visit) {
    std::uint32_t m = s.mark_begins[row];
    for (std::uint32_t i = s.begins[row]; i < s.begins[row + 1]; ++i) {
      const bool marked = m < s.mark_begins[row + 1] && s.marks[m].at == i;
      const std::uint32_t piece = marked ? s.marks[m++].piece : 0;
      if (piece != usual_of(s.numbers[i])) visit(i, piece);
    }
  };
  for (std::uint32_t row = 0; row < documents; ++row) each_mark(row, [&](std::uint32_t, std::uint32_t piece) { ++wanted[piece]; });
  std::vector<std::uint32_t> order(s.pieces.size()), piece_number(s.pieces.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order.begin() + 1, order.end(), std::greater<>(), [&](std::uint32_t i) { return wanted[i]; });
  for (std::uint32_t i = 0; i < order.size(); ++i) piece_number[order[i]] = i;
  pack_words(s.pieces, order, part(IndexPart::pieces), part(IndexPart::piece_begins));
  std::vector<std::uint32_t> usual_numbers;
  for (const std::uint32_t piece : usual) usual_numbers.push_back(piece_number[piece]);
  part(IndexPart::usual_pieces) = bytes_of(usual_numbers);

  // The texts, each behind its marks.
  std::vector<std::uint32_t> text_begins;
  std::string& texts = part(IndexPart::texts);
  texts.reserve(s.numbers.size() + s.numbers.size() / 2);
  std::string marks;
  std::size_t other = 0;
  for (std::uint32_t row = 0; row < documents; ++row) {
    if (texts.size() > kMostText) return fail(Cause::too_large, {}, "more text than one search index holds");
    text_begins.push_back(static_cast<std::uint32_t>(texts.size()));
    marks.clear();
    std::uint32_t next = s.begins[row];
    each_mark(row, [&](std::uint32_t at, std::uint32_t piece) {
      append_varint(marks, at - next);
      append_varint(marks, piece_number[piece]);
      next = at + 1;
    });
    append_varint(texts, static_cast<std::uint32_t>(marks.size()));
    texts += marks;
    for (std::uint32_t i = s.begins[row]; i < s.begins[row + 1]; ++i) {
      const std::uint16_t number = s.numbers[i];
      CharacterCode::append(number, number == kOther ? s.others[other++] : s.characters[number], texts);
    }
  }
  text_begins.push_back(static_cast<std::uint32_t>(texts.size()));
  part(IndexPart::text_begins) = bytes_of(text_begins);
  part(IndexPart::characters) = bytes_of(s.characters);
  s.marks = {};

  IndexSettings settings;
  settings.documents = documents;
  const auto average = static_cast<std::uint32_t>(s.numbers.size() / std::max(1U, documents));
  settings.often = often > 0 ? often : std::max(kOftenLeast, documents / std::max(kOftenShare, average / kOftenCharacters));
  settings.others = s.others.empty() ? 0 : 1;
  FB_TRY(GramLists grams, list_grams({s.numbers, s.begins, s.title_ends, static_cast<std::uint32_t>(s.characters.size())}, settings.often));
  part(IndexPart::lists) = std::move(grams.lists);
  part(IndexPart::singles) = bytes_of(grams.singles);
  part(IndexPart::pair_begins) = bytes_of(grams.pair_begins);
  part(IndexPart::pair_seconds) = bytes_of(grams.pair_seconds);
  part(IndexPart::pair_lists) = bytes_of(grams.pair_lists);
  part(IndexPart::row_slots) = bytes_of(grams.slots);
  part(IndexPart::rows) = bytes_of(grams.rows);
  part(IndexPart::row_words) = std::move(grams.row_words);

  part(IndexPart::stamp) = stamp;
  part(IndexPart::ids) = std::move(s.ids) + '\n';
  part(IndexPart::id_begins) = bytes_of(s.id_begins);
  part(IndexPart::days) = bytes_of(s.days);
  for (std::size_t c = 0; c < kSearchColumns; ++c)
    pack_column(s.columns[c], documents, &part(IndexPart::columns) + c * kColumnParts, settings.widths[c]);
  part(IndexPart::settings).assign(reinterpret_cast<const char*>(&settings), sizeof(settings));
  return keep_parts(std::move(parts));
}

}  // namespace fengbiao
