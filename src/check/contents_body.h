// The printed contents against the headlines of the articles: an entry that all but names one, one that names none, one out of order.
//
//   contents 国务院新增33个试验区      headline 国务院新增35个试验区      33 against 35
//
// Entries that shorten a headline, or differ in marks and blanks only, are fine. Silent where many entries name no article, or one stands
// in the text after all: then the reading of the issue is at fault. Tested by contents_body_test.cc and the examples of its rule.
#pragma once

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

class ContentsCheck {
 public:
  static Result<ContentsCheck> load(RuleBook& book);
  void check(const IssueSubject& subject, Report& report) const;

 private:
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
