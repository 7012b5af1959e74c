// The thing that a number is told of in its own clause: what is counted behind it, what is measured before it, what is ranked.
#include <algorithm>

#include "observation/measured.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostBytes = 120;    // of the words for a thing
constexpr std::uint32_t kNamedWithin = 600;  // bytes behind a number in which it may be said what the things were made
constexpr std::uint32_t kNumbersBack = 16;
constexpr std::uint32_t kPart = 15;  // of the name of a part that stands alone

}  // namespace

// 已开设65个国家馆: the thing counted, behind the verb that says what became of it.
Measured Measuring::thing_behind(std::uint32_t q, const Frame& f) {
  Measured m;
  Span right = cleaned(f.right);
  // 在42个国家设立海外仓197个
  if (const auto n = static_cast<std::uint32_t>(s_.head(s_.at(right), Part::scope));
      n > 0 && n < right.size() && s_.behind_in_clause(q) != kNoClause)
    if (const WordHit* verb = s_.hits.beginning_at(right.begin + n); verb && verb->is(Role::strong_verb)) right.end = right.begin + n;
  // 17家企业被认定为数字工厂标杆企业
  for (const WordHit& hit : s_.hits.between(f.right.begin, std::min(s_.clause_of(q)->span.end, f.right.begin + kNamedWithin)))
    if (hit.is(Role::named_as)) {
      Span named = cleaned({lead_in(s_, hit.span.end, s_.clause_of(q)->span.end), s_.clause_of(q)->span.end});
      if (named.size() >= 6 && named.size() <= kMostBytes) {
        Measured m2;
        m2.words = printed(named);
        m2.span = named;
        m2.rule = "what the things counted were made";
        return m2;
      }
    }
  // 12家企业和5个园区入选: of the list that was named before.
  if (s_.tail(s_.at(s_.clause_of(q)->span), Part::listed) > 0)
    if (const std::string list = list_named(q); !list.empty()) {
      if (const std::size_t n = s_.tail(s_.at(right), Part::listed); n < right.size())
        right = cleaned({right.begin, right.end - static_cast<std::uint32_t>(n)});
      m.words = list.ends_with(printed(right)) ? list : list + printed(right);
      m.span = right;
      m.rule = "the things counted, of the list that was named before";
      return m;
    }
  if (right.size() < 3 || right.size() > kMostBytes || s_.head(s_.at(right), Role::to) == right.size()) return m;
  if (s_.quantity(q).kind == UnitKind::money && sums(right)) return m;  // 9元一杯
  const auto said = static_cast<std::uint32_t>(s_.head(s_.at(right), Role::verb_behind));
  if ((said > 0 && (said > 3 || s_.stands_alone({right.begin, right.begin + said}))) || s_.head(s_.at(right), Role::adverb) == right.size())
    return m;
  if (const WordHit* had = s_.hits.beginning_at(right.begin); had && had->span.end >= right.end && had->is(Role::level))
    return m;  // 20个月录得增长
  const Span left = cleaned(f.left);
  if (f.of && s_.head(s_.at(right), Part::stage) == right.size()) return m;  // 站上5亿元的台阶
  m.span = right;
  m.words = printed(right);
  m.rule = "the thing counted behind the number";
  if (const std::string whose = ranked_by(q, f, right); !whose.empty()) {
    m.words.insert(0, whose);
    return m;
  }
  // 重点城市中有9个租金下跌: what is so with those of the whole.
  if (const WordHit* so = s_.hits.beginning_at(f.right.end); so && (so->is(Role::up) || so->is(Role::down)) && is_whole(left) && f.first) {
    const Span whole = core({left.begin, left.end - static_cast<std::uint32_t>(s_.tail(s_.at(left), Part::in))});
    if (whole.size() >= 6 && whole.size() <= kMostBytes / 2) {
      Measured one = m;
      complete(q, one);
      about_[q] = std::move(one.words);
      m.words += printed(so->span) + printed(whole);
      m.rule = "those of a whole with whom it is so";
      return m;
    }
  }
  // 班列通达欧洲25个国家: how far something reaches in a place.
  if (f.first && reaches_place(left)) {
    m.words = printed(left) + m.words;
    return m;
  }
  const bool verb = !left.empty() && s_.tail(s_.at(left), Role::obtain) > 0;
  const bool spread = !left.empty() && s_.tail(s_.at(left), Role::spread) > 0;
  if (f.first && verb && !spread) {
    const auto n = static_cast<std::uint32_t>(s_.tail(s_.at(left), Role::obtain));
    const WordHit* had = s_.hits.ending_at(left.end);  // 设有, 建有: nothing became of it
    if (n > 3 || (had && had->span.size() == n)) m.words = printed({left.end - n, left.end}) + m.words;
    // 从外国平台买了5亿元的商品, 一家玩具企业接到: from whom, and whose doing.
    const Span doing{f.own.begin, left.end - n};
    const auto hits = s_.hits.between(doing.begin, doing.end);
    const auto from = std::find_if(hits.begin(), hits.end(), [&](const WordHit& hit) {
      return hit.is(Role::preposition) && hit.is(Role::no_subject) && !hit.is(Role::of) && s_.stands_alone(hit.span);
    });
    const Span who = cleaned({left.begin, doing.end});
    if (f.of && from != hits.end() && from->span.end + 6 <= doing.end)
      m.words = printed({from->span.begin, left.end}) + printed(s_.hits.beginning_at(s_.end(q))->span) + printed(right);
    else if (from == hits.end() && who.size() >= 9 && who.size() <= kMostBytes / 2 && !is_name_or_time(s_, who) &&
             s_.tail(s_.at(who), Part::people) > 3 && !s_.hits.in(who, Role::strong_verb) && s_.head(s_.at(who), Part::speaker) == 0)
      m.words = printed(who) + m.words;
  } else if (f.first && spread && left.size() <= kMostBytes / 2) {
    m.words = printed(left) + m.words;
  }
  // 伸展到8个省的30个县: the one reached as far as the other.
  const WordHit* of = s_.hits.ending_at(s_.begin(q));
  if (const std::uint32_t whole = s_.before_in_clause(q); whole != kNoClause && of && of->is(Role::of) && !spread &&
                                                          s_.tail(m.words, Part::scope) > 0 && scope_[whole] &&
                                                          f.own.begin == s_.end(whole))
    if (const std::size_t n = s_.tail(told_[whole], Part::scope); n > 0 && n < told_[whole].size()) {
      m.words = told_[whole].substr(0, told_[whole].size() - n) + m.words;
      return m;
    }
  // 可达50个国家: whatever reaches them.
  if (const WordHit* reaches = s_.hits.beginning_at(lead_in(s_, f.own.begin, s_.begin(q)));
      f.first && left.empty() && reaches && reaches->is(Role::spread) && reaches->is(Role::level) && s_.tail(m.words, Part::scope) > 0)
    if (const Base base = spoken_of(q); base.near) {
      const bool same = doer_in_ == s_.clause_of(q)->sentence;
      m.words = (same ? doer_ : base.words) + printed(reaches->span) + m.words;
      return m;
    }
  if (f.first && !spread && s_.tail(m.words, Part::scope) > 0)  // 分布于美、德、日等21个国家
    for (const WordHit& hit : s_.hits.between(left.begin, left.end))
      if (hit.is(Role::spread))
        if (const Base base = spoken_of(q); base.near) {
          m.words = base.words + printed(hit.span) + m.words;
          return m;
        }
  // 把新网络开到300多个城市
  if (f.first && f.to && s_.tail(m.words, Part::scope) == m.words.size() && left.size() >= 9 && left.size() <= kMostBytes / 2 &&
      !is_generic(s_.at(left)) && !is_name_or_time(s_, left) && s_.head(s_.at(left), Part::speaker) == 0 &&
      s_.hits.before(left.begin, Role::preposition)) {
    m.words = printed(left) + m.words;
    return m;
  }
  // 新网络已在300多个城市启用: how far what was named before reaches.
  if (const WordHit* in = s_.hits.ending_at(s_.begin(q));
      f.first && in && in->is(Role::preposition) && in->is(Role::in_bound) && s_.head(s_.at(right), Part::scope) > 0 &&
      right.size() <= kPart && !left.empty() && left.size() <= kMostBytes / 2 && s_.head(s_.at(left), Part::speaker) == 0 &&
      s_.hits.in(left, Role::strong_verb) == nullptr && !is_generic(s_.at(left)) && !is_name_or_time(s_, left)) {
    m.words = printed(left) + printed({right.begin, right.begin + static_cast<std::uint32_t>(s_.head(s_.at(right), Part::scope))});
    return m;
  }
  if (f.first && spread && s_.head(s_.at(left), Role::spread) == left.size())
    if (const Base base = spoken_of(q); base.near) m.words = base.words + m.words;
  if (const std::string are = f.first && !f.of && left.empty() ? what_they_are(q, right) : std::string(); !are.empty()) {
    m.words = are;
    m.rule = "what those counted are";
    return m;
  }
  // 182万人使用, behind 500万名老人使用手机: the same persons doing the same.
  if (f.first && !f.of && m.words.size() == 6 && m.span.begin == right.begin && !is_generic(m.words))
    for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
      if (const std::size_t at = told_[i].find(m.words); s_.counts[i] && level_[i] && at != std::string::npos && at >= 6 &&
                                                         at + m.words.size() + 6 <= told_[i].size() &&
                                                         s_.quantity(i).span.begin >= s_.text.title_end()) {
        m.words = told_[i];
        m.rule = "they do as those told of before";
        m.carried = true;
        m.from = i;
        return m;
      }
  complete(q, m);
  return m;
}

