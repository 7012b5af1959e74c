#include "rules/pattern_filter.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

namespace fengbiao {
namespace {

constexpr int kShortestWord = 2;  // bytes: one Chinese character has three

}  // namespace

struct PatternFilter::Parts {
  re2::FilteredRE2 filter{kShortestWord};
  Trie words;
  std::size_t count = 0;  // of the words
};

PatternFilter::PatternFilter() = default;
PatternFilter::PatternFilter(PatternFilter&&) noexcept = default;
PatternFilter& PatternFilter::operator=(PatternFilter&&) noexcept = default;
PatternFilter::~PatternFilter() = default;

PatternFilter PatternFilter::of(const std::vector<const Pattern*>& patterns) {
  PatternFilter out;
  if (patterns.empty()) return out;
  out.parts_ = std::make_unique<Parts>();
  re2::RE2::Options options;
  options.set_log_errors(false);
  for (const Pattern* pattern : patterns) {
    int number = 0;
    out.parts_->filter.Add(pattern->expression(), options, &number);
  }
  std::vector<std::string> words;
  out.parts_->filter.Compile(&words);
  out.parts_->count = words.size();
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < words.size(); ++i) entries.emplace_back(words[i], i);
  out.parts_->words = Trie::build(std::move(entries));
  return out;
}

void PatternFilter::candidates(std::string_view text, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (!parts_) return;
  // RE2 gives its words in lower case, for a text in lower case.
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  std::vector<bool> seen(parts_->count);
  std::vector<int> found;
  for (std::size_t at = 0; at < lower.size();) {
    parts_->words.each(lower, at, [&](Trie::Hit hit) {
      if (seen[hit.value]) return;
      seen[hit.value] = true;
      found.push_back(static_cast<int>(hit.value));
    });
    std::uint32_t size = 0;
    Characters::unit_at(lower, at, size);
    at += size;
  }
  std::ranges::sort(found);
  std::vector<int> potentials;
  parts_->filter.AllPotentials(found, &potentials);
  std::ranges::sort(potentials);
  out.assign(potentials.begin(), potentials.end());
}

}  // namespace fengbiao
