#include "check/shared_words.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

WordPairs of(std::string_view text, std::span<const Span> without = {}) {
  return {text, {0, static_cast<std::uint32_t>(text.size())}, without};
}

TEST(WordPairs, CountsPairsOfNeighbours) {
  EXPECT_EQ(of("网络零售额增长").size(), 6u);
  EXPECT_EQ(of("网络零售额增长").common(of("网络零售额同比增长")), 5u);
  EXPECT_DOUBLE_EQ(of("网络零售额").overlap(of("甲市网络零售额增长")), 1);
  EXPECT_DOUBLE_EQ(of("").overlap(of("甲市")), 0);
}

TEST(WordPairs, GoesAcrossNoFigureMarkOrBlank) {
  EXPECT_EQ(of("甲，乙").size(), 0u);
  EXPECT_EQ(of("增12%长").size(), 0u);
  const std::vector<Span> without{{3, 6}};
  EXPECT_EQ(of("甲乙丙丁", without).size(), 1u);
}

TEST(WordPairs, ReadsAnyBytes) { EXPECT_EQ(of("\xFF\xFE\x80").size(), 0u); }

}  // namespace
}  // namespace fengbiao
