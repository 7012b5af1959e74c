#include "check/figure_tallies.h"

#include <algorithm>
#include <cmath>

#include "check/figure_levels.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBack = 12;     // figures looked at for what a list adds up to
constexpr std::uint32_t kNear = 6;      // for the whole of what remains
constexpr std::uint32_t kAhead = 3;     // for a product
constexpr std::size_t kMostParts = 20;  // of a list
constexpr std::size_t kApart = 90;      // bytes between parts
constexpr std::size_t kFewDigits = 3;   // digits of a total that is no accident
constexpr std::size_t kNoun = 6;        // bytes of the noun behind a counter that are looked at

using Variables = std::vector<Constraints::Variable>;

// Also a figure that makes no observation.
bool is_told(const Figure& f) {
  return f.is_amount() && f.value > 0 && !f.quantity->value_max && !f.is_bound() &&
         (!f.observation || f.observation->measure == Measure::level ||
          (f.observation->measure == Measure::change && f.observation->basis.empty()));
}

// So many of each, to the last one.
bool is_plain(const Figure& f) { return f.approx == '=' && f.quantity->kind == UnitKind::counter && f.step == 1; }

double plain_sum(const std::vector<const Figure*>& parts) {
  double out = 0;
  for (const Figure* f : parts) out += f->value;
  return out;
}

Interval sum_of(const std::vector<const Figure*>& parts) {
  Interval out = exactly(0);
  for (const Figure* f : parts) out = plus(out, f->interval);
  return out;
}

std::string written_sum(const FigureScene& scene, const std::vector<const Figure*>& parts) {
  std::string out;
  for (const Figure* f : parts) out += (out.empty() ? "" : "+") + scene.printed(*f);
  return out;
}

std::string result(const std::string& is, bool fits, const std::string& printed) { return is + (fits ? " = " : " ≠ ") + printed; }

// Parts first, then the whole; those behind `single` of them count `times` times.
FigureRelation adding_up(const FigureScene& scene, const CheckRule* rule, const std::vector<const Figure*>& parts, const Figure& whole) {
  FigureRelation r{.rule = rule, .figures = parts};
  r.figures.push_back(&whole);
  r.readings = {[](Constraints& c, auto s, const Variables& v) { c.total(s, v.back(), std::span(v).first(v.size() - 1)); }};
  const std::string is = scene.written(plain_sum(parts), whole, 2);
  r.relation = written_sum(scene, parts) + " = " + result(is, !is_empty(common(sum_of(parts), whole.interval)), scene.printed(whole));
  r.values = {{"parts", written_sum(scene, parts)}, {"computed", is}, {"whole", scene.printed(whole)}};
  return r;
}

// Enough digits that a sum does not fit by accident.
bool is_telling(const Figure& whole, std::size_t parts) {
  if (whole.is_exact() && whole.value >= 10) return true;
  return parts >= 2 && whole.step > 0 &&
         std::to_string(static_cast<long long>(std::min(whole.value / whole.step, 1e15))).size() >= kFewDigits + (parts < 3 ? 1 : 0);
}

bool begins_alike(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t n = std::min({a.size(), b.size(), most});
  return n > 0 && a.substr(0, n) == b.substr(0, n);
}

}  // namespace

Result<TallyCheck> TallyCheck::load(RuleBook& book) {
  TallyCheck out;
  FB_TRY(out.sum_, book.rule("sum-of-parts"));
  FB_TRY(out.rest_, book.rule("rest-of-whole"));
  FB_TRY(out.product_, book.rule("each-times-number"));
  return out;
}

void TallyCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    const Figure& f = figures[i];
    if (f.sentence == kNoClause || !is_told(f)) continue;
    if (scene.says(f.label, FigureWord::remains)) remains(scene, f, report);
    if (scene.hits().before(FigureScene::hedge_begin(f), FigureWord::per_each)) of_several(scene, f, report);
    else if (scene.says(f.label, FigureWord::per_each)) product(scene, f, report);
  }
  // Lists, each once.
  for (std::uint32_t i = 0; i < figures.size();) {
    const std::uint32_t from = i++;
    if (figures[from].sentence == kNoClause || !is_told(figures[from])) continue;
    Figures parts{&figures[from]};
    for (; i < figures.size() && figures[i].sentence == figures[from].sentence && parts.size() < kMostParts; ++i) {
      const Figure& f = figures[i];
      if (f.quantity->kind == UnitKind::percent) continue;
      const Span gap = scene.between(*parts.back(), f);
      if (!is_told(f) || !same_unit(f, *parts[0]) || gap.size() > kApart || scene.says(gap, FigureWord::contains) ||
          scene.says(gap, FigureWord::rise_to) || scene.says(gap, FigureWord::fall_to) || scene.says(f.label, FigureWord::sum) ||
          scene.says(f.label, FigureWord::average) || scene.says(f.label, FigureWord::all_of))
        break;
      parts.push_back(&f);
    }
    if (parts.size() >= 2) list(scene, parts, report);
  }
}

void TallyCheck::list(const FigureScene& scene, const Figures& parts, FigureReport& report) const {
  const auto& figures = scene.figures();
  const Figure& first = *parts[0];
  // Those of its own sentence were looked at where 其中 binds them.
  if (first.index > 0 && scene.says({figures[first.index - 1].quantity->span.end, first.quantity->span.begin}, FigureWord::contains) &&
      figures[first.index - 1].sentence == first.sentence && !scene.says(figures[first.index - 1].label, FigureWord::average) &&
      figures[first.index - 1].is_amount())
    return;
  const bool rest = parts.size() >= 3 && scene.says(parts.back()->label, FigureWord::rest);
  const Interval sum = sum_of(parts);
  const Figure* only = nullptr;
  std::size_t candidates = 0;
  for (std::uint32_t back = 1; back <= kBack && first.index >= back; ++back) {
    const Figure& whole = figures[first.index - back];
    if (!is_told(whole) || !same_unit(whole, first) || scene.says(whole.label, FigureWord::average)) continue;
    if (!is_empty(common(sum, whole.interval)) && (rest || is_telling(whole, parts.size()))) {
      FigureRelation r = adding_up(scene, sum_, parts, whole);
      r.direct = false;
      report.tell(r);
      return;
    }
    if (!whole.is_level() || !first.observation || !same_time(*whole.observation, *first.observation) || !of_one_sort(first, whole))
      continue;
    if (++candidates == 1) only = &whole;
  }
  if (!rest || candidates != 1 || only->paragraph == 0) return;
  FigureRelation r = adding_up(scene, sum_, parts, *only);
  r.confidence = 0.6;
  report.tell(r);
}

// 共15家，已完成3家，还剩12家
void TallyCheck::remains(const FigureScene& scene, const Figure& rest, FigureReport& report) const {
  const auto& figures = scene.figures();
  Figures before;
  for (std::uint32_t back = 1; back <= kNear && rest.index >= back; ++back) {
    const Figure& f = figures[rest.index - back];
    if (f.paragraph != rest.paragraph) break;
    if (is_told(f) && same_unit(f, rest)) before.push_back(&f);
  }
  const auto relation = [&](std::size_t done) {
    const Figure& whole = *before[done];
    Figures all(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(done));
    std::ranges::reverse(all);
    FigureRelation r{.rule = rest_, .figures = {&rest}};
    std::string less = scene.printed(whole);
    double left = whole.value;
    for (const Figure* f : all) less += "-" + scene.printed(*f), left -= f->value, r.figures.push_back(f);
    r.figures.push_back(&whole);
    r.readings = {[](Constraints& c, auto s, const Variables& v) { c.total(s, v.back(), std::span(v).first(v.size() - 1)); }};
    std::vector<Interval> values;
    for (const Figure* f : r.figures) values.push_back(f->interval);
    const std::string is = scene.written(left, rest, 2);
    r.relation = less + " = " + result(is, is_possible(r, values), scene.printed(rest));
    r.values = {{"parts", less}, {"computed", is}, {"rest", scene.printed(rest)}};
    r.direct = false;
    return r;
  };
  for (std::size_t done = 1; done < before.size(); ++done)
    if (report.tell(relation(done))) return;
  if (before.size() != 2 || before[1]->sentence != rest.sentence || before[0]->value > before[1]->value || !rest.is_exact() ||
      !before[0]->is_exact() || !before[1]->is_exact())
    return;
  FigureRelation r = relation(1);
  r.direct = true;
  report.tell(r);
}

