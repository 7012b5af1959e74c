#include "policy/issuers.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao::policy_room {
namespace {

using Use = PolicyUse;
constexpr int kMost = 40;                // issuers of one list
constexpr int kSteps = 16;               // words between the list and its verb
constexpr std::uint32_t kUnknown = 60;   // bytes of an issuer that no list knows
constexpr std::uint32_t kNumber = 18;    // bytes of 等 + number before 部门
constexpr std::uint32_t kCharacter = 3;  // bytes of a Chinese character
constexpr std::uint32_t kGap = 36;       // bytes between a body and its verb that no rule reads

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  Reader(const Scene& scene, std::uint32_t from) : scene_(scene), text_(scene.folded()), hits_(scene.hits()), from_(from) {}

  Issuers before(std::uint32_t verb) {
    std::uint32_t at = over_adverbs(verb);
    if (item_to(at).empty()) {
      const std::uint32_t near = body_near(at);
      if (near != kNowhere) {
        at = near;
        out_.clean = false;
      }
    }
    for (int i = 0; i < kMost; ++i) {
      const Span item = item_to(at);
      if (item.empty()) break;
      out_.list.push_back(item);
      at = scene_.left(item.begin);
      const std::uint32_t next = over_joiner(at);
      if (next == kNowhere) break;
      at = over_adverbs(next);
    }
    std::reverse(out_.list.begin(), out_.list.end());
    for (std::size_t i = 0; i < out_.list.size(); ++i) split(i);
    out_.begin = at;
    if (!out_.list.empty()) out_.rule = "bodies before the verb";
    out_.clean &= stands_free(at);
    return std::move(out_);
  }

 private:
  // Back over what may stand between a list and its verb: 近日, times, 联合, 等十三部门, 第三次会议, 官网.
  std::uint32_t over_adverbs(std::uint32_t at) {
    for (int step = 0; step < kSteps && at > from_; ++step) {
      at = std::max(from_, scene_.left(at));
      if (const TimeInText* time = scene_.time_to(at); time && time->time.span.begin >= from_) {
        at = time->time.span.begin;
        if (const WordHit* in = hits_.ending_at(at); in && in->span.begin >= from_ && in->is(Use::from)) at = in->span.begin;  // 在7月
        continue;
      }
      if (const Name* name = scene_.name_to(at); name && name->span.begin >= from_ && name->kind == NameKind::place) {
        const WordHit* in = hits_.ending_at(name->span.begin);  // 在上海
        if (in && in->span.begin >= from_ && in->is(Use::from) && in->is(Use::source)) {
          at = in->span.begin;
          continue;
        }
        return at;
      }
      if (const Span brackets = scene_.brackets_to(at); !brackets.empty() && brackets.begin >= from_ && !scene_.name_to(brackets.begin)) {
        at = brackets.begin;
        continue;
      }
      const WordHit* hit = hits_.ending_at(at);
      if (!hit || hit->span.begin < from_) return at;
      if (hit->is(Use::session)) {
        at = over_session(*hit);
        continue;
      }
      if (const std::uint32_t group = over_group(*hit); group != at) {
        at = group;
        out_.group = true;
        continue;
      }
      if (hit->is(Use::et_al)) {
        at = hit->span.begin;
        out_.group = true;
        continue;
      }
      if (hit->is(Use::between) || hit->is(Use::recent) || hit->is(Use::site) || hit->is(Use::joiner) || hit->is(Use::filler) ||
          hit->is(Use::draw_up) || hit->is(Use::issue) || hit->is(Use::revise) || hit->is(Use::topic) ||
          (hit->is(Use::from) && !hit->is(Use::source))) {
        at = hit->span.begin;
        continue;
      }
      return at;
    }
    return at;
  }

  // 第四十六次会议: over the word and its number.
  std::uint32_t over_session(const WordHit& hit) const {
    const std::uint32_t at = hit.span.begin;
    if (scene_.name_to(at)) return at;
    const auto words = hits_.between(std::max(from_, at > 30 ? at - 30 : 0), at);
    for (auto it = words.rbegin(); it != words.rend(); ++it)
      if (it->is(Use::article_no)) return it->span.begin;
    return at;
  }

