// A chart of a series in the terminal: braille dots for lines, a mark for each figure, both axes, what the marks mean, and where the
// figures come from.
//
//   2.5 ┤                                        2.34
//   2.0 ┤                          ⠠⠤⠤⠒⠒⠉⠁       ○
//   1.5 ┤ ▲───●
//
// Made from the same model as the picture (publish/chart.h). As wide as it is told to be. Tested by series_chart_test.cc.
#pragma once

#include <string>

#include "publish/chart.h"

namespace fengbiao {

inline constexpr std::size_t kChartWidth = 80;  // where no terminal says otherwise

// Safe to print: words of documents have passed printable().
std::string terminal_chart(const Chart& chart, const Phrases& phrases, std::size_t width);

}  // namespace fengbiao
