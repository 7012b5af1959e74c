// Arithmetic on what figures stand for: the values that a sum, a product or a quotient can have when its parts lie in their intervals.
//
//   [98.25, 98.35] of [69.5, 70.5]   times: [68.28, 69.34] (per cent apart)
//
// Ends count in, infinite ends are sides left open (register/figure.h). An interval whose low end lies above its high one holds no value.
// A quotient by an interval around zero may be anything. After Moore, Interval Analysis (1966). Tested by interval_test.cc.
#pragma once

#include "register/figure.h"

namespace fengbiao {

Interval everything();
Interval exactly(double value);
// No value, beyond what binary fractions lose: a low end above the high one by more than a billionth of them.
bool is_empty(const Interval& a);
bool holds_value(const Interval& a, double value);
Interval common(const Interval& a, const Interval& b);

Interval plus(const Interval& a, const Interval& b);
Interval minus(const Interval& a, const Interval& b);
Interval times(const Interval& a, const Interval& b);
Interval times(const Interval& a, double factor);
Interval over(const Interval& a, const Interval& b);
Interval power(const Interval& a, int n);  // n >= 1
// The values of `base` whose n-th power lies in `a`.
Interval root(const Interval& a, int n, const Interval& base);

// How far apart two intervals lie; 0 where they meet.
double distance(const Interval& a, const Interval& b);

}  // namespace fengbiao
