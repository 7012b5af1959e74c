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

constexpr int kShortestWord = 4;            // bytes: two Chinese characters and more, as single ones stand everywhere
constexpr std::int64_t kMemory = 16 << 20;  // of an automaton

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMemory);
  return options;
}

}  // namespace

struct PatternFilter::Parts {
  // By words.
  re2::FilteredRE2 filter{kShortestWord};
  Trie words;
  std::size_t count = 0;     // of the words
  FirstCharacters first{2};  // of the words,
  bool of_two = true;        // which all have two
  // Those without words, by the automaton.
  std::vector<int> wordless;  // rising
  re2::RE2::Set automaton{quiet(), re2::RE2::UNANCHORED};
  bool compiled = false;
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
  for (const Pattern* pattern : patterns) {
    int number = 0;
    parts.filter.Add(pattern->expression(), quiet(), &number);
  }
  std::vector<std::string> words;
  parts.filter.Compile(&words);
  parts.count = words.size();
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    entries.emplace_back(words[i], i);
    parts.first.add(words[i], 1);
    parts.of_two = parts.of_two && count_code_points(words[i]) > 1;
  }
  parts.words = Trie::build(std::move(entries));
  parts.filter.AllPotentials({}, &parts.wordless);
  std::ranges::sort(parts.wordless);
  for (const int number : parts.wordless) parts.automaton.Add(patterns[static_cast<std::size_t>(number)]->expression(), nullptr);
  parts.compiled = parts.automaton.Compile();
  return out;
}

void PatternFilter::candidates(std::string_view text, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (!parts_) return;
  const Parts& parts = *parts_;
  // RE2 gives its words in lower case, for a text in lower case.
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  std::vector<bool> seen(parts.count);
  std::vector<int> found, numbers;
  const auto look = [&](std::uint32_t at) {
    parts.words.each(lower, at, [&](Trie::Hit hit) {
      if (seen[hit.value]) return;
      seen[hit.value] = true;
      found.push_back(static_cast<int>(hit.value));
    });
  };
  std::uint64_t row = 0;
  for (std::uint32_t at = 0, before = 0, size = 0; at < lower.size(); before = at, at += size) {
    row = parts.first.row(row, Characters::unit_at(lower, at, size));
    if (!parts.of_two) look(at);
    else if (parts.first.kinds(row) != 0) look(before);
  }
  std::ranges::sort(found);
  if (!found.empty()) parts.filter.AllPotentials(found, &numbers);
  std::erase_if(numbers, [&](int number) { return std::ranges::binary_search(parts.wordless, number); });
  // Where the automaton would take more memory than it may, each of its patterns is a candidate.
  std::vector<int> matching;
  re2::RE2::Set::ErrorInfo trouble{re2::RE2::Set::kNoError};
  if (parts.compiled &&
      (parts.automaton.Match({text.data(), text.size()}, &matching, &trouble) || trouble.kind == re2::RE2::Set::kNoError)) {
    for (const int place : matching) numbers.push_back(parts.wordless[static_cast<std::size_t>(place)]);
  } else {
    numbers.insert(numbers.end(), parts.wordless.begin(), parts.wordless.end());
  }
  std::ranges::sort(numbers);
  out.assign(numbers.begin(), numbers.end());
}

}  // namespace fengbiao
