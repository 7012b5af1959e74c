#include "check/figure_orders.h"

#include <algorithm>

#include "base/code_points.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFarthest = 90;      // bytes between two figures that are compared
constexpr std::size_t kLongestLead = 400;  // before a move
constexpr int kMostCompared = 4;           // figures that one is compared with
constexpr std::size_t kLead = 30;          // between a verb and its figure: 提高到2025年的10%

constexpr std::size_t kShortHead = 12;  // between a figure and 高于
constexpr std::size_t kMostListed = 20;
constexpr std::size_t kInList = 6;      // bytes between figures of a plain list: 、 以及
constexpr std::size_t kMostWords = 16;  // characters between a mark and what is counted

using Variables = std::vector<Constraints::Variable>;

FigureRelation ordered(const CheckRule* rule, const Figure& at, const Figure& other, bool at_is_larger) {
  FigureRelation r{.rule = rule, .figures = {&at, &other}, .order = true};
  r.readings = {[at_is_larger](Constraints& c, auto s, const Variables& v) {
    if (at_is_larger) c.not_above(s, v[1], v[0]);
    else c.not_above(s, v[0], v[1]);
  }};
  return r;
}

// 5%，高于甲的4.2%，也高于乙的4.8%: what was compared before is compared again.
const Figure& subject_of(const FigureScene& scene, const Figure& a) {
  const Figure* out = &a;
  const auto first = scene.of_sentence(a).first;
  for (int back = 0; back < kMostCompared && out->index > first; ++back) {
    if (!scene.says(out->label, FigureWord::above) && !scene.says(out->label, FigureWord::below)) break;
    out = &scene.figures()[out->index - 1];
  }
  return *out;
}

bool fits(const Figure& small, const Figure& large) { return small.interval.low <= large.interval.high; }

}  // namespace

Result<OrderCheck> OrderCheck::load(RuleBook& book) {
  OrderCheck out;
  FB_TRY(out.change_, book.rule("order-of-change"));
  FB_TRY(out.compared_, book.rule("order-of-comparison"));
  FB_TRY(out.falling_, book.rule("order-of-list"));
  FB_TRY(out.marks_, book.rule("order-of-marks"));
  FB_TRY(out.all_, book.rule("all-beyond-mark"));
  return out;
}

void OrderCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = 1; i < figures.size(); ++i) {
    const Figure &a = figures[i - 1], &b = figures[i];
    if (a.sentence != b.sentence || a.sentence == kNoClause) continue;
    if (!from_to(scene, a, b, report)) compared(scene, subject_of(scene, a), b, report);
    marks(scene, a, b, report);
  }
  for (std::uint32_t i = 0; i < figures.size();) {
    const auto [first, last] = scene.of_sentence(figures[i]);
    if (last - first >= 2 && figures[i].sentence != kNoClause) {
      falling(scene, first, last, report);
      leading(scene, first, last, report);
      all_beyond(scene, first, last, report);
    }
    i = std::max(last, i + 1);
  }
}

