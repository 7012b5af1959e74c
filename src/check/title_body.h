// The headline against its article: every figure, day, place in an order and document it names is looked for in the body.
//
//   # 上半年销售近3000亿元                       近3000亿元 = 2965.13亿元    holds
//   上半年销售收入2965.13亿元，增长6.4%
//
// It holds where the body prints the value, be it rounded or bounded otherwise. It contradicts only where the body has one figure of the
// same unit, told in nearly the same words, with another value, and the headline's nowhere. Tested by title_body_test.cc and the examples
// of its rules.
#pragma once

#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/shared_words.h"
#include "check/subject.h"
#include "check/told_figures.h"
#include "rules/data_set.h"

namespace fengbiao {

class TitleBodyCheck {
 public:
  static Result<TitleBodyCheck> load(const DataSet& data, RuleBook& book);
  // `figures` of the article, as ToldFigures reads them.
  void check(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Report& report) const;

 private:
  struct Sides;
  void check_years(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Report& report) const;
  void check_documents(const ArticleSubject& subject, Report& report) const;
  std::vector<std::string> compared_, calendar_, windows_;
  const CheckRule *figure_ = nullptr, *document_ = nullptr, *year_ = nullptr;
};

}  // namespace fengbiao
