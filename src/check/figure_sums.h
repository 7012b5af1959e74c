// Parts against their whole.
//
//   百家企业分为甲类13家、乙类54家、丙类24家、丁类9家          13+54+24+9 = 100
//   进出口4512.6亿元，其中出口3187.4亿元，进口1325.2亿元      two kinds that make up the whole
//   全网5亿元；综合电商4亿元，直播电商2亿元                    kinds that exclude each other are not more than the whole
//   甲、乙分别为50万家、24.3万家，合计占比38.7%                with the whole told elsewhere
//   企业2000家，其中本地1000家                                 a part is not more than its whole
//
// A list need not be whole, and its kinds may overlap: a sum contradicts only where the words say that it is all (分为, 合计), or where
// the kinds are known to exclude each other (class `member` of data/check/figures.yaml) or are places. Tested by figures_test.cc and the
// examples of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_relation.h"

namespace fengbiao {

class SumCheck {
 public:
  static Result<SumCheck> load(RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  using Figures = std::vector<const Figure*>;
  void lists(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void total_behind(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void together(const FigureScene& scene, const Figure& share, FigureReport& report) const;
  void kinds(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  void part(const FigureScene& scene, std::uint32_t first, std::uint32_t last, FigureReport& report) const;
  const CheckRule* sum_ = nullptr;
  const CheckRule* above_ = nullptr;
  const CheckRule* part_ = nullptr;
};

}  // namespace fengbiao
