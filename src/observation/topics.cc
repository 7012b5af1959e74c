// What is spoken of where a number's own clause does not say: a clause without numbers, the title, a ranking that was named before.
#include <algorithm>

#include "clause/clause_walk.h"
#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostBytes = 120;   // of the words for a thing
constexpr std::uint32_t kBytesBack = 1800;  // six hundred characters
constexpr std::uint32_t kNumbersBack = 16;

}  // namespace

// 分国家看: the sentence breaks down the whole, which is what the paragraph before the number, or its own, told first in this unit.
std::uint32_t Measuring::whole_looked_at(std::uint32_t q) const {
  const auto breaks_down = [&](std::uint32_t number) {
    const Clause& first = s_.read.clauses[s_.read.sentences[s_.clause_of(number)->sentence].first_clause];
    return first.quantities == 0 && s_.head(s_.at(first.span), Part::sort) > 0 && s_.tail(s_.at(first.span), Part::looking) > 0;
  };
  if (!breaks_down(q)) return kNoClause;
  const Sentence& sentence = s_.read.sentences[s_.clause_of(q)->sentence];
  std::uint32_t whole = kNoClause, from = 0;
  for (std::uint32_t i = s_.read.clauses[sentence.first_clause].first_quantity, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen) {
    const std::uint32_t at = s_.quantity(i).span.begin;
    if (!s_.counts[i] || at < s_.text.title_end() || breaks_down(i)) continue;  // 从轮次看, …。从地域看, …
    if (from == 0) {
      const auto& paragraphs = s_.text.paragraphs();
      const auto next = std::upper_bound(paragraphs.begin(), paragraphs.end(), at);
      from = next == paragraphs.begin() ? s_.text.title_end() : *(next - 1);
    }
    if (at < from) break;
    if (level_[i] && s_.quantity(i).kind == s_.quantity(q).kind && s_.quantity(i).unit == s_.quantity(q).unit && !told_[i].empty() &&
        s_.clause_of(i)->inside == kNoClause)
      whole = i;
  }
  return whole;
}

