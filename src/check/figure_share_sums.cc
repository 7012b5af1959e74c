#include "check/figure_share_sums.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostParts = 40;    // of a list
constexpr std::uint32_t kMostSummed = 8;    // shares that one sum is told of
constexpr std::uint32_t kLittle = 9;        // bytes between a kind and its share: 女性用户占
constexpr std::size_t kApart = 110;         // bytes between shares that are told together
constexpr std::size_t kNamesNothing = 12;   // bytes of 两者, 前三家 beside 合计占
constexpr double kLeast = 70, kMost = 175;  // what shares that are told as a whole may add up to by a slip
constexpr double kMostOfRegions = 150;      // likewise, where each may be of its own region after all

using Variables = std::vector<Constraints::Variable>;
using Figures = std::vector<const Figure*>;

Interval sum_of(const Figures& parts) {
  Interval out = exactly(0);
  for (const Figure* f : parts) out = plus(out, f->interval);
  return out;
}

double plain_sum(const Figures& parts) {
  double out = 0;
  for (const Figure* f : parts) out += f->value;
  return out;
}

std::string written_sum(const FigureScene& scene, const Figures& parts) {
  std::string out;
  for (const Figure* f : parts) out += (out.empty() ? "" : "+") + scene.printed(*f);
  return out;
}

bool is_part(const Figure& f) { return f.is_share() && !f.quantity->value_max && f.value > 0; }

bool is_listed(const FigureScene& scene, const Figure& before, const Figure& f) {
  const Span between = scene.between(before, f);
  return !scene.says(between, FigureWord::rise_to) && !scene.says(between, FigureWord::fall_to) &&
         !scene.says(f.label, FigureWord::average) && !scene.says(f.label, FigureWord::extreme) && !scene.says(f.label, FigureWord::all_of);
}

// 业务量比重分别为…，收入比重分别为…: another list begins.
bool begins_another(const FigureScene& scene, Span between) {
  return scene.says(between, FigureWord::each) || scene.words(between).find(';') != std::string_view::npos;
}

const WordHit* member(const FigureScene& scene, const Figure& f) {
  const WordHit* out = nullptr;
  for (const WordHit& hit : scene.hits().between(f.label.begin, f.label.end))
    if (hit.is(FigureWord::member)) out = &hit;
  return out;
}

// 女性占58%，男性占42%: shares of kinds that exclude each other, told plainly.
bool are_kinds_of_one(const FigureScene& scene, const Figures& shares) {
  std::set<std::string_view> seen;
  std::string_view family;
  for (const Figure* f : shares) {
    const WordHit* kind = member(scene, *f);
    const WordHit* word = scene.hits().in(f->label, FigureWord::share);
    if (!kind || !word || word->span.begin < kind->span.end || word->span.begin - kind->span.end > kLittle) return false;
    const std::string_view of = scene.dictionary().attribute(*kind, "of");
    if (f == shares[0]) family = of;
    if (of != family || f->observation->share_of != shares[0]->observation->share_of) return false;
    if (!seen.insert(scene.dictionary().attribute(*kind, "part")).second) return false;
  }
  return true;
}

// 东部地区业务量比重为75%，中部、西部地区为17%和8%.
bool are_regions(const FigureScene& scene, const Figures& shares) {
  if (!scene.says(shares[0]->label, FigureWord::share)) return false;
  std::set<std::string_view> seen;
  for (const Figure* f : shares) {
    const std::string& area = f->observation->area;
    if (area.empty() || scene.dictionary().head(area, FigureWord::member) != area.size() || !seen.insert(area).second) return false;
  }
  return true;
}

FigureRelation::Bind adds_up_to(std::size_t from, std::size_t to, const Interval& all) {
  return [=](Constraints& c, auto s, const Variables& v) {
    std::vector<Constraints::Term> terms;
    for (std::size_t i = from; i < to; ++i) terms.push_back({v[i], 1});
    c.sum(s, std::move(terms), all);
  };
}

}  // namespace

Result<ShareSumCheck> ShareSumCheck::load(RuleBook& book) {
  ShareSumCheck out;
  FB_TRY(out.shares_, book.rule("shares-above-whole"));
  FB_TRY(out.sum_, book.rule("sum-of-parts"));
  return out;
}

void ShareSumCheck::check(const FigureScene& scene, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = 0; i < figures.size();) {
    const auto [first, last] = scene.of_sentence(figures[i]);
    if (last - first >= 2 && figures[i].sentence != kNoClause) lists(scene, first, last, report);
    i = std::max(last, i + 1);
  }
  for (const Figure& f : figures)
    if (f.is_share()) joint(scene, f, report);
}

