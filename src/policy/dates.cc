#include "policy/dates.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr int kSteps = 12;
constexpr int kPastDays = 45;          // an act further back than this is told as background
constexpr int kPastMonth = 20;         // likewise where only the month is told, counted from its end
constexpr std::uint32_t kLater = 150;  // bytes in which a later verb is looked for

// Whether an act on these days is told as something of an earlier time.
bool is_past(const Scene& scene, const TimeInText& time, const Days& days) {
  const auto& written = scene.text().written();
  if (!written) return false;
  const std::string today = written->iso();
  if (days.first.size() == 10) return days_between(days.first, today) > kPastDays;
  if (days.first.size() == 7) return days_between(day_after(days.first + "-01", 1, 0, true), today) > kPastMonth;
  return time.resolved.end && days_between(time.resolved.end->iso(), today) > kPastDays;
}

// 《甲》由乙部制定，7月28日印发: the day directly before a verb of issuing further on in the sentence, before another document.
ActDay later_day(const Scene& scene, const Calendar& calendar, const Mention& m, std::uint32_t from, std::uint32_t end) {
  ActDay out;
  if (const std::size_t next = scene.first_title(std::max(from, m.title.end)); next < scene.titles().size())
    end = std::min(end, scene.titles()[next].begin);
  for (const WordHit& hit : scene.hits().between(from, std::min(end, from + kLater))) {
    if (!hit.is(Use::issue) && !hit.is(Use::pass)) continue;
    std::uint32_t at = hit.span.begin;
    for (int step = 0; step < kSteps; ++step) {
      if (const TimeInText* time = scene.time_to(at)) {
        const Days& days = calendar.told(*time);
        if (time->time.role == TimeRole::since || time->time.role == TimeRole::until || days.first.empty() || !days.last.empty()) break;
        out.day = days.first;
        out.span = time->time.span;
        out.rule = "day before a later verb of issuing";
        return out;
      }
      const WordHit* word = scene.hits().ending_at(at);
      if (!word || !(word->is(Use::between) || word->is(Use::from))) break;
      at = word->span.begin;
    }
  }
  return out;
}

}  // namespace

ActDay day_of_act(const Scene& scene, const Calendar& calendar, const Mention& m) {
  ActDay out;
  if (m.verb.empty()) return out;
  const auto& read = scene.read();
  const std::uint32_t s = scene.sentence(m.verb.begin);
  if (s == kNowhere) return out;
  const Span sentence = read.sentences[s].span;
  // The nearest word or time before the verb counts, unless another document stands between.
  std::uint32_t barrier = sentence.begin;
  for (std::size_t i = scene.first_title(m.verb.begin); i > 0 && scene.titles()[i - 1].begin >= sentence.begin; --i) {
    const Span title = scene.titles()[i - 1];
    if (title.begin == m.title.begin || (m.passive && m.together != kNowhere && title.begin >= m.together)) continue;  // its own list
    barrier = title.end;
    break;
  }
  std::uint32_t recent_at = 0;
  for (const WordHit& hit : scene.hits().between(barrier, m.verb.begin))
    if (hit.is(Use::recent)) recent_at = hit.span.end, out.span = hit.span;
  const TimeInText* time = nullptr;
  for (std::size_t i = scene.first_time(m.verb.begin); i > 0; --i) {
    const TimeInText& t = read.times[i - 1];
    if (t.time.span.begin < barrier) break;
    if (t.use == TimeUse::named || t.time.kind == TimeKind::duration || t.time.kind == TimeKind::set || t.time.kind == TimeKind::clock)
      continue;
    if (!time) time = &t;
    if (!calendar.told(t).first.empty()) {  // 2月3日甲办2023年第2次会议: the day, not the year behind it
      if (calendar.told(*time).first.empty() && time->resolved.value.size() == 4) time = &t;
      break;
    }
    if (time->resolved.value.size() != 4) break;
  }
  // 当天: the last day told
  for (const WordHit& hit : scene.hits().between(std::max(barrier, time ? time->time.span.end : barrier), m.verb.begin))
    if (hit.is(Use::same_day) && hit.span.begin >= recent_at) {
      out.day = calendar.last_before(hit.span.begin);
      out.span = hit.span;
      out.rule = "on the day told before";
      if (!out.day.empty()) return out;
    }
  if (recent_at > 0 && (!time || time->time.span.begin < recent_at)) {
    out.recent = true;
    out.rule = "a word that tells no day";
    return out;
  }
  out.span = {};
  if (!time) return later_day(scene, calendar, m, m.verb.end, sentence.end);
  // Somebody who speaks stands between: the day is that of the telling.
  for (const WordHit& hit : scene.hits().between(time->time.span.end, m.verb.begin))
    if (hit.is(Use::speaks)) return out;
  out.span = time->time.span;
  const Days& days = calendar.told(*time);
  out.past = is_past(scene, *time, days);
  const bool since = time->time.role == TimeRole::since && m.act != Act::consulted;  // 5月7日起公开征求意见
  if (since || time->time.role == TimeRole::until || !days.last.empty() || days.first.empty() || time->resolved.value.starts_with('@')) {
    if (!out.past) return later_day(scene, calendar, m, m.verb.end, sentence.end);
    return out;
  }
  out.day = days.first;
  out.rule = "day before the verb";
  return out;
}

}  // namespace fengbiao::policy_room
