// The value axis of a chart: round ticks over what is drawn, and numbers as words.
//
//   value_axis(1.2e12, 2.1e12)   ->  0, 0.5e12, 1e12, 1.5e12, 2e12, 2.5e12
//   value_axis(97.1, 98.6)       ->  97 ... 99, not from zero
//
// Begins at zero unless the values lie close together far from it. Tested by chart_axis_test.cc.
#pragma once

#include <string>
#include <vector>

namespace fengbiao {

// Values beyond this are not drawn: their differences would leave the numbers a computer has.
inline constexpr double kLargestDrawn = 1e200;

struct ValueAxis {
  double low = 0, high = 1;
  double step = 1;
  bool from_zero = true;  // zero is on the axis
  [[nodiscard]] std::vector<double> ticks() const;
};
// `whole`: only whole numbers, and none below the lowest (ranks).
ValueAxis value_axis(double lowest, double highest, bool whole = false);

// "1,234.5": as many decimals as steps of `step` need; very large and very small ones as 1.2e+18.
std::string number_text(double value, double step);

}  // namespace fengbiao
