// When the shopping campaigns of a year are: for calendars.
//
//   campaigns(data, 2023, 2023)  ->  {"double11", its first name in data/units/campaigns.yaml, 2023-11-01, 2023-11-11}, ...
//
// A campaign whose days are known only for some years is left out in others. Tested by campaigns_test.cc.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

struct Campaign {
  std::string id, name;
  std::string first, last;  // ISO days
};

// In order of days.
Result<std::vector<Campaign>> campaigns(const DataSet& data, int from_year, int to_year);
Result<std::vector<Campaign>> built_in_campaigns(int from_year, int to_year);

}  // namespace fengbiao
