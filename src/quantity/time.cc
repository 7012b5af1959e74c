#include "quantity/time.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/digits.h"

namespace fengbiao {
namespace {

constexpr std::array kSeasons{"SP", "SU", "AU", "WI"};

std::string shifted(std::string_view from, int by, char unit) {
  return std::string(from) + (by < 0 ? "" : "+") + std::to_string(by) + unit;
}

std::string clock_form(const TimePoint& p) {
  if (!p.hour) return {};
  std::string out = "T";
  add_digits(out, *p.hour, 2);
  const auto part = [&](const auto& value) {
    if (!value) return;
    out += ':';
    add_digits(out, *value, 2);
  };
  part(p.minute);
  part(p.second);
  return out;
}

bool says_day(const TimePoint& p) {
  return p.year || p.half || p.quarter || p.season || p.month || p.third || p.week || p.day || p.weekday || p.year_shift ||
         p.quarter_shift || p.month_shift || p.week_shift || p.day_shift || !p.named.empty();
}

// The part of a point that stands for its year, or for what it is counted from.
std::string beginning(const TimePoint& p) {
  const std::string_view from = p.base == TimePoint::Base::previous ? "said" : "now";
  if (p.day_shift) return shifted(from, *p.day_shift, 'D');
  if (p.week_shift) return shifted(from, *p.week_shift, 'W');
  if (p.month_shift) return shifted(from, *p.month_shift, 'M');
  if (p.quarter_shift) return shifted(from, *p.quarter_shift, 'Q');
  if (p.year_shift) return shifted(from, *p.year_shift, 'Y');
  if (p.year) return p.short_year ? "XX" + to_digits(*p.year, 2) : to_digits(*p.year, 4);
  return "XXXX";
}

std::string point_form(const TimePoint& p) {
  if (p.hour && !says_day(p)) return clock_form(p);
  std::string out;
  if (!p.named.empty()) {
    out = p.base == TimePoint::Base::absolute && !p.year ? p.named : beginning(p) + ":" + p.named;  // plans have years of their own
    if (p.whole_feast) out += ".all";
    if (p.first_days > 0) add_digits(out += ".first", p.first_days, 1);
  } else {
    out = beginning(p);
    const bool month_known = p.month_shift || p.day_shift || p.week_shift;
    const auto part = [&](const char* mark, const auto& value, std::size_t width) {
      if (!value) return;
      out += mark;
      add_digits(out, *value, width);
    };
    part("-H", p.half, 1);
    part("-Q", p.quarter, 1);
    if (p.season) (out += '-') += kSeasons[static_cast<std::size_t>(*p.season - 1) % kSeasons.size()];
    part("-W", p.week, 2);
    part(p.week || p.week_shift ? "-" : "-WXX-", p.weekday, 1);
    part(p.lunar ? "-L" : "-", p.month, 2);
    if (p.month && p.leap) out += '+';
    if (!p.month && p.day && !month_known) out += "-XX";
    part("-T", p.third, 1);
    part("-", p.day, 2);
  }
  if (p.edge == TimePoint::Edge::start) out += ".start";
  if (p.edge == TimePoint::Edge::end) out += ".end";
  return out + clock_form(p);
}

}  // namespace

std::string_view name_of(TimeKind kind) {
  switch (kind) {
    case TimeKind::period: return "period";
    case TimeKind::range: return "range";
    case TimeKind::duration: return "duration";
    case TimeKind::set: return "set";
    case TimeKind::clock: return "clock";
  }
  return {};
}

bool says_year(const Time& time) {
  return !time.same_period && (time.kind == TimeKind::period || time.kind == TimeKind::range) && (time.from.year || time.from.year_shift);
}

std::string written_form(const Time& time) {
  switch (time.kind) {
    case TimeKind::duration: return time.duration;
    case TimeKind::set: return "R/" + time.duration;
    case TimeKind::clock: return point_form(time.from);
    case TimeKind::range:
      if (time.up_to_now) return time.duration + "/now";
      if (!time.duration.empty()) return "now/" + time.duration;
      return point_form(time.from) + "/" + point_form(time.to);
    case TimeKind::period: break;
  }
  if (time.same_period)
    return time.from.year ? "same:" + to_digits(*time.from.year, 4) : shifted("same", time.from.year_shift.value_or(0), 'Y');
  const std::string point = time.up_to_now ? "now" : point_form(time.from);
  switch (time.role) {
    case TimeRole::at: return "@" + point;
    case TimeRole::since: return point + "/";
    case TimeRole::until: return "/" + point;
    case TimeRole::over: break;
  }
  return point;
}

std::string duration_form(const std::vector<std::pair<double, std::string>>& amounts) {
  std::string out = "P";
  for (const auto& [amount, unit] : amounts) {
    const bool of_day = unit.size() == 2;
    if (of_day && out.find('T') == out.npos) out += 'T';
    if (amount == std::floor(amount) && std::abs(amount) < 1e15) out += std::to_string(static_cast<std::int64_t>(amount));
    else out += fmt::format("{}", amount);
    out += unit.back();
  }
  return out;
}

}  // namespace fengbiao
