#include "register/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fengbiao {
namespace {

constexpr double kAbout = 0.05;   // how much ~ widens
constexpr double kSlack = 1e-12;  // for sums in binary

bool near(double a, double b) { return a == b || std::abs(a - b) <= kSlack * std::max(std::abs(a), std::abs(b)); }

}  // namespace

Interval stands_for(const Observation& o) {
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  const double end = o.value_max.value_or(o.value);
  if (!std::isfinite(o.value) || !std::isfinite(end)) return {-kOpen, kOpen};
  const auto [low, high] = std::minmax(o.value, end);
  const bool bound = o.approx == '>' || o.approx == '<';
  if (bound && low < 0) return {-kOpen, kOpen};
  const double half = std::isfinite(o.step) && o.step > 0 ? o.step / 2 : 0;
  const double wide_low = half + (o.approx == '~' ? kAbout * std::abs(low) : 0),
               wide_high = half + (o.approx == '~' ? kAbout * std::abs(high) : 0);
  return {o.approx == '<' ? -kOpen : low - wide_low, o.approx == '>' ? kOpen : high + wide_high};
}

bool meet(const Interval& a, const Interval& b) {
  const auto below = [](double high, double low) {  // high lies below low
    return high < low && !near(high, low);
  };
  return !below(a.high, b.low) && !below(b.high, a.low);
}

bool same_figure(const Observation& a, const Observation& b) {
  return near(a.value, b.value) && near(a.value_max.value_or(a.value), b.value_max.value_or(b.value)) && a.approx == b.approx;
}

}  // namespace fengbiao
