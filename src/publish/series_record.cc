#include "publish/series_record.h"

#include <fmt/format.h>

#include <cmath>

#include "publish/observation_record.h"
#include "publish/record_parts.h"

namespace fengbiao {
namespace {

std::string day_text(const SeriesCell& cell, int day) { return cell.period.frequency == Frequency::none ? "" : iso_day(day); }

std::optional<double> end_of(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

void head(JsonWriter& w, const Series& s) {
  w.field("id", s.id);
  w.text_or_null("indicator", s.indicator);
  w.text_or_null("english", s.english);
  w.text_or_null("indicator_code", s.indicator_code);
  w.key("called");
  w.open('{');
  for (const auto& [name, times] : s.called) w.field(name, times);
  w.close('}');
  w.text_or_null("area", s.area);
  w.text_or_null("area_code", s.area_code);
  w.text_or_null("entity", s.entity);
  w.text_or_null("entity_id", s.entity_id);
  w.field("measure", name_of(s.measure));
  w.text_or_null("basis", s.basis);
  w.text_or_null("share_of", s.share_of);
  w.text_or_null("unit", s.unit);
  w.field("frequency", name_of(s.frequency));
  w.text_or_null("from", s.cells.empty() ? "" : s.cells.front().period.name);
  w.text_or_null("to", s.cells.empty() ? "" : s.cells.back().period.name);
  w.field("cells", static_cast<std::uint64_t>(s.cells.size()));
  w.field("reports", s.reports);
  w.field("conflicts", s.conflicts);
  w.field("conflicts_unsure", s.conflicts_unsure);
}

void report(JsonWriter& w, const SeriesRegister& all, const SeriesCell& cell, const SeriesReport& r) {
  const ReportedObservation& reported = all.at(r);
  const Interval values = stands_for(reported.observation);
  w.open('{');
  w.field("low", end_of(values.low));
  w.field("high", end_of(values.high));
  w.field("revised", r.revised);
  w.key("repeats");
  if (r.repeats) w.value(all.at(cell.reports[*r.repeats]).observation.id);
  else w.null();
  w.key("observation");
  write_observation_json(w, reported);
  w.close('}');
}

std::string number(double value) { return cell_text(Cell(value)); }

}  // namespace

std::string_view name_of(Conflict conflict) { return conflict == Conflict::none ? "" : conflict == Conflict::unsure ? "unsure" : "sure"; }

void write_series_json(JsonWriter& w, const SeriesRegister& all, const Series& series, bool with_table) {
  w.open('{');
  head(w, series);
  if (with_table) {
    w.key("table");
    w.open('[');
    for (const SeriesCell& cell : series.cells) {
      w.open('{');
      w.text_or_null("period", cell.period.name);
      w.text_or_null("start", day_text(cell, cell.period.first_day));
      w.text_or_null("end", day_text(cell, cell.period.last_day));
      w.text_or_null("conflict", name_of(cell.conflict));
      w.key("reports");
      w.open('[');
      for (const SeriesReport& r : cell.reports) report(w, all, cell, r);
      w.close(']');
      w.close('}');
    }
    w.close(']');
  }
  w.close('}');
}

std::vector<std::string> series_columns() {
  return {"id",       "indicator", "indicator_code", "area", "area_code", "entity", "entity_id", "measure",   "basis",
          "share_of", "unit",      "frequency",      "from", "to",        "cells",  "reports",   "conflicts", "conflicts_unsure"};
}

std::vector<std::string> series_row(const Series& s) {
  return {s.id,
          s.indicator,
          s.indicator_code,
          s.area,
          s.area_code,
          s.entity,
          s.entity_id,
          std::string(name_of(s.measure)),
          s.basis,
          s.share_of,
          s.unit,
          std::string(name_of(s.frequency)),
          s.cells.empty() ? "" : s.cells.front().period.name,
          s.cells.empty() ? "" : s.cells.back().period.name,
          fmt::format("{}", s.cells.size()),
          fmt::format("{}", s.reports),
          fmt::format("{}", s.conflicts),
          fmt::format("{}", s.conflicts_unsure)};
}

std::vector<std::string> report_columns() {
  return {"series",   "indicator", "area",     "entity", "measure", "basis",         "share_of", "unit",   "frequency", "period",
          "start",    "end",       "conflict", "text",   "value",   "value_max",     "approx",   "status", "revised",   "repeats",
          "reporter", "date",      "sources",  "issue",  "article", "article_title", "sure",     "id",     "quote"};
}

std::vector<std::vector<std::string>> report_rows(const SeriesRegister& all, const Series& s) {
  std::vector<std::vector<std::string>> out;
  for (const SeriesCell& cell : s.cells)
    for (const SeriesReport& r : cell.reports) {
      const ReportedObservation& reported = all.at(r);
      const Observation& o = reported.observation;
      out.push_back({s.id,
                     s.indicator,
                     s.area,
                     s.entity,
                     std::string(name_of(s.measure)),
                     s.basis,
                     s.share_of,
                     s.unit,
                     std::string(name_of(s.frequency)),
                     cell.period.name,
                     day_text(cell, cell.period.first_day),
                     day_text(cell, cell.period.last_day),
                     std::string(name_of(cell.conflict)),
                     o.text,
                     number(o.value),
                     o.value_max ? number(*o.value_max) : "",
                     std::string(1, o.approx),
                     std::string(name_of(o.status)),
                     r.revised ? "true" : "false",
                     r.repeats ? all.at(cell.reports[*r.repeats]).observation.id : "",
                     o.reporter,
                     reported.origin.date,
                     joined(reported.origin.sources),
                     reported.origin.issue,
                     fmt::format("{}", reported.origin.article),
                     reported.origin.title,
                     o.sure ? "true" : "false",
                     o.id,
                     o.quote});
    }
  return out;
}

}  // namespace fengbiao
