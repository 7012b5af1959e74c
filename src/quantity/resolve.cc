#include "quantity/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "quantity/calendar.h"
#include "quantity/point_days.h"
#include "quantity/written_days.h"

namespace fengbiao {
namespace {

using Base = TimePoint::Base;
using Edge = TimePoint::Edge;

constexpr std::size_t kBefore = 32;  // times named before that are looked at, so that a text without end stays linear
constexpr int kYearsBack = 9;        // far enough for a 29th of February around 1900, 2100

class Resolver {
 public:
  Resolver(const Time& time, const TimeAnchor& anchor, const NamedDays& names)
      : time_(time), anchor_(anchor), before_(std::span(anchor.before).first(std::min(anchor.before.size(), kBefore))), names_(names) {}

  ResolvedTime run() {
    switch (time_.kind) {
      case TimeKind::duration:
      case TimeKind::set: return words(time_.partial.empty() ? written_form(time_) : time_.partial);
      case TimeKind::clock: return words(written_form(time_));
      case TimeKind::range:
        if (time_.partial.starts_with('T')) return words(time_.partial);
        return time_.duration.empty() ? range() : counted();
      case TimeKind::period:
        return time_.same_period || (time_.ago && time_.role == TimeRole::over && only_years_back()) ? same() : period();
    }
    return {};
  }

 private:
  ResolvedTime words(std::string value) {
    ResolvedTime out;
    out.value = std::move(value);
    out.from = "words";
    return out;
  }
  ResolvedTime cannot() const {
    ResolvedTime out;
    out.why_not = why_.empty() ? "no such day" : why_;
    return out;
  }
  ResolvedTime done(std::string value, const Days& first, const Days& last) const {
    ResolvedTime out;
    out.value = std::move(value);
    out.start = first.start;
    out.end = last.end;
    out.from = from_;
    return out;
  }
  std::optional<Days> fail(std::string_view why) {
    if (why_.empty()) why_ = why;
    return std::nullopt;
  }
  bool written() {
    if (anchor_.written && anchor_.written->day == 0) {
      written_ = Date{anchor_.written->year, anchor_.written->month, days_in_month(anchor_.written->year, anchor_.written->month)};
    } else if (anchor_.written) {
      written_ = *anchor_.written;
    } else {
      why_ = "no date of writing is known";
      return false;
    }
    from_ = anchor_.written_from;
    return true;
  }

  // The point with its year (and month, where only a day was said) filled in.
  std::optional<Days> in(TimePoint p, int year) const {
    p.year = year;
    return complete(p);
  }

  std::optional<Days> complete(const TimePoint& p) const { return days_of(p, names_); }

  [[nodiscard]] bool future() const { return time_.future || anchor_.future; }

  // The year that a time named before goes on with.
  std::optional<Days> by_year_before(const TimePoint& p) {
    for (const TimeAnchor::Before& b : before_) {
      if (!b.says_year || b.far) continue;
      const std::size_t open = b.value.size() - (b.value.ends_with('/') ? 1 : 0);
      const auto said = said_before(std::string_view(b.value).substr(0, open));
      if (!said) continue;
      // What has an open end says where its neighbours are only if it lies ahead: 自9月1日起施行，8月31日前….
      if (open < b.value.size() && (!anchor_.written || said->last.start <= *anchor_.written)) continue;
      auto found = in(p, said->last.end.year);
      if (b.begins && found && found->end < said->last.end) found = in(p, said->last.end.year + 1);
      // A year that has begun is taken to have told what is over; a month or day that lies ahead tells where its neighbours are.
      const bool ahead =
          anchor_.written && (said->last.start > *anchor_.written || (said->last.text.size() > 4 && said->last.end > *anchor_.written));
      if (found && anchor_.written && !future() && !ahead && found->start > *anchor_.written) found.reset();
      if (found) from_ = b.from;
      return found;
    }
    return std::nullopt;
  }

  // 2月24日（正月十五）: a lunar day that is the day named just before.
  std::optional<Days> by_same_day(const TimePoint& p) {
    if (!p.lunar || !p.day || before_.empty() || before_.front().far) return std::nullopt;
    const auto said = said_before(before_.front().value);
    if (!said) return std::nullopt;
    for (const int year : {said->last.end.year, said->last.end.year - 1})
      if (const auto found = in(p, year); found && found->start == said->last.end) {
        from_ = before_.front().from;
        return found;
      }
    return std::nullopt;
  }

