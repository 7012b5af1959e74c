// Levels and what they grew by: a level with its growth tells the level before it, and that may be printed too.
//
//   2021年收入2965.13亿元，增加178.26亿元，增长6.4%      178.26 / (2965.13 - 178.26) = 6.40%
//   2021年规模1.92万亿元，增长18.6%；2020年1.62万亿元     1.92 / 1.62 = 1.185
//
// Figures belong together where indicator, area, entity and unit are the same and the periods are a step apart. A multiple is read both
// ways (增长2倍: twice or three times). Growth on a comparable base, of revised figures or in real terms cannot be told. Tested by
// figures_test.cc and the examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class GrowthCheck {
 public:
  static Result<GrowthCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  const CheckRule* growth_ = nullptr;
  const CheckRule* points_ = nullptr;
};

// The period a year earlier: 2021-01/2021-10 of 2022-01/2022-10; empty where none can be told.
std::string a_year_before(std::string_view period);

}  // namespace fengbiao
