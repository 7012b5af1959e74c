#include "observation/periods.h"

#include <algorithm>

#include "model/period.h"

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

// 8月1日，…成为今年第900亿件快件: from the beginning of the year to the day that is told; empty: nothing of the kind.
std::string up_to_the_day(const Scene& scene, std::uint32_t q, std::string_view year) {
  const WordHit* nth = scene.hits.ending_at(scene.quantity(q).span.begin);
  if (!is_year(year) || !nth || scene.head(scene.at(nth->span), Part::nth) == 0) return {};
  const std::uint32_t begin = scene.read.sentences[scene.clause_of(q)->sentence].span.begin;
  const auto& times = scene.read.times;
  auto t = std::lower_bound(times.begin(), times.end(), scene.quantity(q).span.begin,
                            [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
  while (t != times.begin() && (t - 1)->time.span.begin >= begin) {
    --t;
    const std::string day = t->resolved.value.substr(0, 10);
    if (is_iso_day(day) && day.starts_with(year) && t->resolved.value.find('/') == std::string::npos)
      return std::string(year) + "-01-01/" + day;
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
  if (std::string reached = up_to_the_day(scene, q, period); !reached.empty()) return reached;
  const bool told = h.period.has() && scene.read.times[h.period.index].use == TimeUse::told;
  if (!told || period.starts_with('@') || period.find('/') != period.npos) return period;
  const UnitKind kind = scene.quantity(q).kind;
  const Clause* clause = scene.clause_of(q);
  if (!clause || (kind == UnitKind::money && !clause->so_far) || sense.measure == Measure::rank || sense.measure == Measure::growth)
    return period;
  if (clause->counted_anew && !clause->so_far) return period;
  return "@" + period.substr(0, 7);
}

std::string year_in_row(std::string period, std::span<const std::uint32_t> row, std::uint32_t q) {
  if (period.size() != 9 || period[4] != '/' || row.size() < 2) return period;
  const std::string_view from = std::string_view(period).substr(0, 4), to = std::string_view(period).substr(5);
  if (!is_year(from) || !is_year(to)) return period;
  const int first = std::stoi(std::string(from)), last = std::stoi(std::string(to));
  const auto at = std::find(row.begin(), row.end(), q);
  if (last - first + 1 != static_cast<int>(row.size()) || at == row.end()) return period;
  return std::to_string(first + static_cast<int>(at - row.begin()));
}

std::string end_of_period(std::string period) {
  if (period.starts_with('@') || is_year(period) || period.find('/') == 4) return period;
  const bool part = period.size() == 7 || (period.size() == 15 && period[7] == '/');  // a month, quarter, half; months
  const auto days = part ? days_of_period(period) : std::nullopt;
  return days ? "@" + days->last : period;
}

bool stands_on_a_day(const Scene& scene, std::uint32_t q, const Frame& f, Measure measure, std::string_view period) {
  const auto on_a_day = [](std::string_view told) { return told.starts_with('@'); };
  if (measure == Measure::growth || measure == Measure::change)
    return f.base != kNoClause && on_a_day(scene.read.times[f.base].resolved.value);
  const Holding& h = scene.read.holdings[q];
  if (h.period.from == Carried::own && h.period.has() && scene.read.times[h.period.index].use == TimeUse::base)
    return on_a_day(scene.read.value_of(scene.clause_of(q)->period));
  if (q == 0 || measure != Measure::level || !f.to) return false;
  const Holding& from = scene.read.holdings[q - 1];
  const bool leads = from.clause == h.clause && from.period.from == Carried::own && from.period != h.period &&
                     scene.quantity(q - 1).unit == scene.quantity(q).unit;
  const std::string begun = leads ? scene.read.value_of(from) : std::string();
  return leads && (on_a_day(begun) || period.starts_with(begun + "/"));
}

bool sets_out(const Scene& scene, std::uint32_t q, Span own) {
  const std::uint32_t to = scene.behind_in_clause(q);
  if (to == kNoClause || scene.quantity(to).kind != UnitKind::rank) return false;
  const CarriedIndex& period = scene.read.holdings[q].period;
  if (period.has() && period != scene.read.holdings[to].period) return false;
  for (const WordHit& hit : scene.hits.between(own.begin, scene.begin(q)))
    if (scene.head(scene.at(hit.span), Part::set_out) == hit.span.size()) return true;
  return false;
}

std::string year_of_ranking(const Scene& scene, Span name) {
  constexpr std::uint32_t kBefore = 60;  // bytes: twenty characters
  const auto& times = scene.read.times;
  auto t = std::upper_bound(times.begin(), times.end(), name.end,
                            [](std::uint32_t at, const TimeInText& time) { return at < time.time.span.end; });
  while (t != times.begin() && (t - 1)->time.span.begin + kBefore >= name.begin) {
    --t;
    if (is_year(t->resolved.value)) return t->resolved.value;
  }
  return {};
}

}  // namespace fengbiao
