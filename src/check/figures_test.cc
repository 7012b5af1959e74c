#include "check/figures.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(Figures, YearBefore) {
  EXPECT_EQ(a_year_before("2022"), "2021");
  EXPECT_EQ(a_year_before("2022-H1"), "2021-H1");
  EXPECT_EQ(a_year_before("@2022-06"), "@2021-06");
  EXPECT_EQ(a_year_before("2022-01/2022-10"), "2021-01/2021-10");
  EXPECT_EQ(a_year_before("2000-01-05"), "1999-01-05");
  EXPECT_EQ(a_year_before("P3Y"), "");
  EXPECT_EQ(a_year_before(""), "");
}

TEST(Figures, ARelationThatFailsForItsLastDigitAlone) {
  Figure share, part, whole;
  share.value = 68.5, share.step = 0.1, share.interval = {68.45, 68.55};
  part.interval = exactly(48), part.value = 48;
  whole.interval = exactly(70), whole.value = 70;
  FigureRelation r{.figures = {&share, &part, &whole}};
  r.readings = {[](Constraints& c, auto s, const std::vector<Constraints::Variable>& v) { c.share(s, v[1], v[2], v[0]); }};
  EXPECT_FALSE(is_possible(r, {share.interval, part.interval, whole.interval}));
  EXPECT_TRUE(is_possible(r, {{68.45, 68.6}, part.interval, whole.interval}));
}

TEST(Figures, WorkedOutFromOthersCloseBy) {
  const auto told = [](const std::string& words, const std::string& relation) {
    return std::ranges::any_of(checked_sample("标题\n" + words).relations,
                               [&](const Relation& r) { return r.relation == relation && r.verdict == Verdict::holds; });
  };
  EXPECT_TRUE(told("单仓日处理订单1380单，是去年同期690单的2倍。", "1380单/690单 = 2 = 2倍"));
  EXPECT_FALSE(told("单仓日处理订单1380单，是去年同期690单的3倍。", "1380单/690单 = 2 = 3倍"));
  EXPECT_TRUE(told("补助比例为30%，以造价360万元的冷库为例，可获补助108万元。", "360万元*30% = 108万元 = 108万元"));
}

}  // namespace
}  // namespace fengbiao
