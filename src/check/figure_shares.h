// Part, whole and share: 48家 of 70家 is 68.57%.
//
//   企业达70家，其中信创企业48家，占比78.33%      the whole is what 其中 speaks of
//   投诉554.04万条，占信息总量的15.9%             the whole is named, and told elsewhere as 信息3484.39万条
//   用户9.04亿，占网民整体的87.6%                 the whole is not printed: 10.32亿 is implied
//   70家企业中，61.5%使用                         a share of 70 things is a number of things over 70
//
// A share contradicts only where the whole is surely meant: by 其中 in the same sentence, or by its very name. Tested by figures_test.cc
// and the examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class ShareCheck {
 public:
  static Result<ShareCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  void of_whole(const FigureScene& scene, const Figure& share, FigureReport& report) const;
  void of_counted(const FigureScene& scene, const Figure& share, FigureReport& report) const;
  const CheckRule* share_ = nullptr;
  const CheckRule* counted_ = nullptr;
};

}  // namespace fengbiao
