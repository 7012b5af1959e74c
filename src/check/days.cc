#include "check/days.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "check/day_scene.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBytesBehind = 240;  // and how far
constexpr int kLongestRange = 270;           // days: a range without years that is longer runs backwards
constexpr int kWholeYear = 360;              // days: a year of accounts that begins in its midst
constexpr std::size_t kMostDays = 6;         // before an amount of time that may be between two of them
constexpr std::uint32_t kBytesAround = 300;  // in which they stand
constexpr std::uint32_t kBytesBehindIt = 36;
constexpr std::size_t kMostStages = 24;  // spans of one sentence that follow one another
constexpr std::size_t kLinkBytes = 24;   // between a date and what it is called

std::string month_day(const Date& d) { return fmt::format("{:02}-{:02}", d.month, d.day); }

// "P20D" -> 20, 'D'
std::optional<std::pair<int, char>> amount(std::string_view duration) {
  if (duration.size() < 3 || duration[0] != 'P') return std::nullopt;
  int n = 0;
  const auto [end, error] = std::from_chars(duration.data() + 1, duration.data() + duration.size(), n);
  if (error != std::errc{} || end + 1 != duration.data() + duration.size()) return std::nullopt;
  return std::pair{n, *end};
}

// Whether so many days may be called an amount: both ends counted, or the days between them.
bool lasts(int days, std::pair<int, char> a) {
  switch (a.second) {
    case 'D': return days == a.first || days - 1 == a.first;
    case 'W': return days >= a.first * 7 - 2 && days <= a.first * 7 + 2;
    case 'Y': return days >= a.first * 365 - 2 && days <= a.first * 366 + 2;
    case 'M': return days >= a.first * 28 - 2 && days <= a.first * 31 + 2;
    default: return true;  // hours and the like
  }
}

// 2022年6月20日至2023年6月1日
bool says_two_years(std::string_view words) {
  int years = 0, digits = 0;
  for (const char c : words) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    years += digits == 4;
  }
  return years > 1;
}

bool spans_days(const Time& time) { return time.kind == TimeKind::range || (time.from.day && time.kind == TimeKind::period); }

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  return words;
}

}  // namespace

Result<DayCheck> DayCheck::load(const DataSet& data, RuleBook& book) {
  FB_TRY(DayWords words, DayWords::load(data));
  FB_TRY(NamedDays days, NamedDays::load(data));
  FB_TRY(DateReader numbers, DateReader::load(data));
  DayCheck out(std::move(words), std::move(days), std::move(numbers));
  FB_TRY(out.span_, book.rule("span-of-days"));
  FB_TRY(out.weekday_, book.rule("weekday-of-date"));
  FB_TRY(out.lunar_, book.rule("lunar-date"));
  FB_TRY(out.feast_, book.rule("date-of-feast"));
  FB_TRY(out.anniversary_, book.rule("anniversary"));
  FB_TRY(out.backwards_, book.rule("range-backwards"));
  FB_TRY(out.effective_, book.rule("effective-before-issued"));
  FB_TRY(out.source_, book.rule("source-before-event"));
  FB_TRY(out.ahead_, book.rule("days-ahead"));
  return out;
}

