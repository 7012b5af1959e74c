// Days against each other: spans with the days they last, dates with their weekdays, lunar days and feasts, anniversaries, ranges that run
// backwards, documents in force before they are issued, and what an article reports of days after its own.
//
//   6月1日至20日，为期18天          06-01..06-20 = 20 days (19 apart), printed 18     contradicts   rule span-of-days
//   2022年11月25日（周四）          2022-11-25 is day 5 of the week, printed 4        contradicts   rule weekday-of-date
//   来源：…… 2022年12月17日         the text tells what was published on 12-22        contradicts   rule source-before-event
//
// A year that is not printed counts as known only where the day lies near that of writing. Tested by days_test.cc and the examples of
// data/rules/check/days.yaml (engine/rule_examples_test.cc).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "check/day_words.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "quantity/date.h"
#include "quantity/named_days.h"
#include "rules/data_set.h"

namespace fengbiao {

class DayCheck {
 public:
  static Result<DayCheck> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  struct Scene;
  DayCheck(DayWords words, NamedDays days, DateReader numbers)
      : words_(std::move(words)), days_(std::move(days)), numbers_(std::move(numbers)) {}
  // Where the amount stands that was held against it.
  std::optional<std::uint32_t> spans(const Scene& scene, std::size_t time) const;
  void stretches(const Scene& scene, std::span<const std::uint32_t> told) const;
  void weekdays(const Scene& scene, std::size_t time) const;
  void named(const Scene& scene, std::size_t time) const;
  void lunar(const Scene& scene, std::size_t time) const;
  void backwards(const Scene& scene, std::size_t time) const;
  void ahead_of(const Scene& scene, std::size_t time) const;
  void anniversaries(const Scene& scene) const;
  void source(const Scene& scene) const;
  void policies(const Scene& scene) const;
  static std::uint32_t read_sentence(const Scene& scene, std::uint32_t place);
  DayWords words_;
  NamedDays days_;
  DateReader numbers_;
  const CheckRule *span_ = nullptr, *weekday_ = nullptr, *lunar_ = nullptr, *feast_ = nullptr, *anniversary_ = nullptr,
                  *backwards_ = nullptr, *effective_ = nullptr, *source_ = nullptr, *ahead_ = nullptr;
};

}  // namespace fengbiao