// 今年40个，明后两年各30个: told only where it adds up.
void TallyCheck::of_several(const FigureScene& scene, const Figure& each, FigureReport& report) const {
  const auto& figures = scene.figures();
  const auto first = scene.of_sentence(each).first;
  Figures single;
  std::uint32_t i = each.index;
  for (; i > first && single.size() < kNear && is_told(figures[i - 1]) && same_unit(figures[i - 1], each); --i)
    single.push_back(&figures[i - 1]);
  if (single.empty()) return;
  for (std::uint32_t back = 1; back <= kNear && i >= back; ++back) {
    const Figure& whole = figures[i - back];
    if (!is_told(whole) || !same_unit(whole, each) || whole.paragraph != each.paragraph) continue;
    const double times = std::round((whole.value - plain_sum(single)) / each.value);
    if (times < 2 || times > 12) continue;
    FigureRelation r{.rule = sum_, .figures = {&each}, .direct = false};
    r.figures.insert(r.figures.end(), single.begin(), single.end());
    r.figures.push_back(&whole);
    r.readings = {[times](Constraints& c, auto s, const Variables& v) {
      std::vector<Constraints::Term> terms{{v.back(), -1}, {v[0], times}};
      for (std::size_t k = 1; k + 1 < v.size(); ++k) terms.push_back({v[k], 1});
      c.sum(s, std::move(terms), exactly(0));
    }};
    const std::string parts = written_sum(scene, single) + "+" + plain_number(times, 0) + "*" + scene.printed(each);
    r.relation = parts + " = " + scene.printed(whole);
    r.values = {{"parts", parts}, {"computed", scene.printed(whole)}, {"whole", scene.printed(whole)}};
    if (report.tell(r)) return;
  }
}

// 四门课，每门8课时，共32课时: told only where it is so.
void TallyCheck::product(const FigureScene& scene, const Figure& each, FigureReport& report) const {
  const WordHit* word = scene.hits().in(each.label, FigureWord::per_each);
  if (!word || each.value <= 1) return;
  const std::string_view counted = scene.words({word->span.end, FigureScene::hedge_begin(each)});
  const auto& figures = scene.figures();
  for (std::uint32_t back = 1; back <= kBack && each.index >= back; ++back) {
    const Figure& number = figures[each.index - back];
    const std::string& unit = number.quantity->printed_unit;
    if (unit.empty() || number.value <= 1 || !is_told(number) || !begins_alike(counted, unit, unit.size()) || counted.size() < unit.size())
      continue;
    for (std::uint32_t on = 1; on <= kAhead && each.index + on < figures.size(); ++on) {
      const Figure& product = figures[each.index + on];
      if (product.sentence != each.sentence || !is_told(product) || (!same_unit(product, each) && !same_unit(product, number))) continue;
      FigureRelation r{.rule = product_, .figures = {&product, &each, &number}, .direct = false};
      r.readings = {[plain = is_plain(each), told = each.value](Constraints& c, auto s, const Variables& v) {
        if (plain) c.within(s, v[1], exactly(told));
        c.product(s, v[0], v[1], v[2]);
      }};
      const std::string is = scene.written(each.value * number.value, product, 2);
      r.values = {{"number", scene.printed(number)}, {"each", scene.printed(each)}, {"computed", is}, {"product", scene.printed(product)}};
      // One behind the other, and nothing else is said of the product: 共32课时.
      r.direct = back == 1 && on == 1 && number.sentence == each.sentence && number.is_exact() && is_plain(each) && product.is_exact() &&
                 same_unit(product, each) && trim(scene.folded(), product.label).size() <= kNoun;
      r.relation = scene.printed(number) + "*" + scene.printed(each) + " = " +
                   result(is, holds_value(product.interval, each.value * number.value) || !r.direct, scene.printed(product));
      if (report.tell(r)) return;
    }
  }
}

}  // namespace fengbiao
