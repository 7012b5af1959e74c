#include "check/marks.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook book = RuleBook::load(DataSet::built_in()).value();
  static const MarksCheck check = MarksCheck::load(book).value();
  const auto run = [&](const ArticleSubject& subject, Report& report) { check.check(subject, MarkUsage::of(subject.kept), report); };
  std::vector<std::string> out;
  for (const Finding& f : findings_in(text, run))
    out.push_back(f.rule + " " + std::string(slice(text, f.at.span)) + (f.suggestion.empty() ? "" : " > " + f.suggestion));
  return out;
}
const std::string kWide = "甲，乙，丙，丁，戊，己。";  // what makes full-width commas usual

TEST(Marks, AHalfWidthCommaAmongFullWidthOnes) {
  EXPECT_EQ(found("题目\n" + kWide + "仓库建成,下月启用。"), std::vector<std::string>{"half-width-mark , > ，"});
  EXPECT_TRUE(found("题目\n甲,乙,丙,丁,戊,己。").empty()) << "half width is usual there";
  EXPECT_TRUE(found("题目\n" + kWide + "均价3,999元。").empty());
}

TEST(Marks, ThousandsCommasInSomeFiguresOfAUnit) {
  EXPECT_EQ(found("题目\n甲市有12,345家网店，乙市有23456家网店。"),
            std::vector<std::string>{"thousands-comma-here-and-there 12,345 > 12345"});
  EXPECT_TRUE(found("题目\n甲市有12,345家网店，乙市有23456件包裹。").empty());
}

TEST(Marks, AnArticleThatEndsInTheMidst) {
  EXPECT_EQ(found("题目\n青石市的直播基地已经建成，首批商家八百家入驻，"), std::vector<std::string>{"paragraph-ends-in-midst ，"});
  EXPECT_TRUE(found("题目\n青石市的直播基地已经建成，首批商家八百家入驻。").empty());
}

TEST(Marks, NothingAtAll) {
  EXPECT_TRUE(found("").empty());
  EXPECT_TRUE(found("题目").empty());
  EXPECT_TRUE(found("题目\n，").empty());
}

TEST(Marks, TimeIsLinearInHostileText) {
  std::string text = "题目\n" + kWide;
  for (int i = 0; i < 100000; ++i) text += "12,345家,\"(";
  found(text);
}

}  // namespace
}  // namespace fengbiao
