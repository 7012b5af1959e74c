#include "observation/selection.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kSmallCount = 12;    // counts in Chinese numerals up to here order or sum up rather than measure
constexpr std::uint32_t kNear = 900;  // bytes before a number, or behind it, in which its clause says what it is told of

class Selector {
 public:
  explicit Selector(const Scene& scene) : s_(scene) {}

  // The rule that leaves the quantity out; empty: it counts.
  std::string_view rule(std::uint32_t q) {
    const Quantity& x = s_.quantity(q);
    if (in_spans(s_.read.cuts.titles, x.span, title_)) return "inside the title of a document";
    if (in_name(x.span)) return "inside a name";
    if (!s_.clause_of(q)) return "outside any clause";
    const bool plain = x.kind == UnitKind::counter || x.kind == UnitKind::none;
    if (plain && x.number.fraction && s_.folded.substr(x.span.end, 1) == "(" && q + 1 < s_.read.quantities.size() &&
        s_.quantity(q + 1).span.begin == x.span.end + 1)
      return "a share in words, with its number in brackets behind it";
    // 近四成（39.7%）, 近半壁江山（48%）
    if ((x.kind == UnitKind::percent || x.number.fraction) && !x.number.arabic && q + 1 < s_.read.quantities.size() &&
        s_.quantity(q + 1).kind == UnitKind::percent && in_brackets_behind(x.span.end, s_.quantity(q + 1).span.begin))
      return "a share in words, with its number in brackets behind it";
    if (x.kind == UnitKind::none && !x.number.scaled && !x.number.fraction && !x.value_max && !measured_bare(q))
      return "a bare number that nothing measures";
    const bool lasts = x.value > 1 && x.rule == "span of time that is measured" && s_.head(x.unit, Part::year_unit) == 0;
    if (!lasts && (plain || x.kind == UnitKind::physical) && !x.number.arabic && !x.number.scaled && !x.number.fraction &&
        x.value <= kSmallCount && !moves_in_rank(q) && !takes_seats(q) && (x.approx == Approx::exact || x.hedge.begin >= x.span.end))
      return "a small count in words";
    if (s_.head(x.unit, Role::age) > 0) return "an age";
    if ((plain || x.kind == UnitKind::physical) && packs(x.span.end)) return "how much a package holds";
    if (plain && (x.number.scale_only || bare_scale(x)) && x.approx == Approx::exact) return "a scale without a figure";
    if ((x.kind == UnitKind::none || (x.kind == UnitKind::money && bounds_those_counted(q))) && bare_scale(x))
      return "a scale without a figure";
    if (plain && x.value_max && !x.number.arabic && s_.head(s_.at(x.number.span), Part::few) > 0) return "a scale without a figure";
    if (plain && of_the_most(q)) return "how long a list of the first is";
    if (labels(q)) return "a label: the first N";
    if (plain && !lasts && sums_a_list(q)) return "a count that sums up a list";
    if ((plain && survey(q)) || of_survey(q)) return "a number on how a survey was made";
    if (plain && in_document_name(q)) return "inside the name of a document";
    if (describes(q)) return "a bound inside a description";
    return {};
  }

 private:
  static bool in_spans(const std::vector<Span>& spans, Span span, std::size_t& next) {
    while (next < spans.size() && spans[next].end <= span.begin) ++next;
    return next < spans.size() && spans[next].begin <= span.begin && span.end <= spans[next].end;
  }
  bool in_name(Span span) {
    while (name_ < s_.read.names.size() && s_.read.names[name_].span.end <= span.begin) ++name_;
    return name_ < s_.read.names.size() && s_.read.names[name_].span.begin <= span.begin && span.end <= s_.read.names[name_].span.end;
  }

