#include "check/figure_sums.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostParts = 40;  // of a list
constexpr std::size_t kPlaceName = 15;    // bytes of 、普陀区
constexpr std::uint32_t kBack = 20;       // figures looked at for a whole told before
constexpr std::uint32_t kAround = 3;      // figures beside the parts of a family
constexpr std::size_t kDividedInto = 30;  // bytes between into how many parts a whole is divided and the whole
constexpr std::size_t kApart = 110;       // bytes between shares that are told together

using Variables = std::vector<Constraints::Variable>;

bool is_amount_told(const Figure& f) {
  return f.is_amount() && f.observation && f.observation->measure == Measure::level && f.value > 0 && !f.quantity->value_max;
}

Interval sum_of(const std::vector<const Figure*>& parts) {
  Interval out = exactly(0);
  for (const Figure* f : parts) out = plus(out, f->interval);
  return out;
}

double plain_sum(const std::vector<const Figure*>& parts) {
  double out = 0;
  for (const Figure* f : parts) out += f->value;
  return out;
}

// 13+54+24+9, in the unit of the whole: only the last says it.
std::string written_sum(const FigureScene& scene, const std::vector<const Figure*>& parts) {
  std::string out;
  for (const Figure* f : parts) out += (out.empty() ? "" : "+") + scene.printed(*f);
  return out;
}

// The whole first, then its parts. `most`: the parts may be fewer than all.
FigureRelation of_parts(const FigureScene& scene, const CheckRule* rule, const Figure& whole, const std::vector<const Figure*>& parts,
                        bool most) {
  FigureRelation r{.rule = rule, .order = most};
  r.figures = parts;
  r.figures.push_back(&whole);
  r.readings = {[most](Constraints& c, auto s, const Variables& v) {
    std::vector<Constraints::Term> terms;
    for (const auto x : v) terms.push_back({x, x == v.back() ? 1.0 : -1.0});
    c.sum(s, std::move(terms), {0, most ? everything().high : 0});
  }};
  const Interval sum = sum_of(parts);
  const bool fits = most ? !(sum.low > whole.interval.high) : !is_empty(common(sum, whole.interval));
  const std::string is = scene.written(plain_sum(parts), whole, 2);
  r.relation = written_sum(scene, parts) + " = " + is + (fits ? most ? " ≤ " : " = " : most ? " > " : " ≠ ") + scene.printed(whole);
  r.values = {{"parts", written_sum(scene, parts)}, {"computed", is}, {"whole", scene.printed(whole)}};
  return r;
}

bool is_listed(const FigureScene& scene, const Figure& before, const Figure& f) {
  const Span between = scene.between(before, f);
  return !scene.says(between, FigureWord::rise_to) && !scene.says(between, FigureWord::fall_to) &&
         !scene.says(f.label, FigureWord::average) && !scene.says(f.label, FigureWord::extreme) && !scene.says(f.label, FigureWord::all_of);
}

// 其中杨浦34个、虹口28个、普陀26个: places exclude each other, also where a name among them was not known.
bool are_places(const FigureScene& scene, const std::vector<const Figure*>& parts) {
  std::set<std::string_view> places;
  std::size_t plain = 0;
  for (const Figure* f : parts) {
    if (!f->observation->area.empty()) places.insert(f->observation->area);
    plain += trim(scene.folded(), f->label).size() <= kPlaceName;
  }
  return places.size() == parts.size() || (places.size() >= 2 && places.size() + 1 == parts.size() && plain + 1 >= parts.size());
}

// 业务量比重分别为…，收入比重分别为…: another list begins.
bool begins_another(const FigureScene& scene, Span between) {
  return scene.says(between, FigureWord::each) || scene.words(between).find(';') != std::string_view::npos;
}

