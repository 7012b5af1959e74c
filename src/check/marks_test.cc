#include "check/marks.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook book = RuleBook::load(DataSet::built_in()).value();
  static const MarksCheck check = MarksCheck::load(book).value();
  const SampleIssue sample(text);
  ArticleText read;
  read.fold(sample.issue.articles[0], sample.kept, std::nullopt);
  PrintedText printed;
  printed.read(sample.issue.articles[0], sample.kept);
  Report report(sample.issue, sample.kept);
  check.check({sample.issue, sample.issue.articles[0], sample.kept, read, printed, {}, {}}, MarkUsage::of(sample.kept), report);
  std::vector<std::string> out;
  for (const Finding& f : report.finish().findings) out.push_back(f.rule + " " + f.at.quote);
  return out;
}

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

TEST(Marks, AQuotationOverParagraphsIsClosedOnce) {
  EXPECT_TRUE(found("题目\n他说：“一。\n“二。\n“三。”").empty());
  EXPECT_EQ(found("题目\n他说：“一。\n二。”").size(), 0U);
  EXPECT_EQ(found("题目\n他说：“一。\n二。"), std::vector<std::string>{"unclosed-mark “一。"});
}

TEST(Marks, NestedMarksKeepTheirOrder) {
  EXPECT_TRUE(found("题目\n《关于“十四五”规划（草案）的说明》发布").empty());
  EXPECT_EQ(found("题目\n《关于“十四五规划》发布"), std::vector<std::string>{"unclosed-mark “十四五规划》"});
}

TEST(Marks, AQuotedNameIsClosedByTheMarkThatOpens) {
  EXPECT_EQ(found("题目\n“甲仓“和“乙仓”建成。"), std::vector<std::string>{"turned-quote “甲仓“"});
  EXPECT_EQ(found("题目\n他说：“一。“\n二。"), std::vector<std::string>{"turned-quote 他说：“一。“"});
  EXPECT_EQ(found("题目\n”甲仓“建成。"), std::vector<std::string>{"turned-quote ”甲仓“"});
  EXPECT_EQ(found("题目\n他说，“一，“甲仓”二。"), std::vector<std::string>{"unclosed-mark “一，“甲仓”二。"});
}

TEST(Marks, AParagraphThatWasCutIsClosedByTheNext) {
  EXPECT_TRUE(found("题目\n发布《某某管\n理办法》一文。").empty());
  EXPECT_EQ(found("题目\n发布《某某办法。\n二。").size(), 1U);
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

TEST(Marks, LinesThatAreParagraphsAreTold) {
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

TEST(Marks, SingleQuotesAndApostrophes) {
  EXPECT_TRUE(found("题目\n“‘甲仓’建成。”Macy’s 与‘95 后买家。").empty());
  EXPECT_EQ(found("题目\n‘甲仓建成。"), std::vector<std::string>{"unclosed-mark ‘甲仓建成。"});
}

TEST(Marks, NothingIsSaidWhereCharactersWereLost) { EXPECT_TRUE(found("题目\n“甲仓\uFFFD建成。").empty()); }

TEST(Marks, AnItemsNumberHasOnlyItsBracket) {
  EXPECT_TRUE(found("题目\n1）仓库；2）门店。").empty());
  EXPECT_TRUE(found("题目\n一)仓库").empty());
}

TEST(Marks, TimeIsLinearInHostileText) {
  std::string text = "题目\n";
  for (int i = 0; i < 200000; ++i) text += "（";
  EXPECT_LE(found(text).size(), 64U);  // marks open at once
}

}  // namespace
}  // namespace fengbiao
