#include "policy/calendar.h"

#include <algorithm>
#include <chrono>

#include "base/digits.h"

namespace fengbiao::policy_room {
namespace {

constexpr int kBehind = 120;  // days that a day of effect without a year may lie behind the day of writing

std::chrono::sys_days days_since(const Date& d) {
  return std::chrono::sys_days(std::chrono::year(d.year) / std::chrono::month(static_cast<unsigned>(d.month)) /
                               std::chrono::day(static_cast<unsigned>(std::max(d.day, 1))));
}
Date date_of(std::chrono::sys_days days) {
  const std::chrono::year_month_day ymd(days);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

// 2022-03-01T09, @2022-12-31 and the like as a day or month; empty for years, halves, quarters.
std::string day_in(std::string_view value) {
  if (value.starts_with('@')) value.remove_prefix(1);
  value = value.substr(0, value.find('T'));
  if (value.size() == 10 && date_from_iso(value)) return std::string(value);
  if (value.size() == 7 && date_from_iso(std::string(value) + "-01")) return std::string(value);
  return {};
}

std::string in_year(std::string_view day, int year) {
  if (year < 1 || year > 9999) return {};
  std::string out = to_digits(year, 4);
  out += day.substr(4);
  if (out.size() == 10 && !date_from_iso(out)) out.replace(8, 2, "28");
  return out;
}
int year_of(std::string_view day) { return std::stoi(std::string(day.substr(0, 4))); }

bool lacks_year(const TimeInText& t) { return t.time.partial.find("XXXX") != std::string::npos; }

}  // namespace

int days_between(std::string_view from, std::string_view to) {
  const auto day = [](std::string_view text) { return date_from_iso(text.size() == 7 ? std::string(text) + "-01" : std::string(text)); };
  const auto a = day(from), b = day(to);
  return a && b ? static_cast<int>((days_since(*b) - days_since(*a)).count()) : 0;
}

std::string day_after(std::string_view day, int months, int days, bool last) {
  const auto from = date_from_iso(day);
  if (!from || months < 0 || months > 12000 || days < 0 || days > 400000) return {};
  const int month = from->year * 12 + from->month - 1 + months;
  Date to{month / 12, month % 12 + 1, from->day};
  while (to.day > 28 && !is_real_date(to.year, to.month, to.day)) --to.day;
  if (!is_real_date(to.year, to.month, to.day)) return {};
  const Date out = date_of(days_since(to) + std::chrono::days(days - (last ? 1 : 0)));
  return is_real_date(out.year, out.month, out.day) ? out.iso() : std::string();
}

Days Calendar::own(const TimeInText& time) const {
  const std::string_view value = time.resolved.value;
  if (time.time.kind == TimeKind::duration || time.time.kind == TimeKind::set || time.time.kind == TimeKind::clock) return {};
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return {day_in(value), {}};
  Days out{day_in(value.substr(0, slash)), day_in(value.substr(slash + 1))};
  // 7月下旬: the month is told
  if (time.time.from.third && out.first.size() == 10) out = {out.first.substr(0, 7), {}};
  return out;
}

Days Calendar::counted_from(std::string_view anchor, const TimeInText& time) const {
  const TimePoint& p = time.time.from;
  if (anchor.empty() || time.time.kind != TimeKind::period) return {};
  if (p.day_shift) {
    const auto day = date_from_iso(anchor);
    if (!day) return {};
    const Date out = date_of(days_since(*day) + std::chrono::days(std::clamp(*p.day_shift, -40, 40)));
    return is_real_date(out.year, out.month, out.day) ? Days{out.iso(), {}} : Days{};
  }
  if (p.month_shift && *p.month_shift == 0) {
    std::string out(anchor.substr(0, 7));
    if (p.day && *p.day >= 1 && *p.day <= 31) out += "-" + to_digits(*p.day, 2);
    return {day_in(out), {}};
  }
  return {};
}

Calendar::Calendar(const Scene& scene) : scene_(scene) {
  const auto& times = scene.read().times;
  const auto& written = scene.text().written();
  const std::string today = written ? written->iso() : std::string();
  told_.reserve(times.size());
  std::string anchor;  // the last day told on which something happened
  for (const TimeInText& t : times) {
    anchors_.push_back(anchor);
    Days days = t.time.from.base == TimePoint::Base::previous ? counted_from(anchor, t) : own(t);
    if (t.time.from.base == TimePoint::Base::previous && days.first.empty()) days = own(t);
    if (!today.empty() && lacks_year(t) && !days.first.empty()) {
      std::string near = in_year(days.first, written->year);
      if (near.substr(0, 10) > today.substr(0, near.size())) near = in_year(days.first, written->year - 1);
      const bool carried = t.resolved.from == "paragraph" || t.resolved.from == "article";
      if (days.first > today || (carried && days_between(near, today) <= kLately)) {
        days.first = near;
        if (!days.last.empty()) days.last = in_year(days.last, year_of(near));
      }
    }
    if (days.first.size() == 10 && days.last.empty() && (t.time.role == TimeRole::over || t.time.role == TimeRole::at) &&
        t.use != TimeUse::named && !t.resolved.value.starts_with('@') && (today.empty() || days.first <= today))
      anchor = days.first;
    told_.push_back(std::move(days));
  }
  anchors_.push_back(anchor);
}

std::string_view Calendar::last_before(std::uint32_t place) const { return anchors_[scene_.first_time(place)]; }

Days Calendar::ahead(std::size_t time) const {
  const TimeInText& t = scene_.read().times[time];
  Days days = t.time.from.base == TimePoint::Base::previous ? told_[time] : own(t);
  const auto& written = scene_.text().written();
  std::string& from = days.first.empty() ? days.last : days.first;  // 5月10日前 has an end alone
  if (!written || !lacks_year(t) || from.empty() || t.resolved.from == "clause") return days;
  const std::string today = written->iso();
  std::string first = in_year(from, written->year - 1);
  while (!first.empty() && days_between(first, today) > kBehind) first = in_year(from, year_of(first) + 1);
  if (first.empty()) return days;
  if (!days.first.empty() && !days.last.empty())
    days.last = in_year(days.last, year_of(first) + std::clamp(year_of(days.last) - year_of(days.first), 0, 1));
  from = first;
  return days;
}

}  // namespace fengbiao::policy_room