  // 等十三部门, 五部门, 等单位; the end of the word itself where there is none.
  std::uint32_t over_group(const WordHit& hit) const {
    if (!hit.is(Use::group)) return hit.span.end;
    const std::uint32_t near = std::max(from_, hit.span.begin > kNumber ? hit.span.begin - kNumber : 0);
    const auto words = hits_.between(near, hit.span.begin);
    for (auto it = words.rbegin(); it != words.rend(); ++it)
      if (it->is(Use::et_al)) return it->span.begin;
    std::uint32_t at = hit.span.begin;  // a number alone
    const std::uint32_t end = at;
    while (at > near) {
      at = scene_.left(at);
      if (at > near && is_digit(text_[at - 1])) {
        --at;
        continue;
      }
      const std::size_t numeral = at > near ? scene_.words().tail(text_.substr(near, at - near), Use::numeral) : 0;
      if (numeral == 0) break;
      at -= static_cast<std::uint32_t>(numeral);
    }
    return at == end ? hit.span.end : at;
  }

  [[nodiscard]] std::uint32_t over_joiner(std::uint32_t at) const {
    at = scene_.left(at);
    if (at <= from_) return kNowhere;
    const WordHit* hit = hits_.ending_at(at);
    if (hit && hit->span.begin >= from_ && hit->is(Use::joiner)) return hit->span.begin;
    const bool next_to_another = at < text_.size() && text_[at] == ' ' && (scene_.name_to(at) || ends_like_body(at));
    return next_to_another ? at : kNowhere;
  }

  // A body a little further left, with nothing between that acts or speaks: 甲协会|旋即|发布.
  [[nodiscard]] std::uint32_t body_near(std::uint32_t at) const {
    const std::size_t next = scene_.first_name(at);
    if (next == 0) return kNowhere;
    const Name& name = scene_.read().names[next - 1];
    if (name.span.begin < from_ || name.span.end > at || at - name.span.end > kGap || !may_issue(name)) return kNowhere;
    for (const WordHit& hit : hits_.between(name.span.end, at))
      if (hit.is(Use::speaks) || hit.is(Use::issue) || hit.is(Use::of) || hit.is(Use::by) || hit.is(Use::heard) || hit.is(Use::pass))
        return kNowhere;
    return name.span.end;
  }

  // Two bodies that were found as one name by its form: 甲协会|联合|乙协会.
  void split(std::size_t i) {
    const Span item = out_.list[i];
    for (std::uint32_t at = item.begin + kCharacter; at + 2 * kCharacter < item.end; at += kCharacter) {
      const std::size_t joiner = scene_.words().head(text_.substr(at, item.end - at), Use::joiner);
      if (joiner <= kCharacter || scene_.words().tail(text_.substr(item.begin, at - item.begin), Use::body) == 0) continue;
      out_.list[i] = {item.begin, at};
      out_.list.insert(out_.list.begin() + static_cast<std::ptrdiff_t>(i) + 1, {at + static_cast<std::uint32_t>(joiner), item.end});
      return;
    }
  }

