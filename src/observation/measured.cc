#include "observation/measured.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kShort = 9;        // three characters
constexpr std::uint32_t kClausesBack = 8;  // looked at for what was spoken of
constexpr std::uint32_t kNumbersBack = 16;

}  // namespace

bool Measuring::share_like(const Frame& frame) const {
  const std::string_view left = s_.at(frame.left);
  if (s_.tail(left, Part::share_noun) > 0) return true;
  for (const WordHit& hit : s_.hits.between(frame.left.begin, frame.left.end))
    if (hit.is(Role::share)) return true;
  return false;
}

Measuring::Base Measuring::spoken_of(std::uint32_t q, bool stem) const {
  const std::uint32_t own = s_.read.holdings[q].clause;
  const std::string_view begun = s_.at(s_.read.clauses[own].span);  // 前者增长3%
  if (const std::size_t n = std::max(s_.head(begun, Part::former), s_.head(begun, Part::latter));
      n > 0 && s_.read.clauses[own].subject.from != Carried::own)
    if (const std::uint32_t one = one_of_two(q, begun.substr(0, n)); one != kNoClause) return {told_[one], {}, one, true};
  const auto fits = [&](std::uint32_t i) { return !told_[i].empty() && !scope_[i] && (!stem || !stem_of(told_[i]).empty()); };
  if (const std::uint32_t before = s_.before_in_clause(q); before != kNoClause && fits(before)) return {told_[before], {}, before, true};
  const std::uint32_t sentence = s_.read.clauses[own].sentence;
  std::uint32_t looked = 0;
  // 其中直播5亿元；而2021年双11增速为4%: with a time of its own the whole is told of again.
  const bool part_of = s_.read.clauses[own].part_of != kNoClause && s_.read.clauses[own].times == 0;
  bool other_part = false;  // behind a semicolon a part of what was told there is not spoken of
  for (std::uint32_t c = own; c-- > 0 && looked < kClausesBack;) {
    const Clause& clause = s_.read.clauses[c];
    if (clause.sentence != sentence) break;
    other_part |= clause.inside == kNoClause && clause.closed_by == ClosedBy::semicolon;
    if (other_part && clause.part_of != kNoClause && !part_of) continue;
    if (clause.inside != kNoClause || (c == s_.read.clauses[own].inside && told_[q].empty() && outer(q) == kNoClause)) continue;
    ++looked;
    std::uint32_t best = kNoClause;
    bool any = false;
    for (std::uint32_t i = clause.first_quantity; i < clause.first_quantity + clause.quantities && i < q; ++i) {
      if (!s_.counts[i] || s_.read.holdings[i].clause != c) continue;
      any = true;
      const bool rank = s_.quantity(i).kind == UnitKind::rank && s_.quantity(q).kind != UnitKind::rank;  // 以8亿月活居首
      if (fits(i) && (best == kNoClause || (level_[i] && !rank) || !level_[best])) best = i;
    }
    if (best != kNoClause) {
      // Behind a rate an amount goes on with the amount before.
      const auto rate = [&](std::uint32_t i) { return s_.quantity(i).kind == UnitKind::percent || s_.quantity(i).kind == UnitKind::rank; };
      const bool other = rate(best) && (is_generic(told_[best]) || s_.tail(told_[best], Role::ranking) > 0 || tells_share(best) ||
                                        s_.quantity(best).kind == UnitKind::rank);  // 估值5亿元，位列榜单第二
      if (const std::uint32_t like = !stem && !rate(q) && other ? told_in_unit(q) : kNoClause; like != kNoClause)
        return {told_[like], {}, like, true};
      // 独占57%的流量，访问量再涨8%，另两家合计22%: a share goes on with the share.
      if (!stem && shares_[q] && grows_[best] && s_.read.holdings[q].subject.from == Carried::own)
        for (std::uint32_t i = best; i-- > 0 && s_.clause_of(i) && s_.clause_of(i)->sentence == sentence;)
          if (s_.counts[i] && shares_[i] && fits(i)) return {told_[i], {}, i, true};
      return {about_[best].empty() ? told_[best] : about_[best], {}, best, true};
    }
    if (any) continue;
    if (other_part) continue;  // 秩序恢复；收入5亿元
    const Span subject = subject_of(clause);
    const bool told_by = s_.hits.in({subject.begin, clause.span.end}, Role::teller_after) != nullptr;
    const UnitKind kind = s_.quantity(q).kind;
    const bool among = (kind == UnitKind::percent || kind == UnitKind::rank) && is_whole(subject) && !is_pronoun(s_.at(subject));
    if (among && kind == UnitKind::rank) {  // 企业当中，甲居榜首: those who are ranked, not in what
      const std::string_view those = s_.at(subject).substr(0, subject.size() - s_.tail(s_.at(subject), Part::in));
      if (s_.head(those, Part::kind_of_place) == those.size() || s_.head(those, Part::people) == those.size()) continue;
    }
    if (s_.tail(s_.at(clause.span), Part::comparative) > 0) continue;  // 独居者更高
    const WordHit* rate = s_.hits.beginning_at(subject.begin);
    if (rate && (rate->is(Role::gain) || rate->is(Role::loss))) continue;                        // 降幅小得多
    if (s_.head(s_.at(subject), Part::speaker) == subject.size() && !subject.empty()) continue;  // 其余公司均为正增长
    if (s_.head(s_.at(subject), Part::kind_of_place) == subject.size()) continue;                // 西部省份增速亮眼
    if ((subject.size() >= 6 || is_somebodys(subject)) && !told_by && (among || !is_no_subject(subject)) &&
        (!s_.hits.in({subject.begin, clause.span.end}, Role::compare_only) ||  // 40岁以上观众比想象的多，占45%
         (kind == UnitKind::percent && s_.tail(s_.at(subject), Part::people) > 0)) &&
        (!stem || !is_generic(s_.at(subject))))
      return {printed(among ? Span{subject.begin, subject.end - static_cast<std::uint32_t>(s_.tail(s_.at(subject), Part::in))} : subject),
              subject, kNoClause, true};
  }
  if (const std::uint32_t whole = whole_looked_at(q); whole != kNoClause && fits(whole)) return {told_[whole], {}, whole, false};
  std::uint32_t seen = 0, other = kNoClause, part_told = kNoClause;
  for (std::uint32_t i = q; i-- > 0 && seen < kNumbersBack; ++seen) {
    if (!s_.counts[i] || !fits(i) || s_.quantity(i).span.begin < s_.text.title_end()) continue;
    if (s_.read.holdings[i].clause != kNoClause && s_.read.clauses[s_.read.holdings[i].clause].inside != kNoClause) continue;
    const bool alike = s_.quantity(i).kind == s_.quantity(q).kind && s_.quantity(i).unit == s_.quantity(q).unit;
    const bool part = s_.clause_of(i)->part_of != kNoClause && s_.read.clauses[own].part_of == kNoClause;  // 其中
    if (alike && level_[i] && !part) {
      if (const std::uint32_t first = told_at_first(q, i); first != kNoClause && fits(first)) return {told_[first], {}, first, false};
      return {told_[i], {}, i, false};
    }
    if (alike && level_[i] && part_told == kNoClause) part_told = i;
    if (part) continue;
    if (other == kNoClause && (level_[i] || seen > 3)) other = i;
  }
  // 进入今年，同比增速放缓至5%: of what grew before.
  if (!stem && grows_[q])
    for (std::uint32_t i = q, back = 0; i-- > 0 && back < kNumbersBack; ++back)
      if (s_.counts[i] && grows_[i] && fits(i) && s_.quantity(i).kind == s_.quantity(q).kind &&
          s_.quantity(i).span.begin >= s_.text.title_end() && s_.clause_of(i)->inside == kNoClause)
        return {told_[i], {}, i, false};
  if (part_told != kNoClause) return {told_[part_told], {}, part_told, false};
  if (other != kNoClause) return {told_[other], {}, other, false};
  const Span topic = title_topic(stem);
  return {printed(topic), topic, kNoClause, false};
}

