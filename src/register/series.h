// Observations of many articles lined up as series: one indicator of one area and entity, measured one way in one unit, period after
// period, with every report of every cell.
//
//   A.CN..cross_border_trade.level.CNY       2020  1.70万亿元   丙总署, told 2022-12-03
//                                            2021  2.02万亿元   told 2022-07-02
//                                                  1.94万亿元   丙总署, told 2022-12-03      <- in conflict
//
// A cell is one period. Its reports are all kept, in the order of their telling; nothing is ever chosen among them. A cell is in conflict
// when two reports of what was (not of what is expected), of different sentences, cannot both hold (figure.h). The same figure told again
// is a repetition; a figure that its own reporter later replaced by another one is revised and contradicts nothing any more. Same
// observations in, in any order, same series out. Tested by series_test.cc, cells_test.cc and tests/fuzz/fuzz_series.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/observation.h"
#include "register/period.h"

namespace fengbiao {

struct SeriesReport {
  std::uint32_t record = 0;              // index into SeriesRegister::observations
  std::optional<std::uint32_t> repeats;  // index, in the cell, of the first report with this figure
  bool revised = false;                  // the same reporter later gives another figure
  friend bool operator==(const SeriesReport&, const SeriesReport&) = default;
};

enum class Conflict : std::uint8_t {
  none,
  unsure,  // only when a record that was not read surely is right, or only within one article
  sure,
};

struct SeriesCell {
  SeriesPeriod period;
  std::vector<SeriesReport> reports;  // by day of telling, then issue and place; those without a day last
  Conflict conflict = Conflict::none;
};

struct Series {
  std::string id;         // "A.CN..live_commerce.level.CNY": frequency, area, entity, indicator, measure, unit
  std::string indicator;  // usual name: the lexicon's, else the words printed most often
  std::string indicator_code;
  std::string english;                          // the lexicon's name in English; empty when it has none
  std::map<std::string, std::uint32_t> called;  // printed words -> how often
  std::string area, area_code, entity, entity_id;
  Measure measure = Measure::level;
  std::string basis, share_of, unit;
  Frequency frequency = Frequency::none;
  std::vector<SeriesCell> cells;  // by period
  std::uint32_t reports = 0, conflicts = 0, conflicts_unsure = 0;
};

class SeriesRegister {
 public:
  void add(ReportedObservation reported);
  // What a code is usually called and what else, for display and queries. Before close().
  struct IndicatorName {
    std::string name, english;
    std::vector<std::string> aliases;
  };
  void name_indicator(std::string code, IndicatorName name);
  void close();  // lines up; call once after the last add

  [[nodiscard]] const std::vector<Series>& series() const { return series_; }                           // longest first, then by id
  [[nodiscard]] const std::vector<ReportedObservation>& observations() const { return observations_; }  // by day of telling
  [[nodiscard]] const ReportedObservation& at(const SeriesReport& report) const { return observations_[report.record]; }
  // What the lexicon calls the series' indicator beside its printed names.
  [[nodiscard]] const std::vector<std::string>& aliases(const Series& series) const;

 private:
  std::map<std::string, IndicatorName, std::less<>> names_;
  std::vector<ReportedObservation> observations_;
  std::vector<Series> series_;
};

}  // namespace fengbiao
