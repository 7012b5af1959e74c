// /indicators and /series: what is measured, and what many articles say of it, period after period.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/record_match.h"
#include "publish/series_record.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kRelatedShown = 12;

struct IndicatorEntry {
  std::string id, name, english;
  std::size_t series = 0, values = 0, conflicts = 0;
};

// By the number of values, then by name.
std::vector<IndicatorEntry> indicators(const SeriesRegister& all, const std::string& words) {
  std::map<std::string, IndicatorEntry> by_id;
  for (const Series& s : all.series()) {
    const std::string& id = s.indicator_code.empty() ? s.indicator : s.indicator_code;
    if (id.empty()) continue;
    if (!words.empty() && comparable(s.indicator).find(words) == std::string::npos &&
        comparable(s.english).find(words) == std::string::npos)
      continue;
    IndicatorEntry& entry = by_id[id];
    if (entry.series++ == 0) {
      entry.id = id;
      entry.name = s.indicator;
      entry.english = s.english;
    }
    entry.values += s.reports;
    entry.conflicts += s.conflicts;
  }
  std::vector<IndicatorEntry> out;
  for (auto& [id, entry] : by_id) out.push_back(std::move(entry));
  std::ranges::stable_sort(out, std::greater(), &IndicatorEntry::values);
  return out;
}

Reply answer_indicators(const Ask& ask) {
  const auto found = indicators(ask.now.series->gathered.all, comparable(ask.parameters.text("q")));
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row({"id", "name", "name_en", "series", "values", "conflicts"});
    for (const IndicatorEntry& e : found)
      csv.row({e.id, e.name, e.english, fmt::format("{}", e.series), fmt::format("{}", e.values), fmt::format("{}", e.conflicts)});
    return csv_answer(std::move(csv));
  }
  return list_answer(ask.parameters, found.size(), [&](JsonWriter& w, std::size_t i) {
    const IndicatorEntry& e = found[i];
    w.open('{');
    w.field("id", e.id);
    w.field("name", e.name);
    w.text_or_null("name_en", e.english);
    w.field("series", static_cast<std::uint64_t>(e.series));
    w.field("values", static_cast<std::uint64_t>(e.values));
    w.field("conflicts", static_cast<std::uint64_t>(e.conflicts));
    w.close('}');
  });
}

bool has_period(const Series& s, const std::string& period) {
  const std::string name = series_period(period).name;
  return std::ranges::any_of(s.cells, [&](const SeriesCell& cell) { return cell.period.name == name; });
}

Answer series_csv(const GatheredSeries& gathered, const std::vector<const Series*>& shown, bool with_table) {
  CsvWriter csv;
  csv.row(with_table ? report_columns() : series_columns());
  for (const Series* s : shown) {
    if (!with_table) csv.row(series_row(*s));
    else
      for (const auto& row : report_rows(gathered.all, *s)) csv.row(row);
  }
  return csv_answer(std::move(csv));
}

void write_related(JsonWriter& w, const GatheredSeries& gathered, const std::vector<const Series*>& related) {
  w.key("related");
  w.open('[');
  for (std::size_t i = 0; i < std::min(kRelatedShown, related.size()); ++i) write_series_json(w, gathered.all, *related[i], false);
  w.close(']');
}

Reply answer_series_list(const Ask& ask) {
  const Parameters& p = ask.parameters;
  const GatheredSeries& gathered = ask.now.series->gathered;
  SeriesQuery query{p.text("indicator"), p.text("area"), p.text("entity"), measure_named(p.text("measure"))};
  SeriesMatches found = gathered.find(query);
  if (p.has("period")) std::erase_if(found.matches, [&](const Series* s) { return !has_period(*s, p.text("period")); });
  if (p.text("conflicts") == "yes") std::erase_if(found.matches, [](const Series* s) { return s->conflicts == 0; });
  const bool with_table = p.has("indicator");
  if (wants_csv(p)) return series_csv(gathered, found.matches, with_table);
  return list_answer(
      p, found.matches.size(), [&](JsonWriter& w, std::size_t i) { write_series_json(w, gathered.all, *found.matches[i], with_table); },
      [&](JsonWriter& w) {
        write_related(w, gathered, found.related);
        w.key("did_you_mean");
        w.value(found.matches.empty() && with_table ? gathered.finder.near(gathered.all, query.words) : std::vector<std::string>());
      });
}

Reply answer_series(const Ask& ask) {
  const SeriesPart& part = *ask.now.series;
  const auto found = part.series_by_id.find(ask.parameters.text("id"));
  if (found == part.series_by_id.end())
    return std::unexpected(Problem{404, "not-found", "there is no such series; /api/v1/series lists them"});
  const Series& series = part.gathered.all.series()[found->second];
  if (wants_csv(ask.parameters)) return series_csv(part.gathered, {&series}, true);
  JsonWriter w;
  write_series_json(w, part.gathered.all, series, true);
  return json_answer(w);
}

}  // namespace

std::vector<Route> series_routes() {
  std::vector<Route> out{
      {"GET",
       "/api/v1/indicators",
       "indicators",
       "What is measured: indicators with the number of their series and values",
       {{"q", ParameterType::text, "only with these words in the name"}, limit_parameter(), cursor_parameter(), format_parameter()},
       "IndicatorList",
       answer_indicators,
       Route::series},
      {"GET",
       "/api/v1/series",
       "series",
       "Series of observations; with `indicator`, every report of every period",
       {{"indicator", ParameterType::text, "an indicator's id, a name or a part of one, or the id of a series"},
        {"area", ParameterType::text, "only of this place: its name or code"},
        {"entity", ParameterType::text, "only of this company, platform or product: its name or id"},
        {"period", ParameterType::text, "only series that tell of this period: 2022, 2022-H1, 2022-08"},
        {"measure", ParameterType::choice, "only this measure", "level growth share rank change"},
        {"conflicts", ParameterType::choice, "yes: only series in which reports disagree", "yes no"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "SeriesList",
       answer_series_list,
       Route::series},
      {"GET",
       "/api/v1/series/{id}",
       "one_series",
       "One series with every report of every period",
       {{"id", ParameterType::text, "id of the series"}, format_parameter()},
       "Series",
       answer_series,
       Route::series},
  };
  for (Route& route : observation_routes()) out.push_back(std::move(route));
  return out;
}

}  // namespace fengbiao