void DayCheck::check(const ArticleSubject& subject, Report& report) const {
  const ReadText& read = subject.text.read_text();
  if (read.times.empty()) return;
  std::vector<WordHit> hits;
  words_.scan(read.characters, {}, hits);
  Scene scene{subject, report, subject.text.folded(), read, read.times, hits, subject.text.written()};
  for (const TimeInText& t : read.times) {
    if (t.time.kind != TimeKind::duration) continue;
    if (const auto n = amount(t.time.duration.empty() ? t.resolved.value : t.time.duration))
      scene.lengths.push_back({t.time.span, n->first, n->second});
  }
  const std::size_t of_times = scene.lengths.size();
  for (const Quantity& q : read.quantities) {
    if (q.kind != UnitKind::counter || q.value_max || q.approx != Approx::exact || q.value != std::floor(q.value) || q.value > 1000)
      continue;
    if (words_.head(q.printed_unit, DayUse::unit) == 0 || words_.head(q.printed_unit, DayUse::unit) != q.printed_unit.size()) continue;
    for (const WordHit& hit : Hits(scene.text, hits).between(q.number.span.end, q.span.end))
      if (hit.is(DayUse::unit)) scene.lengths.push_back({q.span, static_cast<int>(q.value), words_.attribute(hit, "value").front()});
  }
  if (scene.lengths.size() > of_times) std::ranges::stable_sort(scene.lengths, {}, [](const Scene::Length& l) { return l.span.begin; });
  std::vector<std::uint32_t> told;
  for (std::size_t t = 0; t < read.times.size(); ++t) {
    if (const auto place = spans(scene, t)) told.push_back(*place);
    weekdays(scene, t);
    lunar(scene, t);
    named(scene, t);
    backwards(scene, t);
    ahead_of(scene, t);
  }
  std::ranges::sort(told);
  stretches(scene, told);
  anniversaries(scene);
  source(scene);
  policies(scene);
}

// 6月1日至20日，为期20天
std::optional<std::uint32_t> DayCheck::spans(const Scene& s, std::size_t t) const {
  const Time& time = s.times[t].time;
  if (time.kind != TimeKind::range || time.up_to_now || !time.duration.empty()) return std::nullopt;
  const auto from = s.day_of(time.from, s.times[t].resolved.start);
  if (!from || !Scene::full_day(time.to)) return std::nullopt;
  auto to = Scene::valid({time.to.year.value_or(from->date.year), *time.to.month, *time.to.day}, true);
  if (to && to->date < from->date && !time.to.year) to = Scene::valid({from->date.year + 1, *time.to.month, *time.to.day}, true);
  if (!to || to->date < from->date) return std::nullopt;
  const int days = day_number(to->date) - day_number(from->date) + 1;
  const Hits near(s.text, s.hits);
  // What another span or day that follows lasts is none of this one.
  std::uint32_t limit = time.span.end + kBytesBehind;
  if (t + 1 < s.times.size())
    limit = std::max(time.span.end, std::min(limit, s.times[t + 1].time.span.begin + (spans_days(s.times[t + 1].time) ? 0 : kBytesBehind)));
  for (std::size_t d = t + 2; d < s.times.size() && s.times[d].time.span.begin < limit; ++d)
    if (spans_days(s.times[d].time)) limit = s.times[d].time.span.begin;
  limit = std::min(limit, time.span.end + kBytesBehind);
  for (auto length = std::ranges::lower_bound(s.lengths, time.span.end, {}, [](const Scene::Length& l) { return l.span.begin; });
       length != s.lengths.end() && length->span.begin < limit; ++length) {
    const std::pair n{length->n, length->unit};
    const WordHit *before = near.ending_at(length->span.begin), *behind = near.beginning_at(length->span.end);
    // 10月20日至11月11日的23天里
    const std::string_view apart = trimmed(slice(s.text, {time.span.end, length->span.begin}));
    const bool beside = apart.size() < kLinkBytes && words_.head(apart, DayUse::of_span) == apart.size() && !apart.empty();
    if (length->n < 2 || (before && before->is(DayUse::not_all)) || (!beside && behind && behind->is(DayUse::working))) continue;
    if (beside && behind && behind->is(DayUse::working) && length->unit != 'D') continue;
    const std::uint32_t sentence = read_sentence(s, length->span.begin);
    Span quote{s.clause_of(t).begin, length->span.end};
    if (quote.size() > kBytesBehind) quote = length->span;
    const Report::Statement holds{
        .rule = span_,
        .at = s.spot(length->span, quote),
        .relation = fmt::format("{}..{} = {} days, printed {}", month_day(from->date), month_day(to->date), days, n.first),
        .values = {{"from", month_day(from->date)},
                   {"to", month_day(to->date)},
                   {"days", std::to_string(days)},
                   {"printed", s.subject.text.words(length->span)}},
        .question = "ask"};
    if (lasts(days, n)) {
      s.report.state(holds);
      return length->span.begin;
    }
    // Only an amount that is said to be that of the span.
    const bool said = beside || (before && before->is(DayUse::lasts) && before->span.begin >= time.span.end &&
                                 read_sentence(s, time.span.begin) == sentence);
    // 5月1日至10日为预热期，11日至20日为返场期，全程20天: of all of them, one behind the other.
    bool several = false, whole = false;
    for (std::size_t b = t; said && b-- > 0 && t - b <= kMostStages && read_sentence(s, s.times[b].time.span.begin) == sentence;) {
      if (s.times[b].time.kind != TimeKind::range) continue;
      several = true;
      const auto first = s.day_of(s.times[b].time.from, s.times[b].resolved.start);
      whole = whole || (first && first->date <= from->date && lasts(day_number(to->date) - day_number(first->date) + 1, n));
    }
    if (whole) {
      Report::Statement all = holds;
      all.relation = fmt::format("{} = {} days", s.subject.text.words(length->span), n.first);
      s.report.state(all);
      return length->span.begin;
    }
    if (several) continue;
    const bool leap = from->date.month <= 2 && to->date.month > 2 && !from->sure && lasts(days + 1, n);
    if (!said || leap) continue;
    Report::Statement against = holds;
    against.verdict = Verdict::contradicts;
    s.report.state(against);
    return length->span.begin;
  }
  return std::nullopt;
}

