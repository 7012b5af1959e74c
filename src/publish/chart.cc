#include "publish/chart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace fengbiao {
namespace {

// Units in which a value is not divided by ten thousands.
constexpr std::array<std::string_view, 6> kUnscaled{"%", "pp", "bp", "x", "rank", "points"};

struct Ends {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
  void take(double value) { low = std::min(low, value), high = std::max(high, value); }
  [[nodiscard]] bool any() const { return low <= high; }
};

bool drawable(const Observation& o) {
  const auto fits = [](double v) { return std::isfinite(v) && std::abs(v) <= kLargestDrawn; };
  return fits(o.value) && fits(o.value_max.value_or(o.value));
}

Phrase unit_phrase(const Phrases& phrases, std::string_view unit, const Scale* scale) {
  Phrase out = unit.empty() ? Phrase{} : phrases.unit(unit);
  if (!scale) return out;
  out.zh = scale->zh + out.zh;
  out.en = scale->en + (out.en.empty() ? "" : " " + out.en);
  return out;
}

std::string title_of(const Series& s, const Phrases& phrases) {
  std::vector<std::string> parts;
  for (const std::string& part : {s.area, s.entity, s.indicator.empty() ? phrases.text("indicator_unknown").zh : s.indicator})
    if (!part.empty()) parts.push_back(part);
  if (s.measure != Measure::level) {
    const std::string whole = s.share_of.empty() ? "" : phrases.text("of").with("whole", s.share_of).zh;
    parts.push_back(whole.empty() ? phrases.basis(s.basis).zh + phrases.in("measures", name_of(s.measure)).zh : whole);
  }
  return fmt::format("{}", fmt::join(parts, " "));
}

Phrase about(const Series& s, const Phrases& phrases) {
  Phrase out = phrases.in("frequencies", name_of(s.frequency));
  const Phrase measure = phrases.in("measures", name_of(s.measure)), basis = phrases.basis(s.basis);
  out.zh += " · " + basis.zh + measure.zh;
  out.en = (s.english.empty() ? "" : s.english + ", ") + measure.en + (basis.en.empty() ? "" : " " + basis.en) + ", " + out.en;
  return out;
}

// The different figures of a cell; reports of one figure are one point.
std::vector<ChartPoint> points_of(const SeriesRegister& all, const SeriesCell& cell, const Phrases& phrases, std::size_t& not_drawn) {
  std::vector<ChartPoint> out;
  std::map<std::uint32_t, std::size_t> place;  // first report of a figure -> its point
  for (std::uint32_t i = 0; i < cell.reports.size(); ++i) {
    const SeriesReport& report = cell.reports[i];
    const Observation& o = all.at(report).observation;
    const auto told_before = place.find(report.repeats.value_or(i));
    if (told_before != place.end()) {
      out[told_before->second].revised &= report.revised;  // somebody still stands by it
      continue;
    }
    if (!drawable(o)) {
      ++not_drawn;
      continue;
    }
    place.emplace(report.repeats.value_or(i), out.size());
    const auto [low, high] = std::minmax({o.value, o.value_max.value_or(o.value)});
    const Origin& origin = all.at(report).origin;
    const std::string bound = o.approx == '=' ? "" : phrases.in("bounds", std::string_view(&o.approx, 1)).zh;
    out.push_back({low, high, o.status, o.approx, report.revised, bound + o.text,
                   !o.reporter.empty()       ? o.reporter
                   : !origin.sources.empty() ? origin.sources[0]
                                             : ""});
  }
  return out;
}

// The ends between which the reports of one status that still stand lie: exact figures if there are any, else bounds.
Ends ends_of(const ChartCell& cell, bool forecast) {
  Ends exact, bounds;
  for (const ChartPoint& p : cell.points) {
    if (p.revised || p.status == Status::target || (p.status == Status::forecast) != forecast) continue;
    Ends& ends = p.approx == '>' || p.approx == '<' ? bounds : exact;
    ends.take(p.value);
    ends.take(p.end);
  }
  return exact.any() ? exact : bounds;
}

bool follow(const SeriesPeriod& a, const SeriesPeriod& b) {
  if (a.frequency == Frequency::stock) return true;
  if (!a.ordinal || !b.ordinal || *a.ordinal + 1 != *b.ordinal) return false;
  return a.frequency != Frequency::months_to_date || calendar_day(a.last_day).year == calendar_day(b.last_day).year;
}

void join(Chart& chart) {
  const auto line = [&](const ChartCell& a, const Ends& from, const ChartCell& b, const Ends& to, bool dashed) {
    chart.lines.push_back({a.at, from.low, b.at, to.low, dashed});
    if (from.low != from.high || to.low != to.high) chart.lines.push_back({a.at, from.high, b.at, to.high, dashed});
  };
  std::size_t last_actual = chart.cells.size();
  for (std::size_t i = 0; i < chart.cells.size(); ++i) {
    const Ends here = ends_of(chart.cells[i], false);
    if (!here.any()) continue;
    last_actual = i;
    if (i == 0 || !follow(chart.cells[i - 1].cell->period, chart.cells[i].cell->period)) continue;
    if (const Ends before = ends_of(chart.cells[i - 1], false); before.any()) line(chart.cells[i - 1], before, chart.cells[i], here, false);
  }
  if (chart.frequency == Frequency::range) return;
  // Forecasts behind the last actual value, each from the one before; the first from that value.
  std::size_t before = last_actual;
  for (std::size_t i = last_actual == chart.cells.size() ? 0 : last_actual + 1; i < chart.cells.size(); ++i) {
    const Ends here = ends_of(chart.cells[i], true);
    if (!here.any()) continue;
    if (before != chart.cells.size())
      line(chart.cells[before], ends_of(chart.cells[before], before != last_actual), chart.cells[i], here, true);
    before = i;
  }
}

void add_bar(Chart& chart, const ChartCell& cell) {
  if (cell.cell->conflict == Conflict::none) return;
  Ends ends;
  for (const ChartPoint& p : cell.points)
    if (p.status == Status::actual && !p.revised) ends.take(p.value), ends.take(p.end);
  if (ends.any()) chart.bars.push_back({cell.at, ends.low, ends.high, cell.cell->conflict == Conflict::sure});
}

void add_sources(Chart& chart, const SeriesRegister& all, const Series& series) {
  using Key = std::tuple<bool, std::string, std::string, std::uint32_t, std::string>;  // by day, those without one last
  std::map<Key, ChartSource> found;
  for (const SeriesCell& cell : series.cells)
    for (const SeriesReport& report : cell.reports) {
      const Origin& origin = all.at(report).origin;
      const std::string& reporter = all.at(report).observation.reporter;
      ChartSource& source = found[{origin.date.empty(), origin.date, origin.issue, origin.article, reporter}];
      const std::string name = cell.period.name.substr(cell.period.name.starts_with('@') ? 1 : 0);
      if (!name.empty() && (source.periods.empty() || source.periods.back() != name)) source.periods.push_back(name);
      source.reporter = reporter;
      source.media = origin.sources;
      source.day = origin.date;
      source.reference = fmt::format("{}/{}", origin.issue, origin.article);
      chart.as_of = std::max(chart.as_of, origin.date);
    }
  for (auto& [key, source] : found) chart.sources.push_back(std::move(source));
}

}  // namespace

