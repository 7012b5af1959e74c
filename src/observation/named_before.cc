// What a number is told of by words that stand further before it: what somebody takes part in, what is told of places counted, a name in
// quotes, what those counted are, whose doing it is; and the last time its own words stood with a thing before them.
#include <algorithm>

#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostBytes = 120;  // of the words for a thing
constexpr std::uint32_t kNumbersBack = 16;
constexpr std::uint32_t kPart = 15;         // of the name of a part that stands alone
constexpr std::uint32_t kBytesBack = 9000;  // three thousand characters
constexpr std::uint32_t kName = 45;         // of a name in quotes

}  // namespace

// “小时达”业务成交额增长65%，参与门店30万家: in what they take part; empty where no such word stands before them.
std::string Measuring::taking_part(std::uint32_t q, Span thing) const {
  if (s_.quantity(q).kind != UnitKind::counter || thing.size() > kPart) return {};
  const WordHit* before = s_.hits.ending_at(thing.begin);
  std::size_t verb = s_.head(s_.at(thing), Part::joins);
  if (verb == thing.size()) return {};
  Span whole = thing;
  if (verb == 0) {
    if (!before || s_.head(s_.at(before->span), Part::joins) != before->span.size()) return {};
    whole.begin = before->span.begin;
  }
  std::uint32_t first = kNoClause;
  for (std::uint32_t i = q, seen = 0;
       i-- > 0 && seen < kNumbersBack && s_.clause_of(i) && s_.clause_of(i)->sentence == s_.clause_of(q)->sentence; ++seen)
    if (s_.counts[i] && !told_[i].empty()) first = i;
  if (first == kNoClause) return {};
  const std::string stem = stem_of(told_[first]);
  return stem.empty() || stem.size() > kMostBytes / 2 || stem.ends_with(s_.at(whole)) || stem.find("\xE3\x80\x81") != stem.npos
             ? std::string()
             : stem + printed(whole);
}

// 数字人民币26个试点地区开立钱包5亿个: of what was named before the places were counted; empty where nothing was.
std::string Measuring::had_by_those_counted(std::uint32_t q, const Frame& f, Span thing) const {
  const std::uint32_t places = s_.before_in_clause(q);
  if (places == kNoClause || s_.before_in_clause(places) != kNoClause || s_.quantity(places).kind != UnitKind::counter ||
      s_.tail(told_[places], Part::scope) == 0)
    return {};
  const Span right = trim(s_.folded, {s_.end(places), thing.begin});
  if (f.own.begin != s_.end(places) || right.empty()) return {};
  const Span topic = cleaned({lead_in(s_, s_.clause_of(q)->span.begin, s_.begin(places)), s_.begin(places)});
  if (topic.size() < 6 || topic.size() > kMostBytes / 2 || is_generic(s_.at(topic)) || is_name_or_time(s_, topic) || ends_in_name(topic) ||
      is_no_subject(topic) || s_.head(s_.at(topic), Part::speaker) > 0)
    return {};
  for (const WordHit& hit : s_.hits.between(topic.begin, topic.end))
    if (hit.is(Role::strong_verb) || hit.is(Role::spread) || hit.is(Role::preposition) || hit.is(Role::obtain)) return {};
  return printed(topic) + printed(thing);
}

// “跨境电商+产业带”样板 of 样板: the last time the word stood behind a name in quotes; empty where it never did.
std::string Measuring::quoted_before(std::uint32_t q, std::string_view words) const {
  std::size_t at = s_.clause_of(q)->span.begin;
  const std::size_t reach = std::max<std::size_t>(at - std::min<std::size_t>(at, kBytesBack), s_.text.title_end());
  const std::string_view near = s_.folded.substr(0, at);
  for (int tries = 0; tries < 4 && at > reach; ++tries) {
    at = near.rfind(words, at - 1);
    if (at == std::string_view::npos || at <= reach) return {};
    if (near[at - 1] != '"') continue;
    const std::size_t open = near.rfind('"', at - 2);
    if (open == std::string_view::npos || open < reach || at - open > kName) return {};
    return s_.text.words({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(at + words.size())});
  }
  return {};
}

