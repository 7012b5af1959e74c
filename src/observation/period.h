// Written periods compared: what a growth from one to another is called, which of two is a year earlier. Tested by period_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

// "2022-H1" -> "2021-H1", "@2022-06-30" -> "@2021-06-30", "2022-01/2022-10" -> "2021-01/2021-10"; nothing where no year begins it.
std::optional<std::string> year_before(std::string_view period);

// 上年末 of a period: the end of the year before the one it lies in; `otherwise` where it has no year.
std::string end_of_year_before(std::string_view period, std::string_view otherwise);

// The basis of growth from `base` to `period`: "yoy" where they lie a year apart, "period" where one follows the other, else
// "since:" with the base. `same_part`: 同比2020年 of a half-year means that half of 2020.
std::string basis_of(std::string_view base, std::string_view period, bool same_part);

}  // namespace fengbiao
