#include "text/trie.h"

#include <algorithm>

namespace fengbiao {
namespace {
constexpr std::size_t kLongestKey = 255;
}

class TrieBuilder {
 public:
  explicit TrieBuilder(std::vector<std::pair<std::string, std::uint32_t>> entries) : entries_(std::move(entries)) {
    std::erase_if(entries_,
                  [](const auto& e) { return e.first.empty() || e.first.size() > kLongestKey || e.first.find('\0') != std::string::npos; });
    std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    entries_.erase(std::unique(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
                   entries_.end());
  }

  std::vector<Trie::Cell> build() {
    if (entries_.empty()) return {};
    cells_.resize(512);
    place(0, 0, entries_.size(), 0);
    while (!cells_.empty() && cells_.back().check == Trie::kFree) cells_.pop_back();
    cells_.front().check = Trie::kFree;  // the root is nobody's child
    return std::move(cells_);
  }

 private:
  // The children of the state that entries [from, to) share at `depth`, byte by byte; byte 0 for the end of a key.
  struct Child {
    unsigned char byte;
    std::size_t from, to;
  };

  void place(std::uint32_t state, std::size_t from, std::size_t to, std::size_t depth) {
    std::vector<Child> children;
    for (std::size_t i = from; i < to; ++i) {
      const std::string& key = entries_[i].first;
      const auto byte = depth < key.size() ? static_cast<unsigned char>(key[depth]) : static_cast<unsigned char>(0);
      if (children.empty() || children.back().byte != byte) children.push_back({byte, i, i + 1});
      else children.back().to = i + 1;
    }
    const std::uint32_t base = find_base(children);
    cells_[state].base = base;
    for (const Child& c : children) cells_[base + c.byte].check = state;
    for (const Child& c : children) {
      if (c.byte == 0) cells_[base].base = entries_[c.from].second;
      else place(base + c.byte, c.from, c.to, depth + 1);
    }
  }

  std::uint32_t find_base(const std::vector<Child>& children) {
    // Cells below `first_free_` are full or were passed over often enough to be left alone.
    std::uint32_t base = std::max<std::uint32_t>(first_free_, children.front().byte + 1u) - children.front().byte;
    std::size_t full = 0, tried = 0;
    for (;; ++base) {
      if (base + 256 >= cells_.size()) cells_.resize(cells_.size() * 2);
      ++tried;
      if (cells_[base + children.front().byte].check != Trie::kFree) {
        ++full;
        continue;
      }
      if (std::all_of(children.begin(), children.end(),
                      [&](const Child& c) { return cells_[base + c.byte].check == Trie::kFree && base + c.byte != 0; }))
        break;
    }
    if (tried > 32 && full * 20 >= tried * 19) first_free_ = base + children.front().byte;
    return base;
  }

  std::vector<std::pair<std::string, std::uint32_t>> entries_;
  std::vector<Trie::Cell> cells_;
  std::uint32_t first_free_ = 1;
};

Trie Trie::build(std::vector<std::pair<std::string, std::uint32_t>> entries) {
  Trie trie;
  trie.cells_ = TrieBuilder(std::move(entries)).build();
  return trie;
}

}  // namespace fengbiao
