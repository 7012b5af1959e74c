// Marks that come in pairs: quotes, brackets and title marks that are not closed or not opened, turned or crossed, or closed by the other
// width; straight quotes that are odd in number.
//
//   他说：“仓库已经建成。                      the opening quote is never closed
//   玩具 (19%）                                opened by a half-width bracket, closed by a full-width one
//
// A quotation may run over paragraphs and open each of them anew; a paragraph that ends in a word was perhaps cut, and the next one may
// close what it opened. Nothing is said of a part in which characters were lost. Linear in the text. Tested by pairs_test.cc and the
// examples of data/rules/check/pairs.yaml.
#pragma once

#include "check/mark_usage.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

class PairsCheck {
 public:
  static Result<PairsCheck> load(RuleBook& book);  // which outlives it
  void check(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;

 private:
  struct Scan;
  void curved(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void straight(const ArticleSubject& subject, Report& report) const;

  const CheckRule* unclosed_ = nullptr;
  const CheckRule* unopened_ = nullptr;
  const CheckRule* crossed_ = nullptr;
  const CheckRule* turned_ = nullptr;
  const CheckRule* two_widths_ = nullptr;
};

}  // namespace fengbiao
