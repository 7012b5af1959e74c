// From one level to another over some years, and what is said of the way between.
//
//   从2015年的86亿元增至2022年的451亿元，增长4.2倍            86 * (1 + 4.2) = 447
//   占比由3.5%升到5.7%，提高2.2个百分点                       5.7 - 3.5 = 2.2
//   2020年1387亿元，2023年3260亿元，三年年均增速33.0%         1387 * 1.33^3 = 3263
//
// Years of a mean growth are those between the two levels, or one more where the period is counted from its first year on. Tested by the
// examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_levels.h"
#include "check/figure_relation.h"

namespace fengbiao {

class MoveCheck {
 public:
  static Result<MoveCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  void over_years(const FigureScene& scene, const Levels& levels, const Figure& growth, FigureReport& report) const;
  bool of_compared(const FigureScene& scene, const Figure& told, FigureReport& report) const;
  void of_move(const FigureScene& scene, const Figure& told, FigureReport& report) const;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
