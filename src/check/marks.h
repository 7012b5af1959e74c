// Marks whose form the text itself decides: quotes that are straight where the text uses curved ones, marks, digits and percent signs of
// the other width; thousands commas in some figures of an article only; a paragraph without its full stop.
//
//   同比增长5%,环比增长3%。                    a half-width comma where the issue prints full-width ones
//
// What is usual is counted over the whole issue (mark_usage.h). Linear in the text. Marks that come in pairs: pairs.h. Tested by
// marks_test.cc and the examples of data/rules/check/widths.yaml.
#pragma once

#include "check/mark_usage.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

class MarksCheck {
 public:
  static Result<MarksCheck> load(RuleBook& book);  // which outlives it
  void check(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;

 private:
  void widths(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void thousands(const ArticleSubject& subject, Report& report) const;
  void stops(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void stops_of_lines(const ArticleSubject& subject, Report& report) const;

  const CheckRule* straight_quotes_ = nullptr;
  const CheckRule* narrow_brackets_ = nullptr;
  const CheckRule* narrow_mark_ = nullptr;
  const CheckRule* wide_percent_ = nullptr;
  const CheckRule* thousands_comma_ = nullptr;
  const CheckRule* missing_stop_ = nullptr;
  const CheckRule* in_midst_ = nullptr;
  const CheckRule* wide_latin_ = nullptr;
};

}  // namespace fengbiao