void ShareSumCheck::lists(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const {
  const auto& figures = scene.figures();
  for (std::uint32_t i = first; i < last; ++i) {
    if (!figures[i].is_share() || figures[i].value < 0) continue;
    Figures parts{&figures[i]};
    const auto marks_before = [&](std::uint32_t at) {  // 注册资本在100万元以内的占
      return at > first && !figures[at - 1].observation && figures[at - 1].quantity->kind != UnitKind::percent;
    };
    bool in_ranges = marks_before(i);
    std::uint32_t end = i + 1;
    for (; end < last && end < i + kMostParts; ++end) {
      const Figure& f = figures[end];
      if (!f.observation) continue;
      if (!is_part(f) || f.observation->period != figures[i].observation->period || !is_listed(scene, *parts.back(), f) ||
          scene.between(*parts.back(), f).size() > kApart || begins_another(scene, scene.between(*parts.back(), f)) ||
          (scene.says(f.label, FigureWord::sum) && !scene.says(f.label, FigureWord::rest)))
        break;
      in_ranges = in_ranges && marks_before(end);
      parts.push_back(&f);
    }
    if (parts.size() >= 2) list(scene, parts, in_ranges, report);
    i = end - 1;
  }
}

void ShareSumCheck::list(const FigureScene& scene, const Figures& parts, bool in_ranges, FigureReport& report) const {
  FigureRelation r{.rule = shares_, .figures = parts, .readings = {adds_up_to(0, parts.size(), {-1, 100})}};
  const double sum = plain_sum(parts);
  const Interval all = sum_of(parts);
  const std::string told = written_sum(scene, parts) + " = " + plain_number(sum, 2) + "%";
  r.values = {{"parts", written_sum(scene, parts)}, {"computed", plain_number(sum, 2) + "%"}};
  const bool asked = scene.sentence_says(*parts[0], FigureWord::asked);
  const auto is_rest = [&](const Figure& f) { return scene.says(f.label, FigureWord::rest); };
  const auto as_whole = [&](std::vector<FigureRelation::Bind> readings) {
    r.readings = std::move(readings);
    r.relation = told + (all.low <= 100 && all.high >= 100 ? "" : " ≠ 100%");
    r.variant = "whole";
    report.tell(r);
  };
  const bool plausible = sum >= kLeast && sum <= kMost;
  const bool kinds = !asked && are_kinds_of_one(scene, parts);
  const WordHit* kind = kinds ? member(scene, *parts[0]) : nullptr;
  if (kinds && scene.dictionary().attribute(*kind, "all") == std::to_string(parts.size()))
    return as_whole({adds_up_to(0, parts.size(), exactly(100))});
  // 其余占13%: all is told; a list may begin behind a share of something else.
  if (!asked && plausible && parts.size() >= 3 && is_rest(*parts.back()) &&
      std::ranges::none_of(parts.begin(), parts.end() - 1, [&](const Figure* f) { return is_rest(*f); })) {
    std::vector<FigureRelation::Bind> readings;
    for (std::size_t from = 0; from + 2 <= parts.size(); ++from) readings.push_back(adds_up_to(from, parts.size(), exactly(100)));
    return as_whole(std::move(readings));
  }
  // Sure only where all are told as shares of one, 分别占, and nobody was asked.
  const Span lead{scene.outer_clause(*parts[0]).begin, parts[0]->quantity->span.begin};
  const bool each = parts.size() >= 3 && scene.says(lead, FigureWord::each) && scene.says(lead, FigureWord::share);
  r.direct = !asked && (each || kinds || (in_ranges && parts.size() >= 3 && plausible) ||
                        (parts.size() >= 3 && sum <= kMostOfRegions && are_regions(scene, parts)));
  if (!each && !kinds) r.confidence = 0.6;
  r.relation = told + (all.low <= 100 ? " ≤ 100%" : " > 100%");
  report.tell(r);
}

// 甲占58%，乙占27%，两者合计占75%
void ShareSumCheck::joint(const FigureScene& scene, const Figure& share, FigureReport& report) const {
  if (share.sentence == kNoClause || share.quantity->value_max) return;
  const WordHit* word = scene.hits().in(share.label, FigureWord::sum);
  if (!word) return;
  const auto& figures = scene.figures();
  const auto first = scene.of_sentence(share).first;
  Figures parts;
  std::uint32_t i = share.index;
  for (; i > first && parts.size() < kMostSummed; --i) {
    const Figure& f = figures[i - 1];
    if (!f.observation && f.quantity->kind != UnitKind::percent) continue;
    if (!is_part(f) || f.observation->period != share.observation->period) break;
    if (!parts.empty() && begins_another(scene, scene.between(f, *parts[0]))) break;
    parts.insert(parts.begin(), &f);
  }
  if (parts.size() < 2 || scene.says(scene.between(*parts.back(), share), FigureWord::rest)) return;
  const auto relation = [&](const Figures& summed) {
    FigureRelation r{.rule = sum_, .figures = {&share}};
    r.figures.insert(r.figures.end(), summed.begin(), summed.end());
    r.readings = {[](Constraints& c, auto s, const Variables& v) { c.total(s, v[0], std::span(v).subspan(1)); }};
    const std::string is = plain_number(plain_sum(summed), 2) + "%";
    r.relation =
        written_sum(scene, summed) + " = " + is + (is_empty(common(sum_of(summed), share.interval)) ? " ≠ " : " = ") + scene.printed(share);
    r.values = {{"parts", written_sum(scene, summed)}, {"computed", is}, {"whole", scene.printed(share)}};
    r.direct = false;
    return r;
  };
  for (std::size_t from = 0; from + 2 <= parts.size(); ++from)
    if (report.tell(relation({parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end()}))) return;
  // Nothing else is added: 与丙合计占.
  const Span label = trim(scene.folded(), {std::max(share.label.begin, parts.back()->quantity->span.end), share.label.end});
  if (word->span.begin - std::min(word->span.begin, label.begin) > kNamesNothing) return;
  FigureRelation r = relation(parts);
  r.direct = true;
  report.tell(r);
}

}  // namespace fengbiao
