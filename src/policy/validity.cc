#include "policy/validity.h"

#include <algorithm>

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr int kSteps = 12;
constexpr std::size_t kMost = 500;     // days of one article
constexpr std::size_t kDay = 10;       // length of an ISO day
constexpr std::uint32_t kNear = 60;    // bytes between a word of validity and its time
constexpr std::uint32_t kReach = 200;  // bytes before a word of consultation in which its last day may stand

int months_in(std::string_view duration) {
  int number = 0;
  bool any = false;
  for (std::size_t i = 1; i < duration.size(); ++i) {
    const char c = duration[i];
    if (c >= '0' && c <= '9' && number < 1000) number = number * 10 + (c - '0'), any = true;
    else if (c == 'Y' && any && i + 1 == duration.size()) return number * 12;
    else if (c == 'M' && any && i + 1 == duration.size()) return number;
    else return 0;
  }
  return 0;
}
int days_in(std::string_view duration) {
  if (duration.size() < 3 || duration.size() > 6 || duration.back() != 'D') return 0;
  int number = 0;
  for (const char c : duration.substr(1, duration.size() - 2)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

class ValidityFinder {
 public:
  ValidityFinder(const Scene& scene, const Calendar& calendar, std::vector<Validity>& out)
      : scene_(scene), calendar_(calendar), text_(scene.folded()), hits_(scene.hits()), out_(out) {}

  void run() {
    for (const WordHit& hit : scene_.all_hits()) {
      if (out_.size() >= kMost) break;
      if (hit.is(Use::effect)) effect(hit);
      if (hit.is(Use::effect_day)) effect_day(hit);
      if (hit.is(Use::valid)) valid(hit);
      else if (hit.is(Use::extend)) extended(hit);
      if (hit.is(Use::deadline) || hit.is(Use::opinion) || hit.is(Use::consult)) deadline(hit);
    }
  }

 private:
  [[nodiscard]] bool is_from(const WordHit& hit) const {
    return hit.is(Use::from) || hit.is(Use::between) || hit.is(Use::filler) || (hit.is(Use::planned) && hit.is(Use::from));
  }

  Validity& add(Validity::Field field, std::string day, std::uint32_t place, Span span, std::string_view rule) {
    Validity& v = out_.emplace_back();
    v.field = field;
    v.day = std::move(day);
    v.place = place;
    v.span = span;
    v.rule = rule;
    return v;
  }

  // …自T起施行
  void effect(const WordHit& hit) {
    if (hits_.behind(hit.span.end, Use::hence)) return;  // 施行以来
    std::uint32_t at = hit.span.begin;
    const TimeInText* time = nullptr;
    const WordHit* issue = nullptr;
    const TimeInText* offset = nullptr;
    Span title = attributed(hit);
    const bool behind = !title.empty();
    for (int step = 0; step < kSteps; ++step) {
      at = scene_.left(at);
      time = scene_.time_to(at);
      if (time) {
        at = time->time.span.begin;
        if (const WordHit* before = hits_.ending_at(at); before && before->is(Use::since_issue)) {
          offset = time;
          issue = before;
          time = nullptr;
          at = before->span.begin;
        }
        break;
      }
      const WordHit* word = hits_.ending_at(at);
      if (word && word->is(Use::since_issue)) {
        issue = word;
        at = word->span.begin;
        break;
      }
      if (word && (is_from(*word) || word->is(Use::named_kind) || (word->is(Use::hence) && word->span.size() <= 3))) {
        at = word->span.begin;
        continue;
      }
      if (const Span brackets = scene_.brackets_to(at); !brackets.empty() && title.empty()) {
        at = brackets.begin;
        continue;
      }
      if (const Span* own = scene_.title_to(at)) {  // 3月1日起，《甲》正式施行
        title = *own;
        at = own->begin;
        continue;
      }
      if (!title.empty() && at > 0 && text_[at - 1] == ',') {
        --at;
        continue;
      }
      return;
    }
    if (!time && !issue) return;
    if (issue) {
      Validity& v = add(Validity::Field::effective, {}, hit.span.begin, {issue->span.begin, hit.span.end}, "counted from the day of issue");
      v.from_issue = true;
      if (offset) {
        if (offset->time.from.day && !offset->time.from.month) v.days = *offset->time.from.day;
        else v.months = months_in(offset->time.duration), v.days = days_in(offset->time.duration);
      }
      subject(at, title, v);
      return;
    }
    // 8月1日，《甲》正式施行: a day alone
    if (!title.empty() && !behind && time->time.role != TimeRole::since && time->time.kind != TimeKind::range &&
        (time->time.role != TimeRole::over || calendar_.ahead(*time).first.size() != kDay))
      return;
    if (time->time.kind == TimeKind::duration) return;
    Days days = calendar_.ahead(*time);
    if (time->time.from.base == TimePoint::Base::previous && !last_effective_.empty()) days = {last_effective_, {}};  // 同日实施
    const bool until_only = time->time.role == TimeRole::until;
    if (days.first.empty() || until_only) return;
    Validity v;
    subject(at, title, v);
    Validity& from = add(Validity::Field::effective, days.first, hit.span.begin, {time->time.span.begin, hit.span.end},
                         "day before the verb of taking effect");
    from.subject = v.subject;
    from.which = v.which;
    from.direct = v.direct;
    last_effective_ = from.day;
    if (!days.last.empty()) {
      Validity& until = add(Validity::Field::until, days.last, hit.span.begin, time->time.span, "end of the time for which it holds");
      until.subject = v.subject;
      until.which = v.which;
      until.direct = v.direct;
    }
  }

  // 自3月1日起施行的《甲》
  [[nodiscard]] Span attributed(const WordHit& hit) const {
    const WordHit* of = hits_.beginning_at(hit.span.end);
    if (!of || !of->is(Use::of)) return {};
    const Span* title = scene_.title_from(of->span.end);
    return title ? *title : Span{};
  }

  // What takes effect: left of the day, over 自 and 将于.
  void subject(std::uint32_t at, Span title, Validity& v) const {
    if (!title.empty()) {
      v.subject = title;
      return;
    }
    const std::uint32_t c = scene_.clause(at);
    const std::uint32_t begin = c == kNowhere ? 0 : scene_.clause_span(c).begin;
    for (int step = 0; step < kSteps; ++step) {
      at = scene_.left(at);
      if (at <= begin) return;
      if (const Span* own = scene_.title_to(at)) {
        v.subject = *own;
        return;
      }
      if (const Span brackets = scene_.brackets_to(at); !brackets.empty()) {
        at = brackets.begin;
        continue;
      }
      if (text_[at - 1] == '"') {  // "规范"自…
        const std::uint32_t near = std::max(begin, at > kNear ? at - kNear : 0);
        const std::size_t open = text_.substr(near, at - 1 - near).rfind('"');
        if (open != std::string_view::npos) {
          v.subject = {near + static_cast<std::uint32_t>(open), at};
          return;
        }
      }
      const WordHit* word = hits_.ending_at(at);
      if (word && (word->is(Use::former) || word->is(Use::latter))) {
        v.which = word->is(Use::former) ? Validity::Which::former : Validity::Which::latter;
        return;
      }
      if (word && word->is(Use::document)) {
        v.subject = word->span;
        return;
      }
      if (word && (is_from(*word) || word->is(Use::named_kind) || word->is(Use::recent) || word->is(Use::planned))) {
        at = word->span.begin;
        continue;
      }
      if (const WordHit* act = word; act && (act->is(Use::issue) || act->is(Use::pass))) {
        v.direct = true;
        return;
      }
      break;
    }
    if (v.from_issue) return;  // said of documents only
    v.direct = false;
    const std::size_t next = scene_.first_title(at);
    if (next > 0 && scene_.titles()[next - 1].begin >= begin) v.subject = scene_.titles()[next - 1];
    else v.subject = {begin, at};
  }

  [[nodiscard]] const TimeInText* time_behind(std::uint32_t at) const {
    for (int step = 0; step < 4; ++step) {
      at = scene_.right(at);
      if (at < text_.size() && text_[at] == ':') ++at;
      if (const TimeInText* time = scene_.time_from(at)) return time;
      const WordHit* word = hits_.beginning_at(at);
      if (!word || !is_from(*word)) return nullptr;
      at = word->span.end;
    }
    return nullptr;
  }

  void effect_day(const WordHit& hit) {
    const TimeInText* time = time_behind(hit.span.end);
    if (!time) return;
    const Days days = calendar_.ahead(*time);
    if (days.first.empty()) return;
    add(Validity::Field::effective, days.first, hit.span.begin, {hit.span.begin, time->time.span.end}, "day behind the word for it");
    if (!days.last.empty()) add(Validity::Field::until, days.last, hit.span.begin, time->time.span, "end of the time for which it holds");
  }

  // 有效期至2027年8月31日, 有效期5年, 执行期限为2022年1月1日至2025年12月31日
  void valid(const WordHit& hit) {
    const TimeInText* time = time_behind(hit.span.end);
    if (!time) return;
    const Span span{hit.span.begin, time->time.span.end};
    if (time->time.kind == TimeKind::duration) {
      const int months = months_in(time->time.duration), days = days_in(time->time.duration);
      if (months == 0 && days == 0) return;
      Validity& v = add(Validity::Field::until, {}, hit.span.begin, span, "counted from the day of effect");
      v.months = months;
      v.days = days;
      subject(hit.span.begin, {}, v);
      return;
    }
    const Days days = calendar_.ahead(*time);
    Validity v;
    subject(hit.span.begin, {}, v);
    const auto put = [&](Validity::Field field, const std::string& day, std::string_view rule) {
      Validity& to = add(field, day, hit.span.begin, span, rule);
      to.subject = v.subject;
      to.direct = v.direct;
    };
    if (!days.last.empty()) {
      if (!days.first.empty()) put(Validity::Field::effective, days.first, "beginning of the time for which it holds");
      put(Validity::Field::until, days.last, "end of the time for which it holds");
    } else if (!days.first.empty()) {
      put(Validity::Field::until, days.first, "end of the time for which it holds");
    }
  }

  // 延长至2027年12月31日
  void extended(const WordHit& hit) {
    const TimeInText* time = time_behind(hit.span.end);
    if (!time) return;
    const Days days = calendar_.ahead(*time);
    const std::string& day = days.last.empty() ? days.first : days.last;
    if (day.empty()) return;
    Validity v;
    subject(hit.span.begin, {}, v);
    Validity& to =
        add(Validity::Field::until, day, hit.span.begin, {hit.span.begin, time->time.span.end}, "a day until which it is extended");
    if (scene_.title_from(v.subject.begin)) to.subject = v.subject, to.direct = v.direct;
    to.which = v.which;
  }

  // 意见反馈截止时间为5月10日, 可于5月10日前提出意见
  void deadline(const WordHit& hit) {
    const std::uint32_t s = scene_.sentence(hit.span.begin);
    if (s == kNowhere) return;
    const Span sentence = scene_.read().sentences[s].span;
    const Span around{std::max(sentence.begin, hit.span.begin > kReach ? hit.span.begin - kReach : 0),
                      std::min(sentence.end, hit.span.end + kReach)};
    const std::string_view word = scene_.at(hit.span);  // 意见反馈截止时间 says it itself
    const bool asks = scene_.words().head(word, Use::opinion) > 0 || scene_.words().head(word, Use::consult_head) > 0 ||
                      hits_.in(around, Use::consult) != nullptr || hits_.in(around, Use::opinion) != nullptr;
    if (!asks) return;
    if (const TimeInText* time = time_behind(hit.span.end); time && hit.is(Use::deadline)) {
      const Days days = calendar_.ahead(*time);
      const std::string& day = days.last.empty() ? days.first : days.last;
      if (!day.empty())
        add(Validity::Field::comments, day, hit.span.begin, {hit.span.begin, time->time.span.end}, "last day of a consultation");
      return;
    }
    for (std::size_t i = scene_.first_time(around.begin);
         i < scene_.read().times.size() && scene_.read().times[i].time.span.begin < hit.span.begin; ++i) {
      const TimeInText& time = scene_.read().times[i];
      const bool before_it = time.time.role == TimeRole::until;
      const bool ends_here = hit.is(Use::deadline) && hit.span.begin - time.time.span.end <= kNear && hit.span.begin >= time.time.span.end;
      if (!before_it && !ends_here) continue;
      const Days days = calendar_.ahead(time);
      const std::string& day = days.last.empty() ? days.first : days.last;
      if (!day.empty()) add(Validity::Field::comments, day, hit.span.begin, time.time.span, "last day of a consultation");
    }
  }

  const Scene& scene_;
  const Calendar& calendar_;
  std::string_view text_;
  const Hits& hits_;
  std::vector<Validity>& out_;
  std::string last_effective_;
};

}  // namespace

void find_validity(const Scene& scene, const Calendar& calendar, std::vector<Validity>& out) {
  out.clear();
  ValidityFinder(scene, calendar, out).run();
}

}  // namespace fengbiao::policy_room
