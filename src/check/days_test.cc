#include "check/days.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

std::vector<std::string> verdicts(const std::string& words) {
  std::vector<std::string> out;
  for (const Relation& r : checked_sample(words).relations)
    if (r.rule == "span-of-days" || r.rule == "weekday-of-date") out.push_back(r.relation + " " + std::string(name_of(r.verdict)));
  return out;
}

TEST(Days, ASpanAgainstItsLength) {
  EXPECT_EQ(marks_of("span-of-days", "题目\n活动于6月1日至20日举行，为期18天。").size(), 1U);
  EXPECT_TRUE(marks_of("span-of-days", "题目\n活动于6月1日至20日举行，为期20天。").empty());
  EXPECT_EQ(verdicts("题目\n活动于6月1日至20日举行，为期20天。").size(), 1U);
}

TEST(Days, ADateAgainstItsWeekday) {
  EXPECT_EQ(marks_of("weekday-of-date", "题目\n大会于2022年11月25日（周四）开幕。").size(), 1U);
  EXPECT_TRUE(marks_of("weekday-of-date", "题目\n大会于2022年11月25日（周五）开幕。").empty());
}

TEST(Days, ADayThatNoCalendarHasIsNoRelation) {
  EXPECT_TRUE(verdicts("题目\n大会于2022年2月30日（周四）开幕，2月30日至31日，为期2天。").empty());
}

TEST(Days, NothingAtAll) {
  EXPECT_TRUE(verdicts("").empty());
  EXPECT_TRUE(verdicts("题目\n至至至日日日月月月为期天（周").empty());
}

TEST(Days, TimeIsLinearInHostileText) {
  std::string text = "题目\n";
  for (int i = 0; i < 20000; ++i) text += "6月1日至20日，";
  verdicts(text + "为期18天");
}

TEST(Days, WhatIsWrongInTheirWordsIsSaid) {
  EXPECT_EQ(said_of_broken("check/days.yaml", "words:\n  - class: no_such\n    list: [甲]\n").substr(0, 11), "days.yaml:2");
}

}  // namespace
}  // namespace fengbiao
