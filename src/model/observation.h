// One statistical statement of an article: what was measured, where, for whom, for when, how much, compared with what, how exactly,
// and who says so. Field names follow SDMX where it has them (measure, unit, area, period, status); values follow docs/formats.md.
//
//   2021年，上海网络零售额达1.3万亿元，同比增长15%
//     level   网络零售额  上海  2021  1.3e12 CNY
//     growth  网络零售额  上海  2021  15 %  basis yoy
//
// Plain records: the observation room makes them, the store keeps them, the register lines them up. Tested by observation_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/record.h"

namespace fengbiao {

enum class Measure : std::uint8_t { level, growth, share, rank, change };
std::string_view name_of(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

enum class Status : std::uint8_t { actual, forecast, target };
std::string_view name_of(Status status);
std::optional<Status> status_named(std::string_view name);

struct Observation {
  std::string id;             // article id + "-o" + non-blank characters of the article before the number; "-2" for a second one there
  std::uint32_t article = 0;  // n in the issue
  Span span;                  // the number with its unit, in the kept text
  Span quote_span;            // the sentence that holds it
  std::uint32_t line_start = 0, line_end = 0;  // of the sentence
  std::string text, quote;                     // the words under the spans, lines joined

  double value = 0;  // in base units
  std::optional<double> value_max;
  std::string unit;    // "CNY", "%", "pp", "x", "rank", "件"; empty when none is known
  char approx = '=';   // = > < ~
  std::string digits;  // as printed: "1.98"
  double step = 1;     // worth of the last printed digit, in base units

  Measure measure = Measure::level;
  std::string basis;              // yoy, period, since:2020-03, cagr, multi; empty where there is none
  std::string indicator;          // as printed
  std::string indicator_code;     // of data/lexicon/indicators; empty when the lexicon does not know it
  std::string area, area_code;    // short usual name, division code or ISO 3166; empty: not told
  std::string entity, entity_id;  // company, platform or product; empty: none
  std::string period;             // "2021", "2022-H1", "@2022-11-30"; empty: not told
  Status status = Status::actual;
  std::string reporter, reporter_id;  // who reports it: 据海关统计; empty: not said
  std::string part_of;                // id of the observation of the whole (其中)
  std::string share_of;               // what a share is a share of, as printed: 网民整体
  bool sure = false;
  std::vector<std::string> doubts;  // why it is not sure, or what contradicts itself; short English words

  std::vector<Reason> reasons;  // only when asked for
  friend bool operator==(const Observation& a, const Observation& b);
};

struct ReportedObservation {
  Origin origin;
  Observation observation;
  std::vector<Correction> corrections;  // those that hold, already applied to `observation`
};

}  // namespace fengbiao