// What a clause without numbers speaks of: from what leads in to what is said of it.
Span Measuring::subject_of(const Clause& clause) const {
  Span span = clause.span;
  if (const Span side = side_of(span); !side.empty()) return side;
  if (clause.closed_by == ClosedBy::colon && says(clause, WordUse::rest)) return {};  // 其他大港也不错：甲港3万箱
  // 按退货率排列, 以退货率从高到低排序: by what those that follow are put in order.
  if (const std::size_t by = s_.head(s_.at(span), Part::sort), order = s_.tail(s_.at(span), Part::ordered);
      by > 0 && order > 0 && by + order + 6 <= span.size()) {
    const Span measure = cleaned({span.begin + static_cast<std::uint32_t>(by), span.end - static_cast<std::uint32_t>(order)});
    if (!aspect_of(s_.at(measure)).empty() || s_.tail(s_.at(measure), Part::share_noun) > 0) return measure;
  }
  if (s_.tail(s_.at(span), Part::looking) > 0) {  // 分地市看; 净营收按国别拆分
    for (const WordHit& hit : s_.hits.between(span.begin + 6, span.end))
      if (s_.head(s_.at(hit.span), Part::sort) == hit.span.size())
        return cleaned({lead_in(s_, span.begin, hit.span.begin), hit.span.begin});
    return {};
  }
  if (const WordHit* cause = s_.hits.beginning_at(span.begin); cause && cause->is(Role::cause) && s_.stands_alone(cause->span)) return {};
  span.begin = lead_in(s_, span.begin, span.end);
  for (const WordHit& hit : s_.hits.between(clause.span.begin, span.begin))  // 西北受降雪影响
    if (hit.is(Role::cause) && s_.stands_alone(hit.span)) return {};
  // 降价最多的是电脑: the one that is picked out. Cutting into words may well take 多的是 for one.
  if (holds(span, Part::superlative))
    for (std::uint32_t at = span.begin + 6; at + 6 < span.end; ++at) {
      const std::size_t of = s_.head(s_.at({at, span.end}), Role::of);
      const std::size_t is = of > 0 ? s_.head(s_.at({at + static_cast<std::uint32_t>(of), span.end}), Part::be) : 0;
      if (is == 0) continue;
      for (std::uint32_t most = at - 1; most > span.begin + 6; --most)  // 合规率最高的是甲: of the rate
        if (s_.begins[most] && s_.head(s_.at({most, at}), Part::superlative) > 0) {
          const Span rate = cleaned({span.begin, most});
          if (s_.tail(s_.at(rate), Part::share_noun) > 0 && !is_generic(s_.at(rate))) return rate;
          break;
        }
      const Span one = cleaned({at + static_cast<std::uint32_t>(of + is), span.end});
      return one.size() < 6 || one.size() > kMostBytes / 4 || is_name_or_time(s_, one) || ends_in_name(one) ? Span{} : one;
    }
  const WordHit* first = s_.hits.beginning_at(span.begin);
  if (first && first->is(Role::no_subject) && s_.stands_alone(first->span)) return {};
  if (first && first->is(Role::verb_behind) && first->span.end == span.end) return {};  // 遥遥领先
  // 东北降得最多, 销往省外
  if (first && (first->is(Role::up) || first->is(Role::down) || first->is(Role::spread)) && !first->is(Role::fresh) &&
      s_.stands_alone(first->span))
    return {};
  // 会做直播的店员最抢手: the clause says of it that it is the most, and 的 stands nowhere behind.
  for (std::uint32_t at = span.begin + 6; at < span.end; ++at)
    if (s_.begins[at] && s_.head(s_.at({at, span.end}), Part::superlative) > 0 && s_.hits.in({at, span.end}, Role::of) == nullptr) {
      span.end = at;
      if (const std::size_t n = s_.tail(s_.at(span), Part::degree); n > 0)  // 观众看得最久: the verb too
        for (span.end -= static_cast<std::uint32_t>(n); span.end > span.begin && s_.begins[span.end] == 0;) --span.end;
      break;
    }
  // 某品牌在美妆类目的成交排名: the whole clause names a thing.
  if (const std::string_view aspect = aspect_of(s_.at(span)); !aspect.empty())
    for (const WordHit& hit : s_.hits.between(span.begin + 3, span.end))
      if (hit.is(Role::preposition) && hit.is(Role::verb_behind) && !hit.is(Role::of)) {
        const Span rest = cleaned({hit.span.end, span.end});
        const auto said = [&](const WordHit& x) {
          return x.span.end < rest.end &&
                 (x.is(Role::strong_verb) || x.is(Role::up) || x.is(Role::down) || (x.is(Role::verb_behind) && !x.is(Role::of)));
        };
        const auto inside = s_.hits.between(rest.begin, rest.end);
        if (rest.size() >= aspect.size() + 6 && rest.size() <= kMostBytes / 2 && std::none_of(inside.begin(), inside.end(), said))
          return rest;
        break;
      }
  for (const WordHit& hit : s_.hits.between(span.begin, span.end))  // 各渠道里只有短视频保持增长
    if (s_.head(s_.at(hit.span), Part::only) == hit.span.size()) span.begin = hit.span.end;
  for (const WordHit& hit : s_.hits.between(span.begin, span.end))
    if ((hit.is(Role::verb_behind) || hit.is(Role::yoy) || hit.is(Role::gain) || hit.is(Role::loss) || hit.is(Role::compare_only)) &&
        hit.span.begin > span.begin) {
      span.end = hit.span.begin;
      break;
    }
  if (const std::size_t open = s_.at(span).find('('); open != std::string_view::npos)
    span.end = span.begin + static_cast<std::uint32_t>(open);
  for (auto t = std::lower_bound(s_.read.times.begin(), s_.read.times.end(), span.begin + 1,
                                 [](const TimeInText&x, std::uint32_t p) { return x.time.span.begin < p; });
       t != s_.read.times.end() && t->time.span.begin < span.end; ++t)
    if (t->time.kind == TimeKind::duration || t->use == TimeUse::window) span.end = t->time.span.begin;  // 占比五年来一路走低
  span = cleaned(span);
  return span.size() > kMostBytes ? Span{} : span;
}

// 客单价方面: the sentence tells this of several.
Span Measuring::side_of(Span span) const {
  span.begin = lead_in(s_, span.begin, span.end);
  const std::size_t side = s_.tail(s_.at(span), Part::side);
  if (side == 0 || side >= span.size()) return {};
  span = cleaned({span.begin, span.end - static_cast<std::uint32_t>(side)});
  return span.size() <= kMostBytes && !aspect_of(s_.at(span)).empty() ? span : Span{};
}

