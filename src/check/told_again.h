// One figure told in two places: again in its article, or in another article of the issue. The same value in the same words holds at both
// places; the same words with another value, in one article, look like a slip.
//
//   本届大会11月25日开幕        a later article: 11月25日，本届大会开幕        11月25日 = 11月25日    holds
//
// One opening of an event told with two days in two articles contradicts too; other values that differ are the business of the register
// (figure_conflicts.h). Tested by told_again_test.cc and the examples of its rules.
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/shared_words.h"
#include "check/subject.h"
#include "check/told_figures.h"

namespace fengbiao {

class ToldAgainCheck {
 public:
  static Result<ToldAgainCheck> load(const DataSet& data, RuleBook& book);

  // What an issue told so far.
  class Told {
    friend class ToldAgainCheck;
    struct Place {
      Report::Spot spot;
      WordPairs words;
      std::string printed;
      double needs = 0, share = 0;  // pairs that must be shared, and their share of the smaller place
    };
    std::map<std::string, std::vector<Place>, std::less<>> places_;  // by value
    struct Opening {
      Place place;
      std::string verb;
      int year = 0, month = 0, day = 0;
    };
    // What stands directly around a figure, and what it is told of.
    struct Around {
      Place place;
      Quantity quantity;
      std::array<std::string, 3> of;  // subject, place and year; empty: not told
    };
    std::map<std::string, Around> around_;
    std::vector<Opening> openings_;  // 7月18日，某大会在某地开幕
  };

  void check(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Told& told, Report& report) const;
  void finish(Told& told, Report& report) const;

 private:
  void same_words_around(const ArticleSubject& subject, const ToldFigure& figure, const Told::Place& place, Told& told,
                         Report& report) const;
  void compare_openings(Told& told, Report& report) const;
  const CheckRule *rule_ = nullptr, *day_ = nullptr;
  std::vector<std::string> openings_;
};

}  // namespace fengbiao
