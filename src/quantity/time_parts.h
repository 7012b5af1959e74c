// Points of time as rules put them together: parts by their names in data/units/times.yaml, one point out of several, the second end
// of a range out of the first. A part that cannot be (month 13) is refused. Tested by time_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quantity/time.h"

namespace fengbiao {

struct PartOfPoint {
  std::string_view name;  // "month", "year_shift" …
  std::optional<int> TimePoint::*part;
  int least, most;
};
const PartOfPoint* find_part(std::string_view name);  // nullptr: no part is called so

std::optional<int> whole_number(std::string_view text);  // all of it, or nothing
// False when the part may not have that value; a name that is no part is let pass.
bool set_part(TimePoint& point, std::string_view name, double value);
// One key of a word or of a rule's `with`, likewise.
bool say(TimePoint& point, std::string_view key, std::string_view value);
// Adds to `point` what `more` says; false when they speak against each other.
bool merge(TimePoint& point, const TimePoint& more);
// What the first end of a range says also holds for the second: 6月1日到20日.
void share(const TimePoint& first, TimePoint& last);

// 90年代, 2010年代: its first and last year. False where the number is none of a decade.
bool set_decade(TimePoint& from, TimePoint& to, double number, int printed_digits, bool padded, std::optional<int> century);

bool says_year_of(const TimePoint& point);
bool only_clock(const TimePoint& point);
bool only_year(const TimePoint& point);
bool on_a_day(const TimePoint& point);
bool from_hour_on(const Time& first, const Time& last);  // 12月1日8时至20时, 晚8点到次日凌晨2点
bool is_possible(const TimePoint& point);                // 2月29日 without a year is
int order_in_year(const TimePoint& point);

using Amount = std::pair<double, std::string>;                          // {3, "Y"}, {2, "TH"}
std::optional<Amount> one_amount(std::string_view duration);            // the only amount of a duration as written
Amount written_amount(double value, std::string_view unit);             // quarters and half-years are written in months
std::vector<Amount> half_amount(double before, std::string_view unit);  // so many and a half

// 假期前三天, 双11首日: so many days at the beginning, by the word or by the duration behind it.
bool say_first_days(TimePoint& point, std::string_view days, const Time* duration);

// 7月前10天, 7月头三周: the first days of a month; no year may be told.
bool first_days(Time& time, const Time* year, const Time* month, const Time* duration);

}  // namespace fengbiao