// The thing that the title begins with, where the text calls it so too: a title is no sentence of the text. With `stem` nothing else will
// do.
Span Measuring::title_topic(bool stem) const {
  std::optional<Span>& topic = title_topic_[stem ? 1 : 0];
  if (!topic) topic = find_title_topic(stem);
  return *topic;
}
Span Measuring::find_title_topic(bool stem) const {
  Span otherwise;
  for (const Clause& clause : s_.read.clauses) {
    if (clause.span.begin >= s_.text.title_end()) break;
    Span topic = subject_of(clause);
    if (topic.size() < 6) continue;
    if (otherwise.empty()) otherwise = topic;
    const auto q = std::lower_bound(s_.read.quantities.begin(), s_.read.quantities.end(), topic.begin,
                                    [](const Quantity& x, std::uint32_t p) { return x.span.begin < p; });
    if (q != s_.read.quantities.end() && q->span.begin < topic.end) topic = cleaned({topic.begin, q->span.begin});
    if (topic.size() >= 6 && s_.folded.find(s_.at(topic), s_.text.title_end()) != s_.folded.npos) return topic;
  }
  return stem ? Span{} : otherwise;
}

bool Measuring::ends_in_name(Span span) const {
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), span.end, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
  return n != names.end() && n->span.end == span.end && n->span.begin >= span.begin;
}

bool Measuring::name_begins_at(std::uint32_t at) const {
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), at, [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
  return n != names.end() && n->span.begin == at;
}

// 订单量在巴西: where it happens is no part of the name.
Span Measuring::without_place(Span span) const {
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), span.end, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
  if (n == names.end() || n->span.end != span.end || n->span.begin <= span.begin || n->kind != NameKind::place) return span;
  const WordHit* in = s_.hits.ending_at(n->span.begin);
  return in && in->is(Role::preposition) && in->span.begin > span.begin ? cleaned({span.begin, in->span.begin}) : span;
}

// 13家企业 behind 44家企业: the last number of this unit whose thing was told by these words.
std::uint32_t Measuring::told_likewise(std::uint32_t q, std::string_view words) const {
  for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
    if (s_.counts[i] && s_.quantity(i).unit == s_.quantity(q).unit && told_[i].ends_with(words)) return i;
  return kNoClause;
}

// 公司门店数, 平台目前有员工: whoever has it is no part of the name.
Span Measuring::without_speaker(Span span) const {
  const std::size_t n = s_.head(s_.at(span), Part::speaker);
  if (n == 0 || n >= span.size()) return span;
  const Span rest{span.begin + static_cast<std::uint32_t>(n), span.end};
  const WordHit* next = s_.hits.beginning_at(rest.begin);
  const bool verb = next && (next->is(Role::lead) || next->is(Role::adverb) || next->is(Role::possess) || next->is(Role::strong_verb));
  if (!verb && s_.head(s_.at(rest), Part::company_measure) == 0) return span;
  return cleaned({lead_in(s_, rest.begin, rest.end), rest.end});
}

// 线上渠道收入 of 线上渠道实现收入: whose it is, without the verb of having; empty where nobody is told.
std::string Measuring::had_by(Span whole, Span thing) const {
  const WordHit* verb = s_.hits.ending_at(thing.begin);
  if (!verb || !verb->is(Role::possess) || !verb->is(Role::strong_verb) || verb->span.begin <= whole.begin) return {};
  if (!is_generic(s_.at(thing)) || s_.head(s_.at(thing), Part::company_measure) > 0) return {};
  const Span who = cleaned({whole.begin, verb->span.begin});
  if (who.size() < 6 || who.size() > kMostBytes / 2 || is_no_subject(who) || is_generic(s_.at(who)) || is_name_or_time(s_, who) ||
      ends_in_name(who) || s_.head(s_.at(who), Part::speaker) > 0 || s_.head(s_.at(who), Part::after_name) == who.size())
    return {};
  for (const WordHit& hit : s_.hits.between(who.begin, who.end))
    if (hit.is(Role::strong_verb) || hit.is(Role::preposition)) return {};
  return printed(who) + printed(thing);
}