  // A point that says no year.
  std::optional<Days> without_year(const TimePoint& p) {
    if (const auto found = by_same_day(p)) return found;
    if (const auto found = by_year_before(p)) return found;
    if (!written()) return std::nullopt;
    const bool nothing_else = p.edge != Edge::whole && !p.month && !p.quarter && !p.half && p.named.empty();
    if (nothing_else) {
      // 年底 of what is written in the first months looks back, otherwise ahead or not far.
      constexpr int kLookingBack = 3;
      const int months = p.edge == Edge::end ? kLookingBack : p.edge == Edge::start ? 1 : 0;  // 从年初的5家增至9家, in January
      const bool back = written_.month <= months && time_.role != TimeRole::until && !future();
      return in(p, written_.year - (back ? 1 : 0));
    }
    if (future()) {
      // 预计上半年 in July: a half or quarter that is just over, whose figures are not out.
      constexpr int kNotOut = 45;
      if ((p.half || p.quarter) && !p.month && !time_.future)
        for (const int year : {written_.year, written_.year - 1})
          if (const auto over = in(p, year); over && over->end < written_ && day_number(written_) - day_number(over->end) <= kNotOut)
            return over;
      for (int y = written_.year - 1; y <= written_.year + kYearsBack; ++y)
        if (const auto found = in(p, y); found && found->end >= written_) return found;
      return fail("no such day");
    }
    // 12月底前 of what is written in December is this December.
    TimePoint begun = p;
    if (time_.role == TimeRole::until) begun.edge = Edge::whole;
    for (int y = written_.year + 1; y >= written_.year - kYearsBack; --y)
      if (const auto found = in(begun, y); found && found->start <= written_) return in(p, y);
    return fail("no such day, or its dates are not known");
  }

  // 20日: only a day.
  std::optional<Days> without_month(TimePoint p) {
    for (const TimeAnchor::Before& b : before_) {
      if (b.far) break;
      const auto said = said_before(b.value);
      if (!said || said->last.start.month != said->last.end.month || said->last.text.size() < 7) continue;
      const Date& near = said->last.end;
      p.month = near.month;
      const auto found = in(p, near.year);
      const bool goes_on = said->last.start != near || *p.day >= near.day;
      if (!found || !goes_on || (anchor_.written && !future() && found->start > *anchor_.written)) break;
      from_ = b.from;
      return found;
    }
    if (!written()) return std::nullopt;
    constexpr int kMonths = 12;
    for (int i = 0; i <= kMonths; ++i) {
      const auto month = plus_months({written_.year, written_.month, 1}, future() ? i : -i);
      if (!month) break;
      p.month = month->month;
      const auto found = in(p, month->year);
      if (found && (future() ? found->end >= written_ : found->start <= written_)) return found;
    }
    return fail("no such day");
  }

  // Counted from a known day: the day of writing, or one named before.
  std::optional<Days> counted_from(TimePoint p, const Date& day) {
    p.base = Base::absolute;
    const auto move_year = [&](int by) { p.year = day.year + by; };
    if (p.year_shift) {
      move_year(*p.year_shift);
      if (p.day && !p.month) p.month = day.month;
      if (const auto found = complete(p)) return found;
    } else if (p.quarter_shift) {
      const int total = day.year * 4 + (day.month - 1) / 3 + *p.quarter_shift;
      p.year = total / 4;
      p.quarter = total % 4 + 1;
      if (const auto found = complete(p)) return found;
    } else if (p.month_shift) {
      if (const auto month = plus_months({day.year, day.month, 1}, *p.month_shift)) {
        p.year = month->year;
        p.month = month->month;
        if (const auto found = complete(p)) return found;
      }
    } else if (p.week_shift) {
      if (const auto there = plus_days(day, *p.week_shift * 7 + (p.weekday ? *p.weekday - weekday(day) : 0))) {
        if (p.weekday) return days_with_clock(p, one_day(*there));
        if (const auto week = whole_week(*there)) return week;
      }
    } else if (p.day_shift) {
      if (const auto there = plus_days(day, *p.day_shift)) return days_with_clock(p, one_day(*there));
    }
    return fail("no such day");
  }

