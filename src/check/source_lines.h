// Source lines against the form that the issue itself keeps: what nearly all lines have, the others lack.
//
//   来源：“甲网” 编选：《商情》编辑部 2022年12月1日        the form of most
//   来源：《乙报》2022年12月2日                              source-without-selector
//
// What a form is comes from the issue, so a bulletin of another habit, or a text without source lines, gives nothing; a section without
// such lines (books) needs none. White space never counts. Tested by source_lines_test.cc and the rules'
// examples.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

class SourceLineCheck {
 public:
  static Result<SourceLineCheck> load(const DataSet& data, RuleBook& book);
  // All of an issue at once.
  void check(const IssueSubject& subject, Report& report) const;

 private:
  SourceLineCheck() = default;
  struct Line {
    const Article* article = nullptr;
    Span span;             // the line as printed, in the kept text
    std::string text;      // folded
    std::size_t form = 0;  // 1 + index of the form of its date, 0: no date
    bool quoted = false, on_text_line = false;
  };
  [[nodiscard]] Line read(const Article& article, std::string_view kept) const;
  void missing(const IssueSubject& subject, Report& report) const;
  std::shared_ptr<const std::vector<Pattern>> forms_;
  std::shared_ptr<const Pattern> quoted_;
  const CheckRule *selector_ = nullptr, *missing_ = nullptr, *on_text_line_ = nullptr, *date_ = nullptr, *form_ = nullptr,
                  *quotes_ = nullptr;
};

}  // namespace fengbiao
