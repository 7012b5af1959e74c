// Observations made by hand, for the tests of what is done with them: a table (tests/series/sample.tsv tells its columns), or one after
// the other.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "model/observation.h"

namespace fengbiao {

// A level of China in CNY, told on `date` (also the issue's key) in article `article`; the rest is set by hand.
inline ReportedObservation told(std::string date, std::uint32_t article, std::string indicator, std::string period, double value,
                                double step, std::string text, std::string reporter = "", Status status = Status::actual) {
  ReportedObservation r;
  r.origin.issue = date;
  r.origin.file = date + ".txt";
  r.origin.article = article;
  r.origin.article_id = date + "-" + std::to_string(article);
  r.origin.title = "article " + std::to_string(article);
  r.origin.date = std::move(date);
  r.origin.sources = {"paper"};
  Observation& o = r.observation;
  o.id = r.origin.article_id + "-o-" + period + text;
  o.article = article;
  o.indicator = std::move(indicator);
  o.area = o.area_code = "CN";
  o.unit = "CNY";
  o.period = std::move(period);
  o.value = value;
  o.step = step;
  o.quote = o.period + ": " + o.indicator + " " + text;
  o.text = std::move(text);
  o.reporter = std::move(reporter);
  o.status = status;
  o.sure = true;
  return r;
}

inline ReportedObservation bounded(ReportedObservation r, char approx) {
  r.observation.approx = approx;
  return r;
}

// The same as a growth in %.
inline ReportedObservation growth(ReportedObservation r, std::string basis = "yoy") {
  r.observation.measure = Measure::growth;
  r.observation.basis = std::move(basis);
  r.observation.unit = "%";
  return r;
}

// The rows of a table below tests/series.
inline std::vector<ReportedObservation> observations_of(const std::string& name) {
  std::ifstream file(std::string(FENGBIAO_SOURCE_DIR) + "/tests/series/" + name);
  std::vector<ReportedObservation> out;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#') || line.empty()) continue;
    std::array<std::string, 17> c;
    std::size_t n = 0, from = 0;
    for (std::size_t tab = 0; tab != line.npos && n < c.size(); from = tab + 1) {
      tab = line.find('\t', from);
      c[n++] = line.substr(from, tab == line.npos ? tab : tab - from);
    }
    if (n != c.size()) {
      ADD_FAILURE() << name << ": expected " << c.size() << " cells: " << line;
      return out;
    }
    ReportedObservation r = told(c[0], static_cast<std::uint32_t>(std::stoul(c[1])), c[2], c[9], std::stod(c[10]), std::stod(c[11]), c[13],
                                 c[16], status_named(c[15]).value());
    Observation& o = r.observation;
    o.indicator_code = c[3];
    o.area = c[4];
    o.area_code = c[5];
    o.entity = c[6];
    o.measure = measure_named(c[7]).value();
    o.basis = c[8];
    o.unit = c[12];
    o.approx = c[14].at(0);
    out.push_back(std::move(r));
  }
  EXPECT_FALSE(out.empty()) << name;
  return out;
}

inline std::vector<ReportedObservation> sample_observations() { return observations_of("sample.tsv"); }

}  // namespace fengbiao
