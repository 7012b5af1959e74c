#include "check/mark_usage.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

TEST(MarkUsage, CountsEachForm) {
  const MarkUsage usage = MarkUsage::of("“甲”（乙）占5%，丙(丁),戊\"己\"６％");
  EXPECT_EQ(usage.curved_quotes, 1U);
  EXPECT_EQ(usage.straight_quotes, 1U);
  EXPECT_EQ(usage.wide_brackets, 1U);
  EXPECT_EQ(usage.narrow_brackets, 1U);
  EXPECT_EQ(usage.wide_commas, 1U);
  EXPECT_EQ(usage.narrow_commas, 0U);  // behind a bracket
  EXPECT_EQ(usage.narrow_percents, 1U);
  EXPECT_EQ(usage.wide_percents, 1U);
}

TEST(MarkUsage, ManyParagraphsThatEndInAWordWereCut) {
  std::string text = "题目";
  for (int i = 0; i < 4; ++i) text += "\n某市的直播基地已经建成，首批商家八百家入驻，商家可以免费试用三个月后再按";
  const SampleIssue sample(text);
  MarkUsage usage;
  EXPECT_TRUE(usage.paragraphs_told());
  usage.count_ends(sample.issue, sample.kept);
  EXPECT_EQ(usage.ends_in_word, 4U);
  EXPECT_FALSE(usage.paragraphs_told());
}

TEST(MarkUsage, LinesThatAreParagraphsAreTold) {
  std::string text = "题目";
  for (int i = 0; i < 14; ++i) text += "\n某市的直播基地已经建成，首批商家八百家入驻，商家可以免费试用三个月后再按面积交纳租金。";
  text += "\n某市的直播基地已经建成，首批商家八百家入驻，商家可以免费试用三个月后再按面积交纳租金\n另据介绍，基地还将扩建。";
  const SampleIssue sample(text);
  MarkUsage usage = MarkUsage::of(sample.kept);
  usage.count_ends(sample.issue, sample.kept);
  EXPECT_EQ(usage.in_one_line, 15U);
  EXPECT_TRUE(usage.lines_told());
  EXPECT_FALSE(MarkUsage{}.lines_told());
}

}  // namespace
}  // namespace fengbiao