// 从A提高到B
bool OrderCheck::from_to(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const {
  if (!same_unit(a, b) || a.clause != b.clause || a.quantity->kind == UnitKind::rank) return false;
  const Span between = scene.between(a, b);
  if (between.size() > kFarthest) return false;
  const WordHit *up = scene.hits().in(between, FigureWord::rise_to), *down = scene.hits().in(between, FigureWord::fall_to);
  if (!up == !down) return false;
  // The verb stands before the second figure, 从 before the first.
  const WordHit& verb = up ? *up : *down;
  const Clause* clause = scene.clause_of(a);
  const Span behind{verb.span.end, between.end};
  if (!clause || behind.size() > kLead || scene.words(behind).find(',') != std::string_view::npos) return false;
  const WordHit* from = scene.hits().in({std::max(clause->span.begin, a.label.begin), a.quantity->span.begin}, FigureWord::from);
  if (!from) return false;
  const bool rises = up != nullptr;
  FigureRelation r = ordered(change_, b, a, rises);
  r.relation = scene.printed(a) + " → " + scene.printed(b);
  r.values = {{"from", scene.printed(a)}, {"to", scene.printed(b)}, {"verb", std::string(scene.words(verb.span))}};
  // 由亏损3亿元增至盈利1亿元, 排名由12提升至8, 时效由3天提升至1天
  const auto counted_in = [&](FigureWord use) {
    const std::string& unit = b.quantity->printed_unit;
    return !unit.empty() && scene.dictionary().head(unit, use) == unit.size();
  };
  const Span before{clause->span.begin, a.quantity->span.begin};
  r.direct = !a.quantity->value_max && !b.quantity->value_max && a.value >= 0 && b.value >= 0 && before.size() <= kLongestLead &&
             (verb.is(FigureWord::narrows) || (!scene.says(before, FigureWord::loss) && !scene.says(between, FigureWord::loss))) &&
             !scene.says(before, FigureWord::placed) && !counted_in(FigureWord::place_unit) && !(rises && counted_in(FigureWord::lasting));
  report.tell(r);
  return true;
}

// A，高于…的B
void OrderCheck::compared(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const {
  if (!same_unit(a, b) || !a.observation || a.quantity->kind == UnitKind::rank || a.quantity->value_max || b.quantity->value_max) return;
  if (a.value < 0 || b.value < 0) return;  // 降幅大于: of which side is meant
  const Span between{std::max(scene.between(a, b).begin, b.label.begin), FigureScene::hedge_begin(b)};
  if (between.size() > kFarthest || scene.between(a, b).size() > 3 * kFarthest) return;
  const WordHit *above = scene.hits().in(between, FigureWord::above), *below = scene.hits().in(between, FigureWord::below);
  if (!above == !below) return;
  const WordHit& word = above ? *above : *below;
  const auto& clauses = scene.text().clauses;
  // The words begin the clause behind the first figure, and the second ends it or stands with 的 before it.
  if (b.clause == kNoClause || clauses[b.clause].inside != kNoClause) return;
  const Span head = trim(scene.folded(), {between.begin, word.span.begin});
  if (head.size() > kLead) return;
  const Span tail = trim(scene.folded(), {word.span.end, between.end});
  const bool close = tail.size() <= kLead && scene.words(tail).find(',') == std::string_view::npos;
  FigureRelation r = ordered(compared_, a, b, above != nullptr);
  r.relation = scene.printed(a) + (above ? (fits(b, a) ? " > " : " ≯ ") : (fits(a, b) ? " < " : " ≮ ")) + scene.printed(b);
  r.values = {{"first", scene.printed(a)}, {"second", scene.printed(b)}, {"word", std::string(scene.words(word.span))}};
  r.direct = close && (a.observation->sure || (a.index + 1 == b.index && head.size() <= kShortHead));
  report.tell(r);
}

// A占28%，其次是B(21%)、C(19%)
void OrderCheck::falling(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = first + 1; i < last; ++i) {
    const Figure& before = figures[i - 1];
    const WordHit* next = scene.hits().in(scene.between(before, figures[i]), FigureWord::next);
    if (!next || !same_unit(before, figures[i]) || before.quantity->kind == UnitKind::rank) continue;
    std::vector<const Figure*> list{&before};
    // As many as are told in the same way.
    for (std::uint32_t j = i; j < last && same_unit(figures[j], before) && !figures[j].quantity->value_max; ++j) {
      const Span between = scene.between(figures[j - 1], figures[j]);
      if (between.size() > kFarthest) break;
      list.push_back(&figures[j]);
    }
    if (list.size() < 2) continue;
    FigureRelation r{.rule = falling_, .figures = list, .order = true};
    std::swap(r.figures[0], r.figures[1]);  // the finding stands where the list goes on
    const std::size_t n = list.size();
    r.readings = {[n](Constraints& c, auto s, const Variables& v) {
      std::vector<Constraints::Variable> in_order(v);
      std::swap(in_order[0], in_order[1]);
      for (std::size_t k = 1; k < n; ++k) c.not_above(s, in_order[k], in_order[k - 1]);
    }};
    const bool fit = std::ranges::adjacent_find(list, [](const Figure* x, const Figure* y) { return !fits(*y, *x); }) == list.end();
    for (const Figure* f : list) r.relation += (r.relation.empty() ? "" : " ≥ ") + scene.printed(*f);
    r.values = {{"list", r.relation}, {"word", std::string(scene.words(next->span))}};
    if (!fit) r.relation = "not " + r.relation;
    r.direct = before.observation && figures[i].observation && before.observation->measure == figures[i].observation->measure &&
               before.observation->measure != Measure::growth;
    report.tell(r);
    break;
  }
}

// 甲、乙、丙居前三位，分别为30、20、10
void OrderCheck::leading(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    const Figure& head = figures[i];
    if (!head.observation || head.quantity->kind == UnitKind::rank || !scene.says(head.label, FigureWord::each)) continue;
    if (head.observation->measure != Measure::level && head.observation->measure != Measure::share) continue;
    // 居前三位 may be a figure itself.
    std::uint32_t from = i;
    while (from > first && i - from < 2 && figures[from - 1].quantity->kind == UnitKind::rank) --from;
    const Span lead{from > first ? figures[from - 1].quantity->span.end : scene.text().sentences[head.sentence].span.begin,
                    head.quantity->span.begin};
    if (lead.size() > kLongestLead) continue;
    const WordHit* word = scene.hits().in(lead, FigureWord::leading);
    const WordHit* most = word ? nullptr : scene.hits().in(lead, FigureWord::extreme);
    if (!word && !most) continue;
    std::vector<const Figure*> list{&head};
    for (std::uint32_t j = i + 1; j < last && same_unit(figures[j], head) && !figures[j].quantity->value_max; ++j) {
      const Span gap = scene.between(figures[j - 1], figures[j]);
      if (gap.size() > kInList || scene.words(gap).find(';') != std::string_view::npos || figures[j].is_bound()) break;
      list.push_back(&figures[j]);
    }
    if (list.size() < 2) continue;
    FigureRelation r{.rule = falling_, .figures = list, .order = true};
    const std::size_t n = list.size();
    r.readings = {[n](Constraints& c, auto s, const Variables& v) {
      for (std::size_t k = 1; k < n; ++k) c.not_above(s, v[k], v[k - 1]);
    }};
    const bool fit = std::ranges::adjacent_find(list, [](const Figure* x, const Figure* y) { return !fits(*y, *x); }) == list.end();
    for (const Figure* f : list) r.relation += (r.relation.empty() ? "" : " ≥ ") + scene.printed(*f);
    r.values = {{"list", r.relation}, {"word", std::string(scene.words((word ? word : most)->span))}};
    if (!fit) r.relation = "not " + r.relation;
    r.direct = word && !scene.says(head.label, FigureWord::average) && !scene.says(head.label, FigureWord::per_head);
    r.confidence = 0.6;
    report.tell(r);
    i += static_cast<std::uint32_t>(n) - 1;
  }
}

