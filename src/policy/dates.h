// When an act on a document took place: the day before its verb, unless another document or somebody who speaks stands between.
//
//   12月29日，甲部发布《乙》                      2021-12-29
//   近日，甲部发布《乙》                          recent, no day
//   2021年7月，甲部印发《乙》, written in 2022     past
//
// Tested by dates_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "policy/calendar.h"
#include "policy/mention.h"

namespace fengbiao::policy_room {

// When the act of a mention took place.
struct ActDay {
  std::string day;      // empty: not told, or only as 近日
  bool past = false;    // told as something of an earlier time: 今年初, 2021年7月
  bool recent = false;  // 近日, 日前
  std::string_view rule;
  Span span;
};
ActDay day_of_act(const Scene& scene, const Calendar& calendar, const Mention& mention);

}  // namespace fengbiao::policy_room