// 其中出口, not 其中对美出口: what stands before the kind is said of the whole too.
bool is_plain_kind(const FigureScene& scene, const Figure& f, const Figure& whole) {
  std::uint32_t from = f.lead.begin, to = f.lead.begin;
  for (const WordHit& hit : scene.hits().between(f.lead.begin, f.lead.end)) {
    if (hit.is(FigureWord::part) || hit.is(FigureWord::contains)) from = hit.span.end;
    if (hit.is(FigureWord::member)) {
      to = hit.span.begin;
      break;
    }
  }
  if (to <= from) return true;
  const std::string before = bare_words(scene.words({from, to}));
  return before.size() <= 3 || bare_words(whole.observation->indicator).find(before) != std::string::npos;
}

std::string_view kind(const FigureScene& scene, const Figure& f, std::string_view what) {
  std::string_view out;
  for (const WordHit& hit : scene.hits().between(f.lead.begin, f.lead.end))
    if (hit.is(FigureWord::member)) out = scene.dictionary().attribute(hit, what);
    else if (hit.is(FigureWord::whole_of)) out = {};
  return out;
}

// 女装、男装、童装: other parts are told beside those of a family.
bool has_others(const FigureScene& scene, const Figure& whole, const std::vector<const Figure*>& parts, std::uint32_t last) {
  const auto& figures = scene.figures();
  for (std::uint32_t i = std::max(whole.index + 1, parts[0]->index - std::min(parts[0]->index, kAround));
       i < last && i <= parts.back()->index + kAround; ++i) {
    const Figure& f = figures[i];
    if (is_amount_told(f) && same_unit(f, whole) && !f.observation->part_of.empty() && std::ranges::find(parts, &f) == parts.end())
      return true;
  }
  return false;
}

}  // namespace

Result<SumCheck> SumCheck::load(RuleBook& book) {
  SumCheck out;
  FB_TRY(out.sum_, book.rule("sum-of-parts"));
  FB_TRY(out.above_, book.rule("parts-above-whole"));
  FB_TRY(out.part_, book.rule("part-above-whole"));
  return out;
}

void SumCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = 0; i < figures.size();) {
    const auto [first, last] = scene.of_sentence(figures[i]);
    if (last - first >= 2 && figures[i].sentence != kNoClause) {
      lists(scene, first, last, report);
      total_behind(scene, first, last, report);
      part(scene, first, last, report);
    }
    kinds(scene, first, last, report);
    i = std::max(last, i + 1);
  }
  for (const Figure& f : figures)
    if (f.is_share()) together(scene, f, report);
}

// A whole, then what it consists of.
void SumCheck::lists(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t w = first; w + 2 < last; ++w) {
    const Figure& whole = figures[w];
    if (!whole.is_amount() || whole.value <= 0 || whole.quantity->value_max || scene.says(whole.label, FigureWord::average)) continue;
    Figures parts;
    std::uint32_t end = w + 1;
    for (; end < last && parts.size() < kMostParts; ++end) {
      const Figure& f = figures[end];
      if (f.quantity->kind == UnitKind::percent && !parts.empty()) continue;  // 13家，占13%
      if (!is_amount_told(f) || !same_unit(f, whole) || f.value > whole.value || !is_listed(scene, figures[end - 1], f)) break;
      parts.push_back(&f);
    }
    if (parts.size() < 2) continue;
    const Span lead = scene.between(whole, *parts[0]);
    const Span all{lead.begin, parts.back()->quantity->span.end};
    const bool consists = scene.says(lead, FigureWord::consists), contains = scene.says(lead, FigureWord::contains);
    if (!consists && !contains) continue;
    const std::uint32_t behind = std::min<std::uint32_t>(all.end + 6, static_cast<std::uint32_t>(scene.folded().size()));
    const bool more = scene.says({all.begin, behind}, FigureWord::and_more);
    FigureRelation r = of_parts(scene, sum_, whole, parts, false);
    const bool all_told = scene.says(parts.back()->label, FigureWord::rest);  // 奥莱等其他业态32家
    // 五个方面12条, 其中…: as many parts as it is divided into.
    const bool as_many = w > first && scene.says(lead, FigureWord::part) && figures[w - 1].is_exact() && whole.is_exact() &&
                         parts.size() > 2 && figures[w - 1].value == static_cast<double>(parts.size()) &&
                         scene.between(figures[w - 1], whole).size() <= kDividedInto;
    r.direct = ((consists || as_many) && !more) || all_told;
    r.brief = as_many;
    if (report.tell(r)) {
      w = end - 1;
      continue;
    }
    if (are_places(scene, parts)) {
      FigureRelation above = of_parts(scene, above_, whole, parts, true);
      above.confidence = 0.7;
      report.tell(above);
    }
    w = end - 1;
  }
}