// 商品 of 吃类、穿类和用类商品: what the items before the last leave out, where all end alike; empty otherwise.
std::string Measuring::head_left_out(Span item, Span last) const {
  if (item.size() < 6 || last.size() < 9) return {};
  const std::string_view sort = s_.at({item.end - 3, item.end}), whole = s_.at(last);
  const std::size_t at = whole.find(sort);
  if (at == std::string_view::npos || at == 0 || at + 9 > whole.size() || at + 3 > item.size()) return {};
  return printed({last.begin + static_cast<std::uint32_t>(at) + 3, last.end});
}

// 社区便利店，零售额增长5%: the clause before is nothing but the name of a thing; empty otherwise.
Span Measuring::topic_before(std::uint32_t q) const {
  const std::uint32_t c = s_.read.holdings[q].clause;
  if (c == 0 || s_.before_in_clause(q) != kNoClause) return {};
  const Clause& clause = s_.read.clauses[c - 1];
  if (clause.sentence != s_.read.clauses[c].sentence || clause.inside != kNoClause || clause.closed_by == ClosedBy::semicolon) return {};
  // 均价在2000元以下的机型，销量份额
  if (clause.quantities == 1 && !s_.counts[clause.first_quantity])
    for (const WordHit& hit : s_.hits.between(s_.end(clause.first_quantity), clause.span.end))
      if (const Span thing{hit.span.end, clause.span.end};
          hit.is(Role::of) && thing.size() >= 6 && thing.size() <= 18 && !ends_in_name(thing)) {
        const Span topic = cleaned({lead_in(s_, clause.span.begin, clause.span.end), clause.span.end});
        return s_.hits.in(thing, Role::verb_behind) ? Span{} : topic;
      }
  if (clause.quantities > 0) return {};
  if (s_.hits.in(clause.span, Role::compare_only) || s_.hits.in(clause.span, Role::cause) || s_.head(s_.at(clause.span), Part::along) > 0)
    return {};
  const Span topic = subject_of(clause);
  if (topic.size() < 6 || topic.end + 3 < clause.span.end || is_no_subject(topic) || is_generic(s_.at(topic)) || ends_in_name(topic))
    return {};
  for (const WordHit& hit : s_.hits.between(topic.begin, topic.end))
    if (hit.is(Role::strong_verb) || hit.is(Role::level) || hit.is(Role::up) || hit.is(Role::down) || hit.is(Role::teller_after)) return {};
  return topic;
}

// A name stands before it in its clause: what follows is said of that.
bool Measuring::behind_name(Span span) const {
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), span.begin, [](const Name& x, std::uint32_t p) { return x.span.end <= p; });
  if (n == names.begin() || span.empty()) return false;
  const auto c = std::upper_bound(s_.read.clauses.begin(), s_.read.clauses.end(), span.begin,
                                  [](std::uint32_t p, const Clause& x) { return p < x.span.begin; });
  return c != s_.read.clauses.begin() && (n - 1)->span.begin >= (c - 1)->span.begin;
}

// 鞋 of 莆田的鞋: a word of one character names a thing where it is told whose.
bool Measuring::is_somebodys(Span span) const {
  if (span.size() != 3) return false;
  const WordHit* of = s_.hits.ending_at(span.begin);
  return of && of->is(Role::of) && ends_in_name({of->span.begin - std::min(of->span.begin, 30U), of->span.begin});
}

// 排第三的某公司: a name and what it is like, and no thing.
bool Measuring::is_described_name(Span span) const {
  if (!ends_in_name(span)) return false;
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), span.end, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
  const WordHit* of = s_.hits.ending_at(n->span.begin);
  return of && of->is(Role::of) && of->span.begin > span.begin;
}

// 两地的清单量同比降幅较大: 清单量.
Span Measuring::without_rate(Span span) const {
  if (span.empty()) return span;
  for (std::size_t n = s_.head(s_.at(span), Part::after_name); n > 3 && n < span.size(); n = s_.head(s_.at(span), Part::after_name)) {
    if (s_.begins[span.begin + n] == 0) break;
    span.begin += static_cast<std::uint32_t>(n);
  }
  if (const std::size_t rate = std::max(s_.head(s_.at(span), Role::gain), s_.head(s_.at(span), Role::loss)); rate == span.size()) return {};
  for (const WordHit& hit : s_.hits.between(span.begin + 3, span.end))
    if (hit.is(Role::yoy) || hit.is(Role::period_on_period) || hit.is(Role::loss)) return cleaned({span.begin, hit.span.begin});
  return span;
}

