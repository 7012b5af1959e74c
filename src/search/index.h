// What is asked of the index of a whole archive: where a stretch of text stands, every place of it, as a plain scan would find it, and what
// a listing of hits shows of each document without the archive being opened.
//
//   std::vector<SearchHit> hits;
//   index.find(search_text("跨境电商"), hits);              rows that hold it, rising; exact
//   index.keep(search_text("综试区"), hits, &also);         those of them that hold this too
//   index.drop(search_text("直播"), hits);                  and do not hold that
//   hits.size()                                             how many there are, all of them
//   index.text(hits[0].row())                               its words as printed, with the way from the normal form back to them
//
// A document is an article; rows number documents from 0 in the order they were put in, which is that of issues, so that a higher row is
// never older than a lower one of the same archive. Terms are in the form of search_text.h and never go over a line end. All calls are
// const and may be made from several threads; a SearchIndex is a handle that is cheap to copy, and what it reads stays as it is while
// another index is put in its place. Nothing here reads the clock or the archive. Tested by index_test.cc against a plain scan.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

// What a document may be filtered and counted by. Each has any number of values.
enum class SearchColumn : std::uint8_t { issue, section, source, area, body, year };
inline constexpr std::size_t kSearchColumns = 6;

// An article as it is put in.
struct SearchDocument {
  std::string id;                       // of the article
  std::string title;                    // as printed, like all text here
  std::vector<std::string> paragraphs;  // what else is searched, in printed order
  std::string date;                     // ISO, of the article; empty where there is none
  std::vector<std::string> values[kSearchColumns];
};

// How a term stands in a document, weakest first.
enum class TermPlace : std::uint8_t { once, twice, often, in_title };  // in the paragraphs: once, twice, more; in the title

// A row and how the term that was asked for stands there, in four bytes. Sorted by row.
class SearchHit {
 public:
  SearchHit() = default;
  constexpr SearchHit(std::uint32_t row, TermPlace place) : bits_(row << 2 | static_cast<std::uint32_t>(place)) {}
  [[nodiscard]] constexpr std::uint32_t row() const { return bits_ >> 2; }
  [[nodiscard]] constexpr TermPlace place() const { return static_cast<TermPlace>(bits_ & 3); }
  constexpr auto operator<=>(const SearchHit&) const = default;

 private:
  std::uint32_t bits_ = 0;
};
inline constexpr std::uint32_t kMostSearchRows = 1U << 30;

// The words of a document. Offsets are bytes.
struct SearchedText {
  std::string printed;                // title \n paragraph \n paragraph \n, as put in, blanks at the title's and paragraphs' ends left out
  std::string normal;                 // the same lines in normal form: where to look for a term
  std::vector<std::uint32_t> origin;  // by byte of normal, and one past the end: where in `printed` it comes from
  std::uint32_t title_size = 0;       // bytes of normal before the first \n
};

struct IndexBytes;
class CharacterCode;

class SearchIndex {
 public:
  // Over bytes made by SearchIndexBuilder or split from a file. Fails with damaged; whatever the bytes are, nothing that is asked
  // afterwards reads beyond them.
  static Result<SearchIndex> over(IndexBytes bytes);
  [[nodiscard]] const IndexBytes& bytes() const;

  [[nodiscard]] std::uint32_t documents() const;
  [[nodiscard]] std::string_view stamp() const;  // of what state of the archive this is the index

  // Rows that hold `term`, rising. An empty term is held by none.
  void find(std::string_view term, std::vector<SearchHit>& hits) const;
  // At least as many as find() gives, and cheap: looks at lists' lengths alone. The rarest term of several is the one to begin with.
  [[nodiscard]] std::uint32_t at_most(std::string_view term) const;
  // Leaves in `hits` (rising, places as they are) the rows that hold `term` too; `also`, if given, gets one a hit left: how `term` stands
  // there.
  void keep(std::string_view term, std::vector<SearchHit>& hits, std::vector<TermPlace>* also = nullptr) const;
  // Leaves in `hits` the rows that do not hold `term`.
  void drop(std::string_view term, std::vector<SearchHit>& hits) const;

