// The rules that are a pattern each (data/rules/check): looked for in the parts of an article that they name. A finding stands at the
// group `mark` of the pattern (or the one of mark2, mark3 ... that took part), else at the whole match; it is shown in the group `quote`
// where there is one; the rule's words may use its groups by name.
//
// Tested by pattern_rules_test.cc and the examples beside each rule (engine/rule_examples_test.cc).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/pattern_filter.h"

namespace fengbiao {

class PatternRules {
 public:
  static PatternRules of(const RuleBook& book);  // which must outlive it
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  // Rules over folded and over printed text, each with the filter that says which of them need to be tried.
  struct Group {
    std::vector<const CheckRule*> rules;
    PatternFilter filter;
  };
  void check(const Group& group, const ArticleSubject& subject, std::size_t part, std::string_view text, Report& report) const;
  Group folded_, printed_;
};

}  // namespace fengbiao
