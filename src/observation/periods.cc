#include "observation/periods.h"

#include <algorithm>

namespace fengbiao {
namespace {

bool is_year(std::string_view period) {
  return period.size() == 4 && std::all_of(period.begin(), period.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The last year before the quantity, in its sentence, that lies before `year`: where the growth began.
std::string first_year(const Scene& scene, std::uint32_t q, std::string_view year) {
  const Clause* clause = scene.clause_of(q);
  if (!clause) return {};
  const std::uint32_t begin = scene.read.sentences[clause->sentence].span.begin;
  const auto& times = scene.read.times;
  auto t = std::lower_bound(times.begin(), times.end(), scene.quantity(q).span.begin,
                            [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
  while (t != times.begin() && (t - 1)->time.span.begin >= begin) {
    --t;
    if (t->use == TimeUse::base || t->use == TimeUse::named || t->use == TimeUse::aside || t->use == TimeUse::told) continue;
    if (is_year(t->resolved.value) && t->resolved.value < year) return t->resolved.value;
  }
  return {};
}

}  // namespace

std::string period_of(const Scene& scene, std::uint32_t q, const Sense& sense, std::string period) {
  const Holding& h = scene.read.holdings[q];
  if (sense.basis == "cagr" && is_year(period)) {
    if (const std::string from = first_year(scene, q, period); !from.empty()) return from + "/" + period;
    return period;
  }
  if (sense.measure == Measure::change && sense.basis.empty() && h.period.from == Carried::date && period.starts_with('@'))
    return period.substr(1);
  const bool told = h.period.has() && scene.read.times[h.period.index].use == TimeUse::told;
  if (!told || period.starts_with('@') || period.find('/') != period.npos) return period;
  const UnitKind kind = scene.quantity(q).kind;
  const Clause* clause = scene.clause_of(q);
  if (!clause || (kind == UnitKind::money && !clause->so_far) || sense.measure == Measure::rank || sense.measure == Measure::growth)
    return period;
  if (clause->counted_anew && !clause->so_far) return period;
  return "@" + period.substr(0, 7);
}

}  // namespace fengbiao
