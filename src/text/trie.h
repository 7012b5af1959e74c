// Many words, found where they begin. A double array over characters (Aoe 1989, An Efficient Digital Search Algorithm by Using a
// Double-Array Structure): a step is one load and one comparison. Most places of a text begin no word, and most that might are turned
// away by the second character; so the first characters stand apart, close together in memory, each with a sketch of what may follow.
//
//   Trie t = Trie::build({{"上海", 1}, {"上海市", 2}});
//   t.longest("上海市商务委", 0)  ->  length 9, value 2
//
// Keys are UTF-8; a byte that is not is a character of its own. Values are the caller's. Tested by trie_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/characters.h"

namespace fengbiao {

class Trie {
 public:
  struct Hit {
    std::uint32_t length = 0;  // bytes; 0: nothing
    std::uint32_t value = 0;
  };
  enum class Direction : std::uint8_t { forwards, backwards };  // backwards: words are looked for where they end

  Trie() = default;
  // Any order; of equal keys the first stays. Empty keys and those of more than 255 bytes or with a byte 0 are left out. Values are
  // below 2^30.
  static Trie build(std::vector<std::pair<std::string, std::uint32_t>> entries, Direction direction = Direction::forwards);

  // The longest key that begins at `from`.
  [[nodiscard]] Hit longest(std::string_view text, std::size_t from) const {
    Hit best;
    each(text, from, [&](Hit hit) { best = hit; });
    return best;
  }
  // Every key that begins at `from`, shortest first.
  template <class Call>
  void each(std::string_view text, std::size_t from, Call&& call) const {
    walk(
        from, text.size(), [&](std::size_t at, std::uint32_t& size) { return Characters::unit_at(text, at, size); }, call);
  }
  template <class Call>
  void each(std::string_view text, std::size_t from, std::size_t end, Call&& call) const {
    each(text.substr(0, end), from, call);
  }
  // Likewise in a text whose characters are told, of keys that end at `end` or before.
  template <class Call>
  void each(const Characters& text, std::size_t from, std::size_t end, Call&& call) const {
    walk(
        from, end, [&](std::size_t at, std::uint32_t& size) { return size = text.size(at), text.unit(at); }, call);
  }
  [[nodiscard]] Hit longest(const Characters& text, std::size_t from, std::size_t end) const {
    Hit best;
    each(text, from, end, [&](Hit hit) { best = hit; });
    return best;
  }
  // Likewise of characters that the caller gives, `unit_at(at, size)` as Characters::unit_at does.
  template <class UnitAt, class Call>
  void each_of(std::size_t from, std::size_t end, UnitAt&& unit_at, Call&& call) const {
    walk(from, end, unit_at, call);
  }
  // Every key that ends before `end`, shortest first, of a trie that was built backwards.
  template <class Call>
  void each_before(std::string_view text, std::size_t end, Call&& call) const {
    walk(
        0, end, [&](std::size_t at, std::uint32_t& size) { return Characters::unit_before(text, end - at, size); }, call);
  }
  // The value of the whole of `word`, if it is a key.
  [[nodiscard]] bool contains(std::string_view word, std::uint32_t* value = nullptr) const {
    const Hit hit = longest(word, 0);
    if (hit.length == 0 || hit.length != word.size()) return false;
    if (value) *value = hit.value;
    return true;
  }
  [[nodiscard]] std::size_t bytes() const {
    return cells_.size() * sizeof(Cell) + roots_.size() * sizeof(Root) + blocks_.size() * sizeof(Block);
  }

 private:
  friend class TrieBuilder;
  struct Cell {
    // Where the children stand, less their units, modulo 2^30; of a leaf its value. Times four, with kEnds and kLeaf. Where a key ends
    // and others go on, its value stands in the child of the unit 0.
    std::uint32_t base = 0;
    std::uint32_t check = kFree;
  };
  struct Block {               // 64 units
    std::uint64_t first = 0;   // a bit a unit: a key begins with it
    std::uint32_t before = 0;  // so many of the blocks before
  };
  struct Root {                         // a first character: its state is its place here, from 1
    std::uint64_t next = 0;             // a bit for the second characters that share their last six bits
    std::uint32_t base = 0, value = 0;  // base as of a cell
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  static constexpr std::uint32_t kEnds = 1, kLeaf = 2;  // a key ends here; none goes on
  static constexpr std::uint32_t kMask = 0x3FFFFFFF;
  static constexpr std::uint32_t kPlane = 0x10000;  // units that blocks_ know

  static std::uint32_t bits_in(std::uint64_t x) {  // without an instruction that not every machine has
    x -= x >> 1 & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + (x >> 2 & 0x3333333333333333U);
    return static_cast<std::uint32_t>(((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U >> 56);
  }
  [[nodiscard]] std::uint32_t rare_root(std::uint32_t unit) const;  // roots_.size(): none

  template <class UnitAt, class Call>
  void walk(std::size_t from, std::size_t end, UnitAt&& unit_at, Call&& call) const {
    if (from >= end || roots_.empty()) return;
    std::uint32_t size = 0, unit = unit_at(from, size), root = 0;
    if (unit < kPlane) {
      const Block& block = blocks_[unit >> 6];
      const std::uint64_t bit = std::uint64_t{1} << (unit & 63);
      if ((block.first & bit) == 0) return;
      root = block.before + bits_in(block.first & (bit - 1));
    } else if ((root = rare_root(unit)) == roots_.size()) {
      return;
    }
    std::size_t at = from + size;
    if ((roots_[root].base & kEnds) != 0) call(Hit{size, roots_[root].value});
    if (at >= end) return;
    unit = unit_at(at, size);
    if ((roots_[root].next >> (unit & 63) & 1) == 0) return;
    const Cell* const cells = cells_.data();
    const std::size_t count = cells_.size();
    std::uint32_t state = root + 1, base = roots_[root].base >> 2;
    for (;;) {
      const std::uint32_t next = (base + unit) & kMask;
      if (next >= count || cells[next].check != state) return;
      state = next;
      at += size;
      const std::uint32_t told = cells[state].base;
      base = told >> 2;
      if ((told & kLeaf) != 0) return void(call(Hit{static_cast<std::uint32_t>(at - from), base}));
      if ((told & kEnds) != 0) call(Hit{static_cast<std::uint32_t>(at - from), cells[base].base >> 2});
      if (at >= end) return;
      unit = unit_at(at, size);
    }
  }

  std::vector<Block> blocks_;        // of the first plane
  std::vector<Root> roots_;          // in order of their units
  std::vector<std::uint32_t> rare_;  // units of the last of them, which lie beyond the plane
  std::vector<Cell> cells_;          // of all other characters
};

}  // namespace fengbiao