// 4月29日开幕，持续至6月30日，共63天; 自6月1日起施行，有效期三年，至2026年5月31日止: an amount between two days that are told apart from
// each other. What else it may be the length of is not known, and it only ever holds.
void DayCheck::stretches(const Scene& s, std::span<const std::uint32_t> told) const {
  const Hits near(s.text, s.hits);
  for (const Scene::Length& length : s.lengths) {
    if (length.n < 3 || (length.unit == 'D' && length.n < 4) || std::ranges::binary_search(told, length.span.begin)) continue;
    const WordHit *before = near.ending_at(length.span.begin), *behind = near.beginning_at(length.span.end);
    if ((before && before->is(DayUse::not_all)) || (behind && behind->is(DayUse::working))) continue;
    const auto after = std::ranges::lower_bound(s.times, length.span.begin, {}, [](const TimeInText& t) { return t.time.span.begin; });
    struct Day {
      std::size_t time = 0;
      Date date;
    };
    std::vector<Day> days;  // before it, the nearest first
    for (auto t = after; t != s.times.begin() && days.size() < kMostDays && length.span.begin - (t - 1)->time.span.end < kBytesAround;) {
      --t;
      const auto index = static_cast<std::size_t>(t - s.times.begin());
      if (t->time.kind == TimeKind::period || t->time.kind == TimeKind::range)
        if (const auto day = s.day_of(t->time.from, t->resolved.start)) days.push_back({index, day->date});
    }
    if (days.empty()) continue;
    const auto hold = [&](const Day& from, const Day& to) {
      // A day without its year is the next one of its name.
      const TimePoint& point = s.times[to.time].time.from;
      std::optional<Day> end = to;
      if (!point.year && point.month && point.day) {
        end = std::nullopt;
        for (const int year : {from.date.year, from.date.year + 1})
          if (const auto day = Scene::valid({year, *point.month, *point.day}, false); day && !end && day->date > from.date)
            end = Day{to.time, day->date};
      }
      if (!end || end->date <= from.date || !lasts(day_number(end->date) - day_number(from.date) + 1, {length.n, length.unit}))
        return false;
      const Span last = s.times[to.time].time.span;
      const Span clause = s.clause_of(to.time);
      Span quote{std::min({clause.begin, last.begin, length.span.begin}), std::max(last.end, length.span.end)};
      if (quote.size() > kBytesAround) quote = length.span;
      s.report.state({.rule = span_,
                      .at = s.spot(length.span, quote),
                      .relation = fmt::format("{}..{} = {}", month_day(from.date), month_day(end->date), s.subject.text.words(length.span)),
                      .verdict = Verdict::holds});
      return true;
    };
    // 90天，直至7月29日: the last day behind it.
    for (auto t = after; t != s.times.end() && t->time.span.begin < length.span.end + kBytesBehindIt; ++t) {
      if (t->time.span.begin < length.span.end || t->time.kind != TimeKind::period) continue;
      const auto day = s.day_of(t->time.from, t->resolved.start);
      if (day && hold(days.front(), {static_cast<std::size_t>(t - s.times.begin()), day->date})) break;
    }
    // Both before it; only where it is said to be a length.
    if (!before || !before->is(DayUse::lasts)) continue;
    for (std::size_t from = 1; from < days.size(); ++from)
      if (hold(days[from], days.front())) break;
  }
}

