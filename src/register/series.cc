#include "register/series.h"

#include <algorithm>
#include <array>
#include <compare>
#include <tuple>

#include "register/cells.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

// Everything of a record that may tell it from another: the order of input then leaves no trace.
auto telling(const ReportedObservation& r) {
  const Observation& o = r.observation;
  return std::tuple(r.origin.date.empty(), std::tie(r.origin.date, r.origin.issue, r.origin.article, o.span.begin, o.span.end, o.id),
                    std::tie(r.origin.file, r.origin.article_id, r.origin.title, r.origin.section, r.origin.sources),
                    std::tie(o.measure, o.basis, o.indicator, o.indicator_code, o.area, o.area_code, o.entity, o.entity_id, o.period),
                    std::tie(o.status, o.reporter, o.reporter_id, o.unit, o.approx, o.text, o.quote, o.digits, o.share_of, o.part_of),
                    std::tie(o.sure, o.doubts, o.line_start, o.line_end, o.quote_span.begin, o.quote_span.end));
}

// Numbers by the total order of IEEE 754, in which what is no number has its place too.
bool told_before(const ReportedObservation& a, const ReportedObservation& b) {
  if (const auto x = telling(a), y = telling(b); x != y) return x < y;
  const auto numbers = [](const ReportedObservation& r) {
    const Observation& o = r.observation;
    return std::array{o.value, o.value_max.value_or(o.value), o.step};
  };
  const auto x = numbers(a), y = numbers(b);
  for (std::size_t i = 0; i < x.size(); ++i)
    if (const auto order = std::strong_order(x[i], y[i]); order != 0) return order < 0;
  return a.observation.value_max.has_value() < b.observation.value_max.has_value();
}

// A part of an id: its own full stops are marked.
std::string part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '.' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}
std::string part(std::string_view code, std::string_view words) { return part(code.empty() ? bare_words(words) : std::string(code)); }

std::string id_of(const Observation& o, Frequency frequency) {
  std::string id(name_of(frequency));
  const auto add = [&](std::string_view word) { (id += '.') += word; };
  add(part(o.area_code, o.area));
  add(part(o.entity_id, o.entity));
  add(part(o.indicator_code, o.indicator));
  add(name_of(o.measure));
  if (!o.basis.empty()) id += "-" + part(o.basis);
  if (!o.share_of.empty()) id += "/" + part({}, o.share_of);
  add(part(o.unit));
  return id;
}

// The words used most often, of equals the first.
const std::string& commonest(const std::map<std::string, std::uint32_t>& called) {
  return std::max_element(called.begin(), called.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

}  // namespace

void SeriesRegister::add(ReportedObservation reported) { observations_.push_back(std::move(reported)); }

void SeriesRegister::name_indicator(std::string code, IndicatorName name) { names_.insert_or_assign(std::move(code), std::move(name)); }

const std::vector<std::string>& SeriesRegister::aliases(const Series& series) const {
  static const std::vector<std::string> kNone;
  const auto it = names_.find(series.indicator_code);
  return it == names_.end() ? kNone : it->second.aliases;
}

void SeriesRegister::close() {
  std::sort(observations_.begin(), observations_.end(), told_before);
  series_.clear();
  struct Line {  // of one series
    Series series;
    std::map<std::string, std::uint32_t> areas, entities, units, wholes;
    std::map<std::string, SeriesCell> cells;
  };
  std::map<std::string, Line> lines;
  for (std::uint32_t i = 0; i < observations_.size(); ++i) {
    const Observation& o = observations_[i].observation;
    SeriesPeriod period = series_period(o.period);
    std::string id = id_of(o, period.frequency);
    Line& line = lines[id];
    Series& s = line.series;
    if (s.reports++ == 0) {
      s.id = std::move(id);
      s.indicator_code = o.indicator_code;
      s.area_code = o.area_code;
      s.entity_id = o.entity_id;
      s.measure = o.measure;
      s.basis = o.basis;
      s.frequency = period.frequency;
    }
    ++s.called[o.indicator];
    ++line.areas[o.area];
    ++line.entities[o.entity];
    ++line.units[o.unit];
    ++line.wholes[o.share_of];
    SeriesCell& cell = line.cells[period.name];
    cell.period = std::move(period);
    cell.reports.push_back({i, std::nullopt, false});
  }
  for (auto& [id, line] : lines) {
    Series& s = line.series;
    const auto named = names_.find(s.indicator_code);
    s.indicator = named == names_.end() ? commonest(s.called) : named->second.name;
    if (named != names_.end()) s.english = named->second.english;
    s.area = commonest(line.areas);
    s.entity = commonest(line.entities);
    s.unit = commonest(line.units);
    s.share_of = commonest(line.wholes);
    // Without a period, or without words for what was measured, two reports need not speak of the same.
    const bool comparable = s.frequency != Frequency::none && !bare_words(s.indicator).empty();
    for (auto& [name, cell] : line.cells) {
      judge(cell, observations_, comparable);
      s.conflicts += cell.conflict == Conflict::sure;
      s.conflicts_unsure += cell.conflict == Conflict::unsure;
      s.cells.push_back(std::move(cell));
    }
    const auto place = [](const SeriesCell& c) { return std::tie(c.period.last_day, c.period.first_day, c.period.name); };
    std::sort(s.cells.begin(), s.cells.end(), [&](const SeriesCell& a, const SeriesCell& b) { return place(a) < place(b); });
    series_.push_back(std::move(s));
  }
  const auto place = [](const Series& s) {
    return std::tuple(-static_cast<std::int64_t>(s.cells.size()), -std::int64_t{s.reports}, std::string_view(s.id));
  };
  std::sort(series_.begin(), series_.end(), [&](const Series& a, const Series& b) { return place(a) < place(b); });
}

}  // namespace fengbiao
