// What is taken over from what was told before, changed by what the clause says itself.
//
//   来自中国的比重突破三成，美国从四成滑落到三成五   ->   来自美国的比重
//
// Tested by the text cases of tests/cases/records.
#include <algorithm>

#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kNumbersBack = 16;
constexpr std::uint32_t kUnit = 9;      // 每单, 每平米
constexpr std::uint32_t kLongest = 48;  // bytes: sixteen characters

}  // namespace

// 药品 of 一向坚挺的药品: without what is said of how it does.
Span Measuring::undescribed(Span span) const {
  for (const WordHit& of : s_.hits.between(span.begin + 3, span.end)) {
    if (!of.is(Role::of) || of.span.end + 6 > span.end) continue;
    const WordHit* said = s_.hits.ending_at(of.span.begin);
    const bool how = said && said->is(Role::verb_behind) && said->span.size() >= 6 && !said->is(Role::up) && !said->is(Role::down) &&
                     !said->is(Role::strong_verb);
    return how && said->span.begin >= span.begin ? Span{of.span.end, span.end} : span;
  }
  return span;
}

// 中欧班列开行 of 中欧班列上半年开行: when is no part of it.
std::string Measuring::without_time(Span span) const {
  const auto t = std::lower_bound(s_.read.times.begin(), s_.read.times.end(), span.begin + 1,
                                  [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
  if (t == s_.read.times.end() || t->time.span.end >= span.end || t->time.kind == TimeKind::duration || t->time.kind == TimeKind::set ||
      t->use == TimeUse::named || t->use == TimeUse::base || s_.hits.beginning_at(t->time.span.end) == nullptr)
    return printed(span);
  const WordHit* verb = s_.hits.beginning_at(t->time.span.end);
  if (!verb->is(Role::obtain) && !verb->is(Role::strong_verb)) return printed(span);
  return printed({span.begin, t->time.span.begin}) + printed({t->time.span.end, span.end});
}

// What names the thing by itself: what is done with money, or 平均每单60元, 每单平均60元, 平均每个岗位收到简历5份, where the clause begins
// with that by which it is reckoned and nothing in this unit was told before; else empty.
Measured Measuring::told_in_full(std::uint32_t q, const Frame& f) const {
  Measured m;
  if (m.words = done_with(q, f); !m.words.empty()) {
    m.span = cleaned(f.left);
    m.rule = "what is done with the money";
    return m;
  }
  // 场均300万元: of the last amount in this unit.
  const Span mean{lead_in(s_, f.own.begin, s_.begin(q)), s_.begin(q)};
  if (f.first && !mean.empty() && s_.head(s_.at(mean), Part::averaged) == mean.size()) {
    const std::uint32_t like = told_in_unit(q);
    m.words = printed(mean) + (like == kNoClause ? std::string() : told_[like]);
    m.span = mean;
    m.from = like;
    m.carried = like != kNoClause;
    m.rule = "an average of what was spoken of before";
    return m;
  }
  const UnitKind kind = s_.quantity(q).kind;
  if (!f.first || (kind != UnitKind::money && kind != UnitKind::counter) || f.grown != 0 || told_in_unit(q) != kNoClause) return m;
  Span span{lead_in(s_, f.own.begin, s_.begin(q)), s_.begin(q)};
  const auto average = [&](Span at) { return s_.head(s_.at(at), Part::modifier) == at.size(); };
  for (const WordHit* hit = s_.hits.ending_at(span.end);
       hit && hit->span.begin > span.begin && (hit->is(Role::level) || hit->is(Role::adverb)) && !average(hit->span);
       hit = s_.hits.ending_at(span.end))
    span.end = hit->span.begin;
  span = trim(s_.folded, span);
  const std::string_view words = s_.at(span);
  if (words.size() < 6 || words.size() > kLongest || s_.hits.in(span, Role::of)) return m;
  std::size_t front = s_.head(words, Part::modifier);
  if (s_.head(words, Part::each) == 0) {
    if (front == 0 || s_.head(words.substr(front), Part::each) == 0) return m;
  } else {
    front = 0;
    const std::size_t average_of = s_.tail(words, Part::modifier);  // 每单平均, but 每单运费平均
    if (average_of == 0 || words.size() - average_of > kUnit) return m;
  }
  if (!aspect_of(words).empty() && s_.tail(words, Part::modifier) == 0) return m;
  m.words = printed(span);
  m.span = span;
  m.rule = "reckoned by each of something";
  return m;
}

// 收入 of 与甲合资的乙收入: what stands behind a firm and what it is like.
Span Measuring::behind_described_name(Span span) const {
  const auto& names = s_.read.names;
  for (auto n =
           std::lower_bound(names.begin(), names.end(), span.begin + 1, [](const Name&x, std::uint32_t p) { return x.span.begin < p; });
       n != names.end() && n->span.end < span.end; ++n)
    if (n->kind == NameKind::company || n->kind == NameKind::platform)
      if (const WordHit* of = s_.hits.ending_at(n->span.begin); of && of->is(Role::of)) return cleaned({n->span.end, span.end});
  return span;
}

// 晚8点到次日凌晨2点的 before 订单: when in the day is a part of the thing; else empty.
std::string Measuring::hours_before(Span thing) const {
  const WordHit* of = s_.hits.ending_at(thing.begin);
  const std::uint32_t end = of && of->is(Role::of) ? of->span.begin : thing.begin;  // 晚8点后的订单
  if (thing.empty()) return {};
  const auto& times = s_.read.times;
  const auto t =
      std::lower_bound(times.begin(), times.end(), end, [](const TimeInText& x, std::uint32_t p) { return x.time.span.end < p; });
  const bool hours = t != times.end() && t->time.span.end == end && t->resolved.value.starts_with('T');
  return hours ? printed({t->time.span.begin, thing.begin}) : std::string();
}

// 消费券投放 of 消费券已投放1亿元: what becomes of the money that is told of, where nothing is counted behind; else empty.
std::string Measuring::done_with(std::uint32_t q, const Frame& f) const {
  if (s_.quantity(q).kind != UnitKind::money || !f.first || f.grown != 0) return {};
  const WordHit* verb = s_.hits.ending_at(f.left.end);
  if (!verb || !verb->is(Role::obtain) || !verb->is(Role::strong_verb) || verb->is(Role::possess) || verb->span.begin <= f.left.begin)
    return {};
  std::uint32_t end = verb->span.begin;
  for (const WordHit* hit = s_.hits.ending_at(end);
       hit && hit->span.begin > f.left.begin && (hit->is(Role::splitter) || hit->is(Role::adverb)); hit = s_.hits.ending_at(end))
    end = hit->span.begin;
  if (end == verb->span.begin) return {};
  const Span what = cleaned({lead_in(s_, f.left.begin, end), end});
  if (what.size() < 9 || what.size() > 2 * kLongest || is_generic(s_.at(what)) || is_name_or_time(s_, what) || ends_in_name(what) ||
      is_no_subject(what) || s_.tail(s_.at(what), Part::speaker) > 0)
    return {};
  for (const WordHit& hit : s_.hits.between(what.begin, what.end))
    if (hit.is(Role::strong_verb) || hit.is(Role::preposition)) return {};
  return printed(what) + printed(verb->span);
}

// 服装 of 服装以9%的份额排在首位: what it is that has so much of what stands behind the number; else empty.
std::string Measuring::ranked_by(std::uint32_t q, const Frame& f, Span right) const {
  const WordHit* by = s_.hits.ending_at(s_.begin(q));
  const Span left = cleaned(f.left);
  if (!f.of || !f.first || !by || !by->is(Role::preposition) || !by->is(Role::possess) || !is_generic(s_.at(right)) || left.size() < 6 ||
      left.size() > kLongest || is_name_or_time(s_, left) || ends_in_name(left) || !aspect_of(s_.at(left)).empty() || is_no_subject(left))
    return {};
  return printed(left);
}

// 茶叶 of 茶叶排名前三: without the rank that is said of all the items.
Span Measuring::unranked(Span span) const {
  for (const WordHit& hit : s_.hits.between(span.begin + std::min(span.size(), 6U), span.end))
    if (hit.span.size() >= 6 && (hit.is(Role::label) || (hit.is(Role::rank) && s_.head(s_.at({hit.span.end, span.end}), Role::label) > 0)))
      return {span.begin, hit.span.begin};
  return span;
}

bool Measuring::share_said_before(std::uint32_t q) const {
  const std::uint32_t c = s_.read.holdings[q].clause;
  if (c == 0 || s_.read.clauses[c - 1].quantities > 0 || s_.read.clauses[c - 1].sentence != s_.read.clauses[c].sentence) return false;
  return s_.hits.in(s_.read.clauses[c - 1].span, Role::share) != nullptr;
}

// 来自美国的比重 of 美国从四成降到三成, behind 来自中国的比重: the place that the clause begins with is where the things come from; else
// empty.
std::string Measuring::of_other_origin(std::uint32_t q, std::string_view words) const {
  const std::size_t origin = s_.head(words, Role::origin);
  if (origin == 0 || origin >= words.size()) return {};
  const std::uint32_t from = s_.clause_of(q)->span.begin;
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), from, [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
  if (n == names.end() || n->span.begin != from || n->kind != NameKind::place || n->span.end > s_.begin(q)) return {};
  for (std::size_t at = origin + 3; at < words.size(); ++at)
    if (s_.head(words.substr(at), Role::of) > 0)
      return std::string(words.substr(0, origin)) + printed(n->span) + std::string(words.substr(at));
  return {};
}

// 年内再开10家 behind 门店总数300家: more of what stands there.
Measured Measuring::more_of_them(std::uint32_t q, const Frame& f) const {
  Measured m;
  for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen) {
    if (!s_.counts[i] || s_.quantity(i).unit != s_.quantity(q).unit || s_.quantity(i).span.begin < s_.text.title_end()) continue;
    std::string_view stock = told_[i];
    if (stock.empty() || s_.tail(stock, Part::stock) != stock.size()) continue;
    for (std::size_t n = s_.tail(stock, Part::bare); n > 0 && n + 6 <= stock.size(); n = s_.tail(stock, Part::bare)) stock.remove_suffix(n);
    for (const WordHit& hit : s_.hits.between(f.own.begin, s_.begin(q)))
      if (hit.is(Role::fresh)) m.words = printed(hit.span);
    m.words += stock;
    m.from = i;
    m.carried = true;
    m.rule = "more of what stood there before";
    break;
  }
  return m;
}

bool Measuring::is_amount(std::uint32_t q) const {
  const Quantity& x = s_.quantity(q);
  return (x.kind == UnitKind::money || x.kind == UnitKind::counter || x.kind == UnitKind::none) &&
         x.rule != "span of time that is measured";
}

// 业务量 of 业务量合计占全国; other words as they are.
std::string Measuring::amount_of(std::string_view words) const {
  for (std::size_t at = 6; at + 3 < words.size(); ++at) {
    if ((static_cast<unsigned char>(words[at]) & 0xC0) == 0x80 || s_.head(words.substr(at), Role::share) == 0 ||
        s_.head(words.substr(at), Part::aspect) > 0)
      continue;
    words = words.substr(0, at);
    const std::size_t n = s_.tail(words, Role::together);
    if (n + 6 <= words.size()) words.remove_suffix(n);
    break;
  }
  return std::string(words);
}

// 用户规模占网民整体: what was told before it, and of what it is a share.
bool Measuring::tells_share(std::uint32_t q) const {
  const std::uint32_t like = s_.quantity(q).kind == UnitKind::percent && q > 0 ? q - 1 : kNoClause;
  return like != kNoClause && s_.counts[like] && level_[like] && !told_[like].empty() && told_[q].size() > told_[like].size() &&
         told_[q].starts_with(told_[like]) && s_.head(std::string_view(told_[q]).substr(told_[like].size()), Role::share) > 0;
}

// 用户投诉: two nouns, the first of which tells whose or of what.
bool Measuring::is_compound(std::string_view words) const {
  const std::size_t n = s_.head(words, Part::aspect);
  return n >= 6 && n + 6 <= words.size() && s_.head(words.substr(n), Part::aspect) + n == words.size() && s_.head(words, Part::people) == n;
}

}  // namespace fengbiao
