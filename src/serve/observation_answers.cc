// /observations: the numbers that articles report, filtered, and one with its reasons and printed lines.
#include <algorithm>
#include <tuple>

#include "engine/record_match.h"
#include "publish/observation_record.h"
#include "serve/list_answer.h"
#include "serve/record_page.h"

namespace fengbiao {

namespace {

std::optional<std::string> given(const Parameters& p, std::string_view name) {
  return p.has(name) ? std::optional(p.text(name)) : std::nullopt;
}

Reply answer_observations(const Ask& ask) {
  const Parameters& p = ask.parameters;
  ObservationFilter filter;
  filter.indicator = given(p, "indicator");
  filter.area = given(p, "area");
  filter.entity = given(p, "entity");
  filter.from = filter.to = given(p, "period");
  filter.measure = measure_named(p.text("measure"));
  filter.status = status_named(p.text("status"));
  filter.sure = p.text("sure") == "yes";
  const auto matcher = ObservationMatcher::make(filter);
  if (!matcher) {
    Problem problem{400, "invalid-parameter", matcher.error().what};
    problem.parameter = "period";
    problem.expected = "2021, 2022-H1, 2022-Q3, 2022-08 or 2022-11-25";
    return std::unexpected(std::move(problem));
  }
  // In order of issues and text: the register has them by the day of telling.
  const auto& all = ask.now.series->gathered.all.observations();
  Found found;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const Origin& origin = all[i].origin;
    if (p.has("article") && origin.article_id != p.text("article")) continue;
    if (p.has("issue") && origin.issue != p.text("issue")) continue;
    if (matcher->matches(all[i].observation)) found.push_back(i);
  }
  std::ranges::stable_sort(found, {}, [&](std::uint32_t i) {
    return std::tuple(std::string_view(all[i].origin.issue), all[i].origin.article, all[i].observation.span.begin);
  });
  if (wants_csv(p)) {
    CsvWriter csv;
    csv.row(column_names(*record_table("observations")));
    for (const std::uint32_t i : found) csv.row(cell_texts(observation_cells(all[i])));
    return csv_answer(std::move(csv));
  }
  return list_answer(p, found.size(), [&](JsonWriter& w, std::size_t i) { write_observation_json(w, all[found[i]]); });
}

Reply answer_observation(const Ask& ask) { return answer_record(ask, ask.parameters.text("id")); }

}  // namespace

std::vector<Route> observation_routes() {
  return {
      {"GET",
       "/api/v1/observations",
       "observations",
       "Numbers that articles report, filtered",
       {{"indicator", ParameterType::text, "with these words in what is measured, or with this code"},
        {"area", ParameterType::text, "of this place: its name or code"},
        {"entity", ParameterType::text, "of this company, platform or product: its name or id"},
        {"period", ParameterType::text, "for a period that lies within this one: 2022, 2022-H1, 2022-08"},
        {"article", ParameterType::text, "of this article, by its id"},
        {"issue", ParameterType::text, "of this issue, by its key"},
        {"measure", ParameterType::choice, "only this measure", "level growth share rank change"},
        {"status", ParameterType::choice, "only of this status", "actual forecast target"},
        {"sure", ParameterType::choice, "yes: only those that the program is sure of", "yes no"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "ObservationList",
       answer_observations,
       Route::series},
      {"GET",
       "/api/v1/observations/{id}",
       "observation",
       "One number with its reasons, its article and the printed lines around it",
       {{"id", ParameterType::text, "id of the observation"}},
       "RecordPage",
       answer_observation},
  };
}

}  // namespace fengbiao
