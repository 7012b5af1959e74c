#include "observation/bounds.h"

#include <algorithm>

namespace fengbiao {
namespace {

// 约占全国的5%
bool only_about(const Scene& scene, Span own) {
  for (const WordHit& hit : scene.hits.between(own.begin, own.end))
    if (scene.head(scene.at(hit.span), Part::about) == hit.span.size() && (hit.span.size() > 3 || scene.hits.beginning_at(hit.span.end)) &&
        scene.stands_alone(hit.span))
      return true;
  return false;
}

}  // namespace

Approx bound_of(const Scene& scene, std::uint32_t q, Span own) {
  if (only_about(scene, own)) return Approx::about;
  // 不及去年同期的一半: the word stands before the time.
  const WordHit* of = scene.hits.ending_at(scene.begin(q));
  const Quantity& x = scene.quantity(q);
  const bool part = x.number.fraction || (x.kind == UnitKind::percent && !x.number.arabic);  // 一半, 两成
  if (!part || !of || !of->is(Role::of)) return Approx::exact;
  const auto& times = scene.read.times;
  const auto t = std::lower_bound(times.begin(), times.end(), of->span.begin,
                                  [](const TimeInText& y, std::uint32_t p) { return y.time.span.end < p; });
  if (t == times.end() || t->time.span.end != of->span.begin || t->time.span.begin < own.begin) return Approx::exact;
  const std::string_view before = scene.at({own.begin, t->time.span.begin});
  return scene.tail(before, Part::below) > 0 ? Approx::below : scene.tail(before, Part::above) > 0 ? Approx::above : Approx::exact;
}

std::uint32_t converted(const Scene& scene, const Measuring& measuring, std::uint32_t q, const Frame& f) {
  const Quantity& x = scene.quantity(q);
  const std::uint32_t base = f.in_brackets && x.kind == UnitKind::money ? measuring.outer(q) : kNoClause;
  return base != kNoClause && scene.quantity(base).kind == UnitKind::money && scene.quantity(base).unit != x.unit ? base : kNoClause;
}

bool is_hundredth(const Scene& scene, std::uint32_t q, const Frame& f) {
  constexpr double kMost = 100;
  const Quantity& x = scene.quantity(q);
  if (q == 0 || f.grown == 0 || f.to || x.value >= kMost || scene.head(x.unit, Part::hundredth) != x.unit.size() || x.unit.empty())
    return false;
  const Quantity& price = scene.quantity(q - 1);
  return scene.counts[q - 1] && price.unit == "CNY" && price.value < kMost &&
         scene.clause_of(q - 1)->sentence == scene.clause_of(q)->sentence;
}

}  // namespace fengbiao
