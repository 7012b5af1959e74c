#include "search/stories.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/hash.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLeastPairs = 20, kLeastFigures = 3, kLeastTitle = 6;  // with fewer they say nothing
constexpr double kSameWords = 0.5, kSameWordsOneTitle = 0.25, kSameFigures = 0.5;
constexpr std::size_t kPlaces = 32;  // of a sketch
constexpr std::size_t kAgree = 7;    // places in which sketches agree, for a closer look
constexpr std::size_t kNeighbours = 3;
constexpr std::uint16_t kNothing = 0xFFFF;

using Sketch = std::array<std::uint16_t, kPlaces>;

enum class Kind : std::uint8_t { mark, letter, digit };

// Of two sets, sorted: how much of the smaller one both have.
double share(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++common, ++x, ++y;
    else if (*x < *y) ++x;
    else ++y;
  }
  return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
}

// Pairs of the letters of a beginning, each once. No pair is 0, as number 0 is the line end's.
class PairSet {
 public:
  void clear() {
    slots_.fill(0);
    size_ = 0;
  }
  void insert(std::uint32_t pair) {
    std::uint32_t& slot = slots_[place(pair)];
    size_ += slot == 0;
    slot = pair;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  // Of the smaller set, how much the other one has.
  [[nodiscard]] double share(const PairSet& other) const {
    std::size_t common = 0;
    for (const std::uint32_t pair : slots_) common += pair != 0 && other.slots_[other.place(pair)] == pair;
    return static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(1, std::min(size_, other.size_)));
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  static_assert(kSlots > 2 * kStoryCharacters);
  [[nodiscard]] std::size_t place(std::uint32_t pair) const {
    std::size_t at = pair * 0x9E3779B1U >> 22;
    while (slots_[at] != 0 && slots_[at] != pair) at = (at + 1) % kSlots;
    return at;
  }
  std::array<std::uint32_t, kSlots> slots_{};
  std::size_t size_ = 0;
};

class Finder {
 public:
  explicit Finder(const StoryTexts& texts) : t_(texts), count_(texts.title_ends.size()), kinds_(0x10000, Kind::mark) {
    for (std::size_t i = 0; i < t_.characters.size() && i < kinds_.size(); ++i) {
      const char32_t c = t_.characters[i];
      if (is_han(c) || (c >= U'a' && c <= U'z')) kinds_[i] = Kind::letter;
      else if ((c >= U'0' && c <= U'9') || c == U'.') kinds_[i] = Kind::digit;
    }
  }

  std::vector<std::uint32_t> find() {
    sketch();
    story_.assign(count_, 0);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    for (std::size_t place = 0; place < kPlaces; place += 2) {
      keys.clear();
      for (std::uint32_t row = 0; row < count_; ++row) {
        const Sketch& s = sketches_[row];
        if (s[place] != kNothing && s[place + 1] != kNothing) keys.emplace_back(std::uint64_t{s[place]} << 16 | s[place + 1], row);
      }
      compare(keys, kAgree);
    }
    keys.clear();
    for (std::uint32_t row = 0; row < count_; ++row) {
      const auto title = title_of(row);
      if (title.size() >= kLeastTitle) keys.emplace_back(hash64({reinterpret_cast<const char*>(title.data()), title.size_bytes()}), row);
    }
    compare(keys, 0);
    if (followers_.empty()) return {};
    return std::move(story_);
  }

 private:
  [[nodiscard]] std::span<const std::uint16_t> title_of(std::uint32_t row) const {
    return t_.numbers.subspan(t_.begins[row], t_.title_ends[row] - t_.begins[row]);
  }
  template <class F>
  void each_pair(std::uint32_t row, F&& visit) const {
    const std::size_t end = std::min<std::size_t>(t_.begins[row + 1], t_.begins[row] + kStoryCharacters);
    for (std::size_t i = t_.begins[row]; i + 1 < end; ++i)
      if (kinds_[t_.numbers[i]] == Kind::letter && kinds_[t_.numbers[i + 1]] == Kind::letter)
        visit(std::uint32_t{t_.numbers[i]} << 16 | t_.numbers[i + 1]);
  }

  void sketch() {
    sketches_.resize(count_);
    for (std::uint32_t row = 0; row < count_; ++row) {
      Sketch& s = sketches_[row];
      s.fill(kNothing);
      each_pair(row, [&](std::uint32_t pair) {
        // By the letters, not their numbers: what stands in other documents makes no difference.
        std::uint64_t h = (std::uint64_t{t_.characters[pair >> 16]} << 32 | t_.characters[pair & 0xFFFF]) * 0x9E3779B97F4A7C15ULL;
        h = (h ^ h >> 32) * 0xD6E8FEB86659FD93ULL;
        auto& least = s[h >> 59];
        least = std::min(least, static_cast<std::uint16_t>(h >> 40 & 0xFFFF));
      });
      take_figures(row);
    }
  }

