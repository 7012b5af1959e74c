// Conversions: an amount and the same amount in other money.
//
//   800亿埃镑（约合50亿美元）     16 EGP for a USD, within what it has been since 2010
//
// A rate outside the band of data/check/currencies.yaml contradicts; so does one that is more than a quarter away from another of the
// same pair in the article. Tested by figures_test.cc and the examples of data/rules/check/figures.yaml.
#pragma once

#include <map>
#include <string>

#include "check/figure_relation.h"
#include "rules/data_set.h"

namespace fengbiao {

class MoneyCheck {
 public:
  static Result<MoneyCheck> load(const DataSet& data, RuleBook& book);
  void check(const FigureScene& scene, FigureReport& report) const;

 private:
  const CheckRule* rate_ = nullptr;
  std::map<std::string, Interval, std::less<>> per_dollar_;
};

}  // namespace fengbiao