// The first amount of the article's body that is told of a thing, where nothing was counted in the sentence before.
std::uint32_t Measuring::first_told(std::uint32_t q) const {
  if (q > 0 && s_.counts[q - 1] && s_.clause_of(q - 1)->sentence == s_.clause_of(q)->sentence) return kNoClause;
  for (; first_told_ == kNoClause && looked_at_ < q; ++looked_at_)
    if (s_.counts[looked_at_] && level_[looked_at_] && s_.quantity(looked_at_).span.begin >= s_.text.title_end() &&
        !stem_of(told_[looked_at_]).empty())
      first_told_ = looked_at_;
  return first_told_ == kNoClause || s_.clause_of(first_told_)->sentence == s_.clause_of(q)->sentence ? kNoClause : first_told_;
}

// The quantity stands in the same paragraph, or none is told.
bool Measuring::in_paragraph_of(std::uint32_t q, std::uint32_t like) const {
  const auto& paragraphs = s_.text.paragraphs();
  const auto next = std::upper_bound(paragraphs.begin(), paragraphs.end(), s_.quantity(q).span.begin);
  return like != kNoClause && (next == paragraphs.begin() || s_.quantity(like).span.begin >= *(next - 1));
}

// A new paragraph goes back to what the article told first, where the last amount in this unit stands in the one before.
std::uint32_t Measuring::told_at_first(std::uint32_t q, std::uint32_t like) const {
  if (in_paragraph_of(q, like)) return kNoClause;
  const std::uint32_t first = first_told(q);
  if (first != kNoClause && told_[first].find("\xE3\x80\x81") != std::string::npos) return kNoClause;  // several of many
  return first != kNoClause && s_.quantity(first).kind == s_.quantity(q).kind && s_.quantity(first).unit == s_.quantity(q).unit ? first
                                                                                                                                : kNoClause;
}

bool Measuring::holds_duration(Span span) const {
  for (auto t = std::lower_bound(s_.read.times.begin(), s_.read.times.end(), span.begin,
                                 [](const TimeInText&x, std::uint32_t p) { return x.time.span.begin < p; });
       t != s_.read.times.end() && t->time.span.begin < span.end; ++t)
    if (t->time.kind == TimeKind::duration) return true;
  return false;
}

// 班列 of 班列累计开行: without the verb at the end; empty where none is.
std::string Measuring::doer_of(std::string_view words) const {
  const std::size_t verb = s_.tail(words, Role::obtain);
  if (verb == 0 || verb >= words.size()) return {};
  words.remove_suffix(verb);
  for (std::size_t n = 1; n > 0 && n < words.size();) {
    n = s_.tail(words, Part::modifier);
    if (n < words.size()) words.remove_suffix(n);
  }
  return words.size() < 6 || is_generic(words) || words.ends_with("\xE3\x80\x81") ? std::string() : std::string(words);
}

