// Sums and products that are told in passing.
//
//   零售额104.5亿元。茶叶28.4亿元、辣椒21.3亿元、其他54.8亿元     a list with the rest adds up to what was told before
//   合格者156人。平台78人、品牌47人、机构31人                    a list that happens to add up: told only where it does
//   计划改造15家，已完成3家，还剩12家                            what remains
//   今年40个，明后两年各30个                                     each of several
//   四门课，每门8课时，共32课时                                  each times their number
//
// Tested by the examples of data/rules/check/figures.yaml and figures_test.cc.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class TallyCheck {
 public:
  static Result<TallyCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  using Figures = std::vector<const Figure*>;
  void list(const FigureScene& scene, const Figures& parts, FigureReport& report) const;
  void remains(const FigureScene& scene, const Figure& rest, FigureReport& report) const;
  void of_several(const FigureScene& scene, const Figure& each, FigureReport& report) const;
  void product(const FigureScene& scene, const Figure& each, FigureReport& report) const;
  const CheckRule* sum_ = nullptr;
  const CheckRule* rest_ = nullptr;
  const CheckRule* product_ = nullptr;
};

}  // namespace fengbiao
