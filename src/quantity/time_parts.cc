#include "quantity/time_parts.h"

#include <charconv>
#include <cmath>

namespace fengbiao {

namespace {

constexpr PartOfPoint kParts[] = {
    {"year", &TimePoint::year, 1, 9999},
    {"half", &TimePoint::half, 1, 2},
    {"quarter", &TimePoint::quarter, 1, 4},
    {"season", &TimePoint::season, 1, 4},
    {"month", &TimePoint::month, 1, 12},
    {"third", &TimePoint::third, 1, 3},
    {"week", &TimePoint::week, 1, 53},
    {"day", &TimePoint::day, 1, 31},
    {"weekday", &TimePoint::weekday, 1, 7},
    {"hour", &TimePoint::hour, 0, 24},
    {"minute", &TimePoint::minute, 0, 59},
    {"second", &TimePoint::second, 0, 59},
    {"year_shift", &TimePoint::year_shift, -9999, 9999},
    {"quarter_shift", &TimePoint::quarter_shift, -9999, 9999},
    {"month_shift", &TimePoint::month_shift, -9999, 9999},
    {"week_shift", &TimePoint::week_shift, -9999, 9999},
    {"day_shift", &TimePoint::day_shift, -9999, 9999},
};

}  // namespace

const PartOfPoint* find_part(std::string_view name) {
  for (const PartOfPoint& part : kParts)
    if (part.name == name) return &part;
  return nullptr;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool set_part(TimePoint& point, std::string_view name, double value) {
  const PartOfPoint* of = find_part(name);
  if (!of) return true;
  if (value < of->least || value > of->most || value != std::floor(value)) return false;
  point.*of->part = static_cast<int>(value);
  if (name == "year") point.base = TimePoint::Base::absolute;
  return true;
}

bool say(TimePoint& point, std::string_view key, std::string_view value) {
  using Base = TimePoint::Base;
  if (key == "base") point.base = value == "previous" ? Base::previous : Base::reference;
  else if (key == "lunar") point.lunar = true;
  else if (key == "of_said") point.of_said = true;
  else if (key == "edge") point.edge = value == "end" ? TimePoint::Edge::end : TimePoint::Edge::start;
  else if (key == "half_day") point.afternoon = value != "am";
  else if (const auto number = whole_number(value)) return set_part(point, key, *number);
  return true;
}

bool set_decade(TimePoint& from, TimePoint& to, double number, int printed_digits, bool padded, std::optional<int> century) {
  constexpr int kTen = 10, kHundred = 100;
  if (std::fmod(number, kTen) != 0) return false;
  const int value = static_cast<int>(std::min(number, 9999.0));
  const bool full = printed_digits == 4 && value >= 1000 && value < 3000;
  if (!full && (value >= kHundred || (value == 0 && !padded))) return false;
  from.short_year = !full && !century;
  if (!set_part(from, "year", full ? value : value + century.value_or(0) * kHundred)) return false;
  to = from;
  *to.year += kTen - 1;
  return true;
}

bool says_year_of(const TimePoint& p) { return p.year || p.year_shift; }
bool only_clock(const TimePoint& p) {
  TimePoint rest = p;
  rest.hour = rest.minute = rest.second = std::nullopt;
  rest.afternoon.reset();
  return p.hour && rest == TimePoint{};
}
bool only_year(const TimePoint& p) {
  return says_year_of(p) && p.named.empty() && !p.half && !p.quarter && !p.season && !p.month && !p.third && !p.week && !p.day &&
         !p.weekday && !p.hour;
}
bool on_a_day(const TimePoint& p) { return p.day || p.weekday || p.day_shift || p.hour; }
bool from_hour_on(const Time& first, const Time& last) {
  const TimePoint& to = last.from;
  const bool next_day = to.hour && to.base == TimePoint::Base::previous && to.day_shift == 1;
  return first.from.hour && (first.kind == TimeKind::clock ? next_day : first.kind == TimeKind::period && last.kind == TimeKind::clock);
}

bool is_possible(const TimePoint& p) {
  if (!p.day) return true;
  if (p.lunar) return *p.day <= 30;
  constexpr int kLeapYear = 2024;
  if (p.month) return is_real_date(p.year && !p.short_year ? *p.year : kLeapYear, *p.month, *p.day);
  return true;
}

bool merge(TimePoint& point, const TimePoint& more) {
  for (const PartOfPoint& of : kParts) {
    const auto& said = more.*of.part;
    if (!said) continue;
    if (point.*of.part) return false;
    point.*of.part = said;
  }
  if (more.base != TimePoint::Base::none) {
    if (point.base != TimePoint::Base::none) return false;
    point.base = more.base;
  }
  if (!more.named.empty()) point.named = more.named;
  point.whole_feast = point.whole_feast || more.whole_feast;
  if (more.first_days > 0) point.first_days = more.first_days;
  point.short_year = point.short_year || more.short_year;
  point.lunar = point.lunar || more.lunar;
  point.leap = point.leap || more.leap;
  point.of_said = point.of_said || more.of_said;
  if (more.edge != TimePoint::Edge::whole) point.edge = more.edge;
  if (point.afternoon.value_or(false) && !more.afternoon && more.hour && *more.hour < 12) point.hour = *more.hour + 12;
  if (more.afternoon) point.afternoon = more.afternoon;
  return true;
}

void share(const TimePoint& first, TimePoint& last) {
  if (only_clock(last)) {
    const TimePoint clock = last;
    last = first;
    last.hour = clock.hour;
    last.minute = clock.minute;
    last.second = clock.second;
    if (first.afternoon.value_or(false) && !clock.afternoon && *last.hour < 12 && *last.hour + 12 > *first.hour) *last.hour += 12;
    return;
  }
  if (last.base != TimePoint::Base::none || !last.named.empty() || last.weekday) return;
  last.base = first.base;
  last.year = first.year;
  last.year_shift = first.year_shift;
  last.short_year = first.short_year;
  last.of_said = first.of_said;
  if (last.day && !last.month) {
    last.month = first.month;
    last.month_shift = first.month_shift;
    last.lunar = first.lunar;
    last.leap = first.leap;
  }
}

int order_in_year(const TimePoint& p) {
  const int month = p.month ? *p.month : p.quarter ? *p.quarter * 3 - 2 : p.half ? *p.half * 6 - 5 : p.season ? *p.season * 3 : 1;
  return (month * 40 + p.day.value_or(p.third ? *p.third * 10 : 0)) * 24 + p.hour.value_or(0);
}

std::optional<Amount> one_amount(std::string_view duration) {
  if (duration.size() < 3 || duration[0] != 'P') return std::nullopt;
  const bool of_day = duration[1] == 'T';
  const std::string_view number = duration.substr(of_day ? 2 : 1, duration.size() - (of_day ? 3 : 2));
  double value = 0;
  const auto [end, ec] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (ec != std::errc() || end != number.data() + number.size()) return std::nullopt;
  return std::pair(value, std::string(of_day ? "T" : "") + duration.back());
}

Amount written_amount(double value, std::string_view unit) {
  if (unit == "Q") return {value * 3, "M"};
  if (unit == "H") return {value * 6, "M"};
  return {value, std::string(unit)};
}
std::vector<Amount> half_amount(double before, std::string_view unit) {
  std::vector<Amount> out;
  if (unit == "Y" || unit == "TH" || unit == "TM") {
    if (before > 0) out.emplace_back(before, unit);
    out.emplace_back(unit == "Y" ? 6 : 30, unit == "Y" ? "M" : unit == "TH" ? "TM" : "TS");
  } else {
    out.emplace_back(before + 0.5, unit);
  }
  return out;
}

bool say_first_days(TimePoint& point, std::string_view days, const Time* duration) {
  constexpr double kMost = 31;
  double many = whole_number(days).value_or(0);
  if (duration) {
    const auto amount = one_amount(duration->duration);
    many = !amount ? 0 : amount->second == "D" ? amount->first : amount->second == "W" ? amount->first * 7 : 0;
  }
  point.first_days = many >= 1 && many <= kMost ? static_cast<int>(many) : 0;
  return point.first_days > 0;
}

bool first_days(Time& time, const Time* year, const Time* month, const Time* duration) {
  constexpr double kMostDays = 28;
  const auto amount = duration ? one_amount(duration->duration) : std::nullopt;
  if (!month || !month->from.month || month->from.day || month->from.third || !amount) return false;
  const double days = amount->second == "D" ? amount->first : amount->second == "W" ? amount->first * 7 : 0;
  time.kind = TimeKind::range;
  time.from = month->from;
  if ((year && !merge(time.from, year->from)) || days < 2 || days > kMostDays) return false;
  time.to = time.from;
  return set_part(time.from, "day", 1) && set_part(time.to, "day", days);
}

}  // namespace fengbiao
