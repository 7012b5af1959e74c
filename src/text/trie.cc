#include "text/trie.h"

#include <algorithm>
#include <compare>

namespace fengbiao {
namespace {
constexpr std::size_t kLongestKey = 255;
}

class TrieBuilder {
 public:
  TrieBuilder(std::vector<std::pair<std::string, std::uint32_t>> entries, Trie::Direction direction) {
    keys_.reserve(entries.size());
    for (const auto& [text, value] : entries) {
      if (text.empty() || text.size() > kLongestKey || text.find('\0') != std::string::npos) continue;
      Key key{static_cast<std::uint32_t>(units_.size()), 0, value};
      std::uint32_t size = 0;
      for (std::size_t at = 0; at < text.size(); at += size) units_.push_back(Characters::unit_at(text, at, size));
      if (direction == Trie::Direction::backwards) std::reverse(units_.begin() + key.begin, units_.end());
      key.size = static_cast<std::uint32_t>(units_.size()) - key.begin;
      keys_.push_back(key);
    }
    const auto compare = [this](const Key& a, const Key& b) {
      return std::lexicographical_compare_three_way(&units_[a.begin], &units_[a.begin] + a.size, &units_[b.begin],
                                                    &units_[b.begin] + b.size);
    };
    std::stable_sort(keys_.begin(), keys_.end(), [&](const Key& a, const Key& b) { return compare(a, b) < 0; });
    keys_.erase(std::unique(keys_.begin(), keys_.end(), [&](const Key& a, const Key& b) { return compare(a, b) == 0; }), keys_.end());
  }

  void build(Trie& out) {
    if (keys_.empty()) return;
    const std::vector<Child> firsts = children_of(0, keys_.size(), 0);
    grow(std::max<std::size_t>(1024, firsts.size() * 2));
    for (std::uint32_t i = 0; i <= firsts.size(); ++i) take(i, 0);  // cells of the states of first characters
    start_ = static_cast<std::uint32_t>(firsts.size()) + 1;
    out.blocks_.resize(Trie::kPlane / 64);
    for (std::uint32_t i = 0; i < firsts.size(); ++i) {
      const Child& first = firsts[i];
      place(i + 1, first.from, first.to, 1);
      Trie::Root& root = out.roots_.emplace_back();
      root.base = cells_[i + 1].base;
      root.value = values_[i + 1];
      for (std::size_t k = first.from; k < first.to; ++k)
        if (keys_[k].size > 1) root.next |= std::uint64_t{1} << (units_[keys_[k].begin + 1] & 63);
      if (first.unit < Trie::kPlane) out.blocks_[first.unit >> 6].first |= std::uint64_t{1} << (first.unit & 63);
      else out.rare_.push_back(first.unit);
    }
    for (std::size_t i = 1; i < out.blocks_.size(); ++i)
      out.blocks_[i].before = out.blocks_[i - 1].before + Trie::bits_in(out.blocks_[i - 1].first);
    while (cells_.back().check == Trie::kFree) cells_.pop_back();
    for (std::uint32_t i = 0; i <= firsts.size(); ++i) cells_[i].check = Trie::kFree;  // nobody's children
    values_.resize(cells_.size());
    out.cells_ = std::move(cells_);
    out.values_ = std::move(values_);
    out.cells_.shrink_to_fit();
    out.values_.shrink_to_fit();
  }

 private:
  struct Key {
    std::uint32_t begin, size, value;  // of units_
  };
  // The children of the state that keys [from, to) share at `depth`, unit by unit.
  struct Child {
    std::uint32_t unit;
    std::size_t from, to;
  };

  void grow(std::size_t size) {
    const std::size_t before = cells_.size();
    if (size <= before) return;
    size = std::max(size, before * 2);
    cells_.resize(size);
    values_.resize(size);
    next_free_.resize(size + 1);
    for (std::size_t i = before; i <= size; ++i) next_free_[i] = static_cast<std::uint32_t>(i);
  }
  // The first free cell at or behind `at`, which may be the one behind the last.
  std::uint32_t free_from(std::uint32_t at) {
    std::uint32_t end = at;
    while (next_free_[end] != end) end = next_free_[end];
    while (next_free_[at] != end) {
      const std::uint32_t next = next_free_[at];
      next_free_[at] = end;
      at = next;
    }
    return end;
  }
  void take(std::uint32_t cell, std::uint32_t parent) {
    cells_[cell].check = parent;
    next_free_[cell] = cell + 1;
  }
  [[nodiscard]] bool is_free(std::size_t cell) const { return cell >= cells_.size() || cells_[cell].check == Trie::kFree; }

  [[nodiscard]] std::vector<Child> children_of(std::size_t from, std::size_t to, std::size_t depth) const {
    std::vector<Child> children;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t unit = units_[keys_[i].begin + depth];
      if (children.empty() || children.back().unit != unit) children.push_back({unit, i, i + 1});
      else children.back().to = i + 1;
    }
    return children;
  }

  void place(std::uint32_t state, std::size_t from, std::size_t to, std::size_t depth) {
    std::uint32_t ends = 0;
    if (keys_[from].size == depth) {
      ends = Trie::kEnds;
      values_[state] = keys_[from++].value;
    }
    const std::vector<Child> children = children_of(from, to, depth);
    if (children.empty()) {
      // A base that leads past the last cell, whatever the unit.
      cells_[state].base = 0x40000000U << 1 | ends;
      return;
    }
    const std::uint32_t first = find_place(children);
    const std::uint32_t base = first - children.front().unit;
    cells_[state].base = base << 1 | ends;
    for (const Child& c : children) take(first + (c.unit - children.front().unit), state);
    for (const Child& c : children) place(first + (c.unit - children.front().unit), c.from, c.to, depth + 1);
  }

  // Where the first child goes, so that all of them find free cells.
  std::uint32_t find_place(const std::vector<Child>& children) {
    // Cells below `start_` are full or were passed over often enough to be left alone.
    std::size_t tried = 0;
    for (std::uint32_t at = free_from(start_);; at = free_from(at + 1)) {
      if (at + 1 >= cells_.size()) grow(cells_.size() + 1);
      ++tried;
      if (std::all_of(children.begin() + 1, children.end(),
                      [&](const Child& c) { return is_free(at + (c.unit - children.front().unit)); })) {
        grow(at + (children.back().unit - children.front().unit) + 2);
        if (tried > 64) start_ = at;
        return at;
      }
    }
  }

  std::vector<std::uint32_t> units_;
  std::vector<Key> keys_;
  std::vector<Trie::Cell> cells_;
  std::vector<std::uint32_t> values_, next_free_;
  std::uint32_t start_ = 1;
};

std::uint32_t Trie::rare_root(std::uint32_t unit) const {
  const auto at = std::lower_bound(rare_.begin(), rare_.end(), unit);
  const auto common = static_cast<std::uint32_t>(roots_.size() - rare_.size());
  if (at == rare_.end() || *at != unit) return static_cast<std::uint32_t>(roots_.size());
  return common + static_cast<std::uint32_t>(at - rare_.begin());
}

Trie Trie::build(std::vector<std::pair<std::string, std::uint32_t>> entries, Direction direction) {
  Trie trie;
  TrieBuilder(std::move(entries), direction).build(trie);
  return trie;
}

}  // namespace fengbiao