  std::optional<Days> from_said_before(const TimePoint& p) {
    for (const TimeAnchor::Before& b : before_) {
      const auto said = said_before(b.value);
      if (!said) continue;
      const Date& near = said->last.end;
      if (p.edge == Edge::start && p.day_shift) {  // 首日 of days that were told together
        constexpr int kMostDays = 60;
        const int days = day_number(near) - day_number(said->first.start);
        if (!said->range || said->first.text.size() != 10 || said->last.text.size() != 10 || days < 1 || days > kMostDays) continue;
        from_ = b.from;
        return one_day(said->first.start);
      }
      if (p.edge == Edge::end && !p.year_shift && !p.quarter_shift && !p.month_shift) {  // 期末
        from_ = b.from;
        return one_day(near);
      }
      // 当月 needs a month, 当日 a day.
      if (p.month_shift && (said->last.start.month != near.month || said->last.start.year != near.year)) continue;
      if (p.day_shift && said->last.start != near) continue;
      from_ = b.from;
      return counted_from(p, near);
    }
    return fail("no time is named before");
  }

  // 上一财年 where 2021年7月至2022年6月 is spoken of: twelve months that begin when those did.
  static std::optional<Days> year_of_its_own(const TimePoint& p, const Days& first, const Days& last) {
    if (!p.year_shift || p.month || p.day || p.quarter || p.half || p.edge != Edge::whole) return std::nullopt;
    const auto next = plus_months({first.start.year, first.start.month, 1}, 12);
    if (first.start.month == 1 || first.start.day != 1 || !next || plus_days(last.end, 1) != next) return std::nullopt;
    Days out;
    out.start = {first.start.year + *p.year_shift, first.start.month, 1};
    const Days end = whole_month(last.end.year + *p.year_shift, last.end.month);
    out.end = end.end;
    out.text = whole_month(out.start.year, out.start.month).text + "/" + end.text;
    return out;
  }

  std::optional<Days> of_said(const TimePoint& p) {
    for (const TimeAnchor::Before& b : before_) {
      if (b.begins || b.told || b.named) continue;
      const auto said = said_before(b.value);
      if (!said || (anchor_.written && !future() && said->first.start > *anchor_.written)) continue;
      // 预计2023年增长5%。全年…: of what is written in its first months, the year that is over.
      const bool begun = anchor_.written && anchor_.written->month <= 3 && said->first.start.year == anchor_.written->year;
      if (begun && p.year_shift == 0 && !future() && said->first.text.size() == 4 && !said->range) continue;
      from_ = b.from;
      if (auto year = year_of_its_own(p, said->first, said->last)) return year;
      return counted_from(p, said->last.end);
    }
    return std::nullopt;
  }

  // 上季度 where a quarter was named just before.
  std::optional<Days> before_said(const TimePoint& p) {
    if (before_.empty() || before_.front().from == "paragraph" || before_.front().far) return std::nullopt;
    const auto said = said_before(before_.front().value);
    if (!said || said->stock || p.day || p.month) return std::nullopt;
    const bool quarter = said->range && said->first.start.month % 3 == 1 && said->first.start.day == 1 &&  // 1至3月
                         said->last.end == whole_month(said->first.start.year, said->first.start.month + 2).end;
    if (said->range && !(quarter && p.quarter_shift)) return std::nullopt;
    const bool fits = p.quarter_shift ? quarter || (said->first.text.size() == 7 && said->first.text[5] == 'Q')
                                      : said->first.text.size() == 7 && said->first.text[5] != 'Q' && said->first.text[5] != 'H';
    if (!fits) return std::nullopt;
    from_ = before_.front().from;
    return counted_from(p, said->first.start);
  }

  std::optional<Days> point(const TimePoint& p) {
    if (!p.named.empty() && names_.plan(p.named)) return in(p, 1);
    if (p.base == Base::reference) {
      if (p.of_said) {
        if (const auto found = of_said(p)) return found;
        // 全年 of what is written in the first months is over.
        constexpr int kLookingBack = 3;
        if (!written()) return std::nullopt;
        TimePoint now = p;
        if (p.year_shift == 0 && !future() && written_.month <= kLookingBack) now.year_shift = -1;
        return counted_from(now, written_);
      }
      if (p.quarter_shift == -1 || p.month_shift == -1)
        if (const auto found = before_said(p)) return found;
      if (!written()) return std::nullopt;
      return counted_from(p, written_);
    }
    if (p.base == Base::previous) return from_said_before(p);
    if (p.short_year) {
      if (!written()) return std::nullopt;
      for (int century = 2000; century >= 1900; century -= 100)
        if (const auto found = in(p, century + p.year.value_or(0)); found && found->start <= written_) return found;
      return fail("no such year");
    }
    if (p.year) {
      const auto found = complete(p);
      return found ? found : fail("no such day, or its dates are not known");
    }
    if (p.weekday) {
      if (!written()) return std::nullopt;
      const int by = *p.weekday - weekday(written_);
      const auto day = plus_days(written_, future() ? (by < 0 ? by + 7 : by) : (by > 0 ? by - 7 : by));
      return day ? std::optional(days_with_clock(p, one_day(*day))) : fail("no such day");
    }
    if (p.day && !p.month) return without_month(p);
    return without_year(p);
  }

