#include "check/interval.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fengbiao {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr double kSlack = 1e-9;

// Nothing times an open side is nothing.
double product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

Interval nothing() { return {kOpen, -kOpen}; }

double nth_root(double a, int n) {
  if (std::isinf(a)) return a;
  const double r = std::pow(std::abs(a), 1.0 / n);
  return a < 0 ? -r : r;
}

double nth_power(double a, int n) { return std::pow(a, n); }

}  // namespace

Interval everything() { return {-kOpen, kOpen}; }
Interval exactly(double value) { return {value, value}; }

bool is_empty(const Interval& a) {
  if (!(a.low > a.high)) return false;
  if (std::isinf(a.low) || std::isinf(a.high)) return true;
  return a.low - a.high > kSlack * std::max(std::abs(a.low), std::abs(a.high));
}

bool holds_value(const Interval& a, double value) { return !is_empty(common(a, exactly(value))); }

Interval common(const Interval& a, const Interval& b) { return {std::max(a.low, b.low), std::min(a.high, b.high)}; }

Interval plus(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }

Interval minus(const Interval& a, const Interval& b) { return {a.low - b.high, a.high - b.low}; }

Interval times(const Interval& a, const Interval& b) {
  const auto [low, high] = std::minmax({product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
  return {low, high};
}

Interval times(const Interval& a, double factor) { return times(a, exactly(factor)); }

Interval over(const Interval& a, const Interval& b) {
  if (b.low > 0 || b.high < 0) return times(a, {std::isinf(b.high) ? 0 : 1 / b.high, std::isinf(b.low) ? 0 : 1 / b.low});
  if (a.low <= 0 && a.high >= 0) return everything();
  if (b.low == 0 && b.high == 0) return nothing();
  if (b.low < 0 && b.high > 0) return everything();
  // Zero is one end of the divisor: the quotient grows without end on one side.
  const double end = b.low == 0 ? b.high : b.low;
  const double near = std::isinf(end) ? 0 : (a.low > 0 ? a.low : a.high) / end;
  return (a.low > 0) == (b.low == 0) ? Interval{near, kOpen} : Interval{-kOpen, near};
}

Interval power(const Interval& a, int n) {
  const double low = nth_power(a.low, n), high = nth_power(a.high, n);
  if (n % 2 == 1 || a.low >= 0) return {low, high};
  if (a.high <= 0) return {high, low};
  return {0, std::max(low, high)};
}

Interval root(const Interval& a, int n, const Interval& base) {
  if (n % 2 == 1) return {nth_root(a.low, n), nth_root(a.high, n)};
  if (a.high < 0) return nothing();
  const double far = nth_root(a.high, n), near = a.low > 0 ? nth_root(a.low, n) : 0;
  if (base.low >= 0) return {near, far};
  if (base.high <= 0) return {-far, -near};
  return {-far, far};
}

double distance(const Interval& a, const Interval& b) { return std::max({0.0, a.low - b.high, b.low - a.high}); }

}  // namespace fengbiao
