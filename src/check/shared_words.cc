#include "check/shared_words.h"

#include <algorithm>
#include <iterator>

#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {

WordPairs::WordPairs(std::string_view text, Span span, std::span<const Span> without) {
  auto skip = std::ranges::lower_bound(without, span.begin, {}, [](Span s) { return s.begin; });
  if (skip != without.begin() && std::prev(skip)->end > span.begin) --skip;
  std::uint64_t before = 0;
  for (std::uint32_t at = span.begin; at < span.end;) {
    while (skip != without.end() && skip->end <= at) ++skip;
    if (skip != without.end() && skip->begin <= at) {
      at = skip->end;
      before = 0;
      continue;
    }
    std::uint32_t size = 0;
    const std::uint32_t unit = Characters::unit_at(text, at, size);
    at += size;
    const bool latin = (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
    if (!latin && !is_han(unit)) {
      before = 0;
      continue;
    }
    if (before) pairs_.push_back(before << 32 | unit);
    before = unit;
  }
  std::ranges::sort(pairs_);
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
}

std::size_t WordPairs::common(const WordPairs& other) const {
  std::size_t count = 0;
  for (auto a = pairs_.begin(), b = other.pairs_.begin(); a != pairs_.end() && b != other.pairs_.end();) {
    if (*a < *b) {
      ++a;
    } else if (*b < *a) {
      ++b;
    } else {
      ++count, ++a, ++b;
    }
  }
  return count;
}

double WordPairs::overlap(const WordPairs& other) const {
  const std::size_t least = std::min(size(), other.size());
  return least == 0 ? 0 : static_cast<double>(common(other)) / static_cast<double>(least);
}

std::uint64_t WordPairs::name() const {
  std::uint64_t out = 0xCBF29CE484222325;
  for (const std::uint64_t pair : pairs_) out = (out ^ pair) * 0x100000001B3;
  return out;
}

void WordPairs::add(const WordPairs& more) {
  std::vector<std::uint64_t> all;
  all.reserve(pairs_.size() + more.pairs_.size());
  std::ranges::set_union(pairs_, more.pairs_, std::back_inserter(all));
  pairs_ = std::move(all);
}

}  // namespace fengbiao