// Parts, then 合计.
void SumCheck::total_behind(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t t = first + 2; t < last; ++t) {
    const Figure& total = figures[t];
    if (!total.is_amount() || total.value <= 0) continue;
    const Span label = trim(scene.folded(), total.label);
    const WordHit* word = scene.hits().beginning_at(label.begin);
    if (!word || (!word->is(FigureWord::sum) && !word->is(FigureWord::total))) continue;
    Figures parts;
    for (std::uint32_t i = t; i-- > first && parts.size() < kMostParts;) {
      const Figure& f = figures[i];
      if (f.quantity->kind == UnitKind::percent) continue;
      if (!is_amount_told(f) || !same_unit(f, total) || !is_listed(scene, f, figures[i + 1 < t ? i + 1 : i])) break;
      parts.insert(parts.begin(), &f);
    }
    if (parts.size() < 2) continue;
    // The list may begin behind a whole of its own: its end alone may be what is added.
    while (parts.size() > 2 && is_empty(common(sum_of(parts), total.interval)) && plain_sum(parts) > total.value) {
      Figures fewer(parts.begin() + 1, parts.end());
      if (is_empty(common(sum_of(fewer), total.interval))) break;
      parts = std::move(fewer);
    }
    FigureRelation r = of_parts(scene, sum_, total, parts, false);
    std::rotate(r.figures.begin(), r.figures.begin(), r.figures.end());
    r.direct = parts.size() == t - first;  // nothing else is told in the sentence
    report.tell(r);
  }
}

// 分别为甲、乙、丙，合计占比56.8%
void SumCheck::together(const FigureScene& scene, const Figure& share, FigureReport& report) const {
  if (share.sentence == kNoClause || !scene.says(share.label, FigureWord::sum)) return;
  const auto& figures = scene.figures();
  const auto first = scene.of_sentence(share).first;
  Figures parts;
  std::uint32_t i = share.index;
  for (; i > first && parts.size() < kMostParts; --i) {
    const Figure& f = figures[i - 1];
    if (!is_amount_told(f) || (!parts.empty() && !same_unit(f, *parts[0]))) break;
    if (!parts.empty() &&
        (begins_another(scene, scene.between(f, *parts[0])) || scene.says(scene.between(f, *parts[0]), FigureWord::contains)))
      break;
    parts.insert(parts.begin(), &f);
  }
  if (parts.size() < 2) return;
  const double sum = plain_sum(parts);
  const auto relation = [&](const Figure& whole) {
    FigureRelation r{.rule = sum_, .figures = {&share}};
    r.figures.insert(r.figures.end(), parts.begin(), parts.end());
    r.figures.push_back(&whole);
    r.readings = {[](Constraints& c, auto s, const Variables& v) {
      const auto part = c.value();
      c.total(s, part, std::span(v).subspan(1, v.size() - 2));
      c.share(s, part, v.back(), v[0]);
    }};
    const std::string is = plain_number(100 * sum / whole.value, 2) + "%";
    r.relation = "(" + written_sum(scene, parts) + ")/" + scene.printed(whole) + " = " + is;
    r.values = {{"parts", written_sum(scene, parts)}, {"computed", is}, {"whole", scene.printed(whole)}, {"share", scene.printed(share)}};
    r.variant = "share";
    r.direct = false;
    return r;
  };
  const Figure *only = nullptr, *smaller = nullptr;
  std::size_t candidates = 0;
  for (std::uint32_t back = 1; back <= kBack && i >= back; ++back) {
    const Figure& whole = figures[i - back];
    if (!is_amount_told(whole) || !same_unit(whole, *parts.back())) continue;
    if (whole.value < sum) {
      if (!smaller && whole.observation->measure == Measure::level) smaller = &whole;
      continue;
    }
    if (report.tell(relation(whole))) return;
    if (whole.paragraph == share.paragraph && ++candidates == 1) only = &whole;
  }
  if (candidates == 0 && smaller) {
    FigureRelation r = relation(*smaller);
    r.relation += " ≠ " + scene.printed(share);
    r.by_slip = true;
    report.tell(r);
    return;
  }
  if (candidates != 1 || only->observation->period != parts[0]->observation->period || !share.observation->share_of.empty()) return;
  FigureRelation r = relation(*only);
  r.relation += " ≠ " + scene.printed(share);
  r.direct = true;
  r.confidence = 0.7;
  report.tell(r);
}

