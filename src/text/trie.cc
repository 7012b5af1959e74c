#include "text/trie.h"

#include <algorithm>
#include <compare>

namespace fengbiao {
namespace {
constexpr std::size_t kLongestKey = 255;
constexpr std::size_t kMostTries = 1024;
}  // namespace

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
    for (const Child& first : firsts) gather(first.from, first.to, 1, first.unit);
    // The most children first: where those went, single ones find room between them.
    std::vector<std::uint32_t> order(states_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) { return size_of(x) > size_of(y); });
    grow(std::max<std::size_t>(1024, firsts.size() * 2));
    for (std::uint32_t i = 0; i <= firsts.size(); ++i) take(i);  // cells of the states of first characters
    start_ = static_cast<std::uint32_t>(firsts.size()) + 1;
    for (const std::uint32_t state : order)
      if (size_of(state) > 0) states_[state].place = find_place(units_of(state));

    out.blocks_.resize(Trie::kPlane / 64);
    out.cells_.resize(taken_ + 1);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < firsts.size(); ++i) {
      fill(out.cells_, i + 1, next);
      Trie::Root& root = out.roots_.emplace_back();
      root.base = out.cells_[i + 1].base;
      if ((root.base & Trie::kLeaf) != 0) root.value = root.base >> 2;
      else if ((root.base & Trie::kEnds) != 0) root.value = out.cells_[root.base >> 2].base >> 2;
      for (std::size_t k = firsts[i].from; k < firsts[i].to; ++k)
        if (keys_[k].size > 1) root.next |= std::uint64_t{1} << (units_[keys_[k].begin + 1] & 63);
      if (firsts[i].unit < Trie::kPlane) out.blocks_[firsts[i].unit >> 6].first |= std::uint64_t{1} << (firsts[i].unit & 63);
      else out.rare_.push_back(firsts[i].unit);
    }
    for (std::size_t i = 1; i < out.blocks_.size(); ++i)
      out.blocks_[i].before = out.blocks_[i - 1].before + Trie::bits_in(out.blocks_[i - 1].first);
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
  struct State {
    std::uint32_t unit = 0, value = 0;
    bool ends = false;
    std::uint32_t place = 0;              // of the first child
    std::vector<std::uint32_t> children;  // units, 0 before them where a key ends here and others go on
  };

  [[nodiscard]] std::vector<Child> children_of(std::size_t from, std::size_t to, std::size_t depth) const {
    std::vector<Child> children;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t unit = units_[keys_[i].begin + depth];
      if (children.empty() || children.back().unit != unit) children.push_back({unit, i, i + 1});
      else children.back().to = i + 1;
    }
    return children;
  }
  // The states below one, itself first, children in order.
  void gather(std::size_t from, std::size_t to, std::size_t depth, std::uint32_t unit) {
    State state;
    state.unit = unit;
    if (keys_[from].size == depth) {
      state.ends = true;
      state.value = keys_[from++].value;
    }
    const std::vector<Child> children = children_of(from, to, depth);
    if (state.ends && !children.empty()) state.children.push_back(0);
    for (const Child& c : children) state.children.push_back(c.unit);
    states_.push_back(std::move(state));
    for (const Child& c : children) gather(c.from, c.to, depth + 1, c.unit);
  }
  [[nodiscard]] std::size_t size_of(std::uint32_t state) const { return states_[state].children.size(); }
  [[nodiscard]] const std::vector<std::uint32_t>& units_of(std::uint32_t state) const { return states_[state].children; }

  // Writes the state that is next in order into its cell, and those below it into theirs.
  void fill(std::vector<Trie::Cell>& cells, std::uint32_t cell, std::uint32_t& next) {
    const State& state = states_[next++];
    if (state.children.empty()) {
      cells[cell].base = state.value << 2 | Trie::kLeaf | Trie::kEnds;
      return;
    }
    const std::uint32_t base = (state.place - state.children.front()) & Trie::kMask;
    cells[cell].base = base << 2 | (state.ends ? Trie::kEnds : 0);
    for (const std::uint32_t unit : state.children) {
      const std::uint32_t child = (base + unit) & Trie::kMask;
      cells[child].check = cell;
      if (unit == 0) cells[child].base = state.value << 2 | Trie::kLeaf;
      else fill(cells, child, next);
    }
  }

  void grow(std::size_t size) {
    const std::size_t before = used_.size();
    if (size <= before) return;
    size = std::max(size, before * 2);
    used_.resize(size);
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
  void take(std::uint32_t cell) {
    used_[cell] = true;
    next_free_[cell] = cell + 1;
    taken_ = std::max<std::size_t>(taken_, cell);
  }
  [[nodiscard]] bool is_free(std::size_t cell) const { return cell >= used_.size() || !used_[cell]; }

  // Where the first child goes, so that all of them find free cells.
  std::uint32_t find_place(const std::vector<std::uint32_t>& units) {
    // For several children, cells below `start_` are full or were passed over often enough to be left alone; one goes anywhere.
    std::size_t tried = 0;
    for (std::uint32_t at = free_from(units.size() == 1 ? 1 : start_);; at = free_from(at + 1)) {
      if (at + 1 >= used_.size()) grow(used_.size() + 1);
      ++tried;
      if (!std::all_of(units.begin() + 1, units.end(), [&](std::uint32_t unit) { return is_free(at + (unit - units.front())); })) continue;
      grow(at + (units.back() - units.front()) + 2);
      for (const std::uint32_t unit : units) take(at + (unit - units.front()));
      if (tried > kMostTries) start_ = at;
      return at;
    }
  }

  std::vector<std::uint32_t> units_;
  std::vector<Key> keys_;
  std::vector<State> states_;
  std::vector<bool> used_;  // cells
  std::vector<std::uint32_t> next_free_;
  std::size_t taken_ = 0;  // the last cell that is used
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