bool Measuring::reaches_place(Span span) const {
  const auto& names = s_.read.names;
  const auto n = std::lower_bound(names.begin(), names.end(), span.end, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
  if (n == names.end() || n->span.end != span.end || n->kind != NameKind::place || span.size() > kMostBytes / 2) return false;
  const WordHit* reach = s_.hits.ending_at(n->span.begin);
  return reach && reach->is(Role::spread) && !reach->is(Role::origin) && reach->span.begin >= span.begin + 6;
}

Measured Measuring::thing_before(std::uint32_t q, const Frame& f) {
  Measured m = told_in_full(q, f);
  if (!m.words.empty()) return m;
  Span left = core(f.left);
  // 节省时间排在首位: what somebody does can be ranked.
  if (const Span act = cleaned(f.left);
      s_.quantity(q).kind == UnitKind::rank && left.size() >= 6 && left.begin > act.begin && act.size() <= kPart)
    if (const WordHit* verb = s_.hits.beginning_at(act.begin); verb && verb->span.end == left.begin && verb->is(Role::obtain) &&
                                                               verb->is(Role::strong_verb) && !verb->is(Role::possess) &&
                                                               !is_generic(s_.at(left)))
      left = act;
  if (!f.first) {  // 在27个国家建设、运营海外仓逾340个: behind the verbs the thing before it is told of
    std::uint32_t from = left.begin;
    for (const WordHit& hit : s_.hits.between(left.begin, left.end))
      if (hit.is(Role::strong_verb) && hit.span.begin > left.begin && hit.span.end + 6 <= left.end &&
          (from == left.begin || hit.span.begin <= from + 3))
        from = hit.span.end;
    if (from > left.begin) left = cleaned({from, left.end});
  }
  if (left.begin < left.end && lead_in(s_, left.begin, left.end) >= left.end) return m;  // 苏州、杭州等地
  left = without_speaker(without_place(behind_described_name(left)));
  if (left.empty() || left.size() > kMostBytes || s_.head(s_.at(left), Part::speaker) == left.size() || is_described_name(left)) return m;
  if (s_.quantity(q).kind == UnitKind::money && s_.head(s_.at(left), Part::payment) == left.size()) {
    m.span = left;
    m.words = printed(left);
    m.rule = "a verb that names the money";
    return m;
  }
  // 以每年48%的速度长到240亿美元: how fast, and no thing.
  if (const WordHit* of = s_.hits.ending_at(left.begin); of && of->is(Role::of) && s_.head(s_.at(left), Part::speed) == left.size())
    return m;
  // 投入3亿元用于商家激励
  if (const Span behind = cleaned({s_.end(q), s_.clause_of(q)->span.end}); s_.head(s_.at(left), Role::obtain) == left.size())
    if (const std::size_t n = s_.head(s_.at(behind), Part::purpose); n > 0 && n + 6 <= behind.size() && behind.size() <= kMostBytes / 2) {
      m.span = cleaned({behind.begin + static_cast<std::uint32_t>(n), behind.end});
      m.words = printed(m.span);
      m.rule = "what the money is for";
      return m;
    }
  // 甲地仅开行31列: of what was counted in this unit before, also further back.
  if (s_.quantity(q).kind == UnitKind::counter && s_.head(s_.at(left), Role::obtain) == left.size() && told_in_unit(q) == kNoClause)
    for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
      if (s_.counts[i] && level_[i] && s_.quantity(i).unit == s_.quantity(q).unit && s_.quantity(i).span.begin >= s_.text.title_end() &&
          s_.tail(told_[i], Role::obtain) > 0 && told_[i].ends_with(printed(left))) {
        m.words = told_[i];
        m.from = i;
        m.carried = true;
        m.rule = "the same was done to what was counted before";
        return m;
      }
  const bool noun = s_.hits.before(left.begin, Role::of) && !aspect_of(s_.at(left)).empty();  // 今年的销售目标在5亿元以上
  if ((s_.head(s_.at(left), Role::obtain) == left.size() && !noun) || s_.head(s_.at(left), Role::verb_behind) == left.size() ||
      s_.head(s_.at(left), Role::strong_verb) == left.size())
    return m;  // 发运1350万件
  // 甲应用以4100万次名列第一: whoever has it, not what it is.
  if (const WordHit* by = s_.hits.ending_at(s_.begin(q));
      by && by->is(Role::preposition) && by->is(Role::possess) && aspect_of(s_.at(left)).empty() &&
      (s_.quantity(q).kind != UnitKind::percent || is_name_or_time(s_, left) || ends_in_name(left)))
    if (const std::uint32_t rank = s_.behind_in_clause(q); rank != kNoClause && s_.quantity(rank).kind == UnitKind::rank) return m;
  // 放在海外的不少于250家: those of what was counted who are told of.
  if (const WordHit* of = s_.hits.beginning_at(f.left.end);
      of && of->is(Role::of) && s_.quantity(q).kind == UnitKind::counter && left.size() >= 6 && left.size() <= kMostBytes / 2 &&
      left.end == f.left.end && !trim(s_.folded, {of->span.end, s_.begin(q)}).empty() && aspect_of(s_.at(left)).empty())
    if (const std::uint32_t like = told_in_unit(q); like != kNoClause) {
      m.span = left;
      m.words = printed(left) + printed(of->span) + told_[like];
      m.rule = "those of what was counted before who are told of";
      m.from = like;
      m.carried = true;
      return m;
    }
  m.span = left;
  m.words = hours_before(left) + without_time(left);
  m.rule = "the thing before the number";
  m.words += object_left_out(q, m.words);
  if (std::string whole = had_by(f.left, left); !whole.empty()) {
    m.words = std::move(whole);
    return m;
  }
  // 仅用一年多便做到: by what means, and no thing.
  for (const WordHit* by : {s_.hits.ending_at(left.begin), s_.hits.beginning_at(left.begin)})
    if (by && by->is(Role::preposition) && !by->is(Role::of) && holds_duration(left)) return {};
  // 班列开行5列，发送货物3万箱: whose doing it is.
  if (const WordHit* verb = s_.hits.beginning_at(left.begin); f.first && verb && verb->is(Role::obtain) && verb->span.end < left.end)
    if (const Base base = spoken_of(q); base.near && base.from != kNoClause)
      if (std::string who = doer_of(base.words); !who.empty() && !m.words.starts_with(who)) {
        m.words = who + m.words;
        doer_ = std::move(who);
        doer_in_ = s_.clause_of(q)->sentence;
        m.carried = true;
        return m;
      }
  // 选定12个街区试点，涉及商户5万户: what was spoken of before concerns them.
  if (const WordHit* verb = s_.hits.beginning_at(left.begin);
      f.first && verb && verb->is(Role::spread) && verb->is(Role::possess) && verb->span.end < left.end && !verb->is(Role::level))
    if (const Base base = spoken_of(q); base.near && base.from != kNoClause && base.words.size() <= kMostBytes / 2 &&
                                        base.words.size() > kPart && s_.quantity(base.from).kind == UnitKind::counter) {
      m.words = base.words + m.words;
      m.rule = "whom it concerns, behind what was spoken of before";
      m.carried = true;
      return m;
    }
  // 涉及假发、铸造等行业23个: how far what was spoken of reaches.
  if (const WordHit* verb = s_.hits.beginning_at(lead_in(s_, f.own.begin, f.left.end));
      verb && verb->is(Role::spread) && !verb->is(Role::origin) &&
      (s_.tail(m.words, Part::scope) > 0 ||
       (s_.quantity(q).kind == UnitKind::percent && verb->span.end == left.begin && aspect_of(m.words).empty() && f.grown == 0)))
    if (const Base base = spoken_of(q); base.near) {
      m.words = base.words + printed(verb->span) + m.words;
      m.carried = true;
      return m;
    }
  // 来自中国的6.7万件: of what was spoken of before.
  if (const WordHit* origin = s_.hits.beginning_at(left.begin); origin && origin->is(Role::origin)) {
    const WordHit* of = s_.hits.beginning_at(left.end);
    if (of && of->is(Role::of))
      if (const Base base = spoken_of(q); base.near) {
        m.words = base.words + m.words;
        m.carried = true;
        return m;
      }
    // 来自中国的发明: of what the title speaks.
    for (const WordHit& hit : s_.hits.between(origin->span.end, left.end))
      if (const Span thing{hit.span.end, left.end}; hit.is(Role::of) && thing.size() >= 6 && thing.size() <= 9 && !is_generic(s_.at(thing)))
        if (const Span topic = title_topic(true); !topic.empty() && name_begins_at(origin->span.end)) {
          m.words = printed(topic) + printed(thing);
          m.carried = true;
          return m;
        }
  }
  // 欧洲航线, 中国网民: a short word keeps the place before it.
  if (left.size() <= 9 && left.begin == f.left.begin && !is_generic(s_.at(left))) {
    const auto n = std::lower_bound(s_.read.names.begin(), s_.read.names.end(), left.begin,
                                    [](const Name& x, std::uint32_t p) { return x.span.end < p; });
    if (n != s_.read.names.end() && n->span.end == left.begin && n->kind == NameKind::place && n->span.begin >= f.own.begin)
      m.words = printed({n->span.begin, left.end});
  }
  if (const Span route = route_before(left, f.own.begin); !route.empty()) {
    m.words = printed(route);
    m.span = route;
    return m;
  }
  // 售出商品同比增加29%: what grows is the doing.
  if (const WordHit* verb = s_.hits.ending_at(left.begin); f.grown != 0 && f.first && s_.quantity(q).kind == UnitKind::percent && verb &&
                                                           verb->is(Role::obtain) && verb->is(Role::strong_verb) &&
                                                           verb->span.begin == f.left.begin && !is_generic(s_.at(left)))
    m.words = printed(verb->span) + m.words;
  if (const std::string who = same_doer(q, f, left); !who.empty()) {
    m.words = who + m.words;
    m.rule = "the same doer as before";
    m.carried = true;
    return m;
  }
  if (const std::string name = s_.tail(m.words, Role::obtain) > 0 ? name_in_quotes_before(q) : std::string(); !name.empty()) {
    m.words = name + m.words;
    m.rule = "what the clause before names in quotes";
    m.carried = true;
    return m;
  }
  if (const std::string of = taking_part(q, left); !of.empty()) {
    m.words = of;
    m.rule = "those who take part, of what was told first in the sentence";
    m.carried = true;
    return m;
  }
  if (const std::string of = had_by_those_counted(q, f, left); !of.empty()) {
    m.words = of;
    m.rule = "what is told of something in so many places";
    m.carried = true;
    return m;
  }
  complete(q, m);
  return m;
}

// 网店5万家，其中女装2万家: a part of what was counted, the name of the whole behind its own.
bool Measuring::part_of_counted(std::uint32_t q, Measured& m) const {
  const std::uint32_t part_of = s_.clause_of(q)->part_of;
  if (part_of == kNoClause || m.words.size() > kPart || !aspect_of(m.words).empty()) return false;
  const Clause& counted = s_.read.clauses[part_of];
  std::uint32_t from = kNoClause;
  for (std::uint32_t i = counted.first_quantity; i < counted.first_quantity + counted.quantities && i < q; ++i)
    if (s_.counts[i] && s_.read.holdings[i].clause == part_of && level_[i] && s_.quantity(i).unit == s_.quantity(q).unit) {
      from = i;
      break;
    }
  if (from == kNoClause) return false;
  // 试点涉及餐饮商户 of 试点涉及商户: the part stands behind the verb.
  const std::string_view concerns = told_[from];
  for (std::size_t at = 6; at + 6 < concerns.size(); ++at)
    if (const std::size_t n = s_.head(concerns.substr(at), Role::spread);
        n > 3 && s_.head(concerns.substr(at), Role::obtain) == n && at + n + 6 <= concerns.size() && concerns.size() - at - n <= kPart) {
      m.words = std::string(concerns.substr(0, at + n)) + m.words + std::string(concerns.substr(at + n));
      m.rule = "a part of what was counted before";
      m.carried = true;
      m.from = from;
      return true;
    }
  const std::string doer = doer_of(told_[from]);
  std::string_view whole = doer.empty() ? std::string_view(told_[from]) : doer;
  for (std::size_t at = 3; at + 6 <= whole.size(); ++at)  // 经电商售出的方便面: 方便面
    if (const std::size_t n = s_.head(whole.substr(at), Role::of); n > 0 && at + n + 6 <= whole.size()) whole.remove_prefix(at + n), at = 0;
  if (const std::size_t n = s_.head(whole, Role::obtain); n > 0 && n + 6 <= whole.size()) whole.remove_prefix(n);
  if (whole.size() < 6 || whole.size() > 2 * kPart || m.words.ends_with(whole.substr(whole.size() - 6))) return false;
  m.words += whole;
  m.rule = "a part of what was counted before";
  m.carried = true;
  m.from = from;
  return true;
}

// 从上海到汉堡的运价, 上海至汉堡运价: from where to where is a part of the thing; empty where no such two places stand before.
Span Measuring::route_before(Span thing, std::uint32_t from) const {
  const auto& names = s_.read.names;
  std::uint32_t at = thing.begin;
  if (const WordHit* of = s_.hits.ending_at(at); of && of->is(Role::of)) at = of->span.begin;
  const auto name_ending = [&](std::uint32_t end) {
    const auto n = std::lower_bound(names.begin(), names.end(), end, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
    return n != names.end() && n->span.end == end && n->kind == NameKind::place && n->span.begin >= from ? &*n : nullptr;
  };
  const Name* whither = name_ending(at);
  if (!whither || whither->span.begin <= from) return {};
  const WordHit* to = s_.hits.ending_at(whither->span.begin);
  if (!to || !to->is(Role::to) || !to->is(Role::preposition)) return {};
  const Name* whence = name_ending(to->span.begin);
  return whence ? Span{whence->span.begin, thing.end} : Span{};
}

Measured Measuring::of_rank(std::uint32_t q, const Frame& f) {
  Measured m;
  const Span right = cleaned(f.right);
  const WordHit* modified = s_.hits.ending_at(s_.begin(q));
  const bool vague = s_.head(s_.at(right), Part::vague) == right.size() && !(modified && modified->is(Role::of));
  const bool named = name_begins_at(right.begin) && (f.of || is_name_or_time(s_, right));  // 排第三的某平台, 第三名某平台
  // 排在第二位的乙收入3亿元: what stands behind the rank belongs to the next number.
  const std::uint32_t next = s_.behind_in_clause(q);
  const bool of_next =
      f.of && next != kNoClause && trim(s_.folded, {f.right.end, s_.begin(next)}).empty() && !aspect_of(s_.at(right)).empty();
  if (right.size() >= 6 && !vague && !named && !of_next && s_.head(s_.at(right), Role::verb_behind) == 0 && right.size() <= kMostBytes) {
    m.span = right;
    m.words = printed(right);
    m.rule = "what is ranked, behind the rank";
    // 全球消费者购物的第三大市场
    if (modified && modified->is(Role::of)) {
      Span modifier = f.left;
      for (const WordHit& hit : s_.hits.between(modifier.begin, modifier.end))
        if (s_.head(s_.at(hit.span), Part::be) == hit.span.size()) modifier.begin = hit.span.end;
      modifier = cleaned(modifier);
      if (!modifier.empty() && modifier.size() <= kMostBytes) m.words = printed(modifier) + m.words;
    }
    return m;
  }
  Frame before = f;
  // 首次参评的杭州拿到第8位: what tells of the one that is ranked is no thing.
  if (const WordHit* of = s_.hits.beginning_at(f.left.end); of && of->is(Role::of)) {
    const auto n = std::lower_bound(s_.read.names.begin(), s_.read.names.end(), of->span.end,
                                    [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
    if (n != s_.read.names.end() && n->span.begin == of->span.end && n->span.end <= s_.begin(q)) before.left.end = before.left.begin;
  }
  if (const WordHit* first = s_.hits.beginning_at(f.left.begin); first && first->is(Role::rank) && first->span.end < f.left.end)
    before.left.begin = first->span.end;  // 拿下热卖榜第一
  if (is_bare_number(cleaned(before.left))) before.left.end = before.left.begin;
  Span among;  // 居各类应用首位: what stands between the word of rank and the rank
  for (const WordHit& hit : s_.hits.between(before.left.begin, before.left.end))
    if (hit.is(Role::rank)) {
      among = cleaned({hit.span.end, before.left.end});
      before.left.end = hit.span.begin;
      break;
    }
  if (before.left.begin > f.left.begin) among = cleaned(before.left);
  // 高居应用收入榜榜首: the ranking names it.
  if (const std::size_t n = s_.tail(s_.at(among), Role::ranking); n > 0 && among.size() >= n + 6 && among.size() <= kMostBytes) {
    m.span = among;
    m.words = printed(among);
    m.rule = "the ranking";
    return m;
  }
  // 月活居综合电商应用首位: what is measured of those among whom it is ranked.
  if (const Span said = cleaned(before.left); among.size() >= 6 && among.size() <= kMostBytes / 2 && before.left.begin == f.left.begin &&
                                              !said.empty() && is_generic(s_.at(said)) && !is_field(among) &&
                                              s_.head(s_.at(among), Role::field) == 0 && !is_name_or_time(s_, among) &&
                                              !is_generic(s_.at(among))) {
    m.span = said;
    m.words = printed(among) + printed(said);
    m.rule = "what is measured of those among whom it is ranked";
    return m;
  }
  if (begins_with(cleaned(before.left), Part::passive)) return m;  // 被乙以微弱优势挤到第四: by whom, and no thing
  const std::string_view names = s_.at(before.left);
  const bool field = before.left.begin > f.left.begin && s_.head(s_.at(cleaned(before.left)), Role::field) > 0;  // 居各类投诉首位
  const WordHit* verb = s_.hits.beginning_at(cleaned(before.left).begin);  // 超过直邮成为第二大模式
  const bool passes = verb && verb->is(Role::verb_behind) && !verb->is(Role::preposition) && verb->span.end < before.left.end;
  const bool firm = s_.tail(s_.at(cleaned(before.left)), Part::speaker) > 0;  // 甲公司居榜首
  if (field || passes || firm || cleaned(before.left).empty() || is_field(cleaned(before.left)) ||
      names.find("\xE3\x80\x81") != names.npos || ends_in_name(cleaned(before.left))) {  // as the last one ranked
    // 以5900万次名列第一: ranked by the amount.
    if (const std::uint32_t by = s_.before_in_clause(q);
        by != kNoClause && f.own.begin == s_.end(by) && cleaned(f.left).empty() && level_[by] && s_.quantity(by).kind != UnitKind::rank)
      return m;
    for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < kNumbersBack; ++seen)
      if (s_.counts[i] && s_.quantity(i).kind == UnitKind::rank && !told_[i].empty() && s_.quantity(i).span.begin >= s_.text.title_end() &&
          s_.clause_of(i)->sentence + 2 >= s_.clause_of(q)->sentence) {
        m.words = told_[i];
        m.from = i;
        m.carried = true;
        m.rule = "as the rank before";
        return m;
      }
    return in_ranking(q, m);
  }
  // 甲产业居首，乙产业第二: one more of those ranked.
  if (f.first && before.left.end == f.left.end && aspect_of(s_.at(cleaned(before.left))).empty() &&
      trim(s_.folded, {before.left.end, s_.begin(q)}).empty())
    for (std::uint32_t i = q, seen = 0; i-- > 0 && seen < 3; ++seen) {
      if (!s_.counts[i] || s_.quantity(i).kind != UnitKind::rank || told_[i].empty()) continue;
      if (s_.clause_of(i)->sentence != s_.clause_of(q)->sentence) break;
      m.words = told_[i];
      m.from = i;
      m.carried = true;
      m.rule = "as the rank before";
      return m;
    }
  if (is_whole(before.left) || is_generic(s_.at(cleaned(before.left)))) return in_ranking(q, m);  // 在西北五省区中
  return thing_before(q, before);
}

}  // namespace fengbiao