// Kinds that exclude each other.
void SumCheck::kinds(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = first; i + 1 < last; ++i) {
    const std::string_view family = kind(scene, figures[i], "of");
    if (family.empty() || !is_amount_told(figures[i])) continue;
    Figures parts{&figures[i]};
    std::set<std::string_view> seen{kind(scene, figures[i], "part")};
    std::uint32_t end = i + 1;
    for (; end < last && end < i + kMostParts; ++end) {
      const Figure& f = figures[end];
      if (!is_amount_told(f)) {
        if (f.is_growth() || f.quantity->kind == UnitKind::percent) continue;
        break;
      }
      if (kind(scene, f, "of") != family || !same_unit(f, *parts[0]) || f.observation->period != parts[0]->observation->period ||
          f.observation->entity != parts[0]->observation->entity || !seen.insert(kind(scene, f, "part")).second)
        break;
      parts.push_back(&f);
    }
    if (parts.size() < 2) continue;
    const std::string_view all = kind(scene, *parts[0], "all");
    // The whole: told of in the words of the parts, but for the kind; nearest first.
    const auto tail = [&](const Figure& f) {
      std::string words = bare_words(f.observation->indicator);
      for (const WordHit& hit : scene.hits().between(f.lead.begin, f.lead.end))
        if (hit.is(FigureWord::member)) {
          const std::string member = bare_words(scene.words(hit.span));
          if (const auto at = words.find(member); at != words.npos) words = words.substr(at + member.size());
        }
      return words;
    };
    const std::string common_tail = tail(*parts[0]);
    const bool same_tail = std::ranges::all_of(parts, [&](const Figure* f) { return tail(*f) == common_tail; });
    for (std::uint32_t back = 1; back <= kBack && i >= back; ++back) {
      const Figure& whole = figures[i - back];
      if (!is_amount_told(whole) || !same_unit(whole, *parts[0]) || whole.observation->period != parts[0]->observation->period ||
          whole.observation->entity != parts[0]->observation->entity || !kind(scene, whole, "of").empty())
        continue;
      const std::string words = bare_words(whole.observation->indicator);
      bool of_family = false;
      for (const WordHit& hit : scene.hits().between(whole.label.begin, whole.label.end))
        of_family = of_family || (hit.is(FigureWord::whole_of) && scene.dictionary().attribute(hit, "of") == family);
      const bool by_words = of_family || (same_tail && !common_tail.empty() && words.ends_with(common_tail) && words != common_tail &&
                                          scene.says(whole.label, FigureWord::all_of));
      const bool within =
          whole.index >= first && scene.says({whole.quantity->span.end, parts[0]->quantity->span.begin}, FigureWord::contains);
      if (!by_words && !within) continue;
      const bool complete = all == std::to_string(parts.size()) && !has_others(scene, whole, parts, last);
      FigureRelation r = of_parts(scene, complete ? sum_ : above_, whole, parts, !complete);
      const bool plain = std::ranges::all_of(parts, [&](const Figure* f) { return is_plain_kind(scene, *f, whole); });
      r.direct = plain && same_tail && (by_words || (within && complete));
      if (scene.says({whole.quantity->span.end, parts.back()->quantity->span.begin}, FigureWord::other_base)) r.reason = "other_scope";
      report.tell(r);
      break;
    }
    i = end - 1;
  }
}

