// All levels and growth rates that an article tells of one thing, over all its years, held against each other at once.
//
//   2021年1.92万亿元，增长18.6%；……2021年达1.98万亿元，增长15%     two values of 2020: two series are in use
//   2019年401亿元，2020年增长8%，2021年增长9%，达569亿元           401 * 1.08 * 1.09 = 472
//
// The periods are hidden values, what is printed narrows them (constraints.h); the smallest set of statements that leaves nothing is told.
// Sets of two levels of one period are no matter of arithmetic, and what a level, its growth and the level before say by themselves is told
// by figure_growth.h. Tested by the examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class SeriesCheck {
 public:
  static Result<SeriesCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  using Figures = std::vector<const Figure*>;
  void of_thing(const FigureScene& scene, const Figures& told, FigureReport& report) const;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
