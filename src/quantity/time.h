// A time of a text: first a value that may lack parts, as far as its own words say; `resolve` completes it when somebody knows
// on which day the words were written and what stood before them.
//
//   截至6月底       partial  @XXXX-06.end             on 2022-12-05: @2022-06-30
//   前7个月         months 1 to 7 of a year not said    on 2022-12-05: 2022-01/2022-07
//   上年同期        the period named before, a year earlier
//   3年             P3Y, a duration: nothing to complete
//
// Written: 2022, 2022-H1, 2022-Q3, 2022-W47, 2022-08, 2022-11-25, A/B (inclusive), @ for a stock at a date, A/ and
// /B open, P… durations, R/P… sets, 2022-11-11T20:30, T20. Tested by time_test.cc and tests/sets/times.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "quantity/date.h"

namespace fengbiao {

enum class TimeKind : std::uint8_t { period, range, duration, set, clock };  // a day is a period of one day
std::string_view name_of(TimeKind kind);

// How a text uses a time, as far as its own words say (`clause` looks further).
enum class TimeRole : std::uint8_t { over, at, since, until };  // flow over a period, stock at its end, 以来/起, 前

// One end of a time. Parts that are not said are empty; a part may be said by how far it lies from something known.
struct TimePoint {
  enum class Base : std::uint8_t {
    none,       // nothing said: XXXX
    absolute,   // the year is as printed
    reference,  // counted from the day of writing: 今年 (year_shift 0), 去年 (-1), 本月 (month_shift 0), 昨日 (day_shift -1)
    previous,   // counted from the time named before: 同年, 次年, 当月, 当日
  };
  Base base = Base::none;
  std::optional<int> year, half, quarter, season, month, third, week, day, weekday, hour, minute, second;  // third: 上旬 1 to 下旬 3
  std::optional<int> year_shift, quarter_shift, month_shift, week_shift, day_shift;
  std::string named;              // id of a campaign, feast or plan of data/units/campaigns.yaml: "double11", "plan14"
  bool whole_feast = false;       // 假期, 期间: all its days, not the day it falls on
  int first_days = 0;             // 假期前三天: so many of them; 0: all
  bool short_year = false;        // of `year` only the last two digits are printed: 90年代
  std::optional<bool> afternoon;  // the half of the day that a clock without one goes by: 今晚, 下午
  bool of_said = false;           // 上年, 全年: counted from the time named before where one is
  bool lunar = false;             // month and day are of the lunar calendar
  bool leap = false;              // 闰六月
  enum class Edge : std::uint8_t { whole, start, end } edge = Edge::whole;  // 底 末 is the end, 初 the start
  friend bool operator==(const TimePoint&, const TimePoint&) = default;
};

struct Time {
  Span span;  // in the folded text
  TimeKind kind = TimeKind::period;
  TimeRole role = TimeRole::over;
  TimePoint from, to;        // of a range both; otherwise `from`
  std::string duration;      // "P3Y", also of 近3年 (which is a range counted back) and of sets
  bool future = false;       // 未来, 明年: the words themselves look ahead
  bool up_to_now = false;    // 近5年, 截至目前
  bool ago = false;          // 3年前, a year counted back
  bool same_period = false;  // 上年同期: the period named before, in the year that `from` says
  std::string partial;       // written form of what is known: "XXXX-06", "XXXX-01/XXXX-07"
  std::string_view rule;     // name of the rule that made it: lives as long as the reader
  std::uint32_t step_of_trace = 0xFFFFFFFF;
};

// Whether its words give a year that later times of the sentence go on with: 2021年全年…，其中11月.
bool says_year(const Time& time);
// `partial` of a time. What a part is counted from shows in it: "now-1Y-12" is 去年12月, "said+0M" 当月, "same-1Y" 上年同期.
std::string written_form(const Time& time);
// A duration of whole or broken units: {3, "Y"} is "P3Y", {30, "TM"} "PT30M", with {3, "M"} after {1, "Y"} "P1Y3M".
std::string duration_form(const std::vector<std::pair<double, std::string>>& amounts);

// What a time is completed from, nearest first; where it came from is part of the answer.
struct TimeAnchor {
  std::optional<Date> written;        // article date, or issue date
  std::string written_from = "date";  // "article", "issue", "date"
  bool future = false;                // 将, 预计, 到…年 stand before it
  struct Before {                     // a resolved time named before in clause, sentence or paragraph
    std::string value;
    std::string from;       // "clause", "sentence", "paragraph", "article"
    bool says_year = true;  // see says_year(Time)
    bool told = false;      // the day on which it was told
    bool named = false;     // a feast or campaign, whose year may be another than that of the text
    bool far = false;       // of an earlier paragraph: completes no year, but 同期, 上年, 季末 look back so far
    bool begins = false;    // something began then: what follows is later
  };
  std::vector<Before> before;  // nearest first
};

struct ResolvedTime {
  std::string value;               // written form; empty when it cannot be told
  std::optional<Date> start, end;  // inclusive calendar days, where it covers some
  std::string from;     // what completed it: "words" (nothing was missing), "clause", "sentence", "paragraph", "article", "issue", "date"
  std::string why_not;  // reason when value is empty: "no date of writing is known"
};

}  // namespace fengbiao
