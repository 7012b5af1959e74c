#include "pile/stories_told.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "pile/each_row.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kKept = 4;         // one run of so many is kept
constexpr std::size_t kLook = 8;           // texts before it in a list that a text looks at
constexpr std::uint32_t kAgree = 3;        // kept runs that two texts must have in common to be compared,
constexpr double kAgreeShare = 0.06;       // and so large a share of what the one with fewer has
constexpr std::uint32_t kOfLanguage = 20;  // a run that every twentieth text has is one of the language,
constexpr std::size_t kMiddle = 3;         // texts of a group that speak for it
constexpr std::size_t kLargePile = 400;    // in a pile where that can be told

// Row after row, the runs that are kept; and all of them as lists of the rows that have them.
class Lists {
 public:
  explicit Lists(const Prints& prints) : begins_(prints.size() + 1) {
    std::size_t all = 0;
    const auto each_kept = [&](std::size_t row, const auto& call) {
      const auto tells = [&](std::uint32_t value) {
        return prints.size() < kLargePile || prints.texts_with(value) <= prints.size() / kOfLanguage;
      };
      for (const std::uint32_t run : prints[row].runs)
        if (run % kKept == 0 && tells(run)) call(run);
      for (const std::uint32_t figure : prints[row].figures)
        if (tells(figure)) call(figure);
    };
    for (std::size_t row = 0; row < prints.size(); ++row) {
      begins_[row] = static_cast<std::uint32_t>(all);
      each_kept(row, [&](std::uint32_t) { ++all; });
    }
    begins_.back() = static_cast<std::uint32_t>(all);
    entries_.reserve(all);
    for (std::uint32_t row = 0; row < prints.size(); ++row)
      each_kept(row, [&](std::uint32_t value) { entries_.push_back(std::uint64_t{value} << 32 | row); });
    std::ranges::sort(entries_);
    places_.resize(all);
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t at = 0; at < entries_.size(); ++at) places_[next[row_at(at)]++] = at;
  }
  [[nodiscard]] std::uint32_t kept(std::size_t row) const { return begins_[row + 1] - begins_[row]; }
  // Calls `call(other)` for each time a row before `row` is near it in a list.
  template <class Call>
  void each_before(std::size_t row, const Call& call) const {
    for (std::uint32_t i = begins_[row]; i < begins_[row + 1]; ++i) {
      const std::uint32_t at = places_[i];
      for (std::uint32_t back = 1; back <= kLook && back <= at && entries_[at - back] >> 32 == entries_[at] >> 32; ++back)
        call(row_at(at - back));
    }
  }

 private:
  [[nodiscard]] std::uint32_t row_at(std::uint32_t at) const { return static_cast<std::uint32_t>(entries_[at]); }
  std::vector<std::uint64_t> entries_;          // run and row, sorted
  std::vector<std::uint32_t> begins_, places_;  // by row: its entries
};

// Groups as trees of rows. Of each row the scores of the pairs within its group are added up; the highest ones are the group's middle.
class Groups {
 public:
  explicit Groups(std::size_t count) : members_(count), of_(count), scores_(count) {
    std::iota(of_.begin(), of_.end(), 0U);
    for (std::uint32_t row = 0; row < count; ++row) members_[row] = {row};
  }
  [[nodiscard]] bool together(const StoryPair& pair) const { return of_[pair.first] == of_[pair.second]; }
  // The few that are most like the others.
  [[nodiscard]] std::vector<std::uint32_t> middle(std::uint32_t row) const {
    std::vector<std::uint32_t> all = members_[of_[row]];
    const std::size_t few = std::min(kMiddle, all.size());
    std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(few), {},
                              [&](std::uint32_t r) { return std::pair(-scores_[r], r); });
    all.resize(few);
    return all;
  }
  void count(const StoryPair& pair) {
    scores_[pair.first] += pair.score;
    scores_[pair.second] += pair.score;
  }
  void join(const StoryPair& pair) {
    std::uint32_t to = of_[pair.first], from = of_[pair.second];
    if (members_[to].size() < members_[from].size()) std::swap(to, from);
    for (const std::uint32_t row : members_[from]) of_[row] = to;
    members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
    std::ranges::sort(members_[to]);
    members_[from].clear();
  }
  [[nodiscard]] std::vector<std::uint32_t> firsts() const {
    std::vector<std::uint32_t> out(of_.size());
    for (std::uint32_t row = 0; row < of_.size(); ++row) out[row] = members_[of_[row]].front();
    return out;
  }

 private:
  std::vector<std::vector<std::uint32_t>> members_;  // by the row that a group is called by; sorted
  std::vector<std::uint32_t> of_;
  std::vector<double> scores_;
};

}  // namespace

std::vector<StoryPair> find_pairs(const Prints& prints, unsigned threads) {
  const Lists lists(prints);
  std::vector<std::vector<StoryPair>> found(prints.size());
  each_row(prints.size(), threads, [&](std::size_t row) {
    thread_local std::vector<std::uint32_t> times, met;
    times.resize(std::max(times.size(), prints.size()));
    met.clear();
    lists.each_before(row, [&](std::uint32_t other) {
      if (times[other]++ == 0) met.push_back(other);
    });
    for (const std::uint32_t other : met) {
      const std::uint32_t common = std::exchange(times[other], 0);
      if (common < kAgree || common < kAgreeShare * std::min(lists.kept(row), lists.kept(other))) continue;
      if (const Likeness likeness = prints.compare(other, row); likeness.same())
        found[row].push_back({other, static_cast<std::uint32_t>(row), likeness.score()});
    }
  });
  std::vector<StoryPair> out;
  for (const auto& pairs : found) out.insert(out.end(), pairs.begin(), pairs.end());
  std::ranges::sort(out, {}, [](const StoryPair& p) { return std::pair(p.first, p.second); });
  return out;
}

std::vector<std::uint32_t> group(std::size_t count, std::span<const StoryPair> pairs, const Prints& prints) {
  std::vector<StoryPair> surest;
  for (const StoryPair& pair : pairs)
    if (pair.first < count && pair.second < count) surest.push_back(pair);
  std::ranges::stable_sort(surest, std::greater{}, &StoryPair::score);
  Groups groups(count);
  for (const StoryPair& pair : surest) {
    if (!groups.together(pair)) {
      const auto one = groups.middle(pair.first), two = groups.middle(pair.second);
      std::size_t same = 0;
      for (const std::uint32_t a : one)
        same += static_cast<std::size_t>(std::ranges::count_if(two, [&](std::uint32_t b) { return prints.compare(a, b).same(); }));
      if (2 * same <= one.size() * two.size()) continue;
      groups.join(pair);
    }
    groups.count(pair);
  }
  return groups.firsts();
}

}  // namespace fengbiao
