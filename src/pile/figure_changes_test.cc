#include "pile/figure_changes.h"

#include <gtest/gtest.h>

#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

const FigureReader& reader() {
  static const FigureReader one = *FigureReader::load(DataSet::built_in());
  return one;
}

TEST(FigureChanges, OneChangedOneRounded) {
  const PileText other = s::parcels_again();
  const auto changes = reader().changes(s::parcels(), other);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].first.text, "386.5万件");
  EXPECT_EQ(changes[0].other.text, "387万件");
  EXPECT_TRUE(changes[0].rounded);
  EXPECT_EQ(changes[1].first.text, "6.3%");
  EXPECT_EQ(changes[1].other.text, "3.6%");
  EXPECT_FALSE(changes[1].rounded);
  for (const FigureChange& c : changes) EXPECT_EQ(slice(other.paragraphs[c.other.paragraph - 1], c.other.span), c.other.text);
}

TEST(FigureChanges, OneValueInOtherDigitsIsNoChange) {
  const PileText one{.title = "甲", .paragraphs = {"网络零售额达1.2万亿元。"}},
      two{.title = "甲", .paragraphs = {"网络零售额达12000亿元。"}};
  EXPECT_TRUE(reader().changes(one, two).empty());
}

TEST(FigureChanges, NothingIsSaidOfFiguresOfOtherThings) {
  const PileText one{.title = "甲", .paragraphs = {"网络零售额增长5%。"}}, two{.title = "甲", .paragraphs = {"其中退货率降至8%。"}};
  EXPECT_TRUE(reader().changes(one, two).empty());
}

}  // namespace
}  // namespace fengbiao
