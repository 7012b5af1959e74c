// The words by which days are held against each other, from data/check/days.yaml. Tested by the examples of data/rules/check/days.yaml.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the file.
enum class DayUse : std::uint8_t {
  lasts,        // 为期, before an amount of time: how long what was told is
  not_all,      // 近, before one: no whole
  working,      // 工作日, behind one: not days of the calendar
  until_day,    // 距离, before a day that lies ahead
  is_day,       // 恰逢, between a date and a day by name
  founded,      // 成立
  anniversary,  // 周年
  greets,       // 迎来, before the number of an anniversary: it is that of the thing itself
  told,         // 发布: an act of telling
  ahead,        // 将, 起: it lies ahead, or holds from then on
  weekday,      // 周五; says which
  unit,         // 天, of an amount of time; says D, W or M
  of_span,      // 的, between a span of days and an amount of time: that is how long it is
  to            // 至, between the ends of a range
};

class DayWords : public UseWords {
 public:
  static Result<DayWords> load(const DataSet& data);

 private:
  explicit DayWords(UseWords words) : UseWords(std::move(words)) {}
};

}  // namespace fengbiao