Chart make_chart(const SeriesRegister& all, const Series& series, const Phrases& phrases) {
  Chart out;
  out.title = title_of(series, phrases);
  out.about = about(series, phrases);
  out.frequency = series.frequency;
  out.downward = series.measure == Measure::rank;
  Ends values, places;
  for (const SeriesCell& cell : series.cells) {
    if (series.frequency == Frequency::none) {
      out.not_drawn += cell.reports.size();
      continue;
    }
    ChartCell drawn;
    drawn.cell = &cell;
    drawn.points = points_of(all, cell, phrases, out.not_drawn);
    if (drawn.points.empty()) continue;
    out.regular = cell.period.ordinal.has_value();
    // Ranges of any length stand side by side; they have no common measure of time.
    drawn.at = cell.period.ordinal                    ? *cell.period.ordinal
               : series.frequency == Frequency::stock ? cell.period.last_day
                                                      : static_cast<double>(out.cells.size());
    places.take(drawn.at);
    for (const ChartPoint& p : drawn.points) values.take(p.value), values.take(p.end);
    add_bar(out, drawn);
    out.cells.push_back(std::move(drawn));
  }
  join(out);
  const bool scaled = std::find(kUnscaled.begin(), kUnscaled.end(), series.unit) == kUnscaled.end();
  const Scale* scale = scaled && values.any() ? phrases.scale(std::max(std::abs(values.low), std::abs(values.high))) : nullptr;
  out.unit = unit_phrase(phrases, series.unit, scale);
  if (scale) out.worth = scale->worth;
  if (values.any()) {
    out.axis = value_axis(values.low / out.worth, values.high / out.worth, out.downward);
    out.first = places.low;
    out.last = places.high;
  }
  add_sources(out, all, series);
  return out;
}

std::vector<ChartTick> period_ticks(const Chart& chart, const std::function<bool(const std::vector<ChartTick>&)>& fits) {
  std::vector<ChartTick> ticks;
  for (const ChartCell& cell : chart.cells) ticks.push_back({cell.at, cell.cell->period});
  if (ticks.size() < 2 || fits(ticks)) return ticks;
  if (chart.regular) {
    // Every n-th period of the calendar, whether a cell stands there or not.
    const int parts = chart.frequency == Frequency::half                                                    ? 2
                      : chart.frequency == Frequency::quarter                                               ? 4
                      : chart.frequency == Frequency::month || chart.frequency == Frequency::months_to_date ? 12
                                                                                                            : 1;
    std::vector<int> strides;
    for (const int part : {1, 2, 3, 4, 6})
      if (part < parts && parts % part == 0) strides.push_back(part);
    for (int power = 1; power <= 1'000'000; power *= 10)
      for (const int m : {1, 2, 5}) strides.push_back(m * power * parts);
    for (const int stride : strides) {
      if ((chart.last - chart.first) / stride > 1000) continue;
      ticks.clear();
      for (int at = static_cast<int>(std::ceil(chart.first / stride)) * stride; at <= chart.last; at += stride)
        if (auto period = period_at(chart.frequency, at)) ticks.push_back({static_cast<double>(at), std::move(*period)});
      if (fits(ticks)) return ticks;
    }
    return {};
  }
  // As many cells as fit, from the last one back.
  std::vector<ChartTick> kept;
  for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
    kept.insert(kept.begin(), *tick);
    if (!fits(kept)) kept.erase(kept.begin());
  }
  return kept;
}

}  // namespace fengbiao