  ResolvedTime period() {
    if (time_.up_to_now) {
      if (!written()) return cannot();
      return done("@" + whole_month(written_.year, written_.month).text, one_day(written_), one_day(written_));
    }
    auto d = point(time_.from);
    if (!d) return cannot();
    switch (time_.role) {
      case TimeRole::over: return done(d->text, *d, *d);
      case TimeRole::at: {
        // A quarter or a half is told by its last month.
        const bool coarse = (time_.from.quarter || time_.from.half || time_.from.quarter_shift) && time_.from.edge == Edge::whole;
        const Days last = coarse ? whole_month(d->end.year, d->end.month) : *d;
        return done("@" + last.text, last, last);
      }
      case TimeRole::since: {
        const std::size_t slash = d->text.find('/');
        ResolvedTime out = done(d->text.substr(0, slash) + "/", *d, *d);
        out.end.reset();
        return out;
      }
      case TimeRole::until: {
        const std::size_t slash = d->text.find('/');
        ResolvedTime out = done("/" + d->text.substr(slash == std::string::npos ? 0 : slash + 1), *d, *d);
        out.start.reset();
        return out;
      }
    }
    return {};
  }

  ResolvedTime range() {
    const TimePoint &a = time_.from, &b = time_.to;
    std::optional<Days> first, last;
    const auto after = [&](TimePoint p, const Days& start) -> std::optional<Days> {
      for (int y = start.start.year; y <= start.start.year + 1; ++y)
        if (const auto found = in(p, y); found && found->start >= start.start) return found;
      return std::nullopt;
    };
    const bool open = a.base == Base::none && !a.year_shift && !a.weekday && (a.month || a.quarter || a.half || !a.named.empty());
    if (b.base == Base::previous && a.base != Base::previous) {
      first = point(a);
      if (first) last = counted_from(b, first->end);
    } else if (open && b.base == Base::none && !b.weekday && (b.month || b.quarter || b.half || !b.named.empty())) {
      // Both lack the year: the end is the latest that is not after the date, unless the range is going on at the date.
      constexpr int kGoingOn = 92;
      first = by_year_before(a);
      if (first) last = after(b, *first);
      if (last && anchor_.written && !future() && last->start > *anchor_.written && !a.day) first.reset();
      if (!first || !last) {
        last = without_year(b);
        if (last) first = in(a, last->end.year);
        if (first && first->start > last->start) first = in(a, last->end.year - 1);
        if (first && !future() && a.day) {
          const auto begun = without_year(a);
          if (begun && begun->start > last->end && day_number(written_) - day_number(begun->start) <= kGoingOn) {
            first = begun;
            last = after(b, *begun);
          }
        }
        if (first && future() && first->start < written_ && last->start > written_ && a.day) first = in(a, last->end.year);
      }
    } else if (a.day && !a.month && b.day && !b.month) {
      first = without_month(a);
      if (first) {
        TimePoint p = b;
        p.month = first->start.month;
        last = in(p, first->start.year);
      }
    } else {
      last = point(b);
      if (last && open) {
        first = in(a, last->end.year);
        if (first && first->start > last->start) first = in(a, last->end.year - 1);
      } else if (last) {
        first = point(a);
      }
    }
    if (first && a.weekday && b.weekday && !b.week_shift) {
      const auto day = plus_days(first->start, (*b.weekday - *a.weekday + 7) % 7);
      if (day) last = one_day(*day);
    }
    if (!first || !last || first->start > last->end) return cannot();
    if (a.edge != Edge::whole || b.edge != Edge::whole) {  // 2022年底至2023年初 is told in months
      if (a.edge != Edge::whole && !a.day) first = whole_month(first->start.year, first->start.month);
      if (b.edge != Edge::whole && !b.day) last = whole_month(last->end.year, last->end.month);
    }
    return done(same_fineness(*first, *last), *first, *last);
  }

