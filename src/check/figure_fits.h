// Figures that are worked out from others close by, where no words bind them surely.
//
//   处理订单1850单，是去年同期920单的2倍      1850/920 = 2.01 = 2倍
//   参与网购的5460万人，人均年消费251美元      137亿美元/5460万人 = 250.92 = 251美元
//   冷库造价240万元，补助30%，可获72万元       240万元*30% = 72万元
//   上海4.6天，成都1.9天，两者相差2.7天        4.6天-1.9天 = 2.7天
//
// Told only where it fits, and hardly by accident: the figures that were tried before are counted, each with how likely it would have
// fitted whatever it was. It never contradicts. Tested by figures_test.cc.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class FitCheck {
 public:
  static Result<FitCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  using Figures = std::vector<const Figure*>;
  bool ratio(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const;
  bool mean(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const;
  bool product(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const;
  bool difference(const FigureScene& scene, const Figure& told, const Figures& near, FigureReport& report) const;
  const CheckRule* share_ = nullptr;
  const CheckRule* growth_ = nullptr;
  const CheckRule* mean_ = nullptr;
  const CheckRule* product_ = nullptr;
  const CheckRule* rest_ = nullptr;
};

}  // namespace fengbiao
