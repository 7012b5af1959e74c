// Places of a ranking against the names that have them.
//
//   甲、乙、丙分列第二至四位        places 2..4 = 3, named 3     holds
//   甲、乙分列 5-10 位              places 5..10 = 6, named 2    contradicts   rule ranks-against-names
//
// What only tells of a movement (从第10名升到第7名) is no name, and neither is the first half of a coordinated description
// (家电、电子零售商某某 is one firm). Tested by ranks_test.cc and the examples of data/rules/check/ranks.yaml
// (engine/rule_examples_test.cc).
#pragma once

#include "check/count_answer.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "quantity/date.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

class RankCheck {
 public:
  static Result<RankCheck> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, const CountScene& scene, Report& report) const;

 private:
  explicit RankCheck(DateReader numbers) : numbers_(std::move(numbers)) {}
  // Of the names before a place: how many there are, surely; where they begin.
  struct Names {
    Named named;
    Span quote;
    bool sure = false;
  };
  [[nodiscard]] Names names_before(const CountScene& scene, std::uint32_t verb, std::uint32_t places) const;
  [[nodiscard]] bool describes_next(const CountScene& scene, Span item, Span next) const;
  void figures(const ArticleSubject& subject, const CountScene& scene, Report& report) const;
  static bool clean_names(const CountScene& scene, std::size_t piece, std::uint32_t verb);
  DateReader numbers_;
  PatternList places_, movement_;
  const CheckRule *rule_ = nullptr, *figures_ = nullptr;
};

}  // namespace fengbiao