// 11月25日（周五）
void DayCheck::weekdays(const Scene& s, std::size_t t) const {
  const Time& time = s.times[t].time;
  if (time.kind != TimeKind::period || !Scene::full_day(time.from)) return;
  // Inside the reader's date, or behind it: 11月25日，星期五.
  const Hits near(s.text, s.hits);
  const WordHit* name = near.in(time.span, DayUse::weekday);
  Span mark = time.span;
  if (!name) {
    std::uint32_t at = time.span.end;
    while (at < s.text.size() && s.text[at] == ' ') ++at;
    if (at < s.text.size() && (s.text[at] == ',' || s.text[at] == '(')) ++at;
    name = near.beginning_at(at);
    if (!name || !name->is(DayUse::weekday)) return;
    mark.end = name->span.end;
  }
  int printed = 0;
  const std::string_view value = words_.attribute(*name, "value");
  std::from_chars(value.data(), value.data() + value.size(), printed);
  const auto day = printed > 0 ? s.day_of(time.from, s.times[t].resolved.start) : std::nullopt;
  if (!day) return;
  const int real = weekday(day->date);
  Report::Statement statement{
      .rule = weekday_,
      .at = s.spot(mark, s.clause_of(t)),
      .relation = fmt::format("{} is day {} of the week, printed {}", day->date.iso(), real, printed),
      .values = {{"date", day->date.iso()}, {"real", std::to_string(real)}, {"printed", s.subject.text.words(mark)}},
      .question = "ask"};
  if (real != printed) {
    statement.verdict = day->sure ? Verdict::contradicts : Verdict::cannot_tell;
    if (!day->sure) statement.reason = "year_not_told";
    // The same day of another month or year, or the day beside it: what was perhaps meant.
    const int by = (printed - real + 7) % 7;
    const auto meant = plus_days(day->date, by <= 3 ? by : by - 7);
    statement.values.emplace_back("meant", meant ? meant->iso() : "");
  }
  s.report.state(statement);
}

// 1月10日（腊月初八）
void DayCheck::lunar(const Scene& s, std::size_t t) const {
  const Time& moon = s.times[t].time;
  if (!moon.from.lunar || !moon.from.month || !moon.from.day) return;
  // The other calendar's date beside it, before or behind.
  std::optional<std::size_t> other;
  if (t > 0) {
    const std::string_view words = trimmed(s.between(t - 1, t));
    if (words == "(" || words == "," || words == "") other = t - 1;
  }
  if (!other && t + 1 < s.times.size() && trimmed(s.between(t, t + 1)) == "(") other = t + 1;
  if (!other) return;
  const Time& sun = s.times[*other].time;
  if ((sun.kind == TimeKind::range) != (moon.kind == TimeKind::range)) return;
  const auto fits = [&](const TimePoint& day, const TimePoint& lunar, const std::optional<Date>& resolved) -> std::optional<bool> {
    const auto d = s.day_of(day, resolved);
    if (!d || !lunar.month || !lunar.day) return std::nullopt;
    bool sure = d->sure;
    for (const int year : {d->date.year, d->date.year - 1})
      if (lunar_day(year, *lunar.month, *lunar.day, lunar.leap) == d->date) return true;
    if (!sure) return std::nullopt;
    return false;
  };
  const auto first = fits(sun.from, moon.from, s.times[*other].resolved.start);
  std::optional<bool> last = first;
  if (sun.kind == TimeKind::range && moon.to.lunar) last = fits(sun.to, moon.to, s.times[*other].resolved.end);
  if (!first || !last) return;
  const bool holds = *first && *last;
  const Span both{std::min(sun.span.begin, moon.span.begin), std::max(sun.span.end, moon.span.end)};
  s.report.state({.rule = lunar_,
                  .at = s.spot(both),
                  .relation = fmt::format("{} {} {}", s.subject.text.words(sun.span), holds ? "=" : "≠", s.subject.text.words(moon.span)),
                  .verdict = holds ? Verdict::holds : Verdict::contradicts,
                  .values = {{"sun", s.subject.text.words(sun.span)}, {"moon", s.subject.text.words(moon.span)}}});
}

