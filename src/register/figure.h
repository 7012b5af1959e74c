// What a printed figure stands for: the values it may have been rounded from or bounds. Two figures that share no value cannot both hold.
//
//   1.98万亿   [1.975e12, 1.985e12]     1.92万亿 does not meet it
//   超1.9万亿  [1.85e12, ∞)             1.92万亿 and 1.98万亿 meet it both
//   约20%      [18.5, 21.5]             half a step for the rounding, and 5% more
//
// A bound on a decrease (下降超10%) says by its word that the decrease is larger, by its sign that the value is smaller; such a figure
// excludes nothing. Ends count in. Tested by figure_test.cc.
#pragma once

#include "model/observation.h"

namespace fengbiao {

struct Interval {
  double low = 0, high = 0;  // -inf, inf where a side is open
};
Interval stands_for(const Observation& observation);

bool meet(const Interval& a, const Interval& b);

// The same figure: same value, upper end and bound, though it may be printed otherwise (1.2万 and 12000).
bool same_figure(const Observation& a, const Observation& b);

}  // namespace fengbiao
