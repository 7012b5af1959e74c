// What holds for each quantity: as its clause carries it, but the nearest own things before the quantity come first.
//
//   2021年5亿元，2022年9亿元     9亿元: 2022
//
// Tested by carry_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clause/spoken_of.h"

namespace fengbiao {

// What a clause says itself; of periods the last, otherwise the first.
struct OwnWords {
  CarriedIndex subject, place, period, told;
  CarriedIndex in_brackets;   // a period said in its brackets
  CarriedIndex place_before;  // what was carried to it
  bool turn = false;          // 前者: the subject is one of two named before
  bool ahead = false;         // one of its periods lies ahead
  bool window = false;        // 近5年来: counted back from what is told, else from the day of writing
};

// A time from which a quantity may have its period.
inline bool is_period(const TimeInText& t) {
  return !t.resolved.value.starts_with('T') && (t.time.kind == TimeKind::period || t.time.kind == TimeKind::range) &&
         !t.resolved.value.empty() && t.use != TimeUse::named && t.use != TimeUse::base && t.use != TimeUse::told;
}
inline bool looks_ahead(TimeUse use) { return use == TimeUse::forecast || use == TimeUse::target; }

// Fills the holdings of `text`. `own` is by clause, `name_clause` and `subject` (whether it is spoken of) by name.
void hold(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<OwnWords>& own,
          const std::vector<std::uint32_t>& name_clause, const std::vector<bool>& subject, ReadText& text);

}  // namespace fengbiao