// 全国城市第二, 中部六省第三: those among whom it is ranked.
bool Measuring::is_field(Span span) const {
  constexpr std::uint32_t kLongest = 24;
  if (span.empty() || span.size() > kLongest ||
      (s_.tail(s_.at(span), Part::scope) == 0 && s_.tail(s_.at(span), Part::kind_of_place) == 0 &&
       s_.tail(s_.at(span), Part::after_name) == 0))
    return false;
  const auto n = std::lower_bound(s_.read.names.begin(), s_.read.names.end(), span.begin,
                                  [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
  const bool place = n != s_.read.names.end() && n->span.begin == span.begin && n->kind == NameKind::place;
  return place || s_.head(s_.at(span), Role::field) > 0 || s_.head(s_.at(span), Part::region) > 3;
}

// 甲以89.1跃居第三, 由第3滑到第5: what it had before the rank, and no thing.
bool Measuring::is_bare_number(Span span) const {
  if (span.empty()) return false;
  std::string_view words = s_.at(span);
  words.remove_prefix(s_.head(words, Role::label));
  return !words.empty() && words.find_first_not_of("0123456789.,") == std::string_view::npos;
}

// 比一季度的5亿元好看得多, 与年初9点的高位相比: where the comparison with an earlier value of the same begins.
std::uint32_t Measuring::former_value(std::uint32_t q) const {
  const WordHit* of = s_.hits.ending_at(s_.begin(q));
  const std::uint32_t end = of && of->is(Role::of) ? of->span.begin : s_.begin(q);
  const auto& times = s_.read.times;
  const auto t =
      std::lower_bound(times.begin(), times.end(), end, [](const TimeInText& x, std::uint32_t p) { return x.time.span.end < p; });
  if (t == times.end() || t->time.span.end != end) return kNoClause;
  const WordHit* compare = s_.hits.ending_at(t->time.span.begin);
  if (!compare || !compare->is(Role::compare)) return kNoClause;
  if (compare->is(Role::compare_only)) return of && of->is(Role::of) ? compare->span.begin : kNoClause;
  return t->use == TimeUse::base ? compare->span.begin : kNoClause;
}

// Of 甲级78元，乙级52元，前者跌了3元，后者涨了2元: the two amounts that the sentence told last, or the first of two in one clause.
std::uint32_t Measuring::one_of_two(std::uint32_t q, std::string_view words) const {
  const bool former = s_.head(words, Part::former) == words.size();
  if (!former && s_.head(words, Part::latter) != words.size()) return kNoClause;
  const std::uint32_t sentence = s_.clause_of(q)->sentence;
  std::uint32_t last = kNoClause;
  for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack && s_.clause_of(i) && s_.clause_of(i)->sentence == sentence; ++seen) {
    if (!s_.counts[i] || told_[i].empty() || !level_[i]) continue;
    if (last == kNoClause) last = i;
    else if (told_[i] != told_[last] || s_.read.holdings[i].clause == s_.read.holdings[last].clause) return former ? i : last;
  }
  return kNoClause;
}

// 低空物流航线 of 航线: the last thing in this unit that ends in a short name.
std::uint32_t Measuring::told_longer(std::uint32_t q, std::string_view words) const {
  const UnitKind kind = s_.quantity(q).kind;
  const bool rate = kind == UnitKind::percent || kind == UnitKind::multiple;
  for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
    if (s_.counts[i] && s_.quantity(i).span.begin >= s_.text.title_end() && told_[i].size() > words.size() && told_[i].ends_with(words) &&
        (rate ? level_[i] != 0 : s_.quantity(i).unit == s_.quantity(q).unit))
      return i;
  return kNoClause;
}

// 总产出 of 直接带动总产出4亿元，间接带动1亿元: the object that the same verb had before; empty where it had none.
std::string Measuring::object_left_out(std::uint32_t q, std::string_view words) const {
  const std::size_t verb = s_.tail(words, Role::obtain);
  if (verb < 6 || verb >= words.size()) return {};
  const std::string_view said = words.substr(words.size() - verb);
  const std::uint32_t like = told_in_unit(q);
  if (like == kNoClause) return {};
  const std::size_t at = told_[like].rfind(said);
  return at == std::string::npos || at == 0 ? std::string() : told_[like].substr(at + said.size());
}

// 37个 of 从3月末的37个减到6月末的28个: the same thing before.
std::uint32_t Measuring::leads_from(std::uint32_t q, const Frame& f) const {
  if (!f.to || !cleaned(f.left).empty()) return kNoClause;
  const std::uint32_t before = s_.before_in_clause(q);
  return before != kNoClause && s_.quantity(before).unit == s_.quantity(q).unit && !told_[before].empty() ? before : kNoClause;
}

// 退货率5%，高于行业的4%
bool Measuring::compared_with(std::uint32_t q) const {
  const Clause& clause = *s_.clause_of(q);
  const std::uint32_t before = s_.before_in_clause(q);
  if (before != kNoClause && !s_.counts[before]) return false;
  if (const std::uint32_t compare = former_value(q); compare != kNoClause) return lead_in(s_, clause.span.begin, compare) >= compare;
  const std::uint32_t from = lead_in(s_, clause.span.begin, s_.begin(q));
  const std::size_t n = s_.head(s_.at({from, s_.begin(q)}), Part::than);
  const WordHit* of = s_.hits.ending_at(s_.begin(q));
  return n > 0 && ((of && of->is(Role::of)) || before != kNoClause);
}

// 公布示范园区名单，12个园区入选: what the list is of.
std::string Measuring::list_named(std::uint32_t q) const {
  for (std::uint32_t c = s_.read.holdings[q].clause; c-- > 0;) {
    const Clause& clause = s_.read.clauses[c];
    if (clause.sentence != s_.clause_of(q)->sentence) break;
    if (clause.inside != kNoClause) continue;
    std::uint32_t from = clause.span.begin;
    for (const WordHit& hit : s_.hits.between(clause.span.begin, clause.span.end))
      if (hit.is(Role::teller_after) && hit.span.end < clause.span.end) from = hit.span.end;
    if (from == clause.span.begin) continue;
    Span name = core({lead_in(s_, from, clause.span.end), clause.span.end});
    if (const std::size_t n = s_.tail(s_.at(name), Part::list_name); n > 0 && n < name.size()) name.end -= static_cast<std::uint32_t>(n);
    const bool numbered = !name.empty() && s_.folded[name.begin] >= '0' && s_.folded[name.begin] <= '9';
    return name.size() > kMostBytes || numbered ? std::string() : printed(cleaned(name));
  }
  return {};
}

// 户均8万元 behind 放款121亿元，服务网店5万家: the last amount of the sentence in this unit.
std::uint32_t Measuring::told_in_unit(std::uint32_t q) const {
  const std::uint32_t sentence = s_.clause_of(q)->sentence;
  for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack && s_.clause_of(i) && s_.clause_of(i)->sentence == sentence; ++seen)
    if (s_.counts[i] && level_[i] && s_.quantity(i).unit == s_.quantity(q).unit && !told_[i].empty()) return i;
  return kNoClause;
}