// 中秋节（9月10日）, 9月10日中秋节
void DayCheck::named(const Scene& s, std::size_t t) const {
  const Time& feast = s.times[t].time;
  if (feast.from.named.empty() || feast.kind != TimeKind::period) return;
  std::optional<std::size_t> other;
  const auto same = [&](std::string_view words) {
    words = trimmed(words);
    if (words.size() > kLinkBytes) return false;
    return words.empty() || words == "(" || words_.head(words, DayUse::is_day) == words.size();
  };
  if (t + 1 < s.times.size() && trimmed(s.between(t, t + 1)) == "(") other = t + 1;
  else if (t > 0 && same(s.between(t - 1, t))) other = t - 1;
  if (!other) return;
  const Time& sun = s.times[*other].time;
  auto day = s.day_of(sun.from, s.times[*other].resolved.start);
  // 8月20日至22日，其中22日正值七夕: of the month told before.
  if (!day && sun.from.day && !sun.from.month && *other > 0 && s.same_sentence(*other - 1, *other))
    if (const auto told = s.day_of(s.times[*other - 1].time.from, s.times[*other - 1].resolved.start))
      day = Scene::valid({told->date.year, told->date.month, *sun.from.day}, false);
  if (!day || (sun.kind != TimeKind::period && sun.kind != TimeKind::range)) return;
  const int year = feast.from.year.value_or(day->date.year);
  bool known = false, holds = false;
  std::optional<Date> real;
  for (const int y : {year, year - 1, year + 1}) {
    const auto own = days_.day(feast.from.named, y);
    const auto all = days_.whole(feast.from.named, y);
    known = known || own.has_value();
    if (own && (!real || y == year)) real = real && y != year ? real : own;
    if (sun.kind == TimeKind::range) {
      const auto to = s.times[*other].resolved.end;
      const Date end = to ? *to : day->date;
      if (own && day->date <= *own && *own <= end) holds = true;
      if (all && day->date <= all->second && all->first <= end) holds = true;
    } else if ((own && *own == day->date) || (all && all->first <= day->date && day->date <= all->second)) {
      holds = true;
    }
  }
  if (!known) return;
  const bool plain = sun.kind == TimeKind::period && !feast.from.whole_feast && day->sure;
  if (!holds && !plain) return;
  const Span both{std::min(sun.span.begin, feast.span.begin), std::max(sun.span.end, feast.span.end)};
  s.report.state(
      {.rule = feast_,
       .at = s.spot(both),
       .relation = fmt::format("{} {} {}", s.subject.text.words(feast.span), holds ? "=" : "≠", day->date.iso()),
       .verdict = holds ? Verdict::holds : Verdict::contradicts,
       .values = {
           {"feast", s.subject.text.words(feast.span)}, {"date", s.subject.text.words(sun.span)}, {"real", real ? real->iso() : ""}}});
}

