// What leads in and is no part of a thing: times, places and firms before it, words such as 其中, what a firm is before its name.
//
//   其中，2022年旗下支付工具支付宝处理支付3亿元    ->   处理支付
//
// Tested by the text cases of tests/cases/records.
#include <algorithm>

#include "observation/frame.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

// The end of a name behind words for what it is: 旗下支付工具某付, 视频平台某站; `at`: none stands there.
std::uint32_t apposition(const Scene& s, std::uint32_t at, std::uint32_t end, const Name& name) {
  if (name.kind == NameKind::place || name.span.end >= end || name.span.begin <= at || name.span.begin > at + 36) return at;
  const Span words = trim(s.folded, {at, name.span.begin});
  if (s.tail(s.at(words), Part::firm_noun) == 0 || !s.begins[words.begin]) return at;
  for (const WordHit& hit : s.hits.between(words.begin, words.end))
    if ((hit.is(Role::of) && hit.span.begin > words.begin + 6) || hit.is(Role::link) || hit.is(Role::strong_verb) || hit.is(Role::level))
      return at;
  return name.span.end;
}

}  // namespace

// What leads in: times, places, firms (also several of them), 其中, 目前.
std::uint32_t lead_in(const Scene& s, std::uint32_t from, std::uint32_t end) {
  std::uint32_t at = from;
  const auto& names = s.read.names;
  const auto& times = s.read.times;
  auto n = std::lower_bound(names.begin(), names.end(), at, [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
  auto t = std::lower_bound(times.begin(), times.end(), at, [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
  bool name_before = false;  // a name was passed over: links and brackets may follow
  while (at < end) {
    const std::uint32_t was = at;
    while (at < end && (s.folded[at] == ' ' || s.folded[at] == ',' || s.folded[at] == ':' || s.folded[at] == ';')) ++at;
    while (n != names.end() && n->span.begin < at) ++n;
    while (t != times.end() && t->time.span.begin < at) ++t;
    if (t != times.end() && t->time.span.begin == at && t->time.span.end <= end) {
      at = t->time.span.end;
      if (const WordHit* in = s.hits.beginning_at(at); in && in->is(Role::duration_in) && in->span.end <= end) at = in->span.end;
      name_before = false;
      continue;
    }
    // 某市综合保税区货值, 法国人平均网购19次
    if (const auto place = std::lower_bound(s.read.places.begin(), s.read.places.end(), at,
                                            [](const PlaceInText& x, std::uint32_t p) { return x.span.begin < p; });
        place != s.read.places.end() && place->span.begin == at && (place->facility || place->word) &&
        place->span.end < end + (place->facility ? 1 : 0)) {
      at = place->span.end;
      name_before = true;
      continue;
    }
    if (n != names.end() && n->span.begin == at && n->span.end <= end) {
      at = n->span.end;
      for (std::size_t more = 1; more > 0 && at < end;) {
        more = s.head(s.at({at, end}), Part::after_name);
        if (s.begins[at + more] == 0 && at + more < end) more = 0;  // 上海人工智能
        at += static_cast<std::uint32_t>(more);
      }
      name_before = true;
      continue;
    }
    if (n != names.end())
      if (const std::uint32_t behind = apposition(s, at, end, *n); behind > at) {
        at = behind;
        name_before = true;
        continue;
      }
    const std::string_view rest = s.at({at, end});
    if (const std::size_t region = s.head(rest, Part::region);
        region > 0 && (region == rest.size() || region > 3) && s.stands_alone({at, at + static_cast<std::uint32_t>(region)})) {
      at += static_cast<std::uint32_t>(region);
      name_before = true;
      continue;
    }
    if (at < end && s.folded[at] == '(' && at > from) {
      const std::size_t close = s.folded.find(')', at);
      if (close != std::string_view::npos && close < end) at = static_cast<std::uint32_t>(close) + 1;
      if (at != was) continue;
    }
    if (const std::size_t link = s.head(rest, Role::link); link > 0 && (at == from || name_before)) {
      at += static_cast<std::uint32_t>(link);
      continue;
    }
    const WordHit* hit = s.hits.beginning_at(at);
    // 对东盟出口: whither is a part of the thing.
    if (const std::size_t toward = s.head(rest, Part::toward); toward > 0 && n != names.end() &&
                                                               (n->kind == NameKind::place || n->kind == NameKind::body) &&
                                                               n->span.begin == at + toward && n->span.end < end)
      break;
    // 进入今年
    if (hit && hit->is(Role::verb_behind) && hit->is(Role::spread) && t != times.end() && t->time.span.begin == hit->span.end &&
        t->time.kind != TimeKind::duration && t->time.span.end <= end) {
      at = t->time.span.end;
      continue;
    }
    if (hit && hit->span.end <= end && hit->is(Role::lead)) {
      at = hit->span.end;
      name_before = false;
      continue;
    }
    if (at == was) break;
  }
  return std::min(at, end);
}

}  // namespace fengbiao
