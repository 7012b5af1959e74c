#include "check/each_times.h"

#include <gtest/gtest.h>

#include "check/checker.h"
#include "check/sample_text.h"

namespace fengbiao {
namespace {

// "relation verdict" of what is read of each and all.
std::vector<std::string> read(const std::string& words) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  const SampleIssue sample("标题\n" + words);
  Checker::Session session(*checker, sample.issue, sample.kept);
  ArticleText text;
  text.read(*reader, sample.issue.articles.front(), sample.kept, Date{2022, 12, 5});
  session.article(text, {}, {});
  std::vector<std::string> out;
  for (const Relation& r : session.finish({}, {}).relations)
    if (r.rule == "parts-times-each") out.push_back(r.relation + " " + std::string(name_of(r.verdict)));
  return out;
}
using Lines = std::vector<std::string>;

TEST(EachTimes, TotalBeforeOrBehind) {
  EXPECT_EQ(read("全书共十二章，分为供货、直播、售后三编，每编四章。"), (Lines{"3 x 4 = 12 holds"}));
  EXPECT_EQ(read("全书分为上中下三篇，共九章。上篇讲货，每篇各三章。"), (Lines{"3 x 3 = 9 holds"}));
  EXPECT_EQ(read("学院开设四门必修课，每门 8 课时，共 36 课时。"), (Lines{"4 x 8 = 32 ≠ 36 contradicts"}));
}

TEST(EachTimes, SilentWhereItIsNotExactOrNotAlone) {
  EXPECT_EQ(read("全书分为上下两编，每编四章左右，共九章。"), Lines{});
  EXPECT_EQ(read("开设四门必修课，每门8课时，另有三门选修课，共56课时。"), Lines{});
  EXPECT_EQ(read("共三期，每期20人。\n全年共90人参加。"), Lines{});
  EXPECT_EQ(read("三场活动每场2小时，共签约12家企业。"), Lines{});
}

}  // namespace
}  // namespace fengbiao
