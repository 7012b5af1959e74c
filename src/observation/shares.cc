// What a percentage is a share of, or a rate of: those counted behind it, those told of before it, what somebody has of something.
#include <algorithm>

#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLong = 42;        // of the words before it that a thing is told by
constexpr std::uint32_t kMostBytes = 120;  // of the words for a thing
constexpr std::uint32_t kShort = 15;       // of those of whom it is told: five characters

}  // namespace

// 网民 of 网民会在直播间下单: those who answer, without their answer.
std::string Measuring::group_of(std::string_view words) const {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if ((static_cast<unsigned char>(words[at]) & 0xC0) == 0x80) continue;
    if (const std::size_t n = s_.head(words.substr(at), Part::people); n > 3) return std::string(words.substr(0, at + n));
  }
  return std::string(words);
}

// 男生中每天上网的占5%，女生占3%: 女生中每天上网; empty where nothing of the kind was told in the sentence before.
std::string Measuring::same_of_others(std::uint32_t q, std::string_view others) const {
  if (others.size() < 6 || others.size() > kShort || !aspect_of(others).empty()) return {};
  for (std::uint32_t i = q; i-- > 0 && s_.clause_of(i) && s_.clause_of(i)->sentence == s_.clause_of(q)->sentence;) {
    if (!s_.counts[i]) continue;
    const std::string_view told = told_[i];
    if (!grouped_[i]) return {};
    for (std::size_t at = 6; at + 6 <= told.size(); ++at)
      if (const std::size_t n = s_.head(told.substr(at), Part::in); n > 0 && at + n + 6 <= told.size())
        return std::string(others) + std::string(told.substr(at));
    return {};
  }
  return {};
}

// 九成以上面向东盟, 58%的居民网购，四成看重时间: what was spoken of, or who was asked, stands before what is said of the share.
void Measuring::answered(std::uint32_t q, Measured& m) {
  answered_[q] = std::string();
  const Base base = spoken_of(q);
  if (!base.near) return;
  const bool asked = base.from == kNoClause || s_.quantity(base.from).kind == UnitKind::percent || s_.quantity(base.from).number.fraction;
  std::string group = asked ? group_of(base.words) : base.words;
  if (base.from != kNoClause && answered_[base.from]) group = *answered_[base.from];
  else if (base.from != kNoClause && grouped_[base.from]) return;  // 能网购的只有六成，另有三成不会: others than those
  if (group.size() > kLong) return;
  if (s_.tail(group, Part::people) > 0) answered_[q] = group;
  m.words = std::move(group) + m.words;
}

// 跨境电商进出口拉动外贸增长2个百分点: what adds how much to the growth of what; empty: nothing of the kind.
std::string Measuring::pulled(std::uint32_t q, const Frame& f) const {
  if (s_.quantity(q).kind != UnitKind::points_of_percent || f.grown <= 0) return {};
  for (std::uint32_t at = f.own.begin; at < f.left.end; ++at) {
    const std::size_t n = s_.begins[at] ? s_.head(s_.at({at, f.left.end}), Part::pull) : 0;
    if (n == 0 || !s_.stands_alone({at, at + static_cast<std::uint32_t>(n)})) continue;
    if (cleaned({at + static_cast<std::uint32_t>(n), f.left.end}).size() < 6) return {};
    std::uint32_t end = s_.begin(q);
    if (!f.why.empty() && f.why.end > f.left.end) end = std::min(end, f.why.end);
    const Span who = cleaned({lead_in(s_, f.own.begin, at), at});
    const std::string said = printed(cleaned({at, end}));
    if (!who.empty()) return printed(who) + said;
    const Base base = spoken_of(q);
    return base.near ? base.words + said : std::string();
  }
  return {};
}

