// Order: figures move and stand as the words say.
//
//   从7.8%提高到10%                         7.8 < 10
//   5%，高于全国的4.2%                      5 > 4.2
//   28%，其次是时尚(21%)、食品(19%)         falling
//   分别为4800、2300、1300家，依次排列       falling
//   过亿的32个，过千万的434个               fewer above the higher mark
//
// Tested by figures_test.cc and the examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class OrderCheck {
 public:
  static Result<OrderCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  bool from_to(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const;
  void compared(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const;
  void falling(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void leading(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void all_beyond(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void marks(const FigureScene& scene, const Figure& a, const Figure& b, FigureReport& report) const;
  const CheckRule* change_ = nullptr;
  const CheckRule* compared_ = nullptr;
  const CheckRule* falling_ = nullptr;
  const CheckRule* marks_ = nullptr;
  const CheckRule* all_ = nullptr;
};

}  // namespace fengbiao