  // 指数为105.2, 用户数达到300: a level word before it; 指数105.2, where the thing stands right before it; 甲（98.1）, once such a number
  // was told in the paragraph.
  [[nodiscard]] bool measured_bare(std::uint32_t q) {
    const Quantity& x = s_.quantity(q);
    const WordHit* hit = s_.hits.ending_at(s_.begin(q));
    const bool level = hit && (hit->is(Role::level) || hit->is(Role::to) || hit->is(Role::change_to) || hit->is(Role::more) ||
                               hit->is(Role::less) || ((hit->is(Role::up) || hit->is(Role::down)) && !hit->is(Role::level)));
    const std::string_view before = trim_right(s_.at({s_.clause_of(q)->span.begin, s_.begin(q)}));
    const bool row = bare_before_ && x.span.begin > 0 && s_.folded[x.span.begin - 1] == '(' && s_.folded.substr(x.span.end, 1) == ")";
    std::string_view thing = before;  // 供需比仅0.6
    for (std::size_t n = 1; n > 0; thing.remove_suffix(n)) n = s_.tail(thing, Role::adverb);
    const bool measured = x.number.decimal && (level || row || s_.tail(before, Part::aspect) > 0 || s_.tail(thing, Part::ratio) > 0);
    bare_before_ |= measured;
    return measured;
  }
  // 上升两位, 提高四个位次
  [[nodiscard]] bool moves_in_rank(std::uint32_t q) const {
    const Quantity& x = s_.quantity(q);
    const bool places = s_.tail(x.unit, Part::rank_counter) == x.unit.size() && !x.unit.empty();
    if (!places && s_.head(s_.folded.substr(x.span.end, 12), Part::rate_aspect) == 0) return false;
    const std::string_view before = trim_right(s_.at({s_.clause_of(q)->span.begin, s_.begin(q)}));
    return s_.tail(before, Role::up) > 0 || s_.tail(before, Role::down) > 0;
  }
  // 20个品牌的预售额过亿元
  [[nodiscard]] bool bounds_those_counted(std::uint32_t q) const {
    const std::uint32_t before = s_.before_in_clause(q);
    return before != kNoClause && s_.counts[before] && s_.quantity(before).kind == UnitKind::counter &&
           (s_.quantity(q).approx != Approx::exact || ends_with(s_.begin(q), Role::threshold));
  }
  // 占去四席
  [[nodiscard]] bool takes_seats(std::uint32_t q) const {
    const Quantity& x = s_.quantity(q);
    if (x.unit.empty() || s_.head(x.unit, Part::seat) != x.unit.size()) return false;
    const std::string_view before = trim_right(s_.at({s_.clause_of(q)->span.begin, s_.begin(q)}));
    return s_.tail(before, Role::share) > 0 || s_.tail(before, Role::possess) > 0 || s_.tail(before, Part::takes) > 0;
  }
  [[nodiscard]] bool labels(std::uint32_t q) const {
    const WordHit* hit = s_.hits.ending_at(s_.quantity(q).span.begin);
    const UnitKind kind = s_.quantity(q).kind;  // 各27%、21% are told one by one
    if (hit && hit->is(Role::marker) && kind != UnitKind::counter && kind != UnitKind::none) return false;
    const bool reached = s_.quantity(q).number.scaled && hit && s_.head(s_.at(hit->span), Part::nth) > 0;  // 今年第900亿件快件
    return hit && hit->is(Role::label) && !reached;
  }

  // 5斤装, but not 5万台装机
  [[nodiscard]] bool packs(std::uint32_t at) const {
    const auto n = static_cast<std::uint32_t>(s_.head(s_.folded.substr(at), Part::packed));
    return n > 0 && s_.begins[at + n] != 0;
  }

  // 百家, 过亿: no figure but the scale.
  [[nodiscard]] bool bare_scale(const Quantity& x) const {
    return x.number.scale_only || x.number.digits.empty() || s_.head(s_.at(x.number.span), Role::scale) == x.number.span.size();
  }

  // The brackets open right behind, or behind a word that is no more than the share told in a figure of speech.
  [[nodiscard]] bool in_brackets_behind(std::uint32_t from, std::uint32_t to) const {
    const std::string_view between = s_.at({from, std::max(from, to)});
    if (!between.ends_with('(')) return false;
    return between.size() == 1 || s_.head(between, Part::half_of_land) == between.size() - 1;
  }

  // 最受欢迎的10个网站
  [[nodiscard]] bool of_the_most(std::uint32_t q) const {
    const WordHit* hit = s_.hits.ending_at(s_.begin(q));
    if (!hit || !hit->is(Role::of)) return false;
    const std::uint32_t from = hit->span.begin > 36 ? hit->span.begin - 36 : 0;
    return s_.hits.in({std::max(from, s_.clause_of(q)->span.begin), hit->span.begin}, Role::most);
  }

  // 六大洲, 四个方面, 6大赛道: what stands behind is a word for parts of a list.
  [[nodiscard]] bool sums_a_list(std::uint32_t q) const {
    const Quantity& x = s_.quantity(q);
    const std::string_view behind = s_.folded.substr(x.span.end, 60);
    if ((x.unit.size() > 3 && s_.tail(x.unit, Part::list_noun) > 0) ||
        (!x.number.scaled && s_.head(x.unit, Part::list_noun) == x.unit.size() && !x.unit.empty()))
      return true;
    const std::size_t length = s_.head(behind, Part::list_noun);
    if (length == 0) return false;
    if (!x.number.arabic) return true;
    // In figures only where the thing itself ends there: 6大赛道领跑, but 45个领域专利.
    return x.value <= 30 && (x.unit.empty() || x.unit.size() <= 3);
  }