// 其中: not more than what was told before. Of a list of parts, all at once.
void SumCheck::part(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  const auto is_part = [&](const Figure& f) {
    if (!f.is_amount() || !f.observation || f.value <= 0 || f.quantity->kind == UnitKind::none) return false;
    if (f.observation->measure != Measure::level && !(f.observation->measure == Measure::change && f.observation->basis.empty()))
      return false;
    return !scene.says(f.lead, FigureWord::average) && !scene.says(f.lead, FigureWord::extreme) && !scene.says(f.lead, FigureWord::daily);
  };
  for (std::uint32_t w = first; w + 1 < last; ++w) {
    const Figure& whole = figures[w];
    if (!whole.is_amount() || whole.value <= 0 || whole.quantity->kind == UnitKind::none || whole.quantity->value_max ||
        scene.says(whole.lead, FigureWord::average) || scene.says(whole.lead, FigureWord::daily))
      continue;
    Figures parts;
    std::uint32_t end = w + 1;
    for (; end < last && parts.size() < kMostParts; ++end) {
      const Figure& f = figures[end];
      if (f.quantity->kind == UnitKind::percent) continue;
      if (!is_part(f) || !same_unit(f, whole)) break;
      if (parts.empty()) {
        const Span lead = scene.between(whole, f);
        if (!scene.says(lead, FigureWord::contains) && !scene.says(lead, FigureWord::among)) break;
      }
      parts.push_back(&f);
    }
    if (parts.empty()) continue;
    const Figure& largest = **std::ranges::max_element(parts, {}, [](const Figure* f) { return f->value; });
    if (whole.is_bound() && !largest.is_bound()) continue;
    FigureRelation r{.rule = part_, .figures = {&largest}, .order = true};
    for (const Figure* f : parts)
      if (f != &largest) r.figures.push_back(f);
    r.figures.push_back(&whole);
    r.readings = {[](Constraints& c, auto s, const Variables& v) {
      for (std::size_t i = 0; i + 1 < v.size(); ++i) c.not_above(s, v[i], v.back());
    }};
    const bool fits = largest.interval.low <= whole.interval.high;
    for (const Figure* f : parts) r.relation += (r.relation.empty() ? "" : ", ") + scene.printed(*f);
    r.relation = (fits ? r.relation + " ≤ " : scene.printed(largest) + " > ") + scene.printed(whole);
    r.values = {{"part", scene.printed(largest)}, {"whole", scene.printed(whole)}};
    // The largest is one of a plain list of parts.
    bool listed = true;
    for (std::size_t p = 1; p < parts.size() && listed && parts[p - 1] != &largest; ++p) {
      const Span gap{parts[p - 1]->quantity->span.end, FigureScene::hedge_begin(*parts[p])};
      listed =
          gap.size() <= kApart && scene.words(gap).find(';') == std::string_view::npos && !scene.says(parts[p]->label, FigureWord::all_of);
    }
    const Clause* const clause = scene.clause_of(largest);
    const Span lead = scene.between(whole, *parts[0]);
    r.direct = listed &&
               (scene.says(lead, FigureWord::part) || (scene.says(lead, FigureWord::contains) && !largest.observation->part_of.empty())) &&
               (!largest.observation->part_of.empty() || (clause && clause->part_of != kNoClause)) && whole.is_level() &&
               (largest.observation->period == whole.observation->period || whole.observation->period.empty() ||
                whole.observation->period.starts_with('@')) &&
               !whole.is_bound();
    if (!whole.observation || !whole.observation->sure) r.confidence = 0.6;
    report.tell(r);
    w = end - 1;
  }
}

}  // namespace fengbiao
