// Many words, found where they begin. A double array over bytes (Aoe 1989, An Efficient Digital Search Algorithm by Using a
// Double-Array Structure): a step is one load and one comparison, so that asking at every character of a text costs little.
//
//   Trie t = Trie::build({{"上海", 1}, {"上海市", 2}});
//   t.longest("上海市商务委", 0)  ->  length 9, value 2
//
// Keys are UTF-8 (any bytes but 0); values are the caller's. Tested by trie_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fengbiao {

class Trie {
 public:
  struct Hit {
    std::uint32_t length = 0;  // bytes; 0: nothing
    std::uint32_t value = 0;
  };

  Trie() = default;
  // Any order; of equal keys the first stays. Empty keys and those of more than 255 bytes are left out. Values below 2^31.
  static Trie build(std::vector<std::pair<std::string, std::uint32_t>> entries);

  // The longest key that begins at `from`.
  [[nodiscard]] Hit longest(std::string_view text, std::size_t from) const {
    Hit best;
    each(text, from, [&](Hit hit) { best = hit; });
    return best;
  }
  // Every key that begins at `from`, shortest first.
  template <class Call>
  void each(std::string_view text, std::size_t from, Call&& call) const {
    if (cells_.empty()) return;
    std::uint32_t state = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const std::uint32_t next = cells_[state].base + byte;
      if (byte == 0 || next >= cells_.size() || cells_[next].check != state) return;
      state = next;
      const std::uint32_t end = cells_[state].base;  // the cell of byte 0: the key ends here
      if (end < cells_.size() && cells_[end].check == state) call(Hit{static_cast<std::uint32_t>(i + 1 - from), cells_[end].base});
    }
  }
  // The value of the whole of `word`, if it is a key.
  [[nodiscard]] bool contains(std::string_view word, std::uint32_t* value = nullptr) const {
    bool found = false;
    each(word, 0, [&](Hit hit) {
      if (hit.length != word.size()) return;
      found = true;
      if (value) *value = hit.value;
    });
    return found;
  }
  [[nodiscard]] std::size_t bytes() const { return cells_.size() * sizeof(Cell); }

 private:
  struct Cell {
    std::uint32_t base = 0, check = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  std::vector<Cell> cells_;
  friend class TrieBuilder;
};

}  // namespace fengbiao
