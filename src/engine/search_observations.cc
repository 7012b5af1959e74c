#include "engine/search_observations.h"

#include <algorithm>
#include <map>

#include "search/search_text.h"

namespace fengbiao {

Result<SearchObservations> SearchObservations::gather(Archive& archive, const SearchIndex& index) {
  SearchObservations out;
  std::map<std::string, std::uint32_t> units, indicators;
  const auto number = [](std::map<std::string, std::uint32_t>& map, const std::string& word, std::vector<std::string>& list) {
    const auto [at, fresh] = map.emplace(word, static_cast<std::uint32_t>(list.size()));
    if (fresh) list.push_back(word);
    return at->second;
  };
  FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& reported) -> Result<bool> {
    const Observation& o = reported.observation;
    // The id of an observation begins with that of its article.
    const auto row = index.row_of(std::string_view(o.id).substr(0, o.id.rfind("-o")));
    if (!row) return true;
    out.all_.push_back({*row, number(units, o.unit, out.units_),
                        number(indicators, search_text(o.indicator) + "\n" + o.indicator_code, out.indicators_), o.value,
                        o.value_max.value_or(o.value)});
    return true;
  }));
  std::ranges::stable_sort(out.all_, {}, &One::row);
  return out;
}

std::vector<std::uint32_t> SearchObservations::rows(std::span<const QueryNode* const> conditions) const {
  std::vector<char> indicator_fits(indicators_.size(), 1), unit_fits(units_.size(), 1);
  for (const QueryNode* c : conditions) {
    if (c->kind == QueryNode::Kind::words) {
      for (std::size_t i = 0; i < indicators_.size(); ++i) {
        const std::string_view all = indicators_[i];
        const std::string_view name = all.substr(0, all.find('\n')), code = all.substr(name.size() + 1);
        const auto named = [&](const std::string& form) { return (!form.empty() && name.find(form) != name.npos) || code == form; };
        if (!named(c->form) && std::ranges::none_of(c->also, [&](const QueryAlternative& a) { return named(a.form); }))
          indicator_fits[i] = 0;
      }
    } else if (!c->low.unit.empty()) {
      for (std::size_t i = 0; i < units_.size(); ++i)
        if (units_[i] != c->low.unit) unit_fits[i] = 0;
    }
  }
  std::vector<std::uint32_t> out;
  for (const One& one : all_) {
    if (!indicator_fits[one.indicator] || !unit_fits[one.unit] || (!out.empty() && out.back() == one.row)) continue;
    const bool fits = std::ranges::all_of(conditions, [&](const QueryNode* c) {
      return c->kind == QueryNode::Kind::words || (one.high >= c->low.value && one.low <= c->high.value);
    });
    if (fits) out.push_back(one.row);
  }
  return out;
}

}  // namespace fengbiao