// 6月20日至6月1日, 2025年至2022年
void DayCheck::backwards(const Scene& s, std::size_t t) const {
  const Time& time = s.times[t].time;
  std::optional<Span> found;
  std::string relation;
  if (time.kind == TimeKind::range && Scene::full_day(time.from) && Scene::full_day(time.to) && !time.up_to_now) {
    // Put into the next year by the reader.
    const auto start = s.times[t].resolved.start, end = s.times[t].resolved.end;
    const int days = start && end && start->year < end->year ? day_number(*end) - day_number(*start) : 0;
    const bool in_one_month = time.from.month == time.to.month && start && end && start->day > end->day;
    if (days > kLongestRange && (days < kWholeYear || in_one_month) && !says_two_years(slice(s.text, time.span))) {
      found = time.span;
      relation = fmt::format("{} > {}", month_day(*start), month_day(*end));
    }
  } else if (t + 1 < s.times.size() && time.kind == TimeKind::period && s.times[t + 1].time.kind == TimeKind::period) {
    const std::string_view words = trimmed(s.between(t, t + 1));
    if (words.empty() || words.size() > 6 || words_.head(words, DayUse::to) != words.size()) return;
    const TimePoint &a = time.from, &b = s.times[t + 1].time.from;
    const bool years = a.year && b.year && !a.short_year && !b.short_year && *a.year > *b.year;
    const bool days = a.month && a.day && b.day && !a.lunar && !b.lunar && !b.year && (!b.month || *b.month == *a.month) && *a.day > *b.day;
    if (!years && !days) return;
    found = Span{time.span.begin, s.times[t + 1].time.span.end};
    relation = years ? fmt::format("{} > {}", *a.year, *b.year) : fmt::format("{} > {}", *a.day, *b.day);
  }
  if (!found) return;
  s.report.state({.rule = backwards_,
                  .at = s.spot(*found),
                  .relation = relation,
                  .verdict = Verdict::contradicts,
                  .values = {{"range", s.subject.text.words(*found)}}});
}

// 距离春节已不足1个月: where the day from which it is counted is not printed, another may be meant, and it only ever holds.
void DayCheck::ahead_of(const Scene& s, std::size_t t) const {
  if (!s.written || s.written->day == 0 || t + 1 >= s.times.size()) return;
  const Hits near(s.text, s.hits);
  const Time& day = s.times[t].time;
  if (!near.before(day.span.begin, DayUse::until_day)) return;
  const Time& length = s.times[t + 1].time;
  const auto n =
      length.kind == TimeKind::duration ? amount(length.duration.empty() ? s.times[t + 1].resolved.value : length.duration) : std::nullopt;
  if (!n || !s.same_sentence(t, t + 1) || n->second == 'Y') return;
  const auto own =
      t > 0 && trimmed(s.between(t - 1, t)).size() <= kLinkBytes / 2 ? s.day_of(s.times[t - 1].time.from, std::nullopt) : std::nullopt;
  const Date from = own ? own->date : *s.written;
  std::optional<Date> there;
  for (const int year : {from.year, from.year + 1}) {
    std::optional<Date> d;
    if (!day.from.named.empty()) d = days_.day(day.from.named, year);
    else if (Scene::full_day(day.from))
      d = is_real_date(year, *day.from.month, *day.from.day) ? std::optional(Date{year, *day.from.month, *day.from.day}) : std::nullopt;
    // A holiday begins a day or two before the feast.
    if (d && day_number(*d) >= day_number(from) && (!there || *d < *there)) there = d;
  }
  if (!there) return;
  const int days = day_number(*there) - day_number(from);
  const int unit = n->second == 'D' ? 1 : n->second == 'W' ? 7 : 31;
  const WordHit* const before = near.ending_at(length.span.begin);
  const bool bound = before && before->is(DayUse::not_all);
  const bool holds = bound ? days <= n->first * unit + 2 && days >= (n->first - 1) * unit / 2 : std::abs(days - n->first * unit) <= 3;
  const bool against = !holds && own && own->sure && Scene::full_day(day.from) && n->second == 'D' && !bound;
  if (!holds && !against) return;
  s.report.state(
      {.rule = ahead_,
       .at = s.spot(length.span, s.both(t, t + 1)),
       .relation = fmt::format("{}->{} = {} days, printed {}", from.iso(), there->iso(), days, s.subject.text.words(length.span)),
       .verdict = holds ? Verdict::holds : Verdict::contradicts,
       .values = {
           {"from", from.iso()}, {"to", there->iso()}, {"days", std::to_string(days)}, {"printed", s.subject.text.words(length.span)}}});
}

}  // namespace fengbiao
