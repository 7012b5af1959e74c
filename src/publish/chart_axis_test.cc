#include "publish/chart_axis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace fengbiao {
namespace {

using testing::ElementsAre;

std::vector<std::string> axis(double low, double high, bool whole = false) {
  const ValueAxis a = value_axis(low, high, whole);
  std::vector<std::string> out;
  for (const double t : a.ticks()) out.push_back(number_text(t, a.step));
  return out;
}

TEST(ChartAxis, RoundTicks) {
  EXPECT_THAT(axis(1.2, 2.1), ElementsAre("0.0", "0.5", "1.0", "1.5", "2.0", "2.5"));
  EXPECT_THAT(axis(97.1, 98.6), ElementsAre("97.0", "97.5", "98.0", "98.5", "99.0"));
  EXPECT_THAT(axis(-3, 8), ElementsAre("-5.0", "-2.5", "0.0", "2.5", "5.0", "7.5", "10.0"));
  EXPECT_THAT(axis(5, 5), ElementsAre("0", "1", "2", "3", "4", "5"));
  EXPECT_THAT(axis(0, 0), ElementsAre("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"));
  EXPECT_THAT(axis(-120000, -95000), ElementsAre("-120,000", "-115,000", "-110,000", "-105,000", "-100,000", "-95,000"));
  EXPECT_THAT(axis(3, 3, true), ElementsAre("3", "4"));
  EXPECT_THAT(axis(1, 9, true), ElementsAre("2", "4", "6", "8", "10"));
}

TEST(ChartAxis, NumbersAsWords) {
  EXPECT_EQ(number_text(1234567.5, 0.5), "1,234,567.5");
  EXPECT_EQ(number_text(-0.0, 1), "0");
  EXPECT_EQ(number_text(-0.01, 1), "0");
  EXPECT_EQ(number_text(999, 1), "999");
  EXPECT_EQ(number_text(2.5e18, 1e17), "2.5e+18");
}

TEST(ChartAxis, HoldsEverythingWithAFewTicks) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> mantissa(-10, 10), exponent(-150, 199);
  for (int i = 0; i < 20000; ++i) {
    double low = mantissa(random) * std::pow(10, exponent(random)), high = i % 3 ? low * mantissa(random) : mantissa(random);
    if (low > high) std::swap(low, high);
    if (high > kLargestDrawn || low < -kLargestDrawn) continue;
    const ValueAxis a = value_axis(low, high);
    EXPECT_LE(a.low, low + a.step * 1e-6);
    EXPECT_GE(a.high, high - a.step * 1e-6);
    EXPECT_GE(a.ticks().size(), 2u) << low << " " << high;
    EXPECT_LE(a.ticks().size(), 12u) << low << " " << high;
  }
}

}  // namespace
}  // namespace fengbiao
