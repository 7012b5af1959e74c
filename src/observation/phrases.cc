#include "observation/phrases.h"

#include <algorithm>

#include "observation/frame.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLong = 42;  // bytes of the words before it that a thing is told by

bool blank_or_mark(char c) { return c == ' ' || c == ',' || c == ':' || c == ';' || c == '(' || c == ')' || c == '.'; }

}  // namespace

// Without what stands in brackets inside.
std::string ThingPhrases::printed(Span span) const {
  if (span.empty()) return {};
  const std::string_view words = s_.at(span);
  const std::size_t open = words.find('('), close = words.find(')');
  const auto at = [&](std::size_t i) { return span.begin + static_cast<std::uint32_t>(i); };
  const auto part = [&](Span piece) {
    piece = cleaned(piece);
    return piece.empty() ? std::string() : s_.text.words(piece);
  };
  if (open == words.npos && close == words.npos) return s_.text.words(span);
  std::string out;
  std::size_t from = close != words.npos && (open == words.npos || open > close) ? close + 1 : 0;
  for (std::size_t i = from, depth = 0; i <= words.size(); ++i) {
    const char c = i < words.size() ? words[i] : '(';
    if (c == '(' && depth++ == 0 && i > from) out += part({at(from), at(i)});
    if (c == ')' && depth > 0 && --depth == 0) from = i + 1;
  }
  return out;
}

// Without marks and words that lead in or trail off at its ends.
Span ThingPhrases::cleaned(Span span) const {
  for (bool again = true; again && !span.empty();) {
    again = false;
    while (!span.empty() && blank_or_mark(s_.folded[span.begin])) ++span.begin, again = true;
    while (!span.empty() && blank_or_mark(s_.folded[span.end - 1]) && s_.folded[span.end - 1] != ')') --span.end, again = true;
    const std::string_view words = s_.at(span);
    const std::size_t front = s_.head(words, Part::trim_front), back = s_.tail(words, Part::trim_back);
    // A word that only begins so is left whole: 就业.
    const auto word = [&](std::uint32_t from, std::uint32_t to) { return s_.stands_alone({from, to}); };
    if (front > 0 && front < words.size() && word(span.begin, span.begin + static_cast<std::uint32_t>(front)))
      span.begin += static_cast<std::uint32_t>(front), again = true;
    else if (back > 0 && s_.tail(words, Part::aspect) <= back && word(span.end - static_cast<std::uint32_t>(back), span.end))
      span.end -= static_cast<std::uint32_t>(back), again = true;
  }
  return span;
}