  // The item that ends at a place: a name with what belongs to it, or words that end like a body.
  Span item_to(std::uint32_t at) {
    at = scene_.left(at);
    if (at <= from_) return {};
    if (const Name* name = scene_.name_to(at); name && name->span.begin >= from_) {
      if (!may_issue(*name)) return {};
      return {name->by_form ? reach_back(name->span.begin) : before_name(name->span.begin), name->span.end};
    }
    if (const Span brackets = scene_.brackets_to(at); !brackets.empty() && brackets.begin > from_) {  // 甲总局(乙委)
      const Name* outside = scene_.name_to(brackets.begin);
      if (outside && outside->span.begin >= from_ && may_issue(*outside)) {
        // Another body, not a short name of the same.
        const Name* inside = scene_.name_from(brackets.begin + 1);
        const bool another =
            inside && scene_.left(brackets.end - 1) == inside->span.end && (inside->id.empty() || inside->id != outside->id);
        return {before_name(outside->span.begin), another ? brackets.end : outside->span.end};
      }
      return {};
    }
    const std::size_t tail = scene_.words().tail(text_.substr(from_, at - from_), Use::body);
    if (tail == 0) return {};
    const std::uint32_t head = at - static_cast<std::uint32_t>(tail);
    // A name and what makes it another body: 商务部|办公厅, 广电总局|网络视听司.
    if (const std::size_t next = scene_.first_name(head); next > 0) {
      const Name& name = scene_.read().names[next - 1];
      if (name.span.begin >= from_ && name.span.end <= head && head - name.span.end <= kGap / 2 && may_issue(name) &&
          hits_.between(name.span.end, head).empty())
        return {before_name(name.span.begin), at};
    }
    // Back to the last mark, joining word or other word of ours.
    std::uint32_t begin = std::max(from_, at > kUnknown ? at - kUnknown : 0);
    while (begin < at && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    for (const WordHit& hit : hits_.between(begin, head)) {
      const bool word = hit.span.size() > kCharacter;  // single characters may be part of an unknown name
      if (hit.is(Use::joiner) && !joins_inside(hit)) begin = hit.span.end;
      else if (hit.is(Use::of) || hit.is(Use::et_al) || hit.is(Use::by) ||
               (word && (hit.is(Use::recent) || hit.is(Use::heard) || hit.is(Use::between) || hit.is(Use::source))))
        begin = hit.span.end;
    }
    for (std::size_t t = scene_.first_time(begin); t < scene_.read().times.size() && scene_.read().times[t].time.span.end <= at; ++t)
      begin = std::max(begin, scene_.read().times[t].time.span.end);
    const Span out = trim(text_, {begin, at});
    if (out.size() <= tail || out.size() < kShortestUnknown || scene_.words().head(scene_.at(out), Use::same_doc) > 0) return {};
    out_.clean = false;
    return out;
  }
  static constexpr std::uint32_t kShortestUnknown = 9;

  // 和 inside the name of a body that no list knows stays: a name is near on one side only.
  [[nodiscard]] bool joins_inside(const WordHit& hit) const {
    return hit.span.size() == 3 && !hit.is(Use::between) && scene_.name_to(hit.span.begin) == nullptr && !ends_like_body(hit.span.begin);
  }
  [[nodiscard]] bool ends_like_body(std::uint32_t at) const {
    return at > from_ && scene_.words().tail(text_.substr(from_, at - from_), Use::body) > 0;
  }

  // A body known by its form alone may be longer than the form: 中国自|行车协会. It reaches back to a mark, a time or another word.
  std::uint32_t reach_back(std::uint32_t at) {
    std::uint32_t begin = std::max(from_, at > kGap ? at - kGap : 0);
    while (begin < at && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    for (std::uint32_t i = begin; i < at; ++i)
      if (static_cast<unsigned char>(text_[i]) < 0x80) begin = i + 1;
    for (const WordHit& hit : hits_.between(begin, at))
      if (hit.span.end <= at &&
          (hit.span.size() > kCharacter || hit.is(Use::joiner) || hit.is(Use::of) || hit.is(Use::by) || hit.is(Use::pronoun)))
        begin = hit.span.end;
    for (std::size_t t = scene_.first_time(begin); t < scene_.read().times.size() && scene_.read().times[t].time.span.end <= at; ++t)
      begin = std::max(begin, scene_.read().times[t].time.span.end);
    std::uint32_t first = at;  // a place or another body begins it, else what is unread does
    for (std::size_t n = scene_.first_name(begin); n < scene_.read().names.size() && scene_.read().names[n].span.end <= at; ++n)
      first = std::min(first, scene_.read().names[n].span.begin);
    if (first == at) first = begin;
    if (first != at && scene_.name_to(at) == nullptr) out_.clean = false;
    return before_name(first);
  }

  // 十三届|全国人大常委会, 中共|甲市委, 甲市|供销合作总社
  [[nodiscard]] std::uint32_t before_name(std::uint32_t at) const {
    if (const Name* above = scene_.name_to(at);
        above && above->span.end == at && above->span.begin >= from_ && (above->kind == NameKind::place || above->kind == NameKind::body))
      return before_name(above->span.begin);
    const WordHit* hit = hits_.ending_at(at);
    if (!hit || hit->span.begin < from_ || !hit->is(Use::prefix)) return at;
    std::uint32_t begin = hit->span.begin;
    while (begin > from_) {  // 第十三届
      const std::size_t numeral = scene_.words().tail(text_.substr(from_, begin - from_), Use::numeral);
      if (numeral == 0) break;
      begin -= static_cast<std::uint32_t>(numeral);
    }
    if (const WordHit* ordinal = hits_.ending_at(begin); ordinal && ordinal->span.begin >= from_ && ordinal->is(Use::article_no))
      begin = ordinal->span.begin;
    return begin;
  }

  // Nothing stands before the list in its clause, or a word that opens it.
  [[nodiscard]] bool stands_free(std::uint32_t at) const {
    at = scene_.left(at);
    if (at <= from_) return true;
    if (scene_.time_to(at) || !scene_.brackets_to(at).empty()) return true;
    const WordHit* hit = hits_.ending_at(at);
    if (hit && (hit->is(Use::by) || hit->is(Use::recent) || hit->is(Use::between) || hit->is(Use::source) || hit->is(Use::of) ||
                hit->is(Use::issue) || hit->is(Use::from) || hit->is(Use::site)))
      return true;
    const char c = text_[at - 1];
    return c == ',' || c == ';' || c == ':' || c == '\n' || c == '"';
  }

  const Scene& scene_;
  std::string_view text_;
  const Hits& hits_;
  std::uint32_t from_;
  Issuers out_;
};

}  // namespace

bool may_issue(const Name& name) {
  return name.kind != NameKind::person && name.kind != NameKind::campaign && name.kind != NameKind::media;
}

Issuers issuers_before(const Scene& scene, std::uint32_t from, std::uint32_t verb) { return Reader(scene, from).before(verb); }

Issuers issuers_at(const Scene& scene, std::uint32_t from, std::uint32_t to) {
  // Over words that open a clause, then names with what joins them.
  Issuers out;
  std::uint32_t at = from;
  for (int step = 0; step < kSteps && at < to; ++step) {
    at = scene.right(at);
    if (const TimeInText* time = scene.time_from(at)) {
      at = time->time.span.end;
      continue;
    }
    const WordHit* hit = scene.hits().beginning_at(at);
    if (!hit || !(hit->is(Use::recent) || hit->is(Use::between) || hit->is(Use::prefix) || hit->is(Use::from))) break;
    if (hit->is(Use::from) && hit->is(Use::source)) break;  // 在…
    at = hit->span.end;
  }
  out.begin = at;
  for (int i = 0; i < kMost && at < to; ++i) {
    at = scene.right(at);
    const Name* name = scene.name_from(at);
    if (!name || !may_issue(*name) || name->span.end > to) break;
    Span item = name->span;
    while (const Name* more = scene.name_from(item.end)) {  // 甲市|供销合作总社
      if (more->span.begin != item.end || more->span.end > to || !may_issue(*more)) break;
      item.end = more->span.end;
    }
    const std::size_t tail = scene.words().head(scene.folded().substr(item.end, to - item.end), Use::body);
    item.end += static_cast<std::uint32_t>(tail);  // 北京|市场监管部门
    out.list.push_back(item);
    at = item.end;
    if (const Span brackets = scene.brackets_from(at); !brackets.empty() && brackets.end <= to) at = brackets.end;
    const WordHit* joiner = scene.hits().beginning_at(at);
    if (!joiner || !joiner->is(Use::joiner)) break;
    at = joiner->span.end;
  }
  if (!out.list.empty()) out.rule = "bodies at the beginning of the clause";
  out.clean = !out.list.empty();
  return out;
}

}  // namespace fengbiao::policy_room