  // Each of those with one key against the few before it.
  void compare(std::vector<std::pair<std::uint64_t, std::uint32_t>>& keys, std::size_t agree) {
    std::ranges::sort(keys);
    for (std::size_t i = 1; i < keys.size(); ++i)
      for (std::size_t j = i; j-- > 0 && i - j <= kNeighbours && keys[j].first == keys[i].first;)
        if (alike(keys[j].second, keys[i].second, agree)) meet(keys[j].second, keys[i].second);
  }
  [[nodiscard]] bool alike(std::uint32_t a, std::uint32_t b, std::size_t agree) const {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kPlaces; ++i) equal += sketches_[a][i] == sketches_[b][i] && sketches_[a][i] != kNothing;
    return equal >= agree;
  }

  void take_figures(std::uint32_t row) {
    std::vector<std::uint32_t> figures;
    const std::size_t end = std::min<std::size_t>(t_.begins[row + 1], t_.begins[row] + kStoryCharacters);
    for (std::size_t i = t_.begins[row]; i < end; ++i) {
      if (kinds_[t_.numbers[i]] != Kind::digit) continue;
      std::uint32_t hash = 0;
      for (; i < end && kinds_[t_.numbers[i]] == Kind::digit; ++i) hash = (hash ^ t_.characters[t_.numbers[i]]) * 0x01000193U;
      if (i < end || end == t_.begins[row + 1]) figures.push_back(hash);  // a figure that is cut off is none
    }
    make_set(figures);
    figures_.insert(figures_.end(), figures.begin(), figures.end());
    figure_begins_.push_back(static_cast<std::uint32_t>(figures_.size()));
  }
  [[nodiscard]] std::span<const std::uint32_t> figures(std::uint32_t row) const {
    return std::span(figures_).subspan(figure_begins_[row], figure_begins_[row + 1] - figure_begins_[row]);
  }
  void see(std::uint32_t row, PairSet& pairs) const {
    pairs.clear();
    each_pair(row, [&](std::uint32_t pair) { pairs.insert(pair); });
  }
  static void make_set(std::vector<std::uint32_t>& values) {
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
  }
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) {
    if (std::min(figures(a).size(), figures(b).size()) >= kLeastFigures && share(figures(a), figures(b)) < kSameFigures) return false;
    if (std::exchange(left_row_, a) != a) see(a, left_);
    if (std::exchange(right_row_, b) != b) see(b, right_);
    const bool one_title = title_of(a).size() >= kLeastTitle && std::ranges::equal(title_of(a), title_of(b));
    if (std::min(left_.size(), right_.size()) < kLeastPairs) return one_title;
    return left_.share(right_) >= (one_title ? kSameWordsOneTitle : kSameWords);
  }

  // Two that may tell the same: the later one, and all that follow it, go to the story of the earlier one when they are like its first.
  void meet(std::uint32_t a, std::uint32_t b) {
    if (story_[a] != 0 && story_[a] == story_[b]) return;
    std::uint32_t first = story_[a] == 0 ? a : story_[a] - 1, later = story_[b] == 0 ? b : story_[b] - 1;
    if (first > later) std::swap(first, later);
    if (const std::uint64_t pair = std::uint64_t{first} << 32 | later; refused_.contains(pair)) return;
    else if (!same(first, later)) return void(refused_.insert(pair));
    std::vector<std::uint32_t> moved{later};
    if (const auto at = followers_.find(later); at != followers_.end()) {
      for (const std::uint32_t row : at->second) {
        if (same(first, row)) moved.push_back(row);
        else story_[row] = 0;
      }
      followers_.erase(at);
    }
    auto& all = followers_[first];
    story_[first] = first + 1;
    for (const std::uint32_t row : moved) {
      story_[row] = first + 1;
      all.push_back(row);
    }
  }

  StoryTexts t_;
  std::size_t count_;
  std::vector<Kind> kinds_;
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> story_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> followers_;  // by first row
  std::unordered_set<std::uint64_t> refused_;                      // pairs; its order is never looked at
  std::vector<std::uint32_t> figures_, figure_begins_{0};          // hashes, by row
  PairSet left_, right_;                                           // of two that are compared
  std::optional<std::uint32_t> left_row_, right_row_;
};

}  // namespace

std::vector<std::uint32_t> find_stories(const StoryTexts& texts) { return Finder(texts).find(); }

}  // namespace fengbiao
