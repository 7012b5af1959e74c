// Figures of the headline that the body tells in another form: what is counted without a word between, and rates.
//
//   # 甲平台新服务覆盖58城             58城 ≠ 56个城市      contradicts
//   服务首批覆盖56个城市
//   # 申诉率降至百万分之三             百万分之三 ≠ 每百万件0.3件
//   平均每百万件的有效申诉为0.3件
//
// It contradicts only where the body has one such figure, told in nearly the same words, and it is a slip of the headline's. Tested by
// title_counts_test.cc and the examples of the rule title-figure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "quantity/date.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

class TitleCounts {
 public:
  static Result<TitleCounts> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  explicit TitleCounts(DateReader numbers) : numbers_(std::move(numbers)) {}
  // A figure of the folded text: as many of what.
  struct Told {
    Span span;
    double number = 0;
  };
  struct Sides;
  void compare(const ArticleSubject& subject, const std::vector<Told>& told, std::size_t needs, Report& report) const;
  [[nodiscard]] std::vector<Told> counts_of(std::string_view folded, const std::vector<std::string>& names, std::size_t from,
                                            std::size_t to) const;
  [[nodiscard]] double value_of(std::string_view words) const;  // 0: no number
  DateReader numbers_;
  std::vector<std::pair<std::string, std::vector<std::string>>> counted_;
  std::vector<std::string> counters_;
  PatternList rates_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
