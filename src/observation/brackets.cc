// Numbers in brackets: 甲(85%)、乙(62%), 5亿元(折合7000万美元).
#include <algorithm>

#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLong = 42;        // bytes between a number and the one that converts it
constexpr std::uint32_t kMostBytes = 120;  // of the words for a thing

}  // namespace

std::uint32_t Measuring::outer(std::uint32_t q) const {
  const Clause& clause = *s_.clause_of(q);
  if (clause.inside == kNoClause) return kNoClause;
  std::uint32_t open = clause.span.begin;
  while (open > 0 && s_.folded[open] != '(') --open;
  for (std::uint32_t i = q; i-- > 0;) {
    if (s_.quantity(i).span.end > open) continue;
    if (!s_.counts[i] || s_.read.holdings[i].clause != clause.inside) return kNoClause;
    const Span between = trim(s_.folded, {s_.end(i), open});
    // 9600万美元C轮融资（约合6.7亿元）
    const bool converted = s_.quantity(i).kind == UnitKind::money && s_.quantity(q).kind == UnitKind::money &&
                           s_.quantity(i).unit != s_.quantity(q).unit && between.size() <= kLong;
    return between.empty() || converted ? i : kNoClause;
  }
  return kNoClause;
}

Span Measuring::bracket_item(std::uint32_t q) const {
  const Clause& clause = *s_.clause_of(q);
  if (clause.inside == kNoClause) return {};
  std::uint32_t open = clause.span.begin;
  while (open > 0 && s_.folded[open] != '(') --open;
  const Span whole = s_.read.clauses[clause.inside].span;
  std::uint32_t from = whole.begin;
  if (const std::size_t close = s_.folded.rfind(')', open); close != std::string_view::npos && close >= from && close < open)
    from = static_cast<std::uint32_t>(close) + 1;
  for (const WordHit& hit : s_.hits.between(from, open))
    if (s_.head(s_.at(hit.span), Part::pause) == hit.span.size()) from = hit.span.end;
  Span item = cleaned({from, open});
  if (const std::size_t n = s_.head(s_.at(item), Role::link); n > 0 && n < item.size())
    item.begin += static_cast<std::uint32_t>(n);  // 和美国(46%)
  for (;;) {
    const WordHit* hit = s_.hits.beginning_at(item.begin);
    const bool beats = hit && (s_.head(s_.at(hit->span), Part::above) == hit->span.size() ||  // 超过上海(13%)
                               s_.head(s_.at(hit->span), Part::than) == hit->span.size());
    if (!hit || !(hit->is(Role::lead) || hit->is(Role::origin) || hit->is(Role::preposition) || beats) || hit->span.end >= item.end) break;
    item.begin = hit->span.end;
  }
  item = cleaned(item);
  // 收入居前五位的北京(增长6%): the name alone.
  for (const WordHit& hit : s_.hits.between(item.begin, item.end)) {
    const Span name{hit.span.end, item.end};
    const std::string_view ahead = s_.at({item.begin, hit.span.begin});
    if (hit.is(Role::of) && hit.span.begin > item.begin && is_name_or_time(s_, name) &&
        std::max(s_.tail(ahead, Part::leading), s_.tail(ahead, Part::kind_of_place)) > 0)
      return name;
  }
  // Of a longer phrase the end behind 是 or 为: 常买的是小家电(22%)
  for (const WordHit& hit : s_.hits.between(item.begin, item.end))
    if (hit.is(Role::level) && hit.span.begin > item.begin && s_.head(s_.at(hit.span), Part::be) == hit.span.size() &&
        hit.span.end + 3 <= item.end)
      item.begin = hit.span.end;
  return cleaned(item);
}

// 英国(25%)、美国(46%)是…: what is said of all of them, behind the last brackets; of the clause before where nothing stands there.
Span Measuring::said_of_items(std::uint32_t q) const {
  const Clause& clause = *s_.clause_of(q);
  const Span whole = s_.read.clauses[clause.inside].span;
  const std::size_t close = s_.at(whole).rfind(')');
  if (close == std::string_view::npos) return {};
  Span rest = cleaned({whole.begin + static_cast<std::uint32_t>(close) + 1, whole.end});
  if (const std::size_t n = s_.head(s_.at(rest), Part::be); n > 0) rest = cleaned({rest.begin + static_cast<std::uint32_t>(n), rest.end});
  const auto ranked = std::lower_bound(s_.read.quantities.begin(), s_.read.quantities.end(), rest.begin,
                                       [](const Quantity& x, std::uint32_t p) { return x.span.begin < p; });
  if (ranked != s_.read.quantities.end() && ranked + 1 != s_.read.quantities.end() && (ranked + 1)->span.end <= rest.end &&
      ranked->kind == UnitKind::rank && (ranked + 1)->kind == UnitKind::rank)
    return {};  // 和丙分居第1、第2位
  // 共完成80亿元: what they come to together.
  if (ranked != s_.read.quantities.end() && ranked->span.end <= rest.end && s_.hits.in({rest.begin, ranked->span.begin}, Role::together))
    return {};
  // 被乙(5亿次)以微弱优势反超: what was done to somebody else.
  if (const WordHit* by = s_.hits.ending_at(bracket_item(q).begin); by && s_.head(s_.at(by->span), Part::passive) == by->span.size())
    return {};
  return rest.size() < 6 || rest.size() > kMostBytes || s_.head(s_.at(rest), Part::verbs_said) > 0 ? Span{} : rest;
}

