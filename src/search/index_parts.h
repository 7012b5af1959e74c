// The bytes of an index as named parts, each with its hash, one behind the other in a file. Numbers are of this machine's byte order; an
// index of another is made anew.
//
//   header    magic, byte order, format, size of the file, for each part where it begins, its size and its hash; the hash of all these
//   stamp     of what state of the archive the index is
//   ids       \n and the id of each document; where every 16th begins
//   days      of each document, since 1970-01-01
//   texts     of each document: size of its marks, marks, text in the code of character_code.h; where each begins
//   marks     where the printed text differs: characters since the last one, number of the piece printed instead of the usual one
//   characters, usual pieces of each; pieces: what is printed, and where each begins
//   lists     of rows (postings.h); singles: where the list of each character begins
//   pairs     of each first character where its second ones begin; the second ones, rising; where their lists begin
//   rows      longer ones: a hash table of their numbers, begin in the words and in the lists, the words in code
//   stories   of each document: 0, or 1 + the row of the first one that tells its story (stories.h); nothing where none is told twice
//   columns   values, where each begins, their numbers by document, where the numbers of each document begin
//
// Tested by index_test.cc, by index_file_test.cc with damaged files and by a fuzzer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index.h"

namespace fengbiao {

enum class IndexPart : std::uint8_t {
  stamp,
  settings,
  ids,
  id_begins,
  days,
  texts,
  text_begins,
  characters,
  usual_pieces,
  pieces,
  piece_begins,
  lists,
  singles,
  pair_begins,
  pair_seconds,
  pair_lists,
  row_slots,
  rows,
  row_words,
  stories,
  columns,  // four for each column
};
inline constexpr std::size_t kColumnParts = 4;
inline constexpr std::size_t kIndexParts = static_cast<std::size_t>(IndexPart::columns) + kColumnParts * kSearchColumns;
enum class ColumnPart : std::uint8_t { values, value_begins, numbers, starts };

inline constexpr std::uint32_t kIndexFormat = 2;
inline constexpr std::size_t kIdsTogether = 16;

struct IndexSettings {
  std::uint32_t documents = 0;
  std::uint32_t often = 0;   // rows in more documents are gone on from
  std::uint32_t others = 0;  // 1: there are characters without a number
  std::uint32_t widths[kSearchColumns] = {};
};
struct IndexRow {  // of more than two characters
  std::uint32_t word = 0, list = 0;
};

// The parts, and what keeps them: strings, or a mapped file.
struct IndexBytes {
  std::array<std::string_view, kIndexParts> parts;
  std::shared_ptr<const void> keeper;

  [[nodiscard]] std::string_view operator[](IndexPart part) const { return parts[static_cast<std::size_t>(part)]; }
  [[nodiscard]] std::string_view column(std::size_t column, ColumnPart part) const {
    return parts[static_cast<std::size_t>(IndexPart::columns) + column * kColumnParts + static_cast<std::size_t>(part)];
  }
  [[nodiscard]] std::size_t size() const;
};
IndexBytes keep_parts(std::array<std::string, kIndexParts> parts);

// As in the file. The bytes of a file are checked by their hashes, unless `trusted` (for a test: whatever they are, reading them is safe).
std::string index_header(const IndexBytes& bytes);
std::size_t padded(std::size_t size);  // every part begins at a multiple of eight bytes
Result<IndexBytes> split_index(std::string_view file, std::shared_ptr<const void> keeper, bool trusted = false);

// A part as numbers; a rest is left out.
template <class T>
std::span<const T> numbers_of(std::string_view part) {
  return {reinterpret_cast<const T*>(part.data()), part.size() / sizeof(T)};
}
template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// A slot to begin with for a row of this hash.
inline std::size_t home_slot(std::uint64_t hash, std::size_t slots) { return static_cast<std::size_t>(hash >> 16) & (slots - 1); }

}  // namespace fengbiao
