#include "model/observation.h"

#include <array>
#include <tuple>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 5> kMeasures{"level", "growth", "share", "rank", "change"};
constexpr std::array<std::string_view, 3> kStatuses{"actual", "forecast", "target"};

auto fields(const Observation& o) {
  return std::tie(o.id, o.article, o.span, o.quote_span, o.line_start, o.line_end, o.text, o.quote, o.value, o.value_max, o.unit, o.approx,
                  o.digits, o.step, o.measure, o.basis, o.indicator, o.indicator_code, o.area, o.area_code, o.entity, o.entity_id, o.period,
                  o.status, o.reporter, o.reporter_id, o.part_of, o.share_of, o.sure, o.doubts);
}

}  // namespace

std::string_view name_of(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)]; }

std::optional<Measure> measure_named(std::string_view name) {
  for (std::size_t i = 0; i < kMeasures.size(); ++i)
    if (kMeasures[i] == name) return static_cast<Measure>(i);
  return std::nullopt;
}

std::string_view name_of(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::optional<Status> status_named(std::string_view name) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i)
    if (kStatuses[i] == name) return static_cast<Status>(i);
  return std::nullopt;
}

bool operator==(const Observation& a, const Observation& b) { return fields(a) == fields(b); }

}  // namespace fengbiao