Measured Measuring::carried(std::uint32_t q, std::string_view rule) {
  Base base = spoken_of(q);
  // A rank with nothing before it in its sentence: of what the article told first.
  if (s_.quantity(q).kind == UnitKind::rank && !base.near)
    if (const std::uint32_t first = first_told(q); first != kNoClause) base = {told_[first], {}, first, false};
  // 扩至22个国家，5月新进入的有6个: of those counted before.
  if (s_.quantity(q).kind == UnitKind::counter && base.from == kNoClause)
    if (const std::uint32_t like = told_in_unit(q); like != kNoClause) base = {told_[like], {}, like, true};
  Measured m;
  // 三省业务量合计占全国的5%，甲省就达8亿件: an amount, not the share.
  if (base.from != kNoClause && s_.quantity(base.from).kind == UnitKind::percent && is_amount(q)) base.words = amount_of(base.words);
  m.words = std::move(base.words);
  m.span = base.span;
  m.rule = rule;
  m.from = base.from;
  m.carried = true;
  m.doubtful = !base.near;
  // 茶叶、水果店规模分别为5万家和3万家，其中茶叶增幅最大，为6%: the item that was told of before.
  if (base.from == kNoClause && base.near && s_.quantity(q).kind == UnitKind::percent && m.words.size() >= 6)
    for (std::uint32_t i = q; i-- > 0 && s_.clause_of(i) && s_.clause_of(i)->sentence == s_.clause_of(q)->sentence;)
      if (const std::string_view told = told_[i];
          s_.counts[i] && level_[i] && told.starts_with(m.words) && !aspect_of(told.substr(m.words.size())).empty()) {
        m.words = told;
        m.from = i;
        return m;
      }
  if (std::string other = of_other_origin(q, m.words); !other.empty()) m.words = std::move(other);
  // 应用榜公布，甲应用月活2亿，排名第一: by what those of the ranking are ranked.
  if (s_.quantity(q).kind == UnitKind::rank && s_.head(m.words, Part::company_measure) == m.words.size() && !m.words.empty())
    if (Span ranking = ranked_in(q); !ranking.empty()) {
      ranking.end -= static_cast<std::uint32_t>(s_.tail(s_.at(ranking), Role::ranking));
      m.words = printed(cleaned(ranking)) + m.words;
    }
  if (base.from == kNoClause && base.near && is_generic(m.words) && !is_compound(m.words)) {  // 份额方面，甲（5%）
    const std::string whole = stem_of(spoken_of(q, true).words);
    const std::string_view behind = s_.folded.substr(base.span.end);
    const bool side = s_.head(behind, Part::side) > 0 || s_.head(behind, Part::ordered) > 0;  // 下载方面, 按份额排序
    if (!whole.empty() && s_.head(m.words, Part::company_measure) == 0 && (!side || s_.head(m.words, Part::bare) == m.words.size()))
      m.words = whole + m.words;
  }
  return m;
}

