#include "check/constraints.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace fengbiao {
namespace {

using Statements = std::vector<Constraints::Statement>;

TEST(Constraints, TwoGrowthsImplyTwoValuesOfTheYearBefore) {
  Constraints c;
  const auto before = c.value(), now = c.value(), other = c.value(), g = c.value(), h = c.value();
  const auto first = c.statement(), aside = c.statement(), second = c.statement();
  c.within(first, now, {1.915, 1.925});
  c.within(first, g, {18.55, 18.65});
  c.growth(first, before, now, g);
  const auto half = c.value();
  c.within(aside, half, {5, 6});
  c.within(second, other, {1.975, 1.985});
  c.within(second, h, {14.5, 15.5});
  c.growth(second, before, other, h);
  EXPECT_FALSE(c.solve().possible);
  EXPECT_EQ(c.contradiction(), (Statements{first, second}));

  const auto alone = c.solve({true, true, false});
  ASSERT_TRUE(alone.possible);
  EXPECT_NEAR(alone.values[before].low, 1.915 / 1.1865, 1e-9);
  EXPECT_NEAR(alone.values[before].high, 1.925 / 1.1855, 1e-9);
}

TEST(Constraints, PartsAboveTheirWhole) {
  Constraints c;
  const auto whole = c.value(), a = c.value(), b = c.value();
  const auto told = c.statement(), parts = c.statement();
  c.within(told, whole, {6958.5, 6959.5});
  c.within(parts, a, {5825.5, 5826.5});
  c.within(parts, b, {1444.5, 1445.5});
  c.sum(parts, {{whole, 1}, {a, -1}, {b, -1}}, {0, everything().high});
  EXPECT_EQ(c.contradiction(), (Statements{told, parts}));
}

TEST(Constraints, ShareOfThingsThatAreCounted) {
  Constraints c;
  const auto whole = c.value(), part = c.value(), percent = c.value();
  const auto s = c.statement();
  c.within(s, whole, exactly(70));
  c.within(s, percent, {61.45, 61.55});
  c.share(s, part, whole, percent);
  EXPECT_TRUE(c.solve().possible);
  c.whole(s, part);  // 43.05: no whole number
  EXPECT_FALSE(c.solve().possible);
}

TEST(Constraints, AverageGrowthOverYears) {
  Constraints c;
  const auto before = c.value(), now = c.value(), g = c.value();
  const auto s = c.statement();
  c.within(s, before, {0.95, 1.05});
  c.within(s, now, {1.95, 2.05});
  c.growth(s, before, now, g, 5);
  c.within(s, g, {-50, 1000});
  const auto solved = c.solve();
  ASSERT_TRUE(solved.possible);
  EXPECT_NEAR(solved.values[g].low, 100 * (std::pow(1.95 / 1.05, 0.2) - 1), 1e-6);
  EXPECT_NEAR(solved.values[g].high, 100 * (std::pow(2.05 / 0.95, 0.2) - 1), 1e-6);
}

TEST(Constraints, WhatBinaryFractionsLoseIsNoContradiction) {
  for (int n = 2; n < 400; ++n) {
    Constraints c;
    const auto mean = c.value(), whole = c.value();
    const auto s = c.statement();
    c.within(s, mean, {273.5, 274.5});
    c.within(s, whole, exactly(274 * n + n % 7 * 0.01 * n));
    c.sum(s, {{whole, 1}, {mean, -double(n)}}, exactly(0));
    EXPECT_TRUE(c.solve().possible) << n;
  }
}

TEST(Constraints, SlowConvergenceEnds) {
  Constraints c;  // x = y and x = 0.999 y in [1, 1e9]: narrows by a thousandth each time
  const auto x = c.value(), y = c.value();
  const auto s = c.statement();
  c.within(s, x, {1, 1e9});
  c.sum(s, {{x, 1}, {y, -1}}, exactly(0));
  c.sum(s, {{x, 1}, {y, -0.999}}, exactly(0));
  EXPECT_TRUE(c.solve().values[x].low >= 1);
}

// The slow twin: small systems over whole numbers, every solution found by trying all of them.
struct Twin {
  std::vector<std::function<bool(const std::vector<int>&)>> tests;
  std::vector<std::uint32_t> statement;

