#include "publish/chart_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fengbiao {
namespace {

constexpr int kTicks = 5;              // about as many
constexpr double kFarFromZero = 0.75;  // the lowest value as a part of the highest from which the axis may leave zero
constexpr double kWritten = 1e15;      // larger numbers are written with an exponent
constexpr int kMostDecimals = 6;

// The next of 1, 2, 2.5, 5, 10 times a power of ten.
double round_step(double rough) {
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double m : {1.0, 2.0, 2.5, 5.0})
    if (rough <= m * power * (1 + 1e-9)) return m * power;
  return 10 * power;
}

}  // namespace

ValueAxis value_axis(double lowest, double highest, bool whole) {
  ValueAxis out;
  double low = lowest, high = highest;
  if (whole) {
    out.step = std::max(1.0, std::ceil(round_step(std::max(1.0, (high - low) / kTicks))));
  } else {
    const bool far = (low > 0 && low > kFarFromZero * high && low < high) || (high < 0 && high < kFarFromZero * low && low < high);
    if (!far) low = std::min(low, 0.0), high = std::max(high, 0.0);
    if (low == high) high = low + 1;
    out.step = round_step((high - low) / kTicks);
  }
  out.low = std::floor(low / out.step + 1e-9) * out.step;
  out.high = std::ceil(high / out.step - 1e-9) * out.step;
  if (whole) out.low = std::max(out.low, std::min(lowest, 1.0));
  if (out.high <= out.low) out.high = out.low + out.step;
  out.from_zero = out.low <= 0 && out.high >= 0;
  return out;
}

std::vector<double> ValueAxis::ticks() const {
  std::vector<double> out;
  const double first = std::ceil(low / step - 1e-9);
  for (int i = 0; i <= 4 * kTicks; ++i) {
    const double at = (first + i) * step;
    if (at > high + step * 1e-6) break;
    out.push_back(at == 0 ? 0 : at);
  }
  return out;
}

std::string number_text(double value, double step) {
  const double size = std::max(std::abs(value), std::abs(step));
  if (!std::isfinite(size) || size >= kWritten || (size > 0 && size < std::pow(10, -kMostDecimals))) return fmt::format("{:.4g}", value);
  int decimals = 0;
  for (double scaled = std::abs(step); decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, scaled);
       scaled *= 10)
    ++decimals;
  std::string out = fmt::format("{:.{}f}", std::abs(value), decimals);
  for (std::size_t at = std::min(out.find('.'), out.size()); at > 3; at -= 3) out.insert(at - 3, ",");
  const bool zero = out.find_first_not_of("0.,") == out.npos;
  return (value < 0 && !zero ? "-" : "") + out;
}

}  // namespace fengbiao
