#include "engine/line_diff.h"

#include <gtest/gtest.h>

#include <random>

namespace fengbiao {
namespace {

// Applies a unified diff the slow way: hunks replace what they name.
std::string patched(const std::string& before, const std::string& diff) {
  const auto cut = [](const std::string& s) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < s.size();) {
      const std::size_t end = std::min(s.find('\n', at), s.size());
      lines.push_back(s.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  };
  const auto old_lines = cut(before);
  std::string out;
  std::size_t next = 0;
  for (const std::string& line : cut(diff)) {
    if (line.starts_with("---") || line.starts_with("+++")) continue;
    if (line.starts_with("@@")) {
      const std::size_t begin = std::stoul(line.substr(4)) - 1;
      while (next < begin) out += old_lines[next++] + "\n";
    } else if (line[0] == '+') {
      out += line.substr(1) + "\n";
    } else {
      EXPECT_EQ(line.substr(1), old_lines.at(next));
      if (line[0] == ' ') out += old_lines[next] + "\n";
      ++next;
    }
  }
  while (next < old_lines.size()) out += old_lines[next++] + "\n";
  return out;
}

TEST(LineDiff, ShowsOneChangedLine) {
  EXPECT_EQ(line_diff("一\n二\n三\n", "一\n贰\n三\n", "a", "b"), "--- a\n+++ b\n@@ -1,3 +1,3 @@\n 一\n-二\n+贰\n 三\n");
}

TEST(LineDiff, EqualTextsGiveNothing) { EXPECT_EQ(line_diff("一\n二\n", "一\n二\n", "a", "b"), ""); }

TEST(LineDiff, AppliedToTheOldTextGivesTheNew) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string before, after;
    for (int i = 0; i < 30; ++i) {
      const std::string line = std::string(1, static_cast<char>('a' + random() % 5)) + "\n";
      const auto dice = random() % 10;
      if (dice != 0) before += line;
      if (dice != 1) after += dice == 2 ? "x\n" : line;
    }
    ASSERT_EQ(patched(before, line_diff(before, after, "a", "b")), after) << before << "----\n" << after;
  }
}

TEST(LineDiff, TooDifferentTextsAreReplacedWhole) {
  std::string before, after;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(patched(before, line_diff(before, after, "a", "b")), after);
}

}  // namespace
}  // namespace fengbiao
