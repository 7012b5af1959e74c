// Series as one picture that stands alone: title, value axis with its unit, period axis, marks, what they mean, and where the figures
// come from. Several series stand below each other.
//
//   chart_svg(gathered.all, {series}, phrases)  ->  "<svg ...>"
//
// Chinese first with English beside it. Colours differ in lightness and every meaning has a shape as well. All words are escaped, nothing
// runs and nothing is loaded; same series, same bytes. Tested by chart_svg_test.cc.
#pragma once

#include <string>
#include <vector>

#include "publish/chart.h"

namespace fengbiao {

// `left_out`: how many series the picture does not show.
std::string chart_svg(const SeriesRegister& all, const std::vector<const Series*>& series, const Phrases& phrases,
                      std::size_t left_out = 0);

}  // namespace fengbiao