bool Measuring::sums(Span span) const {
  const auto x = std::lower_bound(s_.read.quantities.begin(), s_.read.quantities.end(), span.begin,
                                  [](const Quantity& quantity, std::uint32_t p) { return quantity.span.begin < p; });
  if (x == s_.read.quantities.end() || x->span.begin != span.begin || x->span.end > span.end || x->number.arabic) return false;
  return s_.head(s_.at({x->span.end, span.end}), Part::list_noun) > 0 || x->span.end == span.end;
}

// 肉禽蛋986亿元 behind 水果网络零售额1340亿元: what is measured of the thing is as before.
void Measuring::complete(std::uint32_t q, Measured& m) const {
  if (m.words.empty()) return;
  const std::string_view aimed = std::string_view(m.words).substr(0, m.words.size() - s_.tail(m.words, Part::aim));
  if (aimed.size() < m.words.size() && (aimed.size() < 6 || aspect_of(aimed) != aimed)) {  // but 销售目标
    const Base base = spoken_of(q);
    m.words = base.words;
    m.rule = "an aim: what was spoken of before";
    m.carried = true;
    m.from = base.from;
    return;
  }
  // 每万人拥有11个: of what the last amount in this unit was.
  if (m.words.size() <= kShort && s_.head(m.words, Part::each) > 0 && aspect_of(m.words).empty())
    if (const std::uint32_t like = told_in_unit(q); like != kNoClause) {
      std::string_view what = told_[like];
      if (const std::size_t total = s_.tail(what, Part::total); total < what.size()) what.remove_suffix(total);
      if (const WordHit* verb = s_.hits.beginning_at(m.span.end); verb && verb->is(Role::obtain)) m.words += printed(verb->span);
      m.words += what;
      m.rule = "reckoned by each of something, before what was spoken of before";
      m.carried = true;
      m.from = like;
      return;
    }
  // 这一市场将扩大到5亿元: a word that points at it stands before.
  if (!m.span.empty() && is_generic(m.words))
    if (const WordHit* that = s_.hits.ending_at(m.span.begin);
        that && s_.head(s_.at({that->span.begin, m.span.end}), Part::pronoun) == m.span.end - that->span.begin)
      m.words.insert(0, printed(that->span));
  // 四大区域合计: the items of a list together.
  if (!m.span.empty() && sums(m.span)) {
    const Base base = spoken_of(q);
    m.words = base.words + m.words;
    m.rule = "several together, behind what was spoken of before";
    m.carried = true;
    m.from = base.from;
    return;
  }
  if (is_pronoun(m.words)) {
    const std::size_t n = s_.head(m.words, Part::pronoun);
    const std::string_view own = std::string_view(m.words).substr(n);
    if (!own.empty() && s_.head(own, Part::company_measure) == own.size()) {  // 后者营收
      m.words = std::string(own);
      return;
    }
    if (const std::uint32_t one = one_of_two(q, m.words); one != kNoClause) {
      m.words = told_[one];
      m.rule = "a word for one of two";
      m.carried = true;
      m.from = one;
      return;
    }
    // 这块市场: what the article told first.
    if (n == m.words.size() && s_.tail(m.words, Part::contested) > 0)
      if (const std::uint32_t first = first_told(q), like = spoken_of(q).from;
          first != kNoClause && !(in_paragraph_of(q, like) && level_[like] && s_.quantity(like).unit == s_.quantity(q).unit)) {
        m.words = told_[first];
        m.rule = "a word for what was told first";
        m.carried = true;
        m.from = first;
        return;
      }
    if (n < m.words.size())
      if (std::string whole = used_before(q, m.words.substr(n)); !whole.empty()) {
        m.words = std::move(whole);
        m.rule = "a word for what was spoken of before";
        m.carried = true;
        return;
      }
    const Base base = spoken_of(q, n < m.words.size());
    m.words = n == m.words.size() ? base.words : stem_of(base.words) + m.words.substr(n);
    m.rule = "a word for what was spoken of before";
    m.carried = true;
    m.from = base.from;
    return;
  }
  // 云业务毛利5亿元，毛利率30%: the rate of the amount before it.
  if (s_.quantity(q).kind == UnitKind::percent && !m.carried && m.words.size() >= 9 && s_.tail(m.words, Part::share_noun) > 0)
    if (const Base base = spoken_of(q); base.near && base.from != kNoClause && level_[base.from]) {
      const std::string_view root = std::string_view(m.words).substr(0, m.words.size() - 3);
      if (base.words.size() >= root.size() + 6 && base.words.ends_with(root)) {
        m.words.insert(0, base.words, 0, base.words.size() - root.size());
        m.rule = "the rate of an amount, behind what it was told of";
        m.carried = true;
        return;
      }
    }
  // 夜间下单率5%，白天只有2%: when, and no thing.
  if (s_.head(m.words, Part::part_of_day) == m.words.size())
    if (const Base base = spoken_of(q); base.near) {
      if (!base.words.starts_with(m.words)) m.words += base.words;
      m.rule = "a part of the day, before what was spoken of before";
      m.carried = true;
      m.from = base.from;
      return;
    }
  if (is_generic(m.words)) {
    const Holding& h = s_.read.holdings[q];
    const bool own_firm = h.subject.has() && h.subject.from == Carried::own && s_.read.names[h.subject.index].kind != NameKind::body;
    const bool firm = h.subject.has() && s_.read.names[h.subject.index].kind != NameKind::body;
    if (only_modifiers(m.words)) {
      Base base = spoken_of(q);
      if (const std::uint32_t like = told_in_unit(q); like != kNoClause) base = {told_[like], {}, like, true};
      if (!base.words.starts_with(m.words)) m.words += base.words;
      m.rule = "a word that says how it is reckoned, before what was spoken of before";
      m.carried = true;
      m.from = base.from;
      m.doubtful = !base.near;
      return;
    }
    if (s_.head(m.words, Part::company_measure) > 0) return;
    if (own_firm || (firm && s_.head(m.words, Part::bare) != m.words.size())) {
      const Base base = spoken_of(q, true);  // 国际业务受运价拖累，收入7亿元
      if (own_firm || !base.near || base.from != kNoClause || behind_name(base.span) || is_pronoun(base.words) ||
          s_.head(base.words, Part::speaker) > 0)
        return;
      m.words = stem_of(base.words) + m.words;
      m.rule = "a word that says what of it, behind what was spoken of before";
      m.carried = true;
      return;
    }
    if (const Span topic = topic_before(q); !topic.empty()) {
      m.words = stem_of(printed(topic)) + m.words;
      m.rule = "a word that says what of it, behind the topic before the comma";
      m.carried = true;
      return;
    }
    // 即时零售首次单列，成交5亿元: what the clause right before speaks of.
    if (const std::uint32_t own = s_.read.holdings[q].clause; own > 0 && s_.read.clauses[own - 1].quantities == 0)
      if (const Base base = spoken_of(q, true); base.near && base.from == kNoClause &&
                                                base.span.begin >= s_.read.clauses[own - 1].span.begin &&
                                                base.span.end + 3 < s_.read.clauses[own - 1].span.end && !h.subject.has() &&
                                                !is_pronoun(base.words) && aspect_of(base.words).empty()) {
        m.words = stem_of(base.words) + m.words;
        m.rule = "a word that says what of it, behind what was spoken of before";
        m.carried = true;
        return;
      }
    if (!m.span.empty())
      if (std::string whole = used_before(q, s_.at(m.span)); !whole.empty()) {
        m.words = std::move(whole);
        m.rule = "as these words were used before";
        m.carried = true;
        return;
      }
    if (s_.head(m.words, Part::total) == m.words.size())
      if (const std::uint32_t whole = first_told(q); whole != kNoClause) {
        m.words = stem_of(told_[whole]) + m.words;
        m.rule = "a total: of what was told first";
        m.carried = true;
        m.from = whole;
        return;
      }
    // 累计交易额 behind 数字人民币累计交易
    if (const std::size_t n = m.words.size(); n >= 9 && s_.tail(m.words.substr(n - 3), Part::aspect) == 3)
      for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
        if (s_.counts[i] && level_[i] && told_[i].size() > n && told_[i].ends_with(m.words.substr(0, n - 3)) &&
            s_.quantity(i).span.begin >= s_.text.title_end()) {
          m.words = told_[i] + m.words.substr(n - 3);
          m.rule = "as these words were used before";
          m.carried = true;
          m.from = i;
          return;
        }
    const bool counted = s_.quantity(q).kind == UnitKind::counter && !m.span.empty() && m.span.begin >= s_.end(q);
    if (const std::uint32_t same = counted ? told_likewise(q, m.words) : kNoClause; same != kNoClause) {
      m.words = told_[same];
      m.rule = "as these words were used before";
      m.carried = true;
      m.from = same;
      return;
    }
    const Base base = spoken_of(q, true);
    if (!base.near && s_.head(m.words, Part::self) == m.words.size()) return;
    if (h.subject.has() && base.from == kNoClause && !base.near) return;
    // 租金 behind 平均租金 of the whole: nothing told far before is put before it.
    if (!base.near && base.from != kNoClause && s_.quantity(q).kind == UnitKind::percent && !told_[base.from].ends_with(m.words) &&
        s_.head(m.words, Part::bare) != m.words.size())
      for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
        if (s_.counts[i] && told_[i].ends_with(m.words) && s_.quantity(i).span.begin >= s_.text.title_end()) {
          m.words = told_[i];
          m.rule = "as these words were used before";
          m.carried = true;
          m.from = i;
          return;
        }
    std::string whole = s_.tail(m.words, Part::rate_aspect) == m.words.size() ? spoken_of(q).words : stem_of(base.words);
    // 进出口清单10亿份，出口、进口清单分别为: one of the two directions.
    const std::size_t both = s_.tail(whole, Part::aspect), one = s_.head(m.words, Part::aspect);
    if (both > 3 && both < whole.size() && one > 3 && one < m.words.size() && whole.ends_with(m.words.substr(one - 3, 3)))
      whole.resize(whole.size() - both);
    if (!whole.empty() && !m.words.starts_with(whole)) m.words = whole.ends_with(m.words) ? whole : whole + m.words;
    m.rule = "a word that says what of it, behind what was spoken of before";
    m.carried = true;
    m.from = base.from;
    m.doubtful = !base.near;
    return;
  }
  const UnitKind kind = s_.quantity(q).kind;
  if (kind == UnitKind::counter && !m.carried && m.words.size() == 6)
    if (std::string whole = quoted_before(q, m.words); !whole.empty()) {
      m.words = std::move(whole);
      m.rule = "as the word stood behind a name in quotes";
      m.carried = true;
      return;
    }
  // 低空物流航线226条。…开通航线1000条
  if (!m.carried && m.words.size() >= 6 && m.words.size() <= 12 && s_.clause_of(q)->part_of == kNoClause &&
      (kind == UnitKind::counter || kind == UnitKind::percent || kind == UnitKind::multiple))
    if (const std::uint32_t like = told_longer(q, m.words); like != kNoClause) {
      m.words = told_[like];
      m.rule = "a short name for what was told before";
      m.carried = true;
      m.from = like;
      return;
    }
  if (kind == UnitKind::counter && !m.carried && m.span.end <= s_.begin(q) && part_of_counted(q, m)) return;
  if (m.carried || !aspect_of(m.words).empty() || (kind != UnitKind::money && kind != UnitKind::percent)) return;
  const Base base = spoken_of(q);
  if (base.from == kNoClause && base.near && is_generic(base.words)) {  // 退货率方面，服饰高达42%
    m.words += base.words;
    return;
  }
  if ((!base.near && m.words.size() > 9) || base.from == kNoClause ||
      (s_.tail(m.words, Part::share_noun) > 0 && s_.tail(m.words, Part::takes) == 0))
    return;
  // 渠道收入5亿元，占四成，直营与分销分别为…: as the last amount in this unit.
  const std::uint32_t like = kind == UnitKind::money && s_.quantity(base.from).kind != kind ? told_in_unit(q) : kNoClause;
  const std::string_view before_it = like != kNoClause ? std::string_view(told_[like]) : base.words;
  const std::string_view aspect = aspect_of(before_it);
  if (aspect.size() <= 3 || m.words.find(aspect) != std::string::npos ||
      (kind == UnitKind::money && ((stem_of(before_it).empty() && s_.clause_of(q)->part_of == kNoClause) || m.span.begin >= s_.end(q))))
    return;
  const UnitKind before = s_.quantity(like != kNoClause ? like : base.from).kind;
  if (!aspect.empty() && (kind != UnitKind::money || before == kind || before == UnitKind::percent)) m.words += aspect;
}

