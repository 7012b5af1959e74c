#include "observation/frame.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

// The first time that begins at `at` or behind it.
std::uint32_t first_time(const Scene& scene, std::uint32_t at) {
  const auto t = std::lower_bound(scene.read.times.begin(), scene.read.times.end(), at,
                                  [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
  return static_cast<std::uint32_t>(t - scene.read.times.begin());
}

// Walks from a number back over the words of measuring.
class Walk {
 public:
  Walk(const Scene& scene, std::uint32_t q) : s_(scene), q_(q) {}

  Frame run() {
    const Clause* clause = s_.clause_of(q_);
    if (!clause) return f_;
    const std::uint32_t before = s_.before_in_clause(q_), behind = s_.behind_in_clause(q_);
    const std::uint32_t from = before == kNoClause ? clause->span.begin : std::min(s_.end(before), s_.begin(q_));
    f_.own = {from, s_.begin(q_)};
    if (before != kNoClause && only_links(f_.own) && alike(before)) f_.linked = before;
    f_.in_brackets = clause->inside != kNoClause && before == kNoClause && s_.begin(q_) <= clause->span.begin + 9;
    back(from);
    look_for_bases(*clause, from);
    f_.first = before == kNoClause;
    former_value(before);
    compared_with_a_thing(from);
    rate_before();
    f_.left = {lead_in(s_, disposed(from), f_.left.end), cut_unit(f_.left)};
    // 四季度在促销带动下为5亿元: how it came about, and no thing.
    if (s_.tail(s_.at(trim(s_.folded, f_.left)), Part::under) > 0) f_.left.begin = f_.left.end;
    if (const WordHit* hit = s_.hits.beginning_at(f_.left.begin); hit && hit->is(Role::fresh) && hit->span.end <= f_.left.end)
      f_.fresh = true;
    if (!f_.level && f_.grown == 0 && !f_.to && !f_.is_rate && begins_anew()) f_.fresh = true;
    // 环比则因备货结束下降12%: why it is so is no part of the thing.
    for (const WordHit& hit : s_.hits.between(from, f_.left.end))
      if (hit.is(Role::cause) && s_.stands_alone(hit.span) && !trim(s_.folded, {from, hit.span.begin}).empty()) {
        f_.left.end = hit.span.begin;
        f_.left.begin = std::min(f_.left.begin, lead_in(s_, from, f_.left.end));
        break;
      }
    if (f_.left.begin > f_.left.end) f_.left.begin = f_.left.end;
    ahead(*clause, behind);
    return f_;
  }

 private:
  [[nodiscard]] bool alike(std::uint32_t before) const {
    const Quantity &a = s_.quantity(before), &b = s_.quantity(q_);
    const auto counts = [](const Quantity& x) { return x.kind == UnitKind::counter || x.kind == UnitKind::none; };
    if (counts(a) && counts(b)) return a.unit == b.unit || a.unit.empty() || b.unit.empty();
    const auto relative = [](const Quantity& x) { return x.kind == UnitKind::percent || x.kind == UnitKind::multiple; };
    if (relative(a) && relative(b)) return true;
    if (a.kind == b.kind && (a.unit == b.unit || a.unit.empty() || b.unit.empty())) return true;
    // 分别增加12个、210个和215万平方米
    const auto amount = [&](const Quantity& x) { return counts(x) || x.kind == UnitKind::physical || x.kind == UnitKind::money; };
    return amount(a) && amount(b) && s_.hits.in({s_.clause_of(q_)->span.begin, a.span.begin}, Role::marker) != nullptr;
  }
  [[nodiscard]] bool only_links(Span span) const {
    span = trim(s_.folded, span);
    if (span.empty()) return true;
    const WordHit* hit = s_.hits.beginning_at(span.begin);
    if (hit && hit->span.end == span.end && hit->is(Role::link)) return true;
    return span.size() <= 3 && s_.head(s_.at(span), Role::link) == span.size();
  }

  [[nodiscard]] const TimeInText* time_ending(std::uint32_t at) const {
    const auto& times = s_.read.times;
    auto t = std::lower_bound(times.begin(), times.end(), at, [](const TimeInText& x, std::uint32_t p) { return x.time.span.end < p; });
    return t != times.end() && t->time.span.end == at ? &*t : nullptr;
  }

  [[nodiscard]] std::uint32_t field_before(std::uint32_t at) const {
    if (const WordHit* hit = s_.hits.ending_at(at); hit && hit->is(Role::field)) return hit->span.begin;
    const auto& names = s_.read.names;
    const auto n = std::lower_bound(names.begin(), names.end(), at, [](const Name& x, std::uint32_t p) { return x.span.end < p; });
    return n != names.end() && n->span.end == at && n->kind == NameKind::place ? n->span.begin : at;
  }

  void back(std::uint32_t from) {
    std::uint32_t at = s_.begin(q_);
    bool level_between = false;  // a level word stands between the number and what comes next
    for (;;) {
      while (at > from && s_.folded[at - 1] == ' ') --at;
      if (at <= from) break;
      if (const TimeInText* t = time_ending(at); t && t->time.span.begin >= from) {
        // Times between the words of measuring are passed over; before those they are part of what leads in.
        at = t->time.span.begin;
        // 是2020年的1.8倍
        const WordHit* of = s_.hits.beginning_at(t->time.span.end);
        // 成立满10年的占20%: a span of time that tells who is counted.
        if (s_.quantity(q_).kind == UnitKind::percent && t->time.kind == TimeKind::duration && of && of->is(Role::of) &&
            !trim(s_.folded, {of->span.end, s_.begin(q_)}).empty() && t->time.span.begin > from) {
          at = t->time.span.end;
          break;
        }
        if (s_.quantity(q_).kind == UnitKind::multiple && of && of->is(Role::of) && f_.base == kNoClause)
          f_.base = static_cast<std::uint32_t>(t - s_.read.times.data());
        continue;
      }
      if (s_.folded[at - 1] == ')' && at < s_.begin(q_)) {  // 较2020年1月（年初）增长
        const std::size_t open = s_.folded.rfind('(', at - 1);
        if (open == std::string_view::npos || open < from || at - open > 90) break;
        at = static_cast<std::uint32_t>(open);
        continue;
      }
      if (s_.quantity(q_).kind == UnitKind::rank) {  // 全球第二, 亚洲第一: the field
        if (const std::uint32_t field = field_before(at); field >= from && field < at) {
          at = field;
          continue;
        }
      }
      const WordHit* hit = s_.hits.ending_at(at);
      if (!hit || hit->span.begin < from) break;
      if (hit->is(Role::duration_in) && time_ending(hit->span.begin)) {  // 3年内
        at = hit->span.begin;
        continue;
      }
      const bool reckoned = hit->is(Role::per) && hit->span.end == s_.begin(q_) && s_.hits.before(hit->span.begin, Role::of);
      if (!reckoned && !take(*hit, level_between)) break;  // 由去年的每公斤6元降到
      at = hit->span.begin;
    }
    f_.left = {from, at};
  }

  // 高出普通商品2.1个百分点: a word of comparison begins what stands before the number.
  void compared_with_a_thing(std::uint32_t from) {
    const UnitKind kind = s_.quantity(q_).kind;
    if (f_.grown != 0 || f_.to || (kind != UnitKind::percent && kind != UnitKind::points_of_percent && kind != UnitKind::multiple)) return;
    const std::uint32_t begin = lead_in(s_, from, f_.left.end);
    const WordHit* hit = s_.hits.beginning_at(begin);
    // 增速高于全国2个百分点: whose rate it is compared with is no part of it.
    if (kind == UnitKind::points_of_percent)
      for (std::uint32_t at = begin + 3; at < f_.left.end; ++at) {
        const std::string_view rest = s_.at({at, f_.left.end});
        const std::size_t n = s_.begins[at] != 0 ? s_.head(rest, Part::than) : 0;
        if (n == 0 || n >= rest.size()) continue;
        f_.grown = s_.head(rest, Part::below) == n ? -1 : 1;
        f_.compared = true;
        f_.left.end = at;
        return;
      }
    if (!hit || hit->span.end >= f_.left.end || !(hit->is(Role::up) || hit->is(Role::down)) || hit->is(Role::fresh)) return;
    f_.grown = hit->is(Role::up) ? 1 : -1;
    f_.compared = true;
    f_.left.end = begin;
  }

  // 某平台一季度新开门店9家: whoever does it stands before the word.
  [[nodiscard]] bool begins_anew() const {
    for (const WordHit& hit : s_.hits.between(f_.left.begin, f_.left.end))
      if (hit.is(Role::fresh) && hit.span.begin > f_.left.begin && hit.span.end + 6 <= f_.left.end && s_.stands_alone(hit.span))
        return s_.hits.in({f_.left.begin, f_.left.end}, Role::of) == nullptr;
    return false;
  }
  // 略高于去年的4亿元: an amount of that time, by which nothing grew. 与年初9点的高位相比跌去七成: what it fell from.
  void former_value(std::uint32_t before) {
    const UnitKind kind = s_.quantity(q_).kind;
    const bool amount = kind == UnitKind::money || kind == UnitKind::counter || kind == UnitKind::none || kind == UnitKind::physical;
    if (amount && f_.grown != 0 && !f_.to && base_of(q_) != kNoClause) {
      const WordHit* than = s_.hits.ending_at(s_.read.times[base_of(q_)].time.span.begin);
      if (than && s_.head(s_.at(than->span), Part::than) == than->span.size()) {
        f_.grown = 0;
        f_.base = kNoClause;
        f_.level = true;
      }
    }
    const bool bare = trim(s_.folded, f_.left).empty();  // 较2021年11月的2亿增加三成
    if (before == kNoClause || !(f_.compared || bare) || f_.grown == 0 || f_.base != kNoClause || f_.yoy || f_.period_on_period) return;
    const std::uint32_t base = base_of(before);
    if (base == kNoClause || !s_.hits.before(s_.read.times[base].time.span.begin, Role::compare)) return;
    f_.base = base;
    f_.left.end = f_.left.begin = f_.own.begin;
  }
  // The time right before a number, with 的 or without, that something is compared with.
  [[nodiscard]] std::uint32_t base_of(std::uint32_t q) const {
    const WordHit* of = s_.hits.ending_at(s_.begin(q));
    const TimeInText* time = time_ending(of && of->is(Role::of) ? of->span.begin : s_.begin(q));
    return time && time->use == TimeUse::base ? static_cast<std::uint32_t>(time - s_.read.times.data()) : kNoClause;
  }

  // 平台把抽成比例降到5%: behind the word stands what it is done to.
  [[nodiscard]] std::uint32_t disposed(std::uint32_t from) const {
    for (const WordHit& hit : s_.hits.between(from, f_.left.end))
      if (s_.head(s_.at(hit.span), Part::dispose) == hit.span.size() && s_.stands_alone(hit.span)) from = hit.span.end;
    return from;
  }

  // 降幅收窄至2%: what the growth leads to is itself a rate of growth.
  void rate_before() {
    const Span left = trim(s_.folded, f_.left);
    const WordHit* hit = s_.hits.ending_at(left.end);
    if (!f_.to || !hit || hit->span.begin < left.begin || !(hit->is(Role::gain) || hit->is(Role::loss)) ||
        s_.quantity(q_).kind != UnitKind::percent)
      return;
    f_.to = false;
    f_.is_rate = true;
    f_.grown = hit->is(Role::loss) ? -1 : 1;
    f_.left.end = hit->span.begin;
    for (const WordHit* more = s_.hits.ending_at(f_.left.end);
         more && more->span.begin >= left.begin && (more->is(Role::yoy) || more->is(Role::period_on_period) || more->is(Role::cagr));
         more = s_.hits.ending_at(f_.left.end)) {
      f_.yoy |= more->is(Role::yoy);
      f_.period_on_period |= more->is(Role::period_on_period);
      f_.cagr |= more->is(Role::cagr);
      f_.left.end = more->span.begin;
    }
  }

  // False where the word is no word of measuring.
  bool take(const WordHit& hit, bool& level_between) {
    const bool grown_before = f_.grown != 0 || f_.is_rate;
    const auto seen = [&] {
      if (f_.why.empty()) f_.why = hit.span;
      else f_.why.begin = hit.span.begin;
    };
    if (hit.is(Role::yoy) || hit.is(Role::period_on_period)) {
      (hit.is(Role::yoy) ? f_.yoy : f_.period_on_period) |= own_basis();
      if (!grown_before && (hit.is(Role::up) || hit.is(Role::down))) f_.grown = hit.is(Role::up) ? 1 : -1;  // 年增5%, 季减3%
      return seen(), true;
    }
    if (hit.is(Role::cagr)) {
      f_.cagr |= !f_.yoy && !f_.period_on_period;
      if (hit.is(Role::gain) && !f_.to && !grown_before) f_.is_rate = true, f_.grown = 1;
      return seen(), true;
    }
    if (hit.is(Role::change_to) && !grown_before) return f_.to = true, seen(), true;
    if (hit.is(Role::to) && !grown_before && !level_between) {
      const WordHit* verb = s_.hits.ending_at(hit.span.begin);
      const bool behind_number = hit.span.begin == f_.own.begin || trim(s_.folded, {f_.own.begin, hit.span.begin}).empty();
      if ((verb && (verb->is(Role::up) || verb->is(Role::down))) || (behind_number && f_.own.begin > s_.clause_of(q_)->span.begin))
        return f_.to = true, seen(), true;
    }
    const Quantity& x = s_.quantity(q_);
    const bool relative = x.kind == UnitKind::percent || x.kind == UnitKind::multiple || x.kind == UnitKind::points_of_percent;
    if (hit.is(Role::gain) && relative && !f_.to && !grown_before) {
      // 增长 right before the number is a verb, otherwise the thing itself grows: 增速为5%.
      return f_.is_rate = true, f_.grown = 1, seen(), true;
    }
    if (hit.is(Role::loss) && !f_.to && !grown_before) return f_.is_rate = true, f_.grown = -1, seen(), true;
    if (hit.is(Role::fresh)) return f_.fresh = true, seen(), true;
    if (hit.is(Role::up) || hit.is(Role::down)) {
      if (grown_before) return f_.is_rate || f_.to ? false : true;
      if (level_between && !relative) return false;
      f_.grown = hit.is(Role::up) ? 1 : -1;
      return seen(), true;
    }
    if ((hit.is(Role::more) || hit.is(Role::less)) && !grown_before && compared_here(hit.span.begin)) {
      f_.grown = hit.is(Role::more) ? 1 : -1;
      return seen(), true;
    }
    if (hit.is(Role::share) && x.kind == UnitKind::percent) return f_.share = true, seen(), true;
    if (hit.is(Role::compare)) return f_.compared = f_.compared || grown_before, true;
    if (x.kind == UnitKind::rank && hit.is(Role::rank)) return true;
    if (hit.is(Role::level)) return f_.level = level_between = true;
    return hit.is(Role::adverb) || hit.is(Role::preposition) || (hit.is(Role::possess) && !hit.is(Role::obtain));
  }
  // 比9月高: a word of comparison stands before.
  [[nodiscard]] bool compared_here(std::uint32_t at) const {
    const Span own{f_.own.begin, at};
    for (const WordHit& hit : s_.hits.between(own.begin, own.end))
      if (hit.is(Role::compare_only) || hit.is(Role::yoy) || hit.is(Role::period_on_period)) return true;
    if (own.begin != s_.clause_of(q_)->span.begin) return false;
    const std::uint32_t c = s_.read.holdings[q_].clause;
    return c > 0 && s_.read.clauses[c - 1].sentence == s_.read.clauses[c].sentence && s_.read.clauses[c - 1].quantities == 0 &&
           s_.hits.in(s_.read.clauses[c - 1].span, Role::compare_only);
  }
  [[nodiscard]] bool own_basis() const { return !f_.yoy && !f_.period_on_period; }

  // 较2020年3月增长, 电子产品销售额较十月平均水平飙升: the words of comparison that stand before the words of measuring.
  void look_for_bases(const Clause& clause, std::uint32_t from) {
    const auto look = [&](Span span, bool own) {
      for (std::uint32_t t = first_time(s_, span.begin); t < s_.read.times.size(); ++t) {
        const TimeInText& time = s_.read.times[t];
        if (time.time.span.begin >= span.end) break;
        const bool span_before = time.time.kind == TimeKind::duration && compared_with_span(time.time.span.begin);
        if (time.use == TimeUse::base) f_.base = t;
        else if (span_before && own_basis()) (time.time.duration == "P1Y" ? f_.yoy : f_.period_on_period) = true;  // 比前一周
        else if (own && time.time.duration == "P1Y" && own_basis()) f_.yoy = true;  // 一年提高5个百分点
        else if (own && time.time.kind == TimeKind::duration && is_one(time.time.duration) && own_basis()) f_.period_on_period = true;
        else if (own && (time.use == TimeUse::window || time.time.kind == TimeKind::duration)) f_.over_years = true;
      }
      for (const WordHit& hit : s_.hits.between(span.begin, span.end)) {
        if (hit.is(Role::yoy)) f_.yoy |= own_basis();
        else if (hit.is(Role::period_on_period)) f_.period_on_period |= own_basis();
        else if (hit.is(Role::cagr)) f_.cagr |= own_basis();
      }
    };
    const bool doubled = s_.head(s_.at(s_.quantity(q_).span), Part::doubling) > 0;  // 比2022年底翻一番
    if (f_.grown == 0 && !f_.is_rate && !f_.to && !f_.fresh && !doubled && s_.quantity(q_).kind != UnitKind::points_of_percent) return;
    look({from, s_.begin(q_)}, true);
    // 与2021年相比，销售额将增长77%
    if (f_.base == kNoClause && !f_.yoy && !f_.period_on_period && from == clause.span.begin) {
      const auto index = static_cast<std::uint32_t>(&clause - s_.read.clauses.data());
      if (index > 0 && s_.read.clauses[index - 1].sentence == clause.sentence && s_.read.clauses[index - 1].quantities == 0)
        look(s_.read.clauses[index - 1].span, false);
      else if (goes_on_with_base(index))  // 甲较6月增长五成，乙增长三成
        look(s_.read.clauses[index - 1].span, false);
      else if (const std::uint32_t first = s_.read.sentences[clause.sentence].first_clause; first < index) {
        // 与上年末相比，甲增加3万个，乙增加1倍: it begins the sentence
        const Clause& begins = s_.read.clauses[first];
        if (begins.quantities == 0 && begins.inside == kNoClause && s_.hits.in(begins.span, Role::compare_only)) look(begins.span, false);
      }
    }
    // What the thing is compared with is no part of it.
    for (const WordHit& hit : s_.hits.between(f_.left.begin, f_.left.end)) {
      if (!hit.is(Role::compare)) continue;
      const bool strong = hit.is(Role::compare_only);
      const bool to_base = f_.base != kNoClause && s_.read.times[f_.base].time.span.begin >= hit.span.end &&
                           s_.read.times[f_.base].time.span.begin <= hit.span.end + 12;
      if (!strong && !to_base) continue;
      if (f_.base == kNoClause) f_.compared = true;
      f_.left.end = hit.span.begin;
      break;
    }
    f_.left.end = trim(s_.folded, {from, f_.left.end}).end;
  }

  // The clause before told one growth, and this one tells another of something else.
  [[nodiscard]] bool goes_on_with_base(std::uint32_t index) const {
    if (index == 0 || f_.grown == 0 || trim(s_.folded, f_.left).empty()) return false;
    const Clause &clause = s_.read.clauses[index], &last = s_.read.clauses[index - 1];
    return last.sentence == clause.sentence && last.closed_by == ClosedBy::comma && last.inside == kNoClause &&
           clause.inside == kNoClause && last.quantities == 1 && clause.quantities == 1 && clause.times == 0 && last.times > 0 &&
           s_.hits.in(last.span, Role::compare_only) != nullptr;
  }

  // 一周跌了5%, 单月增长5%
  static bool is_one(std::string_view duration) { return duration == "P1W" || duration == "P7D" || duration == "P1M" || duration == "P1D"; }
  // 比三周, 较此前四周
  [[nodiscard]] bool compared_with_span(std::uint32_t at) const {
    if (s_.hits.before(at, Role::compare_only)) return true;
    const std::size_t prior = s_.tail(s_.at({at - std::min(at, 12U), at}), Part::prior);
    return prior > 0 && s_.tail(s_.at({at - std::min(at, 24U), at - static_cast<std::uint32_t>(prior)}), Role::compare_only) > 0;
  }

  // 运价每公斤: by what the thing is reckoned is no part of its name.
  [[nodiscard]] std::uint32_t cut_unit(Span left) const {
    for (std::uint32_t at = left.end; at > left.begin && left.end - at < 12; --at)
      if (s_.begins[at] != 0 && at > left.begin + 3 && s_.head(s_.at({at, left.end}), Part::each) > 0 &&
          s_.tail(s_.at({left.begin, at}), Part::aspect) > 0 && s_.head(s_.at({left.begin, at}), Part::modifier) != at - left.begin)
        return at;  // but 平均每人买
    for (const WordHit& hit : s_.hits.between(left.begin, left.end))
      if (hit.is(Role::per) && hit.span.end == left.end && hit.span.begin > left.begin) {
        std::uint32_t end = hit.span.begin;
        // 租金为每天每平方米4元: by two things at once
        if (end >= left.begin + 9 && s_.begins[end - 6] && s_.head(s_.at({end - 6, end}), Part::each) > 0) end -= 6;
        for (const WordHit* word = s_.hits.ending_at(end);
             word && word->span.begin > left.begin && (word->is(Role::level) || word->is(Role::adverb) || word->is(Role::change_to));
             word = s_.hits.ending_at(end))
          end = word->span.begin;
        return end;
      }
    return left.end;
  }

  // What stands behind the number, up to the next one that counts or a word that ends it.
  void ahead(const Clause& clause, std::uint32_t behind) {
    std::uint32_t at = s_.end(q_);
    const std::uint32_t end = behind == kNoClause ? clause.span.end : std::max(at, s_.begin(behind));
    while (at < end && s_.folded[at] == ' ') ++at;
    const bool reckoned = at < end && s_.folded[at] == '/';  // 4180元/吨: by what
    if (reckoned)
      for (at = std::min(at + 2, end); at < end && s_.begins[at] == 0;) ++at;
    if (at < end && !reckoned) {
      if (const std::size_t of = s_.head(s_.at({at, end}), Role::of); of > 0) {
        f_.of = true;
        at += static_cast<std::uint32_t>(of);
        if (const WordHit* rate = s_.hits.beginning_at(at); rate && rate->is(Role::cagr) && rate->is(Role::gain))  // 两成的年均增速
          f_.cagr = !f_.yoy && !f_.period_on_period;
      }
    }
    std::uint32_t stop = end;
    const bool said = s_.quantity(q_).kind == UnitKind::percent && s_.head(s_.at({at, end}), Role::question) > 0;  // 六成表示会增加支出
    for (const WordHit& hit : s_.hits.between(at, said ? at : end)) {
      if (s_.quantity(q_).kind == UnitKind::percent && hit.is(Role::question) && hit.span.begin > at) break;  // 六成消费者愿意为…
      if (f_.of && s_.quantity(q_).kind == UnitKind::percent && s_.head(s_.at(hit.span), Part::be) == hit.span.size())
        continue;  // 82%的受访者会为…
      if (hit.is(Role::cut) && hit.is(Role::survey_of) && (hit.span.begin == at || s_.hits.in({hit.span.end, end}, Role::of)))
        continue;  // 5款面向老人的应用, but 3亿元补贴面向商家
      if (hit.is(Role::cut) || (hit.is(Role::bound_behind) && hit.span.begin == at) || hit.is(Role::up) || hit.is(Role::down) ||
          hit.is(Role::change_to) || hit.is(Role::share) || hit.is(Role::yoy) || hit.is(Role::period_on_period) || hit.is(Role::gain) ||
          (hit.is(Role::rank) && !hit.is(Role::level) && hit.span.begin == at)) {
        if (hit.is(Role::gain) && f_.of && hit.span.begin == at) continue;
        stop = hit.span.begin;
        break;
      }
    }
    if (at < stop && s_.folded[at] == '(') stop = at;
    f_.right = trim(s_.folded, {at, std::max(at, stop)});
    if (s_.head(s_.at(f_.right), Role::link) > 0) f_.right.end = f_.right.begin;
    if (const std::size_t link = s_.tail(s_.at(f_.right), Role::link); link > 0) f_.right.end -= static_cast<std::uint32_t>(link);
    if (behind != kNoClause && s_.quantity(q_).kind == UnitKind::counter) whose(f_.right);
    skip_front(f_.right);
  }
  // 5个园区的销售额从3亿元增至4亿元: the parks are counted, their sales are measured by the next number.
  void whose(Span& right) const {
    for (const WordHit& hit : s_.hits.between(right.begin, right.end))
      if (hit.is(Role::preposition) && hit.is(Role::verb_behind) && !hit.is(Role::of) && hit.span.begin > right.begin &&
          first_time_begins(hit.span.end))
        right.end = hit.span.begin;
    right = trim(s_.folded, right);
    // 1万个品牌成交额增长5倍
    const std::string_view words = s_.at(right);
    const std::uint32_t next = s_.behind_in_clause(q_);
    if (const std::size_t n = s_.tail(words, Part::aspect);
        n >= 6 && n + 6 <= words.size() && next != kNoClause && s_.head(words, Role::of) == 0 &&
        (s_.quantity(next).kind == UnitKind::percent || s_.quantity(next).kind == UnitKind::multiple) &&
        (s_.tail(words, Part::bare) > 0 || s_.tail(words, Part::company_measure) > 0)) {
      right.end -= static_cast<std::uint32_t>(n);
      return;
    }
    for (const WordHit& hit : s_.hits.between(right.begin, right.end))
      if (hit.is(Role::of) && hit.span.begin >= right.begin + 6 && hit.span.end < right.end &&
          s_.tail(s_.at({hit.span.end, right.end}), Part::aspect) > 0) {
        right.end = hit.span.begin;
        return;
      }
  }
  [[nodiscard]] bool first_time_begins(std::uint32_t at) const {
    const std::uint32_t t = first_time(s_, at);
    return t < s_.read.times.size() && s_.read.times[t].time.span.begin == at;
  }

  // 12个2022年度出海基地, 5家上海企业: times and places before the thing.
  void skip_front(Span& span) const {
    for (bool again = true; again && !span.empty();) {
      again = false;
      const auto& times = s_.read.times;
      const auto t = std::lower_bound(times.begin(), times.end(), span.begin,
                                      [](const TimeInText& x, std::uint32_t p) { return x.time.span.begin < p; });
      if (t != times.end() && t->time.span.begin == span.begin && t->time.span.end < span.end) span.begin = t->time.span.end, again = true;
      const auto& names = s_.read.names;
      const auto n =
          std::lower_bound(names.begin(), names.end(), span.begin, [](const Name& x, std::uint32_t p) { return x.span.begin < p; });
      if (n != names.end() && n->span.begin == span.begin && n->kind == NameKind::place && n->span.end < span.end)
        span.begin = n->span.end, again = true;
      span = trim(s_.folded, span);
    }
  }
  const Scene& s_;
  const std::uint32_t q_;
  Frame f_;
};

}  // namespace

Frame read_frame(const Scene& scene, std::uint32_t quantity) { return Walk(scene, quantity).run(); }

}  // namespace fengbiao