  static std::string same_fineness(const Days& first, const Days& last) {
    const std::string from = first.text.substr(0, first.text.find('/'));
    const std::size_t slash = last.text.find('/');
    const std::string to = slash == std::string::npos ? last.text : last.text.substr(slash + 1);
    const auto level = [](std::string_view t) {
      return t.size() > 7 ? (t[5] == 'W' ? 2 : 3) : t.size() == 7 ? (t[5] == 'H' || t[5] == 'Q' ? 1 : 2) : 0;
    };
    const int a = level(from), b = level(to);
    const auto finer = [](const Date& d, int at) { return at == 3 ? d.iso() : whole_month(d.year, d.month).text; };
    if (a == b) return from + "/" + to;
    const int fine = std::max({a, b, 2});
    return (a == fine ? from : finer(first.start, fine)) + "/" + (b == fine ? to : finer(last.end, fine));
  }

  // 近5年, 未来三个月.
  ResolvedTime counted() {
    if (!written()) return cannot();
    const auto n = number_at(time_.duration, 1, time_.duration.size() - 2);
    if (!n || *n < 1) return cannot();
    const char unit = time_.duration.back();
    const Days month = whole_month(written_.year, written_.month);
    std::optional<Date> other;
    if (time_.up_to_now) {
      switch (unit) {
        case 'Y': {
          if (*n >= written_.year) return cannot();
          const int year = written_.year - *n + 1;
          return done(fmt::format("{:04}/{:04}", year, written_.year), {{}, {year, 1, 1}, {}}, {{}, {}, {written_.year, 12, 31}});
        }
        case 'M': {
          other = plus_months({written_.year, written_.month, 1}, 1 - *n);
          if (!other) return cannot();
          const Days first = whole_month(other->year, other->month);
          return done(first.text + "/" + month.text, first, month);
        }
        default: other = plus_days(written_, 1 - *n * (unit == 'W' ? 7 : 1));
      }
      if (!other) return cannot();
      return done(other->iso() + "/" + written_.iso(), one_day(*other), one_day(written_));
    }
    if (unit == 'Y' || unit == 'M') {
      other = plus_months({written_.year, written_.month, 1}, *n * (unit == 'Y' ? 12 : 1));
      if (!other) return cannot();
      const Days last = whole_month(other->year, other->month);
      return done(month.text + "/" + last.text, month, last);
    }
    other = plus_days(written_, *n * (unit == 'W' ? 7 : 1));
    if (!other) return cannot();
    return done(written_.iso() + "/" + other->iso(), one_day(written_), one_day(*other));
  }

  // 一年前: as long before what was named, where that is no day.
  [[nodiscard]] bool only_years_back() const {
    if (before_.empty() || time_.from.month || time_.from.day) return false;
    const auto said = said_before(before_.front().value);
    const bool whole_year = said && !said->range && said->first.text.size() == 4 && !before_.front().told &&
                            (before_.front().from == "clause" || before_.front().from == "sentence");  // 2021年为9%，五年前为3%
    if (said && !said->stock && !whole_year && time_.from.year_shift != -1) return false;
    return said && (said->stock || day_number(said->last.end) != day_number(said->first.start)) &&
           (!anchor_.written || said->last.start <= *anchor_.written);
  }

  // 上年同期: what was named before, in another year.
  ResolvedTime same() {
    const bool only_told = std::all_of(before_.begin(), before_.end(), [](const TimeAnchor::Before& b) { return b.told; });
    for (const TimeAnchor::Before& b : before_) {
      if (b.told && !only_told) continue;
      const auto said = said_before(b.value);
      if (!said) continue;
      const int first_year = time_.from.year ? *time_.from.year - (said->last.end.year - said->first.start.year)
                                             : said->first.start.year + time_.from.year_shift.value_or(-1);
      const int last_year = first_year + said->last.end.year - said->first.start.year;
      if (first_year < 1 || last_year > 9999) return cannot();
      const std::string first = in_year(said->first.text, first_year), last = in_year(said->last.text, last_year);
      const auto from = days_of_value(first), to = days_of_value(last);
      if (!from || !to) continue;
      from_ = b.from;
      return done((said->stock ? "@" : "") + (said->range ? first + "/" + last : first), *from, *to);
    }
    const auto year = point(time_.from);
    return year ? done(year->text, *year, *year) : cannot();
  }

  const Time& time_;
  const TimeAnchor& anchor_;
  std::span<const TimeAnchor::Before> before_;
  const NamedDays& names_;
  Date written_;
  std::string from_ = "words", why_;
};

}  // namespace

ResolvedTime resolve(const Time& time, const TimeAnchor& anchor, const NamedDays& days) { return Resolver(time, anchor, days).run(); }

}  // namespace fengbiao
