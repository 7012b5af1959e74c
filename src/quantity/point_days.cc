#include "quantity/point_days.h"

#include "base/digits.h"
#include "quantity/calendar.h"

namespace fengbiao {
namespace {

using Edge = TimePoint::Edge;

// The last day is the end; what begins is told by its first month, of a month by its first day.
Days with_edge(const TimePoint& p, Days d) {
  if (p.edge == Edge::end) return one_day(d.end);
  if (p.edge == Edge::start) return p.month ? one_day(d.start) : whole_month(d.start.year, d.start.month);
  return d;
}

}  // namespace

Days days_with_clock(const TimePoint& p, Days d) {
  if (!p.hour) return d;
  TimePoint clock;
  clock.hour = p.hour;
  clock.minute = p.minute;
  clock.second = p.second;
  Time t;
  t.kind = TimeKind::clock;
  t.from = clock;
  d.text += written_form(t);
  return d;
}

// What a point covers that lacks nothing.
std::optional<Days> days_of(const TimePoint& p, const NamedDays& names) {
  const int y = p.year.value_or(0);
  if (y < 1 || y > 9999) return std::nullopt;
  Days d;
  if (!p.named.empty()) {
    if (const auto plan = names.plan(p.named)) {
      d = {to_digits(plan->first, 4) + "/" + to_digits(plan->second, 4), {plan->first, 1, 1}, {plan->second, 12, 31}};
    } else if (p.whole_feast) {
      auto whole = names.whole(p.named, y);
      if (!whole) return std::nullopt;
      if (p.first_days > 0) {
        const auto last = plus_days(whole->first, p.first_days - 1);
        if (!last || *last > whole->second) return std::nullopt;
        whole->second = *last;
      }
      d = {whole->first == whole->second ? whole->first.iso() : whole->first.iso() + "/" + whole->second.iso(), whole->first,
           whole->second};
    } else {
      const auto day = names.day(p.named, y);
      if (!day) return std::nullopt;
      d = one_day(*day);
    }
  } else if (p.lunar) {
    if (!p.month) return std::nullopt;
    const auto first = lunar_day(y, *p.month, p.day.value_or(1), p.leap);
    if (!first) return std::nullopt;
    d = one_day(*first);
    if (!p.day) {
      const auto last = lunar_day(y, *p.month, 30, p.leap) ? lunar_day(y, *p.month, 30, p.leap) : lunar_day(y, *p.month, 29, p.leap);
      if (!last) return std::nullopt;
      d = {first->iso() + "/" + last->iso(), *first, *last};
    }
  } else if (p.month && p.day) {
    if (!is_real_date(y, *p.month, *p.day)) return std::nullopt;
    d = one_day({y, *p.month, *p.day});
  } else if (p.month && p.third) {
    const Date start{y, *p.month, *p.third * 10 - 9}, end{y, *p.month, *p.third == 3 ? days_in_month(y, *p.month) : *p.third * 10};
    d = {start.iso() + "/" + end.iso(), start, end};
  } else if (p.month) {
    d = whole_month(y, *p.month);
  } else if (p.quarter) {
    d = months_of(to_digits(y, 4) + "-Q" + to_digits(*p.quarter, 1), y, *p.quarter * 3 - 2, 3);
  } else if (p.half) {
    d = months_of(to_digits(y, 4) + "-H" + to_digits(*p.half, 1), y, *p.half * 6 - 5, 6);
  } else if (p.season) {
    const Date start{y, *p.season * 3, 1};
    const auto last = plus_months(start, 2);
    if (!last) return std::nullopt;
    const Days end = whole_month(last->year, last->month);
    d = {whole_month(y, *p.season * 3).text + "/" + end.text, start, end.end};
  } else if (p.week) {
    const auto monday = monday_of({y, *p.week});
    const auto week = monday ? whole_week(*monday) : std::nullopt;
    if (!week) return std::nullopt;
    d = *week;
    if (p.weekday) {
      const auto day = plus_days(*monday, *p.weekday - 1);
      if (!day) return std::nullopt;
      d = one_day(*day);
    }
  } else {
    d = months_of(to_digits(y, 4), y, 1, 12);
  }
  return with_edge(p, days_with_clock(p, std::move(d)));
}

}  // namespace fengbiao
