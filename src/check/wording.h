// Wordings that need more than one look.
//
//   2021年8月……同比2020年1月增长97%               compared-period: not the same month a year before
//   ……治理通知（以下简称《公告》）                   short-form-kind: a 通知 is called 公告
//   《报告》显示 where no report was named before      no-antecedent
//   甲公司等在内的17家企业                             in-all-without-including: 包括 is missing
//
// What is looked for stands in data/check/wording.yaml. Tested by wording_test.cc and the rules'
// examples.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

class WordingCheck {
 public:
  static Result<WordingCheck> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  WordingCheck() = default;
  struct Expressions;
  void compared(const ArticleSubject& subject, std::size_t part, Report& report) const;
  void short_forms(const ArticleSubject& subject, std::size_t part, Report& report) const;
  void in_all(const ArticleSubject& subject, std::size_t part, Report& report) const;
  void antecedents(const ArticleSubject& subject, Report& report) const;
  std::shared_ptr<const Expressions> expressions_;
  const CheckRule* compared_ = nullptr;
  const CheckRule* short_ = nullptr;
  const CheckRule* antecedent_ = nullptr;
  const CheckRule* in_all_ = nullptr;
};

}  // namespace fengbiao
