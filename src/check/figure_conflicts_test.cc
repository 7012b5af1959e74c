#include "check/figure_conflicts.h"

#include <gtest/gtest.h>

#include "check/checker.h"

namespace fengbiao {
namespace {

struct Told {
  std::string day, text, digits;
  double value, step;
  double growth = 0;
  std::string reporter{}, quote = "甲市网络零售额", indicator = "网络零售额", period = "2021";
};

// "variant: relation verdict reason" of levels of one series, each told in its own issue.
std::vector<std::string> compared(const std::vector<Told>& told) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  SeriesRegister series;
  for (const Told& t : told) {
    ReportedObservation r;
    r.origin.issue = r.origin.date = t.day;
    r.origin.article = 1;
    Observation& o = r.observation;
    o.id = t.day + "-o";
    o.span = {1, 2};
    o.text = t.text;
    o.digits = t.digits;
    o.quote = t.quote;
    o.value = t.value;
    o.step = t.step;
    o.unit = "CNY";
    o.indicator = t.indicator;
    o.indicator_code = "online_retail";
    o.area = "甲市";
    o.area_code = "110000";
    o.period = t.period;
    o.reporter = t.reporter;
    o.sure = true;
    series.add(r);
    if (t.growth == 0) continue;
    o.id += "2";
    o.span = {3, 4};
    o.text = o.digits = std::to_string(t.growth);
    o.value = t.growth;
    o.step = 0.1;
    o.unit = "%";
    o.measure = Measure::growth;
    o.basis = "yoy";
    series.add(r);
  }
  series.close();
  PolicyRegister none = checker->policy_register();
  none.close();
  std::vector<std::string> out;
  for (const ToldBetween& t : checker->compare(series, none))
    out.push_back(t.rule->id + " " + std::string(t.variant) + ": " + t.relation + " " + std::string(name_of(t.verdict)) + " " +
                  std::string(t.reason));
  return out;
}
using Lines = std::vector<std::string>;

TEST(FigureConflicts, ValuesThatNoRoundingExplains) {
  EXPECT_EQ(compared({{"2022-03-05", "13亿元", "13", 13e8, 1e8}, {"2022-04-05", "13.2亿元", "13.2", 13.2e8, 1e7}}), Lines{});
  EXPECT_EQ(compared({{"2022-03-05", "13亿元", "13", 13e8, 1e8}, {"2022-04-05", "14.2亿元", "14.2", 14.2e8, 1e7}}),
            (Lines{"figure-conflict : 13亿元 ≠ 14.2亿元 contradicts "}));
}

TEST(FigureConflicts, ASlipIsNoSecondSeries) {
  EXPECT_EQ(compared({{"2022-07-05", "512.2亿元", "512.2", 512.2e8, 1e7, 3.7}, {"2022-12-05", "521.2亿元", "521.2", 521.2e8, 1e7, 3.7}}),
            (Lines{"figure-conflict : 3.700000 = 3.700000 holds ", "figure-conflict : 512.2亿元 ≠ 521.2亿元 contradicts "}));
}

TEST(FigureConflicts, TwoSeries) {
  EXPECT_EQ(compared({{"2022-07-05", "1.98万亿元", "1.98", 1.98e12, 1e10, 15}, {"2022-12-05", "1.92万亿元", "1.92", 1.92e12, 1e10, 18.6}}),
            (Lines{"figure-conflict two_series: 1.98万亿元 ? 1.92万亿元 cannot tell two_series"}));
}

TEST(FigureConflicts, ReasonsWhyNot) {
  const Told first{"2022-03-05", "13亿元", "13", 13e8, 1e8, 0, "甲局"};
  EXPECT_EQ(compared({first, {"2022-04-05", "15亿元", "15", 15e8, 1e8, 0, "乙院"}}),
            (Lines{"figure-conflict : 13亿元 ? 15亿元 cannot tell other_body"}));
  EXPECT_EQ(compared({first, {"2022-04-05", "15亿元", "15", 15e8, 1e8, 0, "", "甲市网络零售额（不含服务）"}}),
            (Lines{"figure-conflict : 13亿元 ? 15亿元 cannot tell other_scope"}));
  EXPECT_EQ(compared({first, {"2022-04-05", "15亿元", "15", 15e8, 1e8, 0, "", "甲市网上零售额", "网上零售额"}}),
            (Lines{"figure-conflict : 13亿元 ? 15亿元 cannot tell other_scope"}));
}

TEST(FigureConflicts, Revised) {
  EXPECT_EQ(compared({{"2022-03-05", "13亿元", "13", 13e8, 1e8, 0, "甲局"}, {"2022-04-05", "15亿元", "15", 15e8, 1e8, 0, "甲局"}}),
            (Lines{"revised-figure : 13亿元 ≠ 15亿元 contradicts "}));
}

TEST(FigureConflicts, StandingStill) {
  const std::string now = "目前，甲市网络零售额";
  EXPECT_EQ(compared({{"2022-03-05", "13.7亿元", "13.7", 13.7e8, 1e7, 0, "", now, "网络零售额", "@2022-03"},
                      {"2023-06-05", "13.7亿元", "13.7", 13.7e8, 1e7, 0, "", now, "网络零售额", "@2023-06"}}),
            (Lines{"stale-figure : 13.7亿元 = 13.7亿元 contradicts "}));
  EXPECT_EQ(compared({{"2022-03-05", "13.7亿元", "13.7", 13.7e8, 1e7, 0, "", now, "网络零售额", "@2022-03"},
                      {"2022-06-05", "13.7亿元", "13.7", 13.7e8, 1e7, 0, "", now, "网络零售额", "@2022-06"}}),
            Lines{});
}

}  // namespace
}  // namespace fengbiao