Measured Measuring::of_share(std::uint32_t q, const Frame& f, const Sense& sense) {
  Measured m;
  Span left = cleaned(f.left);
  Span right = cleaned(f.right);
  const std::string_view before = s_.at(left);
  const bool rate = f.grown != 0 || f.is_rate || f.to || sense.measure == Measure::growth || s_.quantity(q).kind == UnitKind::multiple ||
                    s_.quantity(q).kind == UnitKind::points_of_percent;
  if (std::string growth = pulled(q, f); !growth.empty()) {
    m.words = std::move(growth);
    m.span = left;
    m.rule = "what adds to the growth of something";
    return m;
  }
  const WordHit* of = s_.hits.ending_at(s_.begin(q));
  const std::size_t less = of && of->is(Role::of) ? s_.head(before, Role::threshold) : 0;  // 不足直购额的三成
  if (const std::size_t n = std::max(s_.head(before, Role::share), less); n > 0) {
    // 占网民整体的87.6%, and with 比重 or the like behind: the share of what was spoken of before.
    Base base = spoken_of(q);
    for (std::size_t at = 3; at < base.words.size(); ++at)  // 中小卖家贡献了成交额的四成，只占店铺数的两成
      if (std::string_view(base.words).substr(at).size() > 3 && s_.head(std::string_view(base.words).substr(at), Part::takes) > 3 &&
          base.from != kNoClause && s_.quantity(base.from).kind == UnitKind::percent) {
        base.words.resize(at);
        break;
      }
    Span whole = cleaned({left.begin + static_cast<std::uint32_t>(n), left.end});
    if (const std::size_t noun = s_.tail(s_.at(whole), Part::share_noun); noun > 0 && noun < whole.size())
      whole = cleaned({whole.begin, whole.end - static_cast<std::uint32_t>(noun)});
    m.share_of = printed(whole);
    if (base.from == kNoClause && base.near && is_generic(base.words))  // 份额方面，甲（5%）、乙（4%）合计占去9%
      if (std::string stem = stem_of(spoken_of(q, true).words); s_.head(base.words, Part::bare) == base.words.size())
        base.words.insert(0, stem);
    base.words = std::string(having(base.words));
    m.words = base.words;
    if (n != less || s_.head(s_.at(whole), Part::total) != whole.size()) m.words += printed(left);  // 不足总盘子的4%
    m.span = left;
    m.from = base.from;
    m.carried = true;
    m.doubtful = !base.near;
    m.rule = "a share: what was spoken of before, and of what";
    return m;
  }
  // 线上收入在总收入中的占比为8%
  if (f.share && is_whole(left) && right.empty())
    for (const WordHit& in : s_.hits.between(left.begin, left.end)) {
      const Span who = cleaned({left.begin, in.span.begin});
      if (!in.is(Role::preposition) || !in.is(Role::in_bound) || who.size() < 6 || is_name_or_time(s_, who) || is_generic(s_.at(who)))
        continue;
      for (const WordHit& hit : s_.hits.between(f.left.end, s_.begin(q)))
        if (const auto noun = static_cast<std::uint32_t>(s_.head(s_.at(hit.span), Part::share_noun)); noun > 0) {
          m.words = printed({left.begin, hit.span.begin + noun});
          m.span = who;
          m.share_of = printed(cleaned({in.span.end, left.end}));
          m.rule = "what has a share of something";
          return m;
        }
    }
  // 研发费用上升，在收入中的占比为8%
  if (f.share && is_whole(left) && right.empty())
    for (const WordHit& hit : s_.hits.between(f.left.end, s_.begin(q)))
      if (s_.head(s_.at(hit.span), Part::share_noun) == hit.span.size())
        if (const Base base = spoken_of(q); base.near && !is_generic(base.words)) {
          const WordHit* in = s_.hits.ending_at(left.begin);
          m.words = base.words + printed({in && in->is(Role::preposition) ? in->span.begin : left.begin, hit.span.end});
          m.span = left;
          m.from = base.from;
          m.carried = true;
          m.rule = "a share: what was spoken of before, and of what";
          return m;
        }
  if (f.share && is_whole(left) && right.empty()) return m;  // 在大盘中占到38%
  // 商家贡献了平台六成的交易额: whose the whole is stands between.
  Span taken = left;
  if (const std::size_t n = s_.tail(before, Part::speaker); n > 0 && n < before.size()) taken.end -= static_cast<std::uint32_t>(n);
  const bool stage = f.of && s_.head(s_.at(right), Part::stage) == right.size();  // 落在30%的区间
  if (!rate && !stage && !right.empty() && right.size() <= kMostBytes &&
      (f.of || left.empty() || is_whole(left) || s_.tail(s_.at(taken), Part::takes) > 0) &&
      s_.head(s_.at(right), Role::verb_behind) != right.size()) {
    if (left.empty() && right.size() > kLong && s_.head(s_.at(right), Role::spread) > 0) return m;  // 一半分布在甲、乙两地
    // 九成咨询 behind 机器人承接了
    if (const std::size_t n = s_.tail(s_.at(taken), Part::takes); n > 0) {
      left.end = taken.end;
      const Span who = without_place(cleaned({left.begin, left.end - static_cast<std::uint32_t>(n)}));
      // 达人有13万，产出了三成订单
      if (who.empty() && f.first && !behind_name(left))
        if (const Base base = spoken_of(q);
            base.near && base.from != kNoClause && base.words.size() <= kLong &&
            (s_.quantity(base.from).kind == UnitKind::counter || s_.quantity(base.from).kind == UnitKind::none)) {
          m.words = base.words + printed(left) + printed(right);
          m.span = right;
          m.rule = "what somebody has a share of, behind the number";
          return m;
        }
      m.words = (who.empty() || is_pronoun(s_.at(who)) || sums(who) || s_.head(s_.at(who), Part::after_name) == who.size()
                     ? std::string()
                     : printed(who) + printed({left.end - static_cast<std::uint32_t>(n), left.end})) +
                printed(right);
      m.span = right;
      m.rule = "what somebody has a share of, behind the number";
      return m;
    }
    // 47%的消费者表示…, 72%是90后
    if (const std::size_t n = s_.head(s_.at(right), Part::be); n > 0)
      right = cleaned({right.begin + static_cast<std::uint32_t>(n), right.end});
    m.words = printed(right);
    m.span = right;
    m.rule = "those of whom it is a share, behind the number";
    if (const std::string whose = ranked_by(q, f, right); !whose.empty()) {  // 服装以9%的份额排在首位
      m.words.insert(0, whose);
      return m;
    }
    if (s_.tail(s_.at(right), Role::question) > 0) {
      const auto c = s_.read.holdings[q].clause + 1;
      if (c < s_.read.clauses.size() && s_.read.clauses[c].sentence == s_.read.clauses[c - 1].sentence &&
          s_.read.clauses[c].span.size() <= kMostBytes)
        m.words += printed(cleaned(s_.read.clauses[c].span));
    }
    // 服务站覆盖97.8%的建制村: how far what was named reaches.
    if (const std::size_t n = f.of ? s_.tail(s_.at(left), Role::spread) : 0; n > 0 && s_.hits.ending_at(left.end)) {
      if (n < left.size() && left.size() <= kMostBytes / 2) m.words = printed(left) + m.words;
      else if (const Base base = spoken_of(q); n == left.size() && base.near) m.words = base.words + printed(left) + m.words;
      return m;
    }
    if (!left.empty() && left.size() <= kMostBytes / 2 && !f.of) m.words = printed(left) + m.words;
    else if (left.empty() && !f.of) answered(q, m);
    return m;
  }
  // 贡献了线上消费的38%: of what, behind whoever does.
  if (of && of->is(Role::of) && !rate)
    for (std::uint32_t at = left.begin; at < left.end; ++at)
      if (const std::size_t n = s_.begins[at] ? s_.head(s_.at({at, left.end}), Part::takes) : 0;
          n > 0 && at + n + 6 <= left.end && s_.head(s_.at({at + static_cast<std::uint32_t>(n), left.end}), Role::of) == 0) {
        const Span who = cleaned({left.begin, at}), what = cleaned({lead_in(s_, at + static_cast<std::uint32_t>(n), left.end), left.end});
        const bool named = who.empty() ? behind_name({left.begin, left.end}) : s_.head(s_.at(who), Part::after_name) > 0;
        const Base base = who.empty() ? spoken_of(q) : Base{};
        if (what.empty()) break;
        m.words = (named         ? std::string()
                   : who.empty() ? (base.near ? base.words + printed({at, at + static_cast<std::uint32_t>(n)}) : std::string())
                                 : printed({left.begin, at + static_cast<std::uint32_t>(n)})) +
                  printed(what);
        m.span = what;
        m.rule = "what somebody has a share of, before the number";
        return m;
      }
  // 研发费用上升，在收入中的占比降到8%
  const WordHit* among = s_.hits.ending_at(f.left.begin);
  if (among && among->is(Role::preposition) && among->is(Role::lead) && among->span.begin >= f.own.begin &&
      s_.tail(before, Part::share_noun) > 0 && s_.tail(before, Part::share_noun) < before.size() && !is_generic(before))
    if (const Base base = spoken_of(q); base.near) {
      m.words = std::string(having(base.words)) + printed({among->span.begin, left.end});
      m.span = left;
      m.from = base.from;
      m.carried = true;
      m.rule = "a share: what was spoken of before, and of what";
      return m;
    }
  // 当日或次日送达的占52.8%: those of whom it is told, times and all.
  const WordHit* ends = s_.hits.beginning_at(f.left.end);
  if (ends && ends->is(Role::of) &&
      (!trim(s_.folded, {ends->span.end, s_.begin(q)}).empty() ||
       (s_.begin(q) < s_.quantity(q).span.begin && aspect_of(before).empty() && s_.tail(before, Part::people) == 0)) &&
      !rate && (s_.quantity(q).kind == UnitKind::percent || s_.quantity(q).number.fraction)) {
    Span group{f.own.begin, f.left.end};
    for (const WordHit* hit = s_.hits.beginning_at(group.begin);
         hit && hit->is(Role::lead) && !hit->is(Role::preposition) && hit->span.end < group.end; hit = s_.hits.beginning_at(group.begin))
      group.begin = hit->span.end;
    group = trim(s_.folded, group);
    if (group.size() >= 6 && group.size() <= kMostBytes && !ends_in_name(group)) {
      m.words = printed(group);
      m.span = group;
      m.rule = "those of whom it is a share, before the number";
      grouped_[q] = 1;
      const Base base = spoken_of(q);
      const bool alike = base.from != kNoClause && answered_[base.from];  // 开业满5年的占23%，自办培训的有三成: of the same
      const bool counted = base.from == kNoClause ? base.near && base.words.size() <= kShort
                                                  : s_.quantity(base.from).kind == UnitKind::counter && level_[base.from];
      if (group.size() <= kShort && (alike || counted)) {
        answered_[q] = alike ? *answered_[base.from] : base.words;
        if (!answered_[q]->empty()) m.words += printed({ends->span.begin, ends->span.end}) + *answered_[q];
      }
      return m;
    }
  }
  // 募资净额的四成将用于补贴司机: what becomes of the part, before the whole.
  if (of && of->is(Role::of) && !rate && !left.empty()) {
    Span becomes = cleaned({s_.end(q), s_.clause_of(q)->span.end});
    for (const WordHit* hit = s_.hits.beginning_at(becomes.begin); hit && hit->is(Role::adverb) && hit->span.end < becomes.end;
         hit = s_.hits.beginning_at(becomes.begin))
      becomes.begin = hit->span.end;
    if (const std::size_t n = s_.head(s_.at(becomes), Part::purpose);
        n > 0 && n + 6 <= becomes.size() && becomes.size() <= kMostBytes / 2 && !is_pronoun(before)) {
      m.words = printed(becomes) + printed(of->span) + printed(left);
      m.span = left;
      m.rule = "what becomes of a part of the thing before the number";
      return m;
    }
  }
  std::string share_of;
  for (const WordHit& hit : s_.hits.between(left.begin, left.end))
    if (hit.is(Role::share) && hit.span.begin > left.begin) {
      share_of = printed(cleaned({hit.span.end, left.end}));
      const Span subject = cleaned({left.begin, hit.span.begin});
      m.words = printed(subject);
      m.span = subject;
      if (const std::string hours = hours_before(subject); !hours.empty()) {  // 晚8点到次日凌晨2点的订单占全天的三成
        m.words = hours + m.words + printed(cleaned({hit.span.begin, left.end}));
        m.share_of = std::move(share_of);
        m.rule = "a share: of what is told of hours of the day";
        return m;
      }
      const bool bare = is_generic(m.words) || is_pronoun(m.words);
      if (bare) {
        complete(q, m);
        m.words += printed(cleaned({hit.span.begin, left.end}));
        m.share_of = std::move(share_of);
        return m;
      }
      m = {};
      break;
    }
  // 甲地的增速是全国的两倍: what it is compared with stands behind 是.
  Frame told = f;
  if (s_.quantity(q).kind == UnitKind::multiple && of && of->is(Role::of))
    for (const WordHit& hit : s_.hits.between(f.own.begin, f.left.end))
      if (s_.head(s_.at(hit.span), Part::be) == hit.span.size() && hit.is(Role::level)) {
        told.left.end = std::max(hit.span.begin, told.left.begin);
        break;
      }
  m = thing_before(q, told);
  if (f.share && f.first && !m.carried && !m.words.empty())
    if (std::string same = same_of_others(q, m.words); !same.empty()) {
      m.words = std::move(same);
      m.carried = true;
      grouped_[q] = 1;
    }
  // 高端手机市场中，某牌占46%: of the market, not of whoever has it.
  if (f.share && f.first && !m.carried && aspect_of(s_.at(left)).empty())
    if (const Base base = spoken_of(q); base.near && s_.tail(base.words, Part::contested) > 0 &&
                                        (base.from != kNoClause ? s_.quantity(base.from).kind == UnitKind::percent && !level_[base.from]
                                                                : s_.hits.beginning_at(base.span.end) == nullptr)) {
      m = {};
      m.words = base.words;
      m.span = base.span;
      m.rule = "a share of the market spoken of";
      m.carried = true;
      return m;
    }
  m.share_of = std::move(share_of);
  return m;
}

}  // namespace fengbiao