// Of a long phrase the part that names the thing: behind 等, behind a verb whose object it is, behind the last 的.
Span ThingPhrases::core(Span span) const {
  span = cleaned(span);
  // 某公司二季度总收入: behind a time inside.
  for (auto t = std::lower_bound(s_.read.times.begin(), s_.read.times.end(), span.begin,
                                 [](const TimeInText&x, std::uint32_t p) { return x.time.span.begin < p; });
       t != s_.read.times.end() && t->time.span.end < span.end; ++t) {
    if (t->use == TimeUse::named || t->time.kind == TimeKind::duration || t->time.kind == TimeKind::set) continue;
    const WordHit* bound = s_.hits.ending_at(t->time.span.begin);  // 成交额超过上年全天的品牌
    if (bound && bound->span.begin > span.begin && (bound->is(Role::compare_only) || bound->is(Role::threshold)) &&
        s_.hits.in({t->time.span.end, span.end}, Role::of) != nullptr)
      continue;
    const Span rest = cleaned({lead_in(s_, t->time.span.end, span.end), span.end});
    const bool only_verb = (s_.head(s_.at(rest), Role::strong_verb) == rest.size() || s_.head(s_.at(rest), Role::obtain) == rest.size()) &&
                           s_.head(s_.at(rest), Part::aspect) != rest.size();
    if ((rest.size() >= 6 || s_.head(s_.at(rest), Part::company_measure) == rest.size()) && !rest.empty() && !only_verb) return core(rest);
  }
  // 向坚守岗位者发放节日补贴: behind a preposition the object of the verb is what counts.
  const WordHit* opening = s_.hits.beginning_at(span.begin);
  const bool opened = opening && opening->is(Role::preposition) && s_.stands_alone(opening->span);
  for (const WordHit& hit : s_.hits.between(span.begin, span.end)) {
    if (opened && hit.span.end == span.end && hit.is(Role::obtain) && hit.span.begin > span.begin) return hit.span;
    if (hit.span.end >= span.end) break;
    const WordHit* before = hit.span.begin > span.begin ? s_.hits.ending_at(hit.span.begin) : nullptr;
    if (is_bracketed({span.begin, hit.span.begin})) continue;  // 直播电商(含团购)销售额
    const bool split = hit.is(Role::splitter) && hit.span.begin > span.begin;
    const bool verb = (hit.is(Role::strong_verb) || (opened && hit.is(Role::obtain))) &&
                      (opened || hit.span.begin == span.begin || hit.is(Role::possess) ||
                       (before && (before->is(Role::splitter) || before->is(Role::adverb))) || is_bare_verb(hit));
    if (!verb && !split) continue;
    if (verb && !opened && hit.span.begin > span.begin && s_.head(s_.at({hit.span.end, span.end}), Role::of) > 0) continue;  // 可覆盖的县区
    const Span rest = cleaned({hit.span.end, span.end});
    if (split && s_.head(s_.at(rest), Role::share) > 0) continue;                            // 成本仍占售价
    if (split && lead_in(s_, hit.span.end, span.end) >= span.end) return {};                 // 有关部门预计一季度
    if (split && !rest.empty() && lead_in(s_, rest.begin, rest.end) >= rest.end) return {};  // 还将在甲、乙等地再开
    if (rest.size() < 6) continue;
    if (split && s_.head(s_.at(hit.span), Role::together) == hit.span.size() && is_generic(s_.at(rest))) continue;  // 两项业务合计收入
    if (is_generic(s_.at(rest)) && !split) {                                                                        // 共揽收快件
      if (hit.span.begin > span.begin && verb && !opened) return cleaned({hit.span.begin, span.end});
      continue;
    }
    return core(rest);
  }
  const std::string_view words = s_.at(span);
  for (const Part part : {Part::and_so_on}) {
    std::size_t at = std::string_view::npos;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (s_.head(words.substr(i), part) > 0 && words.substr(0, i).find("\xE3\x80\x81") != std::string_view::npos)
        at = i + s_.head(words.substr(i), part);
    if (at != std::string_view::npos && at + 6 <= words.size()) return cleaned({span.begin + static_cast<std::uint32_t>(at), span.end});
  }
  if (span.size() > kLong) {
    for (auto hits = s_.hits.between(span.begin, span.end); !hits.empty(); hits = hits.first(hits.size() - 1)) {
      const WordHit& hit = hits.back();
      if (!hit.is(Role::of)) continue;
      const auto number = std::lower_bound(s_.read.quantities.begin(), s_.read.quantities.end(), span.begin,
                                           [](const Quantity& x, std::uint32_t p) { return x.span.begin < p; });
      if (number != s_.read.quantities.end() && number->span.begin < hit.span.begin) break;  // 注册资本在1000万元以上的企业
      const Span rest = cleaned({hit.span.end, span.end});
      if (rest.size() >= 12 && !is_generic(s_.at(rest))) return rest;
      break;
    }
  }
  return span;
}

// Verbs that are never nouns: 完成, 建成.
bool ThingPhrases::is_bare_verb(const WordHit& hit) const { return hit.is(Role::strong_verb) && !hit.is(Role::obtain); }

// A bracket is open behind the words.
bool ThingPhrases::is_bracketed(Span before) const {
  int depth = 0;
  for (const char c : s_.at(before)) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
  return depth > 0;
}

bool ThingPhrases::is_generic(std::string_view words) const {
  if (words.empty()) return false;
  while (!words.empty()) {
    const std::size_t n = std::max(s_.head(words, Part::aspect), s_.head(words, Part::modifier));
    if (n == 0) return false;
    words.remove_prefix(n);
  }
  return true;
}

bool ThingPhrases::is_pronoun(std::string_view words) const {
  const std::size_t n = s_.head(words, Part::pronoun);
  return n > 0 && (n == words.size() || is_generic(words.substr(n)));
}

