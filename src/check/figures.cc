#include "check/figures.h"

namespace fengbiao {

Result<FigureChecks> FigureChecks::load(const DataSet& data, RuleBook& book) {
  FB_TRY(FigureWords words, FigureWords::load(data));
  FigureChecks out(std::move(words));
  FB_TRY(out.growth_, GrowthCheck::load(book));
  FB_TRY(out.shares_, ShareCheck::load(book));
  FB_TRY(out.sums_, SumCheck::load(book));
  FB_TRY(out.share_sums_, ShareSumCheck::load(book));
  FB_TRY(out.means_, MeanCheck::load(book));
  FB_TRY(out.money_, MoneyCheck::load(data, book));
  FB_TRY(out.orders_, OrderCheck::load(book));
  FB_TRY(out.moves_, MoveCheck::load(book));
  FB_TRY(out.series_, SeriesCheck::load(book));
  FB_TRY(out.tallies_, TallyCheck::load(book));
  FB_TRY(out.fits_, FitCheck::load(book));
  return out;
}

void FigureChecks::check(const ArticleSubject& subject, Report& report) const {
  FigureScene scene;
  scene.read(subject, words_);
  if (scene.figures().size() < 2) return;
  FigureReport told(scene, report);
  growth_.check(scene, told);
  shares_.check(scene, told);
  sums_.check(scene, told);
  share_sums_.check(scene, told);
  means_.check(scene, told);
  money_.check(scene, told);
  orders_.check(scene, told);
  moves_.check(scene, told);
  series_.check(scene, told);
  tallies_.check(scene, told);
  fits_.check(scene, told);
}

}  // namespace fengbiao
