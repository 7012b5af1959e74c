#include "check/repeats.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(Repeats, AWordTwice) {
  EXPECT_EQ(marks_of("doubled-word", "题目\n这是平台的又一次又一次升级。").size(), 1U);
  EXPECT_TRUE(marks_of("doubled-word", "题目\n这是平台的又一次升级，目的的确是好的。").empty());
}

TEST(Repeats, AWordOfTellingTwiceInASentence) {
  EXPECT_EQ(marks_of("time-word-twice", "题目\n近日，青禾公司近日宣布扩产。"), std::vector<std::string>{"近日"});
  EXPECT_TRUE(marks_of("time-word-twice", "题目\n近日，青禾公司宣布扩产。近日股价上涨。").empty());
}

TEST(Repeats, NothingAtAllAndOneWordWithoutEnd) {
  EXPECT_TRUE(marks_of("doubled-word", "").empty());
  std::string text = "题目\n";
  for (int i = 0; i < 20000; ++i) text += "不断";
  EXPECT_LE(marks_of("doubled-word", text).size(), sample_checker().rules().listing().most + 1);
}

TEST(Repeats, WhatIsWrongInTheirWordsIsSaid) {
  EXPECT_EQ(said_of_broken("check/repeats.yaml", "words:\n  - class: no_such\n    list: [甲]\n").substr(0, 14), "repeats.yaml:2");
  EXPECT_EQ(said_of_broken("check/telling.yaml", "words:\n  - class: no_such\n    list: [甲]\n").substr(0, 14), "telling.yaml:2");
}

}  // namespace
}  // namespace fengbiao
