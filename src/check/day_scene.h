// What the checks of days look at: the times of an article, its words, and the day it was written. See days.h.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/days.h"
#include "quantity/calendar.h"

namespace fengbiao {

struct DayCheck::Scene {
  const ArticleSubject& subject;
  Report& report;
  std::string_view text;
  const ReadText& read;
  std::span<const TimeInText> times;
  std::span<const WordHit> hits;
  std::optional<Date> written;

  // An amount of time: 20天, also where the reader took it as a measured quantity.
  struct Length {
    Span span;
    int n = 0;
    char unit = 'D';  // D, W, M
  };
  std::vector<Length> lengths{};  // in order

  static constexpr int kNearDays = 75;  // a day without its year that lies so near the day of writing is of that year

  // What a point says of a day of the calendar.
  struct Day {
    Date date;
    bool sure = false;  // the year is printed, or near the day of writing
  };
  static bool full_day(const TimePoint& p) { return p.day && p.month && !p.lunar && p.named.empty() && p.edge == TimePoint::Edge::whole; }
  [[nodiscard]] std::optional<Day> day_of(const TimePoint& p, const std::optional<Date>& resolved) const {
    if (!full_day(p)) return std::nullopt;
    if (p.year && !p.short_year) return valid({*p.year, *p.month, *p.day}, true);
    const std::optional<Date> own = written ? near(*p.month, *p.day) : std::nullopt;
    if (own) return Day{*own, true};
    if (resolved) return Day{*resolved, false};
    return std::nullopt;
  }
  static std::optional<Day> valid(Date d, bool sure) {
    if (!is_real_date(d.year, d.month, d.day)) return std::nullopt;
    return Day{d, sure};
  }
  // The day nearest that of writing.
  [[nodiscard]] std::optional<Date> near(int month, int day) const {
    if (!written || written->day == 0) return std::nullopt;
    for (const int year : {written->year, written->year - 1, written->year + 1})
      if (is_real_date(year, month, day) && std::abs(day_number({year, month, day}) - day_number(*written)) <= kNearDays)
        return Date{year, month, day};
    return std::nullopt;
  }
  [[nodiscard]] std::string_view between(std::size_t a, std::size_t b) const {
    return slice(text, {times[a].time.span.end, std::max(times[a].time.span.end, times[b].time.span.begin)});
  }
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
    const std::uint32_t ca = times[a].clause, cb = times[b].clause;
    return ca != kNoClause && cb != kNoClause && read.clauses[ca].sentence == read.clauses[cb].sentence;
  }
  [[nodiscard]] Report::Spot spot(Span span, Span quote = {}) const {
    return {subject.article.n, subject.text.printed(span), quote.empty() ? Span{} : subject.text.printed(quote)};
  }
  // The clause around a time, from its beginning or the time's, whichever comes first.
  [[nodiscard]] Span clause_of(std::size_t time) const {
    const Span own = times[time].time.span;
    if (times[time].clause == kNoClause) return own;
    const Span c = read.clauses[times[time].clause].span;
    const Span out{std::min(c.begin, own.begin), std::max(c.end, own.end)};
    return out.size() > 300 ? own : out;
  }
  [[nodiscard]] Span both(std::size_t a, std::size_t b) const {
    const Span out{std::min(clause_of(a).begin, clause_of(b).begin), std::max(clause_of(a).end, clause_of(b).end)};
    return out.size() > 400 ? Span{times[a].time.span.begin, times[b].time.span.end} : out;
  }
};

}  // namespace fengbiao
