// An index as it lies in memory: its parts as numbers, checked once so that what is asked of them need not be. Private to the room.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/character_code.h"
#include "search/index.h"
#include "search/index_parts.h"

namespace fengbiao {

struct SearchIndex::Map {
  IndexBytes bytes;
  IndexSettings settings;
  std::span<const std::uint32_t> id_begins, text_begins, characters, usual_pieces, piece_begins;
  std::span<const std::uint32_t> singles, pair_begins, pair_lists, slots, stories;
  std::span<const std::uint16_t> pair_seconds;
  std::span<const std::int32_t> days;
  std::span<const IndexRow> rows;
  std::string_view texts, lists;
  CharacterCode code;
  struct Column {
    std::span<const std::uint32_t> value_begins, starts;
    std::string_view values, numbers;
    unsigned width = 1;
  } columns[kSearchColumns];

  // Made when it is first asked for: the rows of each value, one value behind the other, and where those of each begin.
  struct RowsOfValues {
    std::once_flag made;
    std::vector<std::uint32_t> rows, begins;
  };
  mutable RowsOfValues rows_of_values[kSearchColumns];
  // Likewise: hashes of ids with their rows, sorted.
  struct RowsOfIds {
    std::once_flag made;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
  };
  mutable RowsOfIds rows_of_ids;

  // By row, 0 until it was asked for; read and written as atomic numbers.
  mutable std::vector<std::uint32_t> normal_sizes;

  static Result<std::shared_ptr<const Map>> over(IndexBytes bytes);

  // A term as it is looked for.
  struct Term {
    std::u16string numbers;  // of its characters
    std::string coded;
    bool possible = false;  // all its characters occur
    bool others = false;    // one of them has no number of its own
  };
  [[nodiscard]] Term term(std::string_view text) const;

  // The lists that together hold the term, shortest first; `whole` when the first is that of the term itself. None: it stands nowhere.
  struct Cover {
    std::vector<std::string_view> lists;
    bool whole = false;
  };
  [[nodiscard]] Cover cover(const Term& term) const;
  // Looks for the term in the texts of `hits`: leaves those that hold it (find: and says how it stands there) or those that do not.
  enum class Look { find, keep, drop };
  void look_through(const Term& term, Look look, std::vector<SearchHit>& hits, std::vector<TermPlace>* also = nullptr) const;

  // Lists, by where they begin; an empty view where there is none.
  [[nodiscard]] std::string_view list_at(std::uint32_t at) const { return at < lists.size() ? lists.substr(at) : std::string_view(); }
  [[nodiscard]] std::string_view single(std::uint32_t number) const;
  [[nodiscard]] std::string_view pair(std::uint32_t first, std::uint32_t second) const;
  [[nodiscard]] std::string_view row(std::u16string_view numbers) const;

  // A document: its marks, and its text in code.
  struct Lines {
    std::string_view marks, text;
  };
  [[nodiscard]] Lines lines(std::uint32_t document) const;

 private:
  [[nodiscard]] bool is_whole();
};

}  // namespace fengbiao
