#include "check/wording.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(Wording, AShortTitleNeedsADocument) {
  EXPECT_EQ(marks_of("no-antecedent", "题目\n《报告》显示，网店增加。"), std::vector<std::string>{"《报告》"});
  EXPECT_TRUE(marks_of("no-antecedent", "题目\n青禾研究院发布年度报告。《报告》显示，网店增加。").empty());
}

TEST(Wording, QuotesAroundATitleAreOneFlaw) {
  const auto rules = [](const std::string& words) {
    std::vector<std::string> out;
    for (const Finding& f : checked_sample(words).findings) out.push_back(f.rule);
    return out;
  };
  EXPECT_EQ(rules("题目\n“《办法》”下月施行，平台须登记。"), std::vector<std::string>{"quotes-around-title"});
  EXPECT_EQ(rules("题目\n《办法》下月施行，平台须登记。"), std::vector<std::string>{"no-antecedent"});
  EXPECT_EQ(rules("题目\n专家表示，“《办法》下月施行，平台须登记。”"), std::vector<std::string>{"no-antecedent"});
}

TEST(Wording, OtherPeriodsCompared) {
  EXPECT_EQ(marks_of("compared-period", "题目\n2021年8月销售额同比2020年1月增长97%。").size(), 1U);
  EXPECT_TRUE(marks_of("compared-period", "题目\n2021年8月销售额同比2020年8月增长97%。").empty());
}

TEST(Wording, NothingAtAllAndHostileText) {
  EXPECT_TRUE(checked_sample("").findings.empty());
  for (const std::string unit : {"《办法》", "同比2020年", "等在内", "通知（以下简称《"}) {
    std::string text = "题目\n";
    for (int i = 0; i < 20000; ++i) text += unit;
    checked_sample(text);
  }
}

TEST(Wording, WhatIsWrongInItsExpressionsIsSaid) {
  EXPECT_EQ(said_of_broken("check/wording.yaml", "expressions:\n  compared: '('\n").substr(0, 14), "wording.yaml:2");
  EXPECT_EQ(said_of_broken("check/wording.yaml", "expressions:\n  compard: a\n").substr(0, 14), "wording.yaml:2");
}

}  // namespace
}  // namespace fengbiao
