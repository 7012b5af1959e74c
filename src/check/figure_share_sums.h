// Shares that are told together.
//
//   甲占40%、乙占35%、其余占20%        with the rest they are the whole: 95% ≠ 100%
//   男性占45%，女性占58%              two kinds that make up the whole
//   甲、乙、丙分别占48%、36%、25%       shares of one whole are not more than 100%
//   甲占58%，乙占27%，两者合计占75%     their sum
//
// Shares may be of several things, and answers may be several: a sum contradicts only where the words say that it is all (其余), that one
// whole is meant (分别占), or where the kinds exclude each other (class `member` of data/check/figures.yaml, regions, ranges of a size or
// an age). Tested by the examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class ShareSumCheck {
 public:
  static Result<ShareSumCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  using Figures = std::vector<const Figure*>;
  void lists(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void list(const FigureScene& scene, const Figures& parts, bool in_ranges, FigureReport& report) const;
  void joint(const FigureScene& scene, const Figure& share, FigureReport& report) const;
  const CheckRule* shares_ = nullptr;
  const CheckRule* sum_ = nullptr;
};

}  // namespace fengbiao
