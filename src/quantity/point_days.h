// The days that a point of time covers, once it lacks nothing: 2022-H1 is January to June, 2021年中秋节 one day, the end of a quarter its
// last day. Tested by resolve_test.cc.
#pragma once

#include <optional>

#include "quantity/named_days.h"
#include "quantity/time.h"
#include "quantity/written_days.h"

namespace fengbiao {

std::optional<Days> days_of(const TimePoint& point, const NamedDays& names);
Days days_with_clock(const TimePoint& point, Days days);

}  // namespace fengbiao