  // Of one row.
  [[nodiscard]] std::string_view id(std::uint32_t row) const;
  [[nodiscard]] std::optional<std::uint32_t> row_of(std::string_view id) const;
  [[nodiscard]] std::int32_t day(std::uint32_t row) const;  // days since 1970-01-01; kNoDay
  [[nodiscard]] SearchedText text(std::uint32_t row) const;
  [[nodiscard]] std::string normal(std::uint32_t row) const;  // text(row).normal alone: for looking closely at many rows
  // The same as it lies in the index, a term likewise (empty: it stands nowhere), and how to read both: to look at many rows without
  // spelling them out.
  [[nodiscard]] const CharacterCode& code() const;
  [[nodiscard]] std::string_view coded(std::uint32_t row) const;
  [[nodiscard]] std::string coded_term(std::string_view term) const;
  [[nodiscard]] std::uint32_t normal_size(std::uint32_t row) const;  // of normal(row), in bytes
  [[nodiscard]] std::string title(std::uint32_t row) const;          // as printed
  // The story that the row tells: the row of the first one that tells it. Nothing where no other does (stories.h).
  [[nodiscard]] std::optional<std::uint32_t> story(std::uint32_t row) const;
  [[nodiscard]] bool has_stories() const;                          // that are told twice
  [[nodiscard]] SearchDocument document(std::uint32_t row) const;  // as it was put in: put into another index it makes the same row
  static constexpr std::int32_t kNoDay = INT32_MIN;

  // Columns. The values of a column are numbered from 0, sorted by bytes.
  [[nodiscard]] std::uint32_t value_count(SearchColumn column) const;
  [[nodiscard]] std::string_view value(SearchColumn column, std::uint32_t number) const;
  [[nodiscard]] std::optional<std::uint32_t> number_of(SearchColumn column, std::string_view value) const;
  // Calls `visit(number)` for each value of the row, rising.
  template <class F>
  void each_value(SearchColumn column, std::uint32_t row, F&& visit) const {
    const ColumnView view = column_view(column);
    for (std::uint32_t i = view.begin(row); i < view.end(row); ++i) visit(view.number(i));
  }
  // Rows that have the value, rising.
  [[nodiscard]] std::span<const std::uint32_t> rows_with(SearchColumn column, std::uint32_t number) const;
  // How many of `hits` have each value: by number.
  [[nodiscard]] std::vector<std::uint32_t> tally(SearchColumn column, std::span<const SearchHit> hits) const;
  // Leaves the hits that have one of the values, given by number.
  void keep_values(SearchColumn column, std::span<const std::uint32_t> numbers, std::vector<SearchHit>& hits) const;
  // Leaves the hits of the days [first, last]; rows without a day go.
  void keep_days(std::int32_t first, std::int32_t last, std::vector<SearchHit>& hits) const;
  // Every row, with place `once`: to begin with where there is no term.
  void all(std::vector<SearchHit>& hits) const;

 private:
  struct Map;
  [[nodiscard]] SearchedText text_of(std::uint32_t row, std::size_t bytes) const;  // of its coded text
  // Numbers of a width of 1, 2 or 4 bytes, 0 where no row has a value; `starts` (by row, and one past) where a row may have other than one
  // value.
  struct ColumnView {
    const unsigned char* numbers = nullptr;
    const std::uint32_t* starts = nullptr;
    unsigned width = 4;
    [[nodiscard]] std::uint32_t begin(std::uint32_t row) const { return width == 0 ? 0 : starts ? starts[row] : row; }
    [[nodiscard]] std::uint32_t end(std::uint32_t row) const { return width == 0 ? 0 : starts ? starts[row + 1] : row + 1; }
    [[nodiscard]] std::uint32_t number(std::uint32_t i) const {
      const unsigned char* const at = numbers + std::size_t{i} * width;
      if (width == 1) return at[0];
      const std::uint32_t low = at[0] | std::uint32_t{at[1]} << 8;
      return width == 2 ? low : low | std::uint32_t{at[2]} << 16 | std::uint32_t{at[3]} << 24;
    }
  };
  [[nodiscard]] ColumnView column_view(SearchColumn column) const;
  explicit SearchIndex(std::shared_ptr<const Map> map) : map_(std::move(map)) {}
  std::shared_ptr<const Map> map_;
};

// Where `term` stands in `text` from byte `from` on; npos. At the bounds of characters only, as both are UTF-8.
std::size_t find_term(std::string_view text, std::string_view term, std::size_t from = 0);

}  // namespace fengbiao