  void each_solution(const std::vector<bool>& kept, std::size_t variables,
                     const std::function<void(const std::vector<int>&)>& visit) const {
    std::vector<int> v(variables, -3);
    for (;;) {
      bool fits = true;
      for (std::size_t t = 0; t < tests.size() && fits; ++t) fits = !kept[statement[t]] || tests[t](v);
      if (fits) visit(v);
      std::size_t i = 0;
      for (; i < variables && v[i] == 6; ++i) v[i] = -3;
      if (i == variables) return;
      ++v[i];
    }
  }
};

TEST(Constraints, NeverDropASolutionAndNameASmallestSet) {
  std::mt19937 random(20221205);
  const auto any = [&](int low, int high) { return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)); };
  constexpr std::size_t kVariables = 4;
  int contradictions = 0, narrowed = 0;
  for (int round = 0; round < 400; ++round) {
    Constraints c;
    Twin twin;
    for (std::size_t v = 0; v < kVariables; ++v) c.value();
    const auto box = c.statement();  // what the twin tries
    for (std::uint32_t v = 0; v < kVariables; ++v) c.within(box, v, {-3, 6});
    const int statements = any(2, 5);
    for (int s = 0; s < statements; ++s) {
      const auto statement = c.statement();
      const auto x = static_cast<std::uint32_t>(any(0, 3)), y = static_cast<std::uint32_t>(any(0, 3)),
                 z = static_cast<std::uint32_t>(any(0, 3));
      const int low = any(-3, 6), high = std::min(6, low + any(0, 3)), factor = any(-2, 2);
      twin.statement.push_back(statement);
      switch (any(0, 4)) {
        case 0:
          c.within(statement, x, {double(low), double(high)});
          twin.tests.emplace_back([=](const auto& v) { return v[x] >= low && v[x] <= high; });
          break;
        case 1:
          c.sum(statement, {{x, 1}, {y, double(factor)}, {z, -1}}, {double(low), double(high)});
          twin.tests.emplace_back([=](const auto& v) {
            const int sum = v[x] + factor * v[y] - v[z];
            return sum >= low && sum <= high;
          });
          break;
        case 2:
          c.product(statement, x, y, z);
          twin.tests.emplace_back([=](const auto& v) { return v[x] == v[y] * v[z]; });
          break;
        case 3:
          c.power(statement, x, y, 2 + (low & 1));
          twin.tests.emplace_back([=](const auto& v) { return v[x] == (low & 1 ? v[y] * v[y] * v[y] : v[y] * v[y]); });
          break;
        default: c.not_above(statement, x, y); twin.tests.emplace_back([=](const auto& v) { return v[x] <= v[y]; });
      }
    }
    std::vector<bool> kept(c.statements(), true);
    const auto solved = c.solve();
    std::size_t solutions = 0;
    twin.each_solution(kept, kVariables, [&](const std::vector<int>& v) {
      ++solutions;
      for (std::size_t i = 0; i < kVariables; ++i) EXPECT_TRUE(holds_value(solved.values[i], v[i]));
    });
    EXPECT_TRUE(solutions == 0 || solved.possible);
    for (const Interval& v : solved.values) narrowed += solved.possible && v.high - v.low < 8;
    const auto core = c.contradiction();
    EXPECT_EQ(core.empty(), solved.possible);
    if (core.empty()) continue;
    ++contradictions;
    kept.assign(c.statements(), false);
    for (const auto s : core) kept[s] = true;
    EXPECT_FALSE(c.solve(kept).possible);
    for (const auto s : core) {
      kept[s] = false;
      EXPECT_TRUE(c.solve(kept).possible);
      kept[s] = true;
    }
    if (kept[box])
      twin.each_solution(kept, kVariables, [&](const auto&) { ADD_FAILURE() << "a solution of what was called a contradiction"; });
  }
  EXPECT_GT(contradictions, 20);
  EXPECT_GT(narrowed, 100);
}

}  // namespace
}  // namespace fengbiao
