// The rules that are a pattern each (data/rules/check): looked for in the parts of an article that they name. A finding stands at the
// group `mark` of the pattern (or the one of mark2, mark3 ... that took part), else at the whole match; it is shown in the group `quote`
// where there is one; the rule's words may use its groups by name.
//
// Tested by the examples beside each rule (engine/rule_examples_test.cc).
#pragma once

#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

class PatternRules {
 public:
  static PatternRules of(const RuleBook& book);  // which must outlive it
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  std::vector<const CheckRule*> rules_;
};

}  // namespace fengbiao
