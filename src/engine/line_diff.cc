#include "engine/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace fengbiao {
namespace {

constexpr int kMostDifferences = 2000;
constexpr std::size_t kContext = 3;

struct Edit {
  char kind;                  // ' ', '-', '+'
  std::size_t before, after;  // line indices, of the next line on each side
};

std::size_t index(int n) { return static_cast<std::size_t>(n); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The edits between a[0,n) and b[0,m), oldest first.
std::vector<Edit> shortest_edits(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  const int most = std::min(n + m, kMostDifferences);
  std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
  std::vector<std::vector<int>> rounds;
  const auto at = [&](int k) -> int& { return furthest[index(k + most + 1)]; };
  int found = -1;
  for (int d = 0; d <= most && found < 0; ++d) {
    rounds.emplace_back(furthest.begin() + (most + 1 - d) - 1, furthest.begin() + (most + 1 + d) + 2);  // diagonals -d-1 .. d+1
    for (int k = -d; k <= d; k += 2) {
      int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && a[index(x)] == b[index(x - k)]) ++x;
      at(k) = x;
      if (x >= n && x - k >= m) {
        found = d;
        break;
      }
    }
  }
  std::vector<Edit> edits;
  if (found < 0) {  // too different: all of one, then all of the other
    for (int i = 0; i < n; ++i) edits.push_back({'-', index(i), 0});
    for (int i = 0; i < m; ++i) edits.push_back({'+', index(n), index(i)});
    return edits;
  }
  int x = n, y = m;
  for (int d = found; d >= 0; --d) {
    const std::vector<int>& v = rounds[static_cast<std::size_t>(d)];
    const auto before = [&](int k) { return v[index(k + d + 1)]; };
    const int k = x - y;
    const int previous = k == -d || (k != d && before(k - 1) < before(k + 1)) ? k + 1 : k - 1;
    const int from_x = d == 0 ? 0 : before(previous), from_y = d == 0 ? 0 : from_x - previous;
    while (x > from_x && y > from_y) {
      --x, --y;
      edits.push_back({' ', index(x), index(y)});
    }
    if (d == 0) break;
    if (previous == k + 1) edits.push_back({'+', index(x), index(--y)});
    else edits.push_back({'-', index(--x), index(y)});
  }
  std::reverse(edits.begin(), edits.end());
  return edits;
}

}  // namespace

std::string line_diff(std::string_view before, std::string_view after, std::string_view before_name, std::string_view after_name) {
  const auto a = lines_of(before), b = lines_of(after);
  const std::vector<Edit> edits = shortest_edits(a, b);
  std::string out;
  for (std::size_t i = 0; i < edits.size();) {
    if (edits[i].kind == ' ') {
      ++i;
      continue;
    }
    // A hunk: changes no further apart than twice the context.
    const std::size_t begin = i > kContext ? i - kContext : 0;
    std::size_t last = i;
    for (std::size_t k = i; k < edits.size() && k <= last + 2 * kContext; ++k)
      if (edits[k].kind != ' ') last = k;
    const std::size_t end = std::min(last + kContext + 1, edits.size());
    std::size_t removed = 0, added = 0;
    std::string body;
    for (std::size_t k = begin; k < end; ++k) {
      const Edit& e = edits[k];
      if (e.kind != '+') ++removed;
      if (e.kind != '-') ++added;
      body += e.kind;
      body += e.kind == '+' ? b[e.after] : a[e.before];
      body += '\n';
    }
    if (out.empty()) out = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
    out += fmt::format("@@ -{},{} +{},{} @@\n", edits[begin].before + 1, removed, edits[begin].after + 1, added) + body;
    i = end;
  }
  return out;
}

}  // namespace fengbiao
