#include "check/pairs.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook book = RuleBook::load(DataSet::built_in()).value();
  static const PairsCheck check = PairsCheck::load(book).value();
  const auto run = [&](const ArticleSubject& subject, Report& report) { check.check(subject, MarkUsage::of(subject.kept), report); };
  std::vector<std::string> out;
  for (const Finding& f : findings_in(text, run)) out.push_back(f.rule + " " + f.at.quote);
  return out;
}

TEST(Pairs, AQuotationOverParagraphsIsClosedOnce) {
  EXPECT_TRUE(found("题目\n他说：“一。\n“二。\n“三。”").empty());
  EXPECT_EQ(found("题目\n他说：“一。\n二。”").size(), 0U);
  EXPECT_EQ(found("题目\n他说：“一。\n二。"), std::vector<std::string>{"unclosed-mark “一。"});
}

TEST(Pairs, NestedMarksKeepTheirOrder) {
  EXPECT_TRUE(found("题目\n《关于“十四五”规划（草案）的说明》发布").empty());
  EXPECT_EQ(found("题目\n《关于“十四五规划》发布"), std::vector<std::string>{"unclosed-mark “十四五规划》"});
}

TEST(Pairs, AQuotedNameIsClosedByTheMarkThatOpens) {
  EXPECT_EQ(found("题目\n“甲仓“和“乙仓”建成。"), std::vector<std::string>{"turned-quote “甲仓“"});
  EXPECT_EQ(found("题目\n他说：“一。“\n二。"), std::vector<std::string>{"turned-quote 他说：“一。“"});
  EXPECT_EQ(found("题目\n”甲仓“建成。"), std::vector<std::string>{"turned-quote ”甲仓“"});
  EXPECT_EQ(found("题目\n他说，“一，“甲仓”二。"), std::vector<std::string>{"unclosed-mark “一，“甲仓”二。"});
}

TEST(Pairs, AParagraphThatWasCutIsClosedByTheNext) {
  EXPECT_TRUE(found("题目\n发布《某某管\n理办法》一文。").empty());
  EXPECT_EQ(found("题目\n发布《某某办法。\n二。").size(), 1U);
}

TEST(Pairs, SingleQuotesAndApostrophes) {
  EXPECT_TRUE(found("题目\n“‘甲仓’建成。”Macy’s 与‘95 后买家。").empty());
  EXPECT_EQ(found("题目\n‘甲仓建成。"), std::vector<std::string>{"unclosed-mark ‘甲仓建成。"});
}

TEST(Pairs, NothingIsSaidWhereCharactersWereLost) { EXPECT_TRUE(found("题目\n“甲仓\uFFFD建成。").empty()); }

TEST(Pairs, AnItemsNumberHasOnlyItsBracket) {
  EXPECT_TRUE(found("题目\n1）仓库；2）门店。").empty());
  EXPECT_TRUE(found("题目\n一)仓库").empty());
}

TEST(Pairs, TimeIsLinearInHostileText) {
  std::string text = "题目\n";
  for (int i = 0; i < 200000; ++i) text += "（";
  EXPECT_LE(found(text).size(), 64U);  // marks open at once
}

}  // namespace
}  // namespace fengbiao
