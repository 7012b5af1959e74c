// Counts against what they count: a list before or behind the count, points that follow one by one, the same count said again; and points
// that are numbered wrongly.
//
//   甲、乙、丙四大板块            3 named, printed 4         contradicts   rule list-against-count
//   提出两点：一是…三是…          a point is missing        finding       rule numbered-points
//
// A list that may be read in several ways (和 between items or inside one, a beginning that is not clear, 等) contradicts only where no
// reading fits. Tested by counts_test.cc and the examples of data/rules/check/counts.yaml.
#pragma once

#include "check/count_answer.h"
#include "check/count_words.h"
#include "check/ranks.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/data_set.h"

namespace fengbiao {

class CountCheck {
 public:
  static Result<CountCheck> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  CountCheck(CountWords words, RankCheck ranks) : words_(std::move(words)), ranks_(std::move(ranks)) {}
  void lists(const ArticleSubject& subject, const CountScene& scene, Report& report) const;
  void said_again(const ArticleSubject& subject, const CountScene& scene, const Count& count, const Count& other, Report& report) const;
  void points(const ArticleSubject& subject, const CountScene& scene, Report& report) const;
  CountWords words_;
  RankCheck ranks_;
  const CheckRule *list_ = nullptr, *points_ = nullptr, *numbered_ = nullptr, *twice_ = nullptr;
};

}  // namespace fengbiao
