// What holds of any observations lined up as series: their order leaves no trace, each stands in exactly one cell, a cell is in conflict
// exactly when two of its reports that still stand exclude each other (held against a slow twin), equal figures never are, and pictures
// of them are well-formed and harmless. For the fuzzer and for property.cc.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <vector>

#include "cli/series_chart.h"
#include "cli/series_view.h"
#include "publish/chart_svg.h"
#include "publish/series_record.h"
#include "register/wording.h"

namespace fengbiao {

inline void hold(bool so, const char* what) {
  if (so) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// Observations made from bytes, of few words each, so that they meet.
inline std::vector<ReportedObservation> observations_from(std::span<const std::uint8_t> bytes) {
  static const std::vector<std::string> kPeriods{"2020",
                                                 "2021",
                                                 "2021-01/2021-12",
                                                 "2025",
                                                 "2022-H1",
                                                 "2022-01/2022-06",
                                                 "2022-Q3",
                                                 "2022-08",
                                                 "@2022-06",
                                                 "@2022-06-30",
                                                 "2022-01/2022-10",
                                                 "2022-05-31/2022-06-18",
                                                 "2022-11-25",
                                                 "2022-W47",
                                                 "",
                                                 "x<&>",
                                                 "0001-01-01",
                                                 "9999-12-31"};
  static const std::vector<double> kValues{0,
                                           1,
                                           1.92,
                                           1.98,
                                           2,
                                           -3,
                                           -3.5,
                                           1e8,
                                           1.2e8,
                                           1e300,
                                           -1e300,
                                           1e-300,
                                           std::numeric_limits<double>::infinity(),
                                           std::numeric_limits<double>::quiet_NaN()};
  static const std::vector<std::string> kWords{"",      "a",   "</text><script>", "\x1b[2J\xff\xe2\x80\xae", "甲局",
                                               "甲 局", "a.b", "\xef\xbf\xbe"};
  static const std::vector<std::string> kDays{"", "2022-01-01", "2022-06-01", "2022-12-05"};
  static const std::vector<std::string> kUnits{"CNY", "%", "", "人", "rank"};
  std::vector<ReportedObservation> out;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    const auto pick = [&](const auto& list, std::uint8_t byte) { return list[byte % list.size()]; };
    const std::uint8_t* b = &bytes[at];
    ReportedObservation r;
    Observation& o = r.observation;
    o.period = pick(kPeriods, b[0]);
    o.value = pick(kValues, b[1]);
    o.step = b[2] & 1 ? 0.01 : 1;
    if ((b[2] & 6) == 6) o.value_max = pick(kValues, static_cast<std::uint8_t>(b[1] + 1));
    o.approx = "=><~"[(b[2] >> 3) & 3];
    o.status = static_cast<Status>((b[2] >> 5) % 3);
    o.reporter = pick(kWords, b[3]);
    o.indicator = pick(kWords, b[4]);
    o.indicator_code = (b[4] & 0x80) != 0 ? "code" : "";
    o.area = (b[5] & 1) != 0 ? "中国" : "";
    o.measure = static_cast<Measure>((b[5] >> 1) % 5);
    o.unit = pick(kUnits, static_cast<std::uint8_t>(b[5] >> 4));
    o.sure = (b[6] & 1) != 0;
    o.quote_span.begin = b[3] & 1;
    r.origin.article = (b[6] >> 1) & 7;
    o.text = pick(kWords, static_cast<std::uint8_t>(b[6] >> 4)) + "1";
    r.origin.date = pick(kDays, b[7]);
    r.origin.issue = pick(kDays, static_cast<std::uint8_t>(b[7] >> 2));
    r.origin.sources = {pick(kWords, static_cast<std::uint8_t>(b[7] >> 4))};
    o.id = std::to_string(b[7] & 3);
    out.push_back(std::move(r));
  }
  return out;
}

inline SeriesRegister lined_up(const std::vector<ReportedObservation>& observations, bool backwards) {
  SeriesRegister all;
  if (backwards)
    for (auto r = observations.rbegin(); r != observations.rend(); ++r) all.add(*r);
  else
    for (const ReportedObservation& r : observations) all.add(r);
  all.close();
  return all;
}

inline std::string everything_of(const SeriesRegister& all) {
  JsonWriter w;
  w.open('[');
  for (const Series& s : all.series()) write_series_json(w, all, s, true);
  w.close(']');
  return w.take();
}

inline void check_cell(const SeriesRegister& all, const Series& series, const SeriesCell& cell) {
  const auto article = [](const ReportedObservation& r) { return std::tuple(r.origin.issue, r.origin.file, r.origin.article); };
  const bool comparable = series.frequency != Frequency::none && !bare_words(series.indicator).empty();
  bool any = false, sure = false;
  for (const SeriesReport& x : cell.reports)
    for (const SeriesReport& y : cell.reports) {
      const ReportedObservation &a = all.at(x), &b = all.at(y);
      if (x.revised || y.revised || a.observation.status != Status::actual || b.observation.status != Status::actual) continue;
      if (meet(stands_for(a.observation), stands_for(b.observation))) continue;
      hold(a.observation.value != b.observation.value, "equal values never exclude each other");
      if (article(a) == article(b) && a.observation.quote_span.begin == b.observation.quote_span.begin) continue;
      any = true;
      sure |= a.observation.sure && b.observation.sure && article(a) != article(b);
    }
  const Conflict expected = !comparable || !any ? Conflict::none : sure ? Conflict::sure : Conflict::unsure;
  hold(cell.conflict == expected, "a conflict is two reports that exclude each other");
  for (std::size_t i = 0; i < cell.reports.size(); ++i) {
    const SeriesReport& r = cell.reports[i];
    if (r.repeats) {
      hold(*r.repeats < i && same_figure(all.at(cell.reports[*r.repeats]).observation, all.at(r).observation),
           "a repetition repeats an earlier report");
      hold(!cell.reports[*r.repeats].repeats, "what is repeated is the first telling");
    }
    if (!r.revised) continue;
    bool replaced = false;
    for (const SeriesReport& later : cell.reports) {
      const ReportedObservation &a = all.at(r), &b = all.at(later);
      replaced |= a.origin.date < b.origin.date && a.observation.status == b.observation.status &&
                  bare_words(a.observation.reporter) == bare_words(b.observation.reporter) &&
                  !meet(stands_for(a.observation), stands_for(b.observation));
    }
    hold(replaced && comparable, "a revised figure is replaced by its reporter later");
  }
}

inline void check_series(std::span<const std::uint8_t> bytes) {
  static const Phrases phrases = *Phrases::load(DataSet::built_in());
  static const SeriesFinder finder = *SeriesFinder::load(DataSet::built_in());
  const std::vector<ReportedObservation> observations = observations_from(bytes);
  const SeriesRegister all = lined_up(observations, false);
  hold(everything_of(all) == everything_of(lined_up(observations, true)), "the order of input leaves no trace");
  std::vector<int> seen(all.observations().size(), 0);
  std::vector<const Series*> series;
  for (const Series& s : all.series()) {
    series.push_back(&s);
    for (const SeriesCell& cell : s.cells) {
      hold(!cell.reports.empty(), "a cell has a report");
      for (const SeriesReport& r : cell.reports) ++seen[r.record];
      check_cell(all, s, cell);
    }
  }
  hold(seen == std::vector<int>(observations.size(), 1), "every report stands in exactly one cell");
  for (const Series* s : series) {
    const auto found = finder.find(all, {.words = s->id});
    hold(!found.matches.empty() && found.matches.size() + found.related.size() <= series.size(), "a series is found by its id");
    const std::string words = terminal_chart(make_chart(all, *s, phrases), phrases, 80) + series_table(all, *s, 80, true);
    for (const char c : words) hold(c == '\n' || static_cast<unsigned char>(c) >= 0x20, "nothing moves the cursor");
  }
  const std::string svg = chart_svg(all, series, phrases, 1);
  hold(svg.find("<script") == svg.npos, "no name becomes an element");
  pugi::xml_document document;
  hold(static_cast<bool>(document.load_buffer(svg.data(), svg.size(), pugi::parse_full, pugi::encoding_utf8)), "a picture is well-formed");
}

}  // namespace fengbiao
