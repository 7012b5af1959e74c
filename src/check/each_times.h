// So many of each, and so many in all.
//
//   全书分为三编，每编四章，共十二章      3 × 4 = 12        holds         rule parts-times-each
//   四门必修课，每门8课时，共36课时       4 × 8 = 32 ≠ 36   contradicts
//
// Read only where the three stand near each other in one paragraph, exact, with the same counters. It contradicts only where there is no
// other number of parts and no other total that it could be. Tested by each_times_test.cc and the examples of its rule.
#pragma once

#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "quantity/date.h"
#include "rules/data_set.h"

namespace fengbiao {

class EachTimes {
 public:
  static Result<EachTimes> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  explicit EachTimes(DateReader numbers) : numbers_(std::move(numbers)) {}
  struct Number {
    Span span;
    int n = 0;
  };
  // The number that ends or begins at a place, blanks apart; n 0: none, or more than is read here.
  [[nodiscard]] Number number_before(std::string_view folded, std::size_t end) const;
  [[nodiscard]] Number number_at(std::string_view folded, std::size_t begin) const;
  std::string each_;                                           // 每
  std::vector<std::string> units_, fillers_, loose_, totals_;  // 编; 各; 左右; 共
  DateReader numbers_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