// 新款“芙万”，首日售出3万台: the name in quotes that the clause right before ends in; empty where it does not.
std::string Measuring::name_in_quotes_before(std::uint32_t q) const {
  const std::uint32_t c = s_.read.holdings[q].clause;
  if (c == 0 || s_.before_in_clause(q) != kNoClause) return {};
  const Clause& clause = s_.read.clauses[c - 1];
  if (clause.sentence != s_.read.clauses[c].sentence || clause.inside != kNoClause) return {};
  for (std::uint32_t i = clause.first_quantity; i < clause.first_quantity + clause.quantities; ++i)
    if (s_.counts[i]) return {};
  const Span span = trim(s_.folded, clause.span);
  if (span.size() < 8 || s_.folded[span.end - 1] != '"') return {};
  const std::size_t open = s_.folded.rfind('"', span.end - 2);
  if (open == std::string_view::npos || open < span.begin || span.end - open > kName) return {};
  return s_.text.words({static_cast<std::uint32_t>(open), span.end});
}

// 6万个品牌为首次参展: what those counted are, where nothing else is told of them.
std::string Measuring::what_they_are(std::uint32_t q, Span thing) const {
  const Span rest = trim(s_.folded, {thing.end, s_.clause_of(q)->span.end});
  const std::size_t be = s_.head(s_.at(rest), Part::be);
  if (be == 0 || s_.quantity(q).kind != UnitKind::counter || s_.behind_in_clause(q) != kNoClause || thing.size() > kPart) return {};
  const Span said = cleaned({rest.begin + static_cast<std::uint32_t>(be), rest.end});
  if (said.size() < 6 || said.size() > kName || is_name_or_time(s_, said)) return {};
  const std::string words = printed(said), own = printed(thing);
  return words.ends_with(own) ? words : words + own;
}

// 无人机 of 无人机飞行4万架次，送货8万单: who did what was counted before does this too.
std::string Measuring::same_doer(std::uint32_t q, const Frame& f, Span verb) const {
  if (!f.first || verb.size() != 6 || s_.quantity(q).kind != UnitKind::counter || is_generic(s_.at(verb)) ||
      lead_in(s_, s_.clause_of(q)->span.begin, verb.end) != verb.begin)
    return {};
  const std::uint32_t c = s_.read.holdings[q].clause;
  const Base base = spoken_of(q);
  if (c == 0 || !base.near || base.from == kNoClause || s_.read.holdings[base.from].clause + 1 != c || !level_[base.from]) return {};
  return doer_of(base.words);
}

std::string Measuring::used_before(std::uint32_t q, std::string_view words) const {
  std::size_t at = s_.clause_of(q)->span.begin;
  const std::size_t reach = at - std::min<std::size_t>(at, kBytesBack);
  const std::string_view near = s_.folded.substr(0, at);
  for (int tries = 0; tries < 4 && at > reach; ++tries) {
    at = near.substr(reach).rfind(words, at - 1 - reach);
    if (at != std::string_view::npos) at += reach;
    if (at == std::string_view::npos || at < s_.text.title_end()) break;
    const auto place = static_cast<std::uint32_t>(at), end = place + static_cast<std::uint32_t>(words.size());
    auto c = std::upper_bound(s_.read.clauses.begin(), s_.read.clauses.end(), place,
                              [](std::uint32_t p, const Clause& x) { return p < x.span.begin; });
    if (c == s_.read.clauses.begin()) break;
    --c;
    std::uint32_t from = c->span.begin;
    for (std::uint32_t i = c->first_quantity; i < c->first_quantity + c->quantities; ++i)
      if (s_.counts[i] && s_.end(i) <= place) from = std::max(from, s_.end(i));
    if (!s_.stands_alone({place, end})) continue;  // 出口 in 进出口
    const Span whole = core({lead_in(s_, from, end), end});
    const auto inside = s_.hits.between(whole.begin, whole.end);  // 茶具一类就占农产品网络零售额的5%
    if (std::any_of(inside.begin(), inside.end(), [](const WordHit& hit) { return hit.is(Role::share); })) continue;
    if (s_.at(whole).find("\xE3\x80\x81") != std::string_view::npos) continue;  // 茶叶、水果零售额占比分别为: of each
    if (whole.size() > words.size() + 3 && whole.size() <= kMostBytes && !is_generic(s_.at(whole)) && !is_pronoun(s_.at(whole)))
      return printed(whole);
  }
  return {};
}

}  // namespace fengbiao