  // 对9000名消费者进行的调查, 样本9000份
  [[nodiscard]] bool survey(std::uint32_t q) const {
    const Clause& clause = *s_.clause_of(q);
    const std::string_view behind = s_.folded.substr(s_.end(q), 40);
    if (s_.head(behind, Part::survey) > 0) return true;
    const WordHit* hit = s_.hits.ending_at(s_.begin(q));
    const Span around{near(clause, q), std::min(clause.span.end, s_.quantity(q).span.end + 90)};
    if (hit && hit->is(Role::survey_of) && contains(s_.at(around), Part::survey)) return true;
    // 访问了20个城市的3200名网民
    const UnitKind kind = s_.quantity(q).kind;
    if (kind == UnitKind::counter)
      for (const WordHit& verb : s_.hits.between(near(clause, q), s_.begin(q)))
        if (verb.is(Role::survey_of) && !verb.is(Role::spread) && s_.tail(s_.at(verb.span), Part::done) > 0) return true;
    if (kind == UnitKind::counter && takes_part(q, clause)) return true;
    if (kind == UnitKind::counter && s_.head(s_.quantity(q).unit, Part::head) == s_.quantity(q).unit.size())  // 受访者中女性1621人
      for (std::uint32_t at = near(clause, q); at < s_.begin(q); ++at)
        if (s_.begins[at] != 0 && s_.head(s_.at({at, s_.begin(q)}), Part::asked) > 0) return true;
    // 样本为3200份, 参与调查的3200名
    std::string_view before = s_.at(trim(s_.folded, {clause.span.begin, s_.begin(q)}));
    for (std::size_t n = 1; n > 0;) {
      n = std::max(s_.tail(before, Role::level), s_.tail(before, Role::of));
      before.remove_suffix(n);
    }
    return s_.tail(before, Part::survey) > 0;
  }

