// What is drawn of a series, before anybody draws it: points with their marks, lines, bars of disagreement, axes and sources. The pictures
// of publish/chart_svg.h and of the terminal are made from it and tell the same.
//
//   2020 ──── 2021 ┄┄┄┄┄┄ 2025      actual values joined where the periods follow each other, a forecast by a dashed line
//              │                    two reports of 2021 that cannot both hold: two points joined by a bar
//
// Nothing is averaged or chosen: where reports differ, lines go to the lowest and to the highest of them. A missing period is a gap.
// Tested by chart_test.cc.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/phrases.h"
#include "engine/series.h"
#include "publish/chart_axis.h"

namespace fengbiao {

struct ChartPoint {
  double value = 0, end = 0;  // end: the upper end of a range, else value
  Status status = Status::actual;
  char approx = '=';
  bool revised = false;
  std::string text;  // as printed, with the word of its bound: 超1.3万亿元
  std::string told;  // who reports it, or else the medium; may be empty
};

struct ChartCell {
  const SeriesCell* cell = nullptr;
  double at = 0;                   // on the period axis
  std::vector<ChartPoint> points;  // different figures, in the order of their telling
};

struct ChartLine {
  double from = 0, from_value = 0, to = 0, to_value = 0;
  bool dashed = false;  // to a forecast
};

struct ChartBar {  // of reports that cannot both hold
  double at = 0, low = 0, high = 0;
  bool sure = true;
};

struct ChartTick {
  double at = 0;
  SeriesPeriod period;
};

// One article and body: the periods it told.
struct ChartSource {
  std::vector<std::string> periods;
  std::string reporter, reference;  // empty: not named; "2022-12-03/29"
  std::vector<std::string> media;
  std::string day;
};

struct Chart {
  std::string title;      // area, entity, indicator, measure
  Phrase about;           // level, yearly
  Phrase unit;            // 万亿元, trillion CNY
  double worth = 1;       // of one unit on the axis
  ValueAxis axis;         // in units of the axis: values divided by worth
  bool downward = false;  // ranks: the first stands on top
  double first = 0, last = 0;
  std::vector<ChartCell> cells;
  std::vector<ChartLine> lines;
  std::vector<ChartBar> bars;
  std::vector<ChartSource> sources;  // by day
  std::string as_of;                 // day of the last report; may be empty
  std::size_t not_drawn = 0;         // figures without a period or of no drawable size
  bool regular = false;              // period_at(frequency, at) tells what stands at a place of the axis
  Frequency frequency = Frequency::none;
};

Chart make_chart(const SeriesRegister& all, const Series& series, const Phrases& phrases);

// Ticks of the period axis so that `fits` holds for the places of all that get words: every cell, or every second, fifth … period.
std::vector<ChartTick> period_ticks(const Chart& chart, const std::function<bool(const std::vector<ChartTick>&)>& fits);

}  // namespace fengbiao
