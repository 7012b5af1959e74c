// Damage that a text took on its way out of a page layout, told apart from the author's errors: glyphs that only look like a character
// (⽇ for 日), characters that were lost (U+FFFD, private use, control characters), words set apart letter by letter. One note an article
// for each, however often it happens; the words say how often.
//
//   ⽇均订单⼀万件      look-alike-glyphs at ⽇, 2 of them, print 日 instead
//
// Linear in the text; looks at bytes first. Tested by extraction_test.cc and the examples of data/rules/check/extraction.yaml.
#pragma once

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

class ExtractionCheck {
 public:
  static Result<ExtractionCheck> load(RuleBook& book);  // which outlives it
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  const CheckRule* lookalikes_ = nullptr;
  const CheckRule* lost_ = nullptr;
  const CheckRule* spaced_ = nullptr;
};

}  // namespace fengbiao