  // 118座城市参评, 参与调查的企业共有620家, 在20个城市回收问卷3200份; 对全国31个省份3200名网民的访问
  [[nodiscard]] bool takes_part(std::uint32_t q, const Clause& clause, bool alone = false) const {
    constexpr std::uint32_t kNoun = 18;  // bytes: six characters
    const std::uint32_t to = s_.end(q), from = s_.begin(q);
    const bool more = q + 1 < s_.read.quantities.size() && s_.read.holdings[q + 1].clause == s_.read.holdings[q].clause;
    const std::uint32_t next = more ? q + 1 : kNoClause;
    if (const WordHit* verb = s_.hits.in({to, std::min(to + kNoun, clause.span.end)}, Role::takes_part))
      if (next == kNoClause || s_.begin(next) > verb->span.begin) return true;
    constexpr std::uint32_t kBefore = 120;  // bytes: forty characters
    for (const WordHit& hit : s_.hits.between(std::max(clause.span.begin, from > kBefore ? from - kBefore : 0), from)) {
      if (hit.is(Role::takes_part) && hit.span.end + kNoun >= from) {
        const bool of = s_.hits.behind(hit.span.end, Role::of) || (hit.span.size() > 3 && s_.tail(s_.at(hit.span), Role::of) > 0);
        if (of && s_.tail(s_.at(trim(s_.folded, {hit.span.end, from})), Role::level) > 0) return true;
      }
      if (hit.is(Role::survey_of) && !hit.is(Role::spread) && hit.span.end < from && next == kNoClause)
        if (const std::string_view rest = trim_right(s_.at({to, clause.span.end}));
            s_.tail(rest, Part::survey) > 0 && rest.size() <= 2 * kNoun)
          return true;
    }
    if (next == kNoClause || s_.quantity(next).kind != UnitKind::counter) return false;
    if (alone) return false;
    return takes_part(next, clause, true) ||
           (contains(s_.at({to, s_.begin(next)}), Part::survey) && s_.head(s_.at({s_.end(next), clause.span.end}), Part::survey) > 0);
  }
  // 问卷回收率为97%
  [[nodiscard]] bool of_survey(std::uint32_t q) const {
    if (s_.quantity(q).kind != UnitKind::percent && !s_.quantity(q).number.fraction) return false;
    std::string_view before = trim_right(s_.at({s_.clause_of(q)->span.begin, s_.begin(q)}));
    before.remove_suffix(s_.tail(before, Role::level));
    const std::size_t rate = s_.tail(before, Part::share_noun);
    before.remove_suffix(rate);
    return rate > 0 && s_.tail(before, Part::survey) > 0;
  }
  static std::string_view trim_right(std::string_view words) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    return words;
  }

  [[nodiscard]] bool contains(std::string_view words, Part part) const {
    for (std::size_t i = 0; i < words.size(); ++i)
      if ((static_cast<unsigned char>(words[i]) & 0xC0) != 0x80 && s_.head(words.substr(i), part) > 0) return true;
    return false;
  }

  // Where the words before a number are looked at from: its clause, unless that goes on and on.
  [[nodiscard]] std::uint32_t near(const Clause& clause, std::uint32_t q) const {
    std::uint32_t at = std::max(clause.span.begin, s_.begin(q) - std::min(s_.begin(q), kNear));
    while (at < s_.begin(q) && s_.begins[at] == 0) ++at;
    return at;
  }

  // 关于同意在廊坊等33个城市设立…的批复
  [[nodiscard]] bool in_document_name(std::uint32_t q) const {
    const Clause& clause = *s_.clause_of(q);
    const WordHit* begin = nullptr;
    for (const WordHit& hit : s_.hits.between(near(clause, q), s_.quantity(q).span.begin))
      if (hit.is(Role::document_begin)) begin = &hit;
    const std::uint32_t end = s_.quantity(q).span.end;
    return begin && s_.hits.in({end, std::min(clause.span.end, end + kNear)}, Role::document_end);
  }

  // 成交额过亿的品牌, 注册资本在1000万元以上的企业占比13.8%; behind a count: 32家企业的收入超过10亿元.
  [[nodiscard]] bool describes(std::uint32_t q) const {
    const Clause& clause = *s_.clause_of(q);
    const std::uint32_t from = s_.begin(q), to = s_.end(q);
    const Quantity& x = s_.quantity(q);
    if (x.kind == UnitKind::rank) return false;
    std::string_view rest = s_.at({to, clause.span.end});
    const bool of = s_.head(rest, Role::of) > 0;
    const bool bounded = x.approx != Approx::exact || ends_with(from, Role::threshold);
    const std::string_view next = rest.substr(of ? s_.head(rest, Role::of) : 0);
    if (of && x.kind != UnitKind::percent && x.kind != UnitKind::multiple &&
        (s_.head(next, Role::share) > 0 || (s_.head(next, Role::level) > 0 && s_.head(next, Part::be) == 0)))
      return true;                                                                 // 月入6000元至8000元的占38%
    if (x.kind == UnitKind::money && s_.head(rest, Part::grade) > 0) return true;  // 百万元级
    // 600美元以上手机市场: a bound behind the number and a thing right behind that.
    if ((x.kind == UnitKind::money || x.kind == UnitKind::physical) && x.hedge.begin >= x.span.end && !x.hedge.empty() &&
        rest.size() >= 6 && !of && s_.head(rest, Role::cut) == 0 && s_.head(rest, Role::link) == 0 && rest.front() != '(' &&
        rest.front() != ',')
      return true;
    // 成交额翻番的品牌有5万个
    if (of && s_.head(s_.at(x.span), Part::doubling) > 0 && s_.head(next, Part::own_number) == 0 && q + 1 < s_.read.quantities.size() &&
        s_.quantity(q + 1).span.end <= clause.span.end)
      return true;
    if (of && bounded && (s_.tail(before_bound(q, clause), Role::up) > 0 || s_.tail(before_bound(q, clause), Role::down) > 0))
      return true;  // 销量增长超过100%的商家
    if (of && bare_scale(x) && x.kind != UnitKind::percent) return true;
    // 100元至500元之间的订单占30%
    if (const std::size_t n = x.value_max ? s_.head(rest, Role::bound_behind) : 0; n > 0 && s_.head(rest.substr(n), Role::of) > 0 &&
                                                                                   q + 1 < s_.read.quantities.size() &&
                                                                                   s_.quantity(q + 1).span.end <= clause.span.end)
      return true;
    const bool behind = !x.hedge.empty() && x.hedge.begin >= x.span.end;
    // 50美元以下的商品
    if (of && behind && (x.kind == UnitKind::money || x.kind == UnitKind::physical) && s_.head(next, Part::own_number) == 0) return true;
    const std::uint32_t after = q + 1 < s_.read.quantities.size() && s_.quantity(q + 1).span.begin < clause.span.end ? q + 1 : kNoClause;
    if (after != kNoClause && s_.read.holdings[after].clause == s_.read.holdings[q].clause) {
      // 成交翻倍的店铺有9万家
      if (of && x.kind == UnitKind::multiple && !x.number.arabic && s_.quantity(after).kind == UnitKind::counter) return true;
      // 在3个以上平台开店的卖家占4%
      if (behind && x.kind == UnitKind::counter && s_.quantity(after).kind == UnitKind::percent) {
        const WordHit* then = s_.hits.in({to, s_.begin(after)}, Role::of);
        if (then && s_.hits.in({then->span.end, s_.begin(after)}, Role::share)) return true;
      }
    }
    if (of && bounded) {
      rest.remove_prefix(s_.head(rest, Role::of));
      // 112亿元的消费额目标, 12%的增速: the number is the thing's own.
      const bool people = s_.head(rest, Part::people) > 0 && x.kind != UnitKind::money && x.kind != UnitKind::physical;
      if (s_.head(rest, Role::gain) > 0 || s_.head(rest, Part::own_number) > 0 || people || rest.empty()) return false;
      const std::string_view before = before_bound(q, clause);
      if (before.empty()) return false;  // 超过50%的消费者
      if (s_.tail(before, Role::obtain) > 0 || s_.tail(before, Role::possess) > 0) return false;
      if (x.kind == UnitKind::percent && s_.tail(before, Role::share) > 0) return false;
      return true;
    }
    // A number before it counts what the clause speaks of, and what is said of them is bounded.
    if (x.approx == Approx::exact && !ends_with(from, Role::in_bound)) return false;
    return counted_subject(clause, q) != kNoClause;
  }
  // What stands before the word that bounds the number, within its clause, behind the last number.
  [[nodiscard]] std::string_view before_bound(std::uint32_t q, const Clause& clause) const {
    std::uint32_t from = clause.span.begin;
    for (std::uint32_t i = q; i-- > clause.first_quantity;)
      if (s_.read.holdings[i].clause == s_.read.holdings[q].clause) {
        from = std::max(from, s_.end(i));
        break;
      }
    std::string_view before = s_.at({from, std::max(from, s_.begin(q))});
    for (std::size_t length = 1; length > 0;) {
      length = s_.tail(before, Role::threshold);
      before.remove_suffix(length);
    }
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before;
  }
  [[nodiscard]] bool ends_with(std::uint32_t at, Role role) const {
    const WordHit* hit = s_.hits.ending_at(at);
    return hit && hit->is(role);
  }
  // The first number of the clause, where it counts things or persons that the rest tells about: it begins the clause, but for words
  // that lead in, and a thing stands behind it.
  [[nodiscard]] std::uint32_t counted_subject(const Clause& clause, std::uint32_t q) const {
    const std::uint32_t first = clause.first_quantity;
    if (first >= q || !s_.counts[first] || s_.read.holdings[first].clause != s_.read.holdings[q].clause) return kNoClause;
    const Quantity& x = s_.quantity(first);
    if (x.kind != UnitKind::counter && x.kind != UnitKind::percent && x.kind != UnitKind::none) return kNoClause;
    std::uint32_t at = s_.begin(first);
    while (at > clause.span.begin) {
      const WordHit* hit = s_.hits.ending_at(at);
      if (!hit || !(hit->is(Role::lead) || hit->is(Role::adverb) || hit->is(Role::possess))) break;
      at = hit->span.begin;
    }
    if (at > clause.span.begin) return kNoClause;
    std::string_view behind = s_.at({s_.end(first), std::max(s_.end(first), s_.begin(q))});
    if (behind.size() < 6 || s_.head(behind, Role::cut) > 0 || s_.head(behind, Role::link) > 0 || behind.front() == '(' ||
        behind.front() == ',')
      return kNoClause;
    return first;
  }

  const Scene& s_;
  std::size_t title_ = 0, name_ = 0;
  bool bare_before_ = false;  // a bare number was measured
};

}  // namespace

void select(Scene& scene, std::vector<std::string_view>* why) {
  Selector selector(scene);
  scene.counts.assign(scene.read.quantities.size(), 0);
  if (why) why->assign(scene.read.quantities.size(), {});
  for (std::uint32_t q = 0; q < scene.read.quantities.size(); ++q) {
    const std::string_view rule = selector.rule(q);
    scene.counts[q] = rule.empty() ? 1 : 0;
    if (why) (*why)[q] = rule;
  }
}

}  // namespace fengbiao