// 43%、41%和40%，均超过四成: as printed, each lies beyond the mark.
void OrderCheck::all_beyond(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = first + 2; i < last; ++i) {
    const Figure& mark = figures[i];
    if (mark.quantity->kind == UnitKind::rank || mark.quantity->value_max) continue;
    const std::uint32_t before = figures[i - 1].quantity->span.end, number = mark.quantity->span.begin;
    const WordHit *above = scene.hits().in({before, number}, FigureWord::all_above),
                  *below = scene.hits().in({before, number}, FigureWord::all_below);
    if (!above == !below) continue;
    const WordHit& word = above ? *above : *below;
    if (trim(scene.folded(), {before, word.span.begin}).size() > kShortHead / 2) continue;
    std::vector<const Figure*> list{&mark};
    for (std::uint32_t j = i; j-- > first && list.size() < kMostListed && same_unit(figures[j], mark) && !figures[j].quantity->value_max &&
                              !figures[j].is_bound();) {
      list.push_back(&figures[j]);
      if (scene.says(figures[j].label, FigureWord::each)) break;
      if (j > first && scene.between(figures[j - 1], figures[j]).size() > kFarthest) break;
    }
    if (list.size() < 3) continue;
    FigureRelation r{.rule = all_, .figures = list, .brief = true, .order = true};
    const double sign = above ? 1 : -1;
    std::vector<double> told;
    for (const Figure* f : list) told.push_back(f->value);
    const bool fit = std::all_of(told.begin() + 1, told.end(), [&](double value) { return sign * value > sign * told[0]; });
    r.readings = {[fit](Constraints& c, auto s, const Variables& v) {
      if (!fit) c.within(s, v[0], {1, 0});
    }};
    std::string parts;
    for (auto f = list.rbegin(); f + 1 != list.rend(); ++f) parts += (parts.empty() ? "" : ", ") + scene.printed(**f);
    r.relation = parts + (above ? (fit ? " > " : " ≯ ") : (fit ? " < " : " ≮ ")) + scene.printed(mark);
    r.values = {{"list", parts}, {"word", std::string(scene.words(word.span))}, {"mark", scene.printed(mark)}};
    report.tell(r);
  }
}

// 过亿的32个，过千万的434个: marks that are no observations, each with what is counted behind it.
void OrderCheck::marks(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const {
  const auto& figures = scene.figures();
  if (b.index < 3 || figures[b.index - 3].sentence != b.sentence) return;
  const Figure &first_mark = figures[b.index - 3], &first = figures[b.index - 2], &second_mark = a, &second = b;
  const auto is_mark = [&](const Figure& mark, const Figure& count) {
    return !mark.observation && mark.approx == '>' && count.observation && count.quantity->kind == UnitKind::counter && mark.is_amount() &&
           mark.value > count.value;
  };
  if (!is_mark(first_mark, first) || !is_mark(second_mark, second) || !same_unit(first, second) || !same_unit(first_mark, second_mark))
    return;
  if (first_mark.value == second_mark.value) return;
  // The same things are counted: 的直播间达到.
  const auto counted = [&](const Figure& mark, const Figure& count) {
    const std::u32string words = code_points(bare_words(scene.words(scene.between(mark, count))));
    return words;
  };
  const std::u32string x = counted(first_mark, first), y = counted(second_mark, second);
  if (x.size() > kMostWords || y.size() > kMostWords || edit_distance(x, y, 2) > 2 || std::min(x.size(), y.size()) < 3) return;
  const bool first_high = first_mark.value > second_mark.value;
  const Figure &high = first_high ? first : second, &low = first_high ? second : first;
  FigureRelation r = ordered(marks_, high, low, false);
  r.relation = scene.printed(high) + (fits(high, low) ? " ≤ " : " > ") + scene.printed(low);
  r.values = {{"high", scene.printed(high)}, {"low", scene.printed(low)}};
  report.tell(r);
}

}  // namespace fengbiao