// 业务量居前的是中通(22.1亿件)、圆通(…): what is said of all of them before the first, without 居前的是.
Span Measuring::said_before_items(std::uint32_t q) const {
  const Span whole = s_.read.clauses[s_.clause_of(q)->inside].span;
  const std::size_t open = s_.at(whole).find('(');
  if (open == std::string_view::npos) return {};
  const std::uint32_t first = whole.begin + static_cast<std::uint32_t>(open);
  std::uint32_t end = 0;
  for (const WordHit& hit : s_.hits.between(whole.begin, first))
    if ((s_.head(s_.at(hit.span), Part::be) == hit.span.size() || hit.is(Role::spread)) && hit.span.begin > whole.begin &&
        !hit.is(Role::origin))
      end = hit.span.begin;
    else if (hit.is(Role::of) && hit.span.end + 6 <= first && hit.span.begin > whole.begin && is_name_or_time(s_, {hit.span.end, first}))
      end = hit.span.begin;  // 收入居前五位的北京
  if (end == 0) return {};
  Span said = cleaned({lead_in(s_, whole.begin, end), end});
  for (std::size_t n = 1; n > 0 && !said.empty();) {
    n = std::max({s_.tail(s_.at(said), Part::leading), s_.tail(s_.at(said), Part::kind_of_place), s_.tail(s_.at(said), Role::up)});
    if (n == said.size()) return {};
    said = cleaned({said.begin, said.end - static_cast<std::uint32_t>(n)});
  }
  return said.size() < 6 || said.size() > kMostBytes ? Span{} : said;
}

bool Measuring::list_of_growth(std::uint32_t q) const {
  if (s_.clause_of(q)->inside == kNoClause) return false;
  const Span said = said_before_items(q);
  if (said.empty()) return false;
  const Span whole = s_.read.clauses[s_.clause_of(q)->inside].span;
  const std::size_t open = s_.at(whole).find('(');
  return s_.hits.in({said.end, whole.begin + static_cast<std::uint32_t>(open)}, Role::up) != nullptr;
}

// A list of shares in brackets, or what is said of the number before the brackets.
Measured Measuring::in_brackets(std::uint32_t q, const Frame&) {
  Measured m;
  if (const std::uint32_t before = outer(q); before != kNoClause && !told_[before].empty()) {
    m.words = told_[before];
    m.from = before;
    m.rule = "as the number before the brackets";
    return m;
  }
  const Span item = bracket_item(q);
  if (item.empty() || item.size() > kMostBytes) {
    // 另有近四成(39.7%)受访者担心质量: the share in words has nothing of its own before the brackets.
    const Span behind = s_.clause_of(q)->inside == kNoClause ? Span{} : said_of_items(q);
    if (item.empty() && q > 0 && s_.quantity(q - 1).number.fraction && !s_.counts[q - 1] && !behind.empty()) {
      m.words = printed(behind);
      m.span = behind;
      m.rule = "those of whom it is a share, behind the brackets";
    }
    return m;
  }
  m.span = item;
  m.rule = "the thing before the brackets";
  // 送货8万单，占全国的近半壁江山（48%）
  if (s_.head(s_.at(item), Role::share) > 0 && s_.head(s_.at(item), Role::share) < item.size())
    if (const Base base = spoken_of(q); base.near && base.from != kNoClause) {
      m.words = base.words + printed(item);
      m.from = base.from;
      m.carried = true;
      return m;
    }
  const std::uint32_t inside = s_.clause_of(q)->inside;
  Span said = said_of_items(q);
  bool before = false;
  if (said.empty()) {
    said = said_before_items(q);
    before = !said.empty();
  }
  if (said.empty() && s_.read.clauses[inside].sentence == said_in_ && last_said_.size() > 0) said = last_said_;
  else last_said_ = said, said_in_ = s_.read.clauses[inside].sentence;
  const auto ended = std::lower_bound(s_.read.quantities.begin(), s_.read.quantities.end(), item.end,
                                      [](const Quantity& x, std::uint32_t p) { return x.span.end < p; });
  const bool counted = ended != s_.read.quantities.end() && ended->number.fraction && ended->span.end == item.end;
  if (before && is_name_or_time(s_, item)) {
    m.words = printed(said);
    m.span = said;
    m.rule = "what is said of the items before them";
    return m;
  }
  // 大学生占近半数(46%): as the share in words before the brackets.
  if (said.empty())
    for (std::uint32_t i = q; i-- > 0 && s_.quantity(i).span.end >= item.begin;)
      if (s_.quantity(i).number.fraction && s_.quantity(i).span.end == item.end && s_.read.holdings[i].clause == inside) {
        const Frame f = read_frame(s_, i);
        if (!cleaned(f.left).empty()) return of_share(i, f, {});
      }
  if (said.empty() && is_name_or_time(s_, item)) return carried(q, "a list of names: what was spoken of before");
  m.words = counted && !said.empty() ? printed(said) : said.empty() ? printed(item) : printed(said) + printed(item);
  return m;
}
}  // namespace fengbiao
