// One policy document in two articles, or two issues: the same name, days and number, or not.
//
//   甲市大常委会第四十六次会议11月23日通过《促进无人配送规定》，这是第14部区法规
//   11月23日，甲市人大常委会第46次会议通过《促进无人配送若干规定》，这是第14部区法规       one document under two names
//
// Days of issue that differ may be those of adoption and of publication; issuers that differ may all be right; those are not told. Two
// names contradict only where one day, its issuers and a number of its own, or names that are all but equal, say that it is one document,
// and no article has both. Tested by policy_agreement_test.cc and the examples of its rules.
#pragma once

#include <vector>

#include "check/told_between.h"
#include "check/told_figures.h"
#include "register/policies.h"

namespace fengbiao {

class PolicyAgreement {
 public:
  static Result<PolicyAgreement> load(const DataSet& data, RuleBook& book);
  // `numbers` must be those of load()'s data.
  [[nodiscard]] std::vector<ToldBetween> compare(const PolicyRegister& all, const ToldFigures& numbers) const;
  [[nodiscard]] const PolicyNames& names() const { return names_; }

 private:
  class Comparer;
  explicit PolicyAgreement(PolicyNames names) : names_(std::move(names)) {}
  PolicyNames names_;
  const CheckRule *same_ = nullptr, *name_ = nullptr;
};

}  // namespace fengbiao
