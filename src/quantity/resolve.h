// Completes a time by what is known about where it was written: its own words, then times named before, then the date of writing.
//
//   11月        written 2022-12-05                      2022-11     the latest that is not after the date
//   11月        behind 2021年 in the same sentence       2021-11
//   12月10日    with 将 before it                        2022-12-10  the next that is not before the date
//   上年同期    behind 2022-01/2022-11                   2021-01/2021-11
//
// What cannot be told stays empty, with the reason. Tested by resolve_test.cc.
#pragma once

#include "quantity/named_days.h"
#include "quantity/time.h"

namespace fengbiao {

ResolvedTime resolve(const Time& time, const TimeAnchor& anchor, const NamedDays& days);

}  // namespace fengbiao
