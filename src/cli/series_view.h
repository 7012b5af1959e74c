// Series as words on a terminal: a list of them, and one with every report of every cell.
//
//   period  value       status    by      told        article        note
//   2021    2.02万亿元  actual            2022-07-04  2022-07-04/40  conflict
//           1.94万亿元  actual    丙总署  2022-12-03  2022-12-03/29  conflict
//
// Safe to print. Tested by series_view_test.cc and tests/cases/cli/series.test.
#pragma once

#include <string>
#include <vector>

#include "engine/series.h"

namespace fengbiao {

// "上海 网络零售额 growth yoy"
std::string series_name(const Series& series);

std::string series_list(const std::vector<const Series*>& series, std::size_t width);
// `quotes`: below each report its sentence.
std::string series_table(const SeriesRegister& all, const Series& series, std::size_t width, bool quotes);

}  // namespace fengbiao
