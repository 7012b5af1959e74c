#include "register/figure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace fengbiao {
namespace {

Observation figure(double value, double step, char approx = '=', std::optional<double> value_max = std::nullopt) {
  Observation o;
  o.value = value;
  o.step = step;
  o.approx = approx;
  o.value_max = value_max;
  return o;
}

bool both_hold(const Observation& a, const Observation& b) {
  EXPECT_EQ(meet(stands_for(a), stands_for(b)), meet(stands_for(b), stands_for(a)));
  return meet(stands_for(a), stands_for(b));
}

TEST(Figure, StandsForWhatItMayHaveBeenRoundedFrom) {
  EXPECT_TRUE(both_hold(figure(1.98e12, 1e10), figure(1.9762e12, 1e8)));
  EXPECT_FALSE(both_hold(figure(1.98e12, 1e10), figure(1.92e12, 1e10)));
  // 1.925 may be printed as either.
  EXPECT_TRUE(both_hold(figure(1.92e12, 1e10), figure(1.93e12, 1e10)));
  EXPECT_FALSE(both_hold(figure(1.92e12, 1e10), figure(1.94e12, 1e10)));
  // Halves of tenths are not exact in binary.
  EXPECT_TRUE(both_hold(figure(18.6, 0.1), figure(18.65, 0.01)));
  EXPECT_TRUE(both_hold(figure(0.3, 0.1), figure(0.2, 0.1)));
  EXPECT_FALSE(both_hold(figure(165, 1), figure(167, 1)));
}

TEST(Figure, BoundsOpenASide) {
  EXPECT_TRUE(both_hold(figure(1.9e12, 1e11, '>'), figure(1.98e12, 1e10)));
  EXPECT_FALSE(both_hold(figure(2.5e12, 1e11, '>'), figure(1.98e12, 1e10)));
  EXPECT_TRUE(both_hold(figure(2e12, 1e11, '<'), figure(1.98e12, 1e10)));
  EXPECT_FALSE(both_hold(figure(1e12, 1e11, '<'), figure(1.98e12, 1e10)));
  EXPECT_FALSE(both_hold(figure(3e12, 1e12, '<'), figure(5e12, 1e12, '>')));
  EXPECT_TRUE(both_hold(figure(5e12, 1e12, '<'), figure(3e12, 1e12, '>')));
}

TEST(Figure, ABoundOnADecreaseExcludesNothing) {
  EXPECT_TRUE(both_hold(figure(-10, 1, '>'), figure(-12, 1)));
  EXPECT_TRUE(both_hold(figure(-10, 1, '>'), figure(-8, 1)));
  EXPECT_FALSE(both_hold(figure(-10, 1), figure(-8, 1)));
}

TEST(Figure, AboutIsFivePercentWider) {
  EXPECT_TRUE(both_hold(figure(1e8, 1e7, '~'), figure(1.09e8, 1e6)));
  EXPECT_FALSE(both_hold(figure(1e8, 1e6, '~'), figure(1.09e8, 1e6)));
  EXPECT_TRUE(both_hold(figure(-20, 1, '~'), figure(-21.4, 0.1)));
}

TEST(Figure, ARangeHoldsWhatLiesInIt) {
  EXPECT_TRUE(both_hold(figure(10, 1, '=', 15), figure(12.3, 0.1)));
  EXPECT_FALSE(both_hold(figure(10, 1, '=', 15), figure(16.3, 0.1)));
  EXPECT_TRUE(both_hold(figure(15, 1, '=', 10), figure(12.3, 0.1)));
}

TEST(Figure, WhatIsNoNumberContradictsNothing) {
  for (const double odd : {std::nan(""), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}) {
    EXPECT_TRUE(both_hold(figure(odd, 1), figure(7, 1)));
    EXPECT_TRUE(both_hold(figure(7, odd), figure(7, 1)));
  }
  EXPECT_TRUE(both_hold(figure(7, -5), figure(7, 0)));
}

TEST(Figure, TheSameFigureHoweverPrinted) {
  EXPECT_TRUE(same_figure(figure(12000, 1000), figure(12000, 1)));
  EXPECT_FALSE(same_figure(figure(12000, 1000, '>'), figure(12000, 1000)));
  EXPECT_TRUE(same_figure(figure(1, 1, '=', 2), figure(1, 1, '=', 2)));
  EXPECT_FALSE(same_figure(figure(1, 1, '=', 2), figure(1, 1)));
}

}  // namespace
}  // namespace fengbiao
