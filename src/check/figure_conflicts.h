// Figures of one series and period that cannot all hold, and those that stand still: over the register's cells, of an issue or of an
// archive.
//
//   1.98万亿元，增长15%        another article, of the same year: 1.92万亿元，增长18.6%
//     1.92万亿元 ≠ 1.98万亿元; the year before 1.62万亿元 or 1.72万亿元: two series are in use
//
// Told by bodies that differ, under other words, for another scope, or not read surely: cannot tell. What its own reporter later told
// otherwise is revised. A figure said to be of now that is told unchanged a year later is stale. Tested by figure_conflicts_test.cc.
#pragma once

#include <vector>

#include "check/told_between.h"
#include "register/series.h"
#include "rules/pattern.h"

namespace fengbiao {

class FigureConflicts {
 public:
  static Result<FigureConflicts> load(const DataSet& data, RuleBook& book);
  [[nodiscard]] std::vector<ToldBetween> compare(const SeriesRegister& all) const;

 private:
  class Comparer;
  const CheckRule *differ_ = nullptr, *revised_ = nullptr, *stale_ = nullptr;
  std::vector<std::pair<std::string, std::vector<std::string>>> scopes_;  // reason -> words
  std::vector<std::string> now_;
};

}  // namespace fengbiao
