#include "clause/pairing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clause/marked_text.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "甲=5亿元" for each pair, behind them " 的…" what they share.
std::vector<std::string> pairs(std::string_view marked) {
  const MarkedText t = read_marked(marked);
  std::vector<std::string> out;
  for (const Pairing& p : t.read.pairings) {
    EXPECT_EQ(p.items.size(), p.quantities.size());
    for (std::size_t i = 0; i < p.items.size(); ++i) out.push_back(t.at(p.items[i]) + "=" + t.at(t.read.quantities[p.quantities[i]].span));
    if (!p.shared.empty()) out.push_back(t.at(p.shared));
  }
  return out;
}

TEST(Pairing, ItemsBeforeTheMarkerFiguresBehind) {
  EXPECT_THAT(pairs("甲、乙和丙分别为[5亿元|CNY]、[4亿元|CNY]和[3亿元|CNY]"), ElementsAre("甲=5亿元", "乙=4亿元", "丙=3亿元"));
  EXPECT_THAT(pairs("<2021年|2021>进口和出口同比分别增长[5%|%]和[6%|%]"), ElementsAre("进口=5%", "出口=6%"));
  EXPECT_THAT(pairs("甲和乙依次是[5家|家]，[4家|家]"), ElementsAre("甲=5家", "乙=4家"));
}

TEST(Pairing, CountsMustAgree) {
  EXPECT_THAT(pairs("甲、乙和丙分别为[5亿元|CNY]和[4亿元|CNY]"), IsEmpty());
  EXPECT_THAT(pairs("甲和乙分别为[5亿元|CNY]、[4亿元|CNY]、[3亿元|CNY]"), IsEmpty());
  EXPECT_THAT(pairs("甲分别为[5亿元|CNY]"), IsEmpty());
  EXPECT_THAT(pairs("由各省分别负责"), IsEmpty());
}

TEST(Pairing, WhatTheItemsShare) {
  EXPECT_THAT(pairs("甲和乙的网上零售分别达[5亿元|CNY]和[4亿元|CNY]"), ElementsAre("甲=5亿元", "乙=4亿元", "网上零售"));
}

TEST(Pairing, NamesAmongTheItems) {
  EXPECT_THAT(pairs("产业集中在{甲省|place 1}、{乙省|place 2}、{丙省|place 3}等地，企业分别为[5家|家]、[4家|家]、[3家|家]"),
              ElementsAre("甲省=5家", "乙省=4家", "丙省=3家", "等地"));
  EXPECT_THAT(pairs("{甲省|place 1}以及{乙省|place 2}在后，分别有[5家|家]、[4家|家]"), ElementsAre("甲省=5家", "乙省=4家", "在后"));
}

TEST(Pairing, WordsThatHoldALink) {
  EXPECT_THAT(pairs("参与者和旁观者分别为[5人|人]和[4人|人]"), ElementsAre("参与者=5人", "旁观者=4人"));
  EXPECT_THAT(pairs("《甲和乙》和《丙和丁》分别有[5页|页]和[4页|页]"), ElementsAre("《甲和乙》=5页", "《丙和丁》=4页"));
}

TEST(Pairing, ItemsWithLinksInThem) {
  EXPECT_THAT(pairs("米和面、油和盐分别为[5吨|t]、[4吨|t]"), ElementsAre("米和面=5吨", "油和盐=4吨"));
  EXPECT_THAT(pairs("米和面、油、盐以及糖分别为[5吨|t]、[4吨|t]、[3吨|t]、[2吨|t]"),
              ElementsAre("米和面=5吨", "油=4吨", "盐=3吨", "糖=2吨"));
}

TEST(Pairing, TimesAsItems) {
  EXPECT_THAT(pairs("<2020年|2020>、<2021年|2021>分别为[5亿元|CNY]和[4亿元|CNY]"), ElementsAre("2020年=5亿元", "2021年=4亿元"));
}

TEST(Pairing, BracketsBesideTheFigures) {
  EXPECT_THAT(pairs("甲（含丁）和乙分别为[5亿元|CNY]（占[6%|%]）和[4亿元|CNY]"), ElementsAre("甲(含丁)=5亿元", "乙=4亿元"));
}

TEST(Pairing, ASecondMarkerTakesTheItemsOfTheFirst) {
  EXPECT_THAT(pairs("甲和乙分别达[5亿元|CNY]和[4亿元|CNY]，同比分别增长[5%|%]和[6%|%]"),
              ElementsAre("甲=5亿元", "乙=4亿元", "甲=5%", "乙=6%"));
}

TEST(Pairing, OneFigureForEach) {
  EXPECT_THAT(pairs("其中{甲省|place 1}和{乙省|place 2}上榜城市均为[12个|个]"), ElementsAre("甲省=12个", "乙省=12个", "上榜城市"));
  EXPECT_THAT(pairs("各省均有[12个|个]"), IsEmpty());
}

TEST(Pairing, FormerAndLatter) {
  EXPECT_THAT(pairs("甲和乙不同，前者增长[5%|%]，后者下降[3%|%]"), ElementsAre("甲=5%", "乙不同=3%"));
  EXPECT_THAT(pairs("甲和乙不同，前者增长[5%|%]"), IsEmpty());
}

}  // namespace
}  // namespace fengbiao
