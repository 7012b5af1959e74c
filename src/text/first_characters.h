// Where one of many words may begin: a look at the first two characters that is much cheaper than a walk down a trie, as most places of a
// text begin none.
//
//   FirstCharacters first;  first.add("澎湃新闻");   first.may_begin("澎湃", 0) is true, first.may_begin("新闻", 0) most likely not
//
// Hashed bits: it may say yes where no word begins, never no where one does. Tested by first_characters_test.cc.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace fengbiao {

class FirstCharacters {
 public:
  void add(std::string_view word) {
    if (word.size() < kBytes) any_ = any_ || !word.empty();
    else bits_[place(word, 0)] = true;
  }
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
    return any_ || (at + kBytes <= text.size() && bits_[place(text, at)]);
  }

 private:
  static constexpr std::size_t kBytes = 6;  // two Chinese characters
  static constexpr unsigned kBits = 16;
  static std::size_t place(std::string_view text, std::size_t at) {
    std::uint64_t key = 0;
    std::memcpy(&key, text.data() + at, kBytes);
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> (64 - kBits));
  }
  bool any_ = false;  // a shorter word: everything may begin one
  std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << kBits);
};

}  // namespace fengbiao
