// Where one of many words may begin: a look at the first two or three characters that is much cheaper than a walk down a trie, as most
// places of a text begin none. The words may be of several kinds, a bit each.
//
//   FirstCharacters first(2);  first.add("澎湃新闻", 1);   std::uint64_t row = first.row(first.row(0, 澎), 湃);  first.kinds(row) is 1
//
// Hashed: it may tell of a kind that begins elsewhere, never miss one that begins here. Tested by first_characters_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/characters.h"

namespace fengbiao {

class FirstCharacters {
 public:
  explicit FirstCharacters(unsigned characters) : characters_(characters), mask_((std::uint64_t{1} << 16 * characters) - 1) {}

  // A word of fewer characters is left out.
  void add(std::string_view word, std::uint8_t kind) {
    std::uint64_t key = 0;
    unsigned n = 0;
    for (std::uint32_t at = 0, size = 0; at < word.size() && n < characters_; at += size, ++n)
      key = row(key, Characters::unit_at(word, at, size));
    if (n == characters_) kinds_[place(key)] |= kind;
  }
  // The last characters read, when `unit` follows on those of `before`; nothing was read before the first.
  [[nodiscard]] std::uint64_t row(std::uint64_t before, std::uint32_t unit) const { return (before << 16 | (unit & 0xFFFF)) & mask_; }
  // Of the words that may begin where this row does.
  [[nodiscard]] std::uint8_t kinds(std::uint64_t row) const { return kinds_[place(row)]; }

 private:
  static constexpr unsigned kBits = 16;
  static std::size_t place(std::uint64_t row) { return static_cast<std::size_t>(row * 0x9E3779B97F4A7C15ULL >> (64 - kBits)); }
  unsigned characters_;
  std::uint64_t mask_;
  std::vector<std::uint8_t> kinds_ = std::vector<std::uint8_t>(std::size_t{1} << kBits);
};

}  // namespace fengbiao
