// The rules that are a pattern each (data/rules/check): looked for in the parts of an article that they name. A finding stands at the
// group `mark` of the pattern (or the one of mark2, mark3 ... that took part), else at the whole match; it is shown in the group `quote`
// where there is one; the rule's words may use its groups by name.
//
// A rule is tried where one of the words it needs stands: these are found for all rules at once.
//
// Tested by the examples beside each rule (engine/rule_examples_test.cc).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "text/trie.h"

namespace fengbiao {

class PatternRules {
 public:
  static PatternRules of(const RuleBook& book);  // which must outlive it
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  // The rules that a word of theirs is needed for, by the value of the word in the trie.
  struct Needs {
    Trie words;
    std::vector<std::vector<std::uint32_t>> rules;
    void mark(std::string_view text, std::vector<std::uint8_t>& wanted) const;
  };
  static Needs needs_of(const std::vector<const CheckRule*>& rules, bool over_printed);
  std::vector<const CheckRule*> rules_;
  std::vector<std::uint8_t> always_;  // by rule: it needs no word
  Needs folded_, printed_;
};

}  // namespace fengbiao