// 夜间消费活力榜: the ranking that was named last.
Span Measuring::ranked_in(std::uint32_t q) const {
  const std::uint32_t to = s_.begin(q), from = to - std::min(to, kBytesBack);
  const auto hits = s_.hits.between(from, to);
  for (std::size_t i = hits.size(); i-- > 0;) {
    if (!hits[i].is(Role::ranking)) continue;
    const std::uint32_t end = hits[i].span.end;
    if (end < s_.text.title_end() && end < s_.read.clauses.back().span.end && s_.folded[end] != ' ' && s_.folded[end] != ':' &&
        s_.folded[end] != ',' && s_.folded[end] != '\n')
      continue;  // a title's 企业榜上 names none
    auto c = std::upper_bound(s_.read.clauses.begin(), s_.read.clauses.end(), hits[i].span.begin,
                              [](std::uint32_t p, const Clause& x) { return p < x.span.begin; });
    if (c == s_.read.clauses.begin()) return {};
    --c;
    std::uint32_t begin = c->span.begin;
    for (std::uint32_t x = c->first_quantity; x < c->first_quantity + c->quantities; ++x)
      if (s_.counts[x] && s_.end(x) <= hits[i].span.begin) begin = std::max(begin, s_.end(x));
    for (const WordHit& hit : s_.hits.between(begin, hits[i].span.begin))  // 某实验室推出…
      if (hit.is(Role::strong_verb) || hit.is(Role::teller_after)) begin = hit.span.end;
    const Span name = core({lead_in(s_, begin, end), end});
    if (s_.at(name).find_first_of("\"'") != std::string_view::npos || s_.tail(s_.at({name.begin, hits[i].span.begin}), Part::pronoun) > 0)
      continue;  // 刷新了该榜
    if (name.size() > hits[i].span.size() && name.size() <= kMostBytes) return name;
  }
  return {};
}

Measured Measuring::in_ranking(std::uint32_t q, Measured m) const {
  const Span name = ranked_in(q);
  const Base base = spoken_of(q);
  if (name.empty() || (base.near && (base.from != kNoClause || base.words.empty() || base.words.back() < '0' || base.words.back() > '9') &&
                       name.begin < s_.read.sentences[s_.clause_of(q)->sentence].span.begin))
    return m;
  m.words = printed(name);
  m.span = name;
  m.carried = true;
  m.rule = "the ranking that was named before";
  return m;
}

}  // namespace fengbiao
