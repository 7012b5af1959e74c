// The arithmetic of an article: every relation that its figures offer is computed, and holds, contradicts or cannot be told.
//
//   签约企业70家，其中外资企业48家，占比78.33%     48/70 = 68.57%, printed 78.33%: contradicts
//
// The figures are read once (figure_scene.h), then each kind of statement looks for its own. Tested by figures_test.cc and the examples
// of data/rules/check/figures.yaml.
#pragma once

#include "check/figure_fits.h"
#include "check/figure_growth.h"
#include "check/figure_means.h"
#include "check/figure_money.h"
#include "check/figure_moves.h"
#include "check/figure_orders.h"
#include "check/figure_series.h"
#include "check/figure_share_sums.h"
#include "check/figure_shares.h"
#include "check/figure_sums.h"
#include "check/figure_tallies.h"
#include "rules/data_set.h"

namespace fengbiao {

class FigureChecks {
 public:
  static Result<FigureChecks> load(const DataSet& data, RuleBook& book);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  explicit FigureChecks(FigureWords words) : words_(std::move(words)) {}
  FigureWords words_;
  GrowthCheck growth_;
  ShareCheck shares_;
  SumCheck sums_;
  ShareSumCheck share_sums_;
  MeanCheck means_;
  MoneyCheck money_;
  OrderCheck orders_;
  MoveCheck moves_;
  SeriesCheck series_;
  TallyCheck tallies_;
  FitCheck fits_;
};

}  // namespace fengbiao
