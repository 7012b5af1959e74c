#include "check/interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace fengbiao {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();

std::vector<Interval> samples() {
  std::vector<Interval> out;
  const std::vector<double> ends{-kOpen, -3, -1, 0, 0.5, 2, kOpen};
  for (const double low : ends)
    for (const double high : ends)
      if (low <= high && low < kOpen && high > -kOpen) out.push_back({low, high});
  return out;
}

std::vector<double> values_in(const Interval& a) {
  std::vector<double> out;
  for (double v = -6; v <= 6; v += 0.25)
    if (v >= a.low && v <= a.high) out.push_back(v);
  return out;
}

// Whatever the parts are, the result lies in the interval of results.
TEST(Interval, HoldsEveryResultOfItsParts) {
  for (const Interval& a : samples()) {
    for (const Interval& b : samples()) {
      for (const double x : values_in(a)) {
        for (const double y : values_in(b)) {
          EXPECT_TRUE(holds_value(plus(a, b), x + y));
          EXPECT_TRUE(holds_value(minus(a, b), x - y));
          EXPECT_TRUE(holds_value(times(a, b), x * y));
          EXPECT_TRUE(y == 0 || holds_value(over(a, b), x / y)) << a.low << ".." << a.high << " / " << b.low << ".." << b.high;
        }
      }
    }
    for (int n = 1; n <= 4; ++n) {
      for (const double x : values_in(a)) {
        EXPECT_TRUE(holds_value(power(a, n), std::pow(x, n)));
        EXPECT_TRUE(holds_value(root(power(a, n), n, a), x));
      }
    }
  }
}

TEST(Interval, IsNoWiderThanItsEnds) {
  EXPECT_EQ(times({2, 3}, {-1, 4}).low, -3);
  EXPECT_EQ(times({2, 3}, {-1, 4}).high, 12);
  EXPECT_EQ(over({2, 4}, {1, 2}).high, 4);
  EXPECT_EQ(over({2, 4}, {0, 2}).low, 1);
  EXPECT_EQ(over({2, 4}, {0, 2}).high, kOpen);
  EXPECT_EQ(over({-4, -2}, {0, 2}).high, -1);
  EXPECT_TRUE(is_empty(over({2, 4}, {0, 0})));
  EXPECT_EQ(power({-2, 1}, 2).high, 4);
  EXPECT_EQ(power({-2, 1}, 2).low, 0);
}

TEST(Interval, EmptyOnlyBeyondBinaryFractions) {
  EXPECT_FALSE(is_empty(common({0, 0.1 + 0.2}, {0.3, 1})));
  EXPECT_FALSE(is_empty(common({0, 0.3}, {0.1 + 0.2, 1})));
  EXPECT_TRUE(is_empty(common({0, 0.3}, {0.3001, 1})));
  EXPECT_EQ(distance({0, 1}, {3, 4}), 2);
  EXPECT_EQ(distance({3, 4}, {0, 1}), 2);
  EXPECT_EQ(distance({0, 3}, {1, 4}), 0);
}

}  // namespace
}  // namespace fengbiao