Measured Measuring::tell(std::uint32_t q, const Frame& f, const Sense& sense, const Item& item) {
  Measured m;
  const Quantity& x = s_.quantity(q);
  level_[q] = sense.measure == Measure::level || sense.measure == Measure::rank;
  shares_[q] = sense.measure == Measure::share;
  grows_[q] = sense.measure == Measure::growth && (f.is_rate || f.yoy || f.period_on_period);
  const Span shared = without_rate(cleaned(item.shared)), thing = cleaned(unranked(item.span));
  const bool in_common = !shared.empty() && s_.head(s_.at(shared), Role::no_subject) == 0 && !begins_with(shared, Part::verbs_said) &&
                         s_.head(s_.at(shared), Role::verb_behind) == 0 && s_.head(s_.at(shared), Part::after_name) != shared.size();
  if (item.like != kNoClause) {
    const Span own = cleaned(item.own);
    const bool aspect = !own.empty() && is_generic(s_.at(own)) && f.grown == 0 && !f.is_rate;
    m.words = aspect ? stem_of(told_[item.like]) + printed(own) : told_[item.like];
    if (!aspect && !own.empty() && s_.head(s_.at(own), Role::share) > 0) m.words += printed(own);  // 占全市比重
    m.from = item.like;
    m.rule = "as the number before in the same place of the list";
  } else if (!thing.empty() && !item.is_name) {
    m.words = printed(undescribed(thing));
    if (item.last != item.span) m.words += head_left_out(thing, cleaned(unranked(item.last)));
    if (in_common) {
      const std::string last = printed(cleaned(unranked(item.last)));  // 甲、乙零售额增速分别为
      if (item.last != item.span && is_generic(s_.at(shared)) && aspect_of(m.words).empty()) m.words += aspect_of(last);
      m.words += printed(shared);
    }
    if (!in_common && !item.last.empty() && item.last != item.span && aspect_of(m.words).empty())
      m.words += aspect_of(printed(cleaned(unranked(item.last))));
    m.span = thing;
    m.rule = "item of a list";
    if (std::string same = same_of_others(q, m.words); !same.empty() && !in_common)
      m.words = std::move(same), m.carried = true, grouped_[q] = 1;
    complete(q, m);
  } else if (!item.span.empty() && in_common) {
    m.words = printed(core(shared));
    const bool rates = item.is_name && s_.tail(m.words, Part::share_noun) == m.words.size() && s_.head(m.words, Part::rate_aspect) == 0;
    if (!item.toward.empty() && s_.hits.before(shared.begin, Role::of))
      m.words = s_.text.words({item.toward.begin, item.toward.end}) + printed(thing) +
                s_.text.words(s_.hits.ending_at(shared.begin)->span) + m.words;
    m.span = shared;
    m.rule = "what the items of a list have in common";
    if (!rates) complete(q, m);  // 甲、乙的使用率
  } else if (item.first != kNoClause && item.first != q && !told_[item.first].empty()) {
    m.words = told_[item.first];
    m.from = item.first;
    m.rule = "as the first of a list";
  } else if (item.first == q && item.is_name) {
    m = carried(q, "a list of names: what was spoken of before");
  } else if (f.linked != kNoClause && !told_[f.linked].empty()) {
    m.words = told_[f.linked];
    m.from = f.linked;
    m.rule = "as the number it is linked to";
  } else if (const std::uint32_t before = leads_from(q, f); before != kNoClause) {
    m.words = told_[before];
    m.from = before;
    m.rule = "as the number it leads from";
  } else if (compared_with(q)) {
    m = carried(q, "compared with something else: what was spoken of before");
  } else if (s_.clause_of(q)->inside != kNoClause && cleaned(f.left).empty()) {
    m = in_brackets(q, f);
  } else if (x.kind == UnitKind::rank) {
    m = of_rank(q, f);
  } else if (x.kind == UnitKind::percent || x.kind == UnitKind::multiple || x.kind == UnitKind::points_of_percent || x.number.fraction) {
    m = of_share(q, f, sense);
  } else {
    m = thing_behind(q, f);
    if (m.words.empty()) m = thing_before(q, f);
  }
  if (m.words.empty() && f.fresh && x.kind == UnitKind::counter) m = more_of_them(q, f);
  if (m.words.empty()) {
    const std::string_view rule = m.rule;
    m = carried(q, rule.empty() ? "what was spoken of before" : rule);
  }
  told_[q] = m.words;
  scope_[q] = (s_.tail(m.words, Part::scope) > 0 && x.kind == UnitKind::counter && about_[q].empty()) ||
              (f.compared && x.rule == "span of time that is measured");
  return m;
}

}  // namespace fengbiao
