#include "base/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fengbiao {
namespace {

// Optimal string alignment: insertions, deletions, substitutions, and two neighbours swapped.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> known) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, std::min<std::size_t>(typed.size(), 64) / 3) + 1;
  for (const std::string_view word : known) {
    const std::size_t here = distance(typed.substr(0, 64), word);
    if (here < best_distance) best = word, best_distance = here;
  }
  return best;
}

std::string perhaps(std::string_view typed, std::span<const std::string_view> known, std::string_view before) {
  const std::string_view near = nearest(typed, known);
  return near.empty() ? "" : fmt::format("; did you mean `{}{}`?", before, near);
}

}  // namespace fengbiao
