#include "rules/pattern_filter.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/first_characters.h"
#include "text/trie.h"

namespace fengbiao {
namespace {

constexpr int kLong = 4, kShort = 2;        // bytes of a word; one Chinese character has three, so a long word has two characters
constexpr int kSimple = 200;                // instructions of an expression that makes few states
constexpr std::int64_t kMemory = 16 << 20;  // of an automaton

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMemory);
  return options;
}

// Patterns by the words that a match cannot do without.
class ByWords {
 public:
  explicit ByWords(int shortest) : filter_(shortest) {}

  void add(const Pattern& pattern, std::uint32_t number) {
    int id = 0;
    filter_.Add(pattern.expression(), quiet(), &id);
    numbers_.push_back(number);
  }
  // Gives up those without words, with the size of each.
  std::vector<std::pair<std::uint32_t, int>> build() {
    std::vector<std::string> words;
    if (numbers_.empty()) return {};
    filter_.Compile(&words);
    std::vector<std::pair<std::string, std::uint32_t>> entries;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      entries.emplace_back(words[i], i);
      first_.add(words[i], 1);
      of_two_ = of_two_ && count_code_points(words[i]) > 1;
    }
    count_ = words.size();
    words_ = Trie::build(std::move(entries));
    filter_.AllPotentials({}, &wordless_);
    std::vector<std::pair<std::uint32_t, int>> out;
    for (const int id : wordless_) out.emplace_back(numbers_[static_cast<std::size_t>(id)], filter_.GetRE2(id).ProgramSize());
    return out;
  }
  void candidates(std::string_view lower, std::vector<std::uint32_t>& out) const {
    if (count_ == 0) return;
    std::vector<bool> seen(count_);
    std::vector<int> found;
    std::uint64_t row = 0;
    std::uint32_t before = 0;  // where the last character begins
    const auto look = [&](std::uint32_t at) {
      words_.each(lower, at, [&](Trie::Hit hit) {
        if (seen[hit.value]) return;
        seen[hit.value] = true;
        found.push_back(static_cast<int>(hit.value));
      });
    };
    for (std::uint32_t at = 0, size = 0; at < lower.size(); before = at, at += size) {
      row = first_.row(row, Characters::unit_at(lower, at, size));
      if (!of_two_) look(at);
      else if (first_.kinds(row) != 0) look(before);
    }
    if (found.empty()) return;
    std::ranges::sort(found);
    std::vector<int> potentials;
    filter_.AllPotentials(found, &potentials);
    for (const int id : potentials)
      if (!std::ranges::binary_search(wordless_, id)) out.push_back(numbers_[static_cast<std::size_t>(id)]);
  }

 private:
  re2::FilteredRE2 filter_;
  Trie words_;
  std::size_t count_ = 0;               // of the words
  FirstCharacters first_{2};            // of the words,
  bool of_two_ = true;                  // which all have two
  std::vector<std::uint32_t> numbers_;  // by place in the filter
  std::vector<int> wordless_;           // rising
};

}  // namespace

struct PatternFilter::Parts {
  ByWords by_long{kLong}, by_short{kShort};
  re2::RE2::Set automaton{quiet(), re2::RE2::UNANCHORED};
  std::vector<std::uint32_t> numbers;  // by place in the automaton
  bool compiled = false;

  void add(const Pattern& pattern, std::uint32_t number) {
    automaton.Add(pattern.expression(), nullptr);
    numbers.push_back(number);
  }
};

PatternFilter::PatternFilter() = default;
PatternFilter::PatternFilter(PatternFilter&&) noexcept = default;
PatternFilter& PatternFilter::operator=(PatternFilter&&) noexcept = default;
PatternFilter::~PatternFilter() = default;

PatternFilter PatternFilter::of(const std::vector<const Pattern*>& patterns) {
  PatternFilter out;
  if (patterns.empty()) return out;
  out.parts_ = std::make_unique<Parts>();
  Parts& parts = *out.parts_;
  for (std::uint32_t i = 0; i < patterns.size(); ++i) parts.by_long.add(*patterns[i], i);
  for (const auto& [number, size] : parts.by_long.build()) {
    if (size <= kSimple) parts.add(*patterns[number], number);
    else parts.by_short.add(*patterns[number], number);
  }
  for (const auto& [number, size] : parts.by_short.build()) parts.add(*patterns[number], number);
  parts.compiled = parts.automaton.Compile();
  return out;
}

void PatternFilter::candidates(std::string_view text, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (!parts_) return;
  // RE2 gives its words in lower case, for a text in lower case.
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  parts_->by_long.candidates(lower, out);
  parts_->by_short.candidates(lower, out);
  // Where the automaton would take more memory than it may, each of its patterns is a candidate.
  std::vector<int> matching;
  re2::RE2::Set::ErrorInfo trouble{re2::RE2::Set::kNoError};
  if (parts_->compiled &&
      (parts_->automaton.Match({text.data(), text.size()}, &matching, &trouble) || trouble.kind == re2::RE2::Set::kNoError)) {
    for (const int place : matching) out.push_back(parts_->numbers[static_cast<std::size_t>(place)]);
  } else {
    out.insert(out.end(), parts_->numbers.begin(), parts_->numbers.end());
  }
  std::ranges::sort(out);
}

}  // namespace fengbiao