std::string ThingPhrases::stem_of(std::string_view words) const {
  const auto drop = [&](Part part) {
    const std::size_t n = s_.tail(words, part);
    words.remove_suffix(n);
    return n > 0;
  };
  if (const std::string_view whose = having(words); whose.size() < words.size()) return std::string(whose);
  drop(Part::aspect);
  while (!words.empty() && (drop(Part::modifier) || drop(Part::trim_back))) {}
  // 邮政企业揽收包裹: what was done with them.
  if (const std::size_t n = s_.tail(words, Role::obtain);
      n > 0 && n < words.size() && s_.tail(words, Part::aspect) == n && !words.substr(0, words.size() - n).ends_with("\xE3\x80\x81"))
    words.remove_suffix(n);
  // 园区 of 园区入驻企业: a verb without its object.
  if (const std::size_t n = s_.tail(words, Role::strong_verb); n >= 6 && n + 6 <= words.size() && s_.tail(words, Role::obtain) == n &&
                                                               s_.tail(words, Part::aspect) == 0 &&
                                                               !words.substr(0, words.size() - n).ends_with("\xE3\x80\x81"))
    words.remove_suffix(n);
  if (const std::size_t n = s_.tail(words, Role::fresh); n == words.size()) return {};  // 净增门店
  // 日均快递业务: how another number of it was reckoned.
  for (std::size_t n = s_.head(words, Part::modifier); n > 3 && n < words.size(); n = s_.head(words, Part::modifier))
    words.remove_prefix(n);
  const bool verb = !words.empty() && s_.head(words, Role::obtain) == words.size() &&
                    s_.head(words, Role::strong_verb) == words.size();                                       // 开设 of 开设门店
  return verb || is_generic(words) || words.ends_with("\xE3\x80\x81") ? std::string() : std::string(words);  // 工资、补贴
}

// 增加值 of 增加值占GDP比重: what has the share; other words as they are.
std::string_view ThingPhrases::having(std::string_view words) const {
  if (s_.tail(words, Part::share_noun) > 0)
    for (std::size_t at = 6; at + 6 < words.size(); ++at)
      if ((static_cast<unsigned char>(words[at]) & 0xC0) != 0x80 && s_.head(words.substr(at), Role::share) > 0 &&
          s_.head(words.substr(at), Part::aspect) == 0)
        return words.substr(0, at);
  return words;
}

std::string_view ThingPhrases::aspect_of(std::string_view words) const {
  std::string_view rest = words;
  for (std::size_t n = 1; n > 0 && !rest.empty();) {
    n = std::max(s_.tail(rest, Part::aspect), s_.tail(rest, Part::modifier));
    rest.remove_suffix(n);
  }
  return words.substr(rest.size());
}

bool ThingPhrases::only_modifiers(std::string_view words) const {
  while (!words.empty()) {
    const std::size_t n = s_.head(words, Part::modifier);
    if (n == 0) return false;
    words.remove_prefix(n);
  }
  return true;
}

// As what is spoken of it will not do: 增势最强的是甲, 各市中, 分地市看.
bool ThingPhrases::is_no_subject(Span span) const {
  const std::string_view words = s_.at(span);
  return ends_in(span, Part::aim) || holds(span, Part::superlative) || begins_with(span, Part::verbs_said) || is_whole(span) ||
         is_pronoun(words) || s_.tail(words, Part::looking) > 0;
}

bool ThingPhrases::is_whole(Span span) const { return ends_in(span, Part::in); }

// Not as the end of another word: 顺差, 初中.
bool ThingPhrases::ends_in(Span span, Part part) const {
  const std::size_t n = s_.tail(s_.at(span), part);
  return n > 0 && s_.stands_alone({span.end - static_cast<std::uint32_t>(n), span.end});
}

// Not as the beginning of another word: 都市圈.
bool ThingPhrases::begins_with(Span span, Part part) const {
  const std::size_t n = s_.head(s_.at(span), part);
  return n > 0 && s_.stands_alone({span.begin, span.begin + static_cast<std::uint32_t>(n)});
}

bool ThingPhrases::holds(Span span, Part part) const {
  for (std::uint32_t i = span.begin; i < span.end; ++i)
    if (s_.begins[i] && s_.head(s_.at({i, span.end}), part) > 0) return true;
  return false;
}

}  // namespace fengbiao
