// Means: what comes to a day, month or head, times their number, is the whole.
//
//   6月1日至20日共收集3484.39万条，日均174万余条     3484.39/20 = 174.2
//   120万人消费9.6亿元，人均800元                    9.6亿/120万 = 800
//
// The days are those of the period that is told, or a number of days in the sentence. Tested by figures_test.cc and the examples of
// data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class MeanCheck {
 public:
  static Result<MeanCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  void over_time(const FigureScene& scene, const Figure& mean, bool monthly, FigureReport& report) const;
  void per_each(const FigureScene& scene, const Figure& mean, FigureReport& report) const;
  void per_head(const FigureScene& scene, const Figure& mean, FigureReport& report) const;
  const CheckRule* daily_ = nullptr;
  const CheckRule* per_head_ = nullptr;
};

}  // namespace fengbiao
