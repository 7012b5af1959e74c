#include "check/day_words.h"

#include <array>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 14> kUses{"lasts",  "not_all", "working", "until_day", "is_day", "founded", "anniversary",
                                                 "greets", "told",    "ahead",   "weekday",   "unit",   "of_span", "to"};

}  // namespace

Result<DayWords> DayWords::load(const DataSet& data) {
  FB_TRY(UseWords words, UseWords::load(data, "check/days.yaml", kUses));
  return DayWords(std::move(words));
}

}  // namespace fengbiao
