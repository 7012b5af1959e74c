#include "clause/carry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "clause/marked_text.h"

namespace fengbiao {
namespace {

TEST(Carry, PeriodAndPlaceGoOnThroughTheSentenceAndTheParagraph) {
  const auto t = read_marked("<2021年|2021>，{甲省|place 330000}网上卖出[5亿元|CNY]，增长[6%|%]。农村卖出[1亿元|CNY]。");
  EXPECT_EQ(t.period("5亿元"), "2021 sentence");
  EXPECT_EQ(t.place("5亿元"), "330000 own");
  EXPECT_EQ(t.period("6%"), "2021 sentence");
  EXPECT_EQ(t.period("1亿元"), "2021 paragraph");
  EXPECT_EQ(t.place("1亿元"), "330000 paragraph");
}

TEST(Carry, AnEarlierParagraphIsFurtherAway) {
  const auto t = read_marked("<2021年|2021>卖出[5亿元|CNY]。订单[9件|件]。", {"订单"});
  EXPECT_EQ(t.period("9件"), "2021 article");
}

TEST(Carry, TheNearestTimeBeforeAQuantityIsItsOwn) {
  const auto t = read_marked("卖出额从<2019年|2019>的[4亿元|CNY]升到<2021年|2021>的[6亿元|CNY]，涨[50%|%]");
  EXPECT_EQ(t.period("4亿元"), "2019 own");
  EXPECT_EQ(t.period("6亿元"), "2021 own");
  EXPECT_EQ(t.period("50%"), "2021 sentence");
}

TEST(Carry, BasesOfComparisonsAreNoPeriods) {
  const auto t = read_marked("<2021年|2021>用户达[5亿人|人]，较<2020年3月|2020-03>增长[2亿人|人]，与<2019年|2019>相比多[3亿人|人]");
  EXPECT_EQ(t.period("2亿人"), "2021 sentence");
  EXPECT_EQ(t.period("3亿人"), "2021 sentence");
  EXPECT_EQ(t.use(1), "base");
  EXPECT_EQ(t.use(2), "base");
}

TEST(Carry, TitlesQuotesAndNamesGiveNoPeriod) {
  const auto t = read_marked("《<2020年|2020>甲乙报告》与“<2019|2019>甲乙大会”和{<2018|2018>丙|media}都说，用户达[5亿人|人]");
  EXPECT_EQ(t.period("5亿人"), " nothing");
  EXPECT_EQ(t.use(0), "named");
  EXPECT_EQ(t.use(1), "named");
  const auto plan = read_marked("“<十四五|2021/2025>”期间达[5亿人|人]");
  EXPECT_EQ(plan.period("5亿人"), "2021/2025 own");
}

TEST(Carry, DaysOfTellingGiveAPeriodOnlyWhereThereIsNoOther) {
  const auto t =
      read_marked("<6月28日|2022-06-28>，某会发布报告。<2021年|2021>用户达[5亿人|人]。<7月1日|2022-07-01>，某局公布名单，[16家|家]入选。");
  EXPECT_EQ(t.use(0), "told");
  EXPECT_EQ(t.period("5亿人"), "2021 own");
  EXPECT_EQ(t.period("16家"), "2021 paragraph");
  const auto alone = read_marked("<7月1日|2022-07-01>，某局公布名单，[16家|家]入选。");
  EXPECT_EQ(alone.period("16家"), "2022-07-01 sentence");
  EXPECT_EQ(read_marked("<7月1日|2022-07-01>卖出[16家|家]").use(0), "flow");
}

TEST(Carry, TheDayOfWritingStandsForNow) {
  const auto t = read_marked("<2021年|2021>开业[5家|家]。目前，开业的有[9家|家]。");
  EXPECT_EQ(t.period("9家"), "@2022-12 date");
}

TEST(Carry, BracketsTakeFromTheirClauseAndGiveNothingOut) {
  const auto t = read_marked("<2021年|2021>甲达[5亿元|CNY]（乙占[6%|%]，<2020年|2020>占[4%|%]），丙[7亿元|CNY]");
  EXPECT_EQ(t.period("6%"), "2021 clause");
  EXPECT_EQ(t.period("4%"), "2020 own");
  EXPECT_EQ(t.period("7亿元"), "2021 sentence");
  EXPECT_EQ(read_marked("活动期间（<5月31日至6月18日|2022-05-31/2022-06-18>）卖出[5亿元|CNY]").period("5亿元"),
            "2022-05-31/2022-06-18 own");
}

TEST(Carry, PartsPointAtTheWhole) {
  const auto t = read_marked("<2021年|2021>全国卖出[5亿元|CNY]，增长[6%|%]。其中，{甲省|place 330000}卖出[1亿元|CNY]，乙卖出[2亿元|CNY]。");
  const auto& clauses = t.read.clauses;
  const auto part = [&](std::string_view q) { return clauses[t.read.holdings[t.quantity(q)].clause].part_of; };
  EXPECT_EQ(part("5亿元"), kNoClause);
  EXPECT_EQ(t.at(clauses[part("1亿元")].span), "2021年全国卖出5亿元");
  EXPECT_EQ(part("2亿元"), part("1亿元"));
  EXPECT_EQ(t.period("1亿元"), "2021 clause");
}

TEST(Carry, APartsPeriodAndAnOpenOneGoNoFurtherThanTheSentence) {
  const auto t = read_marked(
      "<截至6月|@2022-06>有[9家|家]，其中<2022年1月|2022-01>新增[5家|家]，占[6%|%]。另有[7家|家]。自<2020年起|2020/"
      ">增长[8%|%]。又有[3家|家]。");
  EXPECT_EQ(t.period("6%"), "2022-01 sentence");
  EXPECT_EQ(t.period("7家"), "@2022-06 paragraph");
  EXPECT_EQ(t.period("8%"), "2020/2022 own");
  EXPECT_EQ(t.period("3家"), "@2022-06 paragraph");
}

TEST(Carry, TheEndsOfADevelopment) {
  const auto t = read_marked("<2012年至2021年|2012/2021>，规模从[5亿元|CNY]增长到[9亿元|CNY]，增长[80%|%]");
  EXPECT_EQ(t.period("5亿元"), "2012 sentence");
  EXPECT_EQ(t.period("9亿元"), "2021 sentence");
  EXPECT_EQ(t.period("80%"), "2012/2021 sentence");
  const auto rank = read_marked("<2021年|2021>，甲从<去年|2020>的[第10名|rank]升到[第7名|rank]");
  EXPECT_EQ(rank.period("第10名"), "2020 own");
  EXPECT_EQ(rank.period("第7名"), "2021 sentence");
}

TEST(Carry, CountedBackFromTheDayOfWriting) {
  const auto t = read_marked(
      "用户在<过去18个月|~2021-06/2022-11>增长[80%|%]，达[3亿人|人]。<2021年|2021>增长[5%|%]，为<近10年|~2013/2022>新高，订单[9件|件]。");
  EXPECT_EQ(t.period("80%"), "@2022-12 date");
  EXPECT_EQ(t.period("3亿人"), "@2022-12 date");
  EXPECT_EQ(t.period("9件"), "2021 sentence");
}

TEST(Carry, SomeDayIsNoPeriod) {
  const auto t = read_marked("<2021年|2021>卖出[5件|件]，未来将服务[9人|人]");
  EXPECT_EQ(t.period("9人"), " nothing");
  EXPECT_EQ(t.outlook("9人"), "target");
  EXPECT_EQ(read_marked("<2021年|2021>，“全球未来50强”有[9家|家]").outlook("9家"), "actual");
}

TEST(Carry, BracketsThatSayThePeriodMoreExactly) {
  const auto t = read_marked(
      "<2022年|2022>大促（<5月31日20时至6月18日|2022-05-31/2022-06-18>）卖出[5亿元|CNY]，比<2020年|2020>（<疫情前|2020>）多[6%|%]");
  EXPECT_EQ(t.period("5亿元"), "2022-05-31/2022-06-18 own");
  EXPECT_EQ(t.period("6%"), "2022-05-31/2022-06-18 sentence");
}

TEST(Carry, WhatIsExpectedAndWhatIsAimedAt) {
  const auto t = read_marked(
      "<2021年|2021>达[5亿元|CNY]，预计<2025年|+2025>达[9亿元|CNY]，增长[6%|%]。目前有[3家|家]。力争到<2026年|+2026>达[8家|家]。");
  EXPECT_EQ(t.outlook("5亿元"), "actual");
  EXPECT_EQ(t.outlook("9亿元"), "forecast");
  EXPECT_EQ(t.outlook("6%"), "forecast");
  EXPECT_EQ(t.outlook("3家"), "actual");
  EXPECT_EQ(t.outlook("8家"), "target");
  EXPECT_EQ(t.use(1), "forecast");
  EXPECT_EQ(t.use(2), "target");
  EXPECT_EQ(read_marked("将近[3家|家]开业").outlook("3家"), "actual");
  const auto both = read_marked("预计从<2021年|2021>的[5亿元|CNY]升到<2025年|+2025>的[9亿元|CNY]");
  EXPECT_EQ(both.outlook("5亿元"), "actual");
  EXPECT_EQ(both.outlook("9亿元"), "forecast");
}

TEST(Carry, SubjectsButNotSources) {
  const auto t =
      read_marked("据{某统计局|body}数据，{某商城|platform}用户达[5亿人|人]，订单[9件|件]。{某某咨询|company}认为，增长[6%|%]。");
  EXPECT_EQ(t.subject("5亿人"), "某商城 own");
  EXPECT_EQ(t.subject("9件"), "某商城 sentence");
  EXPECT_EQ(t.subject("6%"), " nothing");
}

TEST(Carry, AnAreaAtTheBeginningOfASentenceDropsTheCompanyBeforeIt) {
  const auto t = read_marked("{某商城|platform}用户达[5亿人|人]。全国网上卖出[9亿元|CNY]。{某店|company}卖出[1亿元|CNY]。");
  EXPECT_EQ(t.subject("9亿元"), " nothing");
  EXPECT_EQ(t.place("9亿元"), "CN own");
  EXPECT_EQ(t.place("1亿元"), " nothing");
}

TEST(Carry, PlacesThatSomethingGoesToAreNotSpokenOf) {
  const auto t = read_marked("{甲国|place FR}对{乙国|place DE}卖出[5亿元|CNY]");
  EXPECT_EQ(t.place("5亿元"), "FR own");
}

TEST(Carry, AreasAreObjectsInTheMiddleOfAClause) {
  EXPECT_EQ(read_marked("{甲省|place 330000}领跑全国，有[5家|家]").place("5家"), "330000 sentence");
  EXPECT_EQ(read_marked("<2021年|2021>全国有[5家|家]").place("5家"), "CN own");
  EXPECT_EQ(read_marked("使我国有[5家|家]").place("5家"), "CN own");
}

TEST(Carry, TheFieldOfARankIsTheAreaOfAFirm) {
  EXPECT_EQ(read_marked("{甲国|place FR}升到全球[第二|rank]").place("第二"), "FR own");
  auto t = read_marked("{某店|company}在{甲国|place FR}开业，居全球[第二|rank]");
  EXPECT_EQ(t.read.quantities[0].kind, UnitKind::rank);
  EXPECT_EQ(t.place("第二"), "world own");
}

TEST(Carry, NoneOfSeveralPlacesIsTheArea) {
  EXPECT_EQ(read_marked("全国有{甲市|place 330100}、{乙市|place 330200}和{丙市|place 330300}等[5家|家]").place("5家"), "CN own");
  EXPECT_EQ(read_marked("全国开会，选出{甲市|place 330100}、{乙市|place 330200}等[5家|家]").place("5家"), "CN sentence");
}

TEST(Carry, AnotherSideOfTheSameSubject) {
  const auto t = read_marked("全国有[9家|家]。从地域看，{甲省|place 330000}有[5家|家]。从资本来看，大的占[6%|%]。");
  EXPECT_EQ(t.place("5家"), "330000 own");
  EXPECT_EQ(t.place("6%"), "CN paragraph");
}

TEST(Carry, OfOwnerAndOwnedTheOwned) {
  EXPECT_EQ(read_marked("{甲集团|company}旗下{乙商城|platform}有[5亿人|人]，增长[6%|%]").subject("6%"), "乙商城 sentence");
}

TEST(Carry, TheWholeCityIsTheLastOneNamed) {
  const auto t = read_marked("{某市|place 330100}和{某省|place 330000}开会。全市有[5家|家]。全省有[9家|家]。");
  EXPECT_EQ(t.place("5家"), "330100 own");
  EXPECT_EQ(t.place("9家"), "330000 own");
}

TEST(Carry, WhatIsComparedWithHoldsForItsOwnClause) {
  const auto t = read_marked("<2021年|2021>收入[9亿元|CNY]；而<2020年|2020>为[8亿元|CNY]，增幅[6%|%]。另收[2亿元|CNY]。");
  EXPECT_EQ(t.period("8亿元"), "2020 own");
  EXPECT_EQ(t.use(1), "aside");
  EXPECT_EQ(t.period("6%"), "2021 sentence");
  EXPECT_EQ(t.period("2亿元"), "2021 paragraph");
}

TEST(Carry, ABaseIsThePeriodOfTheQuantityRightBehindIt) {
  const auto t = read_marked("<2021年|2021>收入[9亿元|CNY]，较<2020年|2020>的[8亿元|CNY]增长[6%|%]");
  EXPECT_EQ(t.period("8亿元"), "2020 own");
  EXPECT_EQ(t.period("6%"), "2021 sentence");
}

TEST(Carry, ADayOfThePeriodGoesNoFurtherThanItsSentence) {
  const auto t = read_marked("<6月1日至18日|2022-06-01/2022-06-18>揽收[9亿件|件]。<6月16日|2022-06-16>揽收[1亿件|件]。农村占[6%|%]。");
  EXPECT_EQ(t.period("1亿件"), "2022-06-16 own");
  EXPECT_EQ(t.period("6%"), "2022-06-01/2022-06-18 paragraph");
}

TEST(Carry, ASemicolonEndsTheDayOfWriting) {
  const auto t = read_marked("<3月至9月|2022-03/2022-09>清理店铺[9家|家]。目前日均[5单|单]；查处[6起|起]");
  EXPECT_EQ(t.period("5单"), "@2022-12 date");
  EXPECT_EQ(t.period("6起"), "2022-03/2022-09 paragraph");
}

TEST(Carry, AStockThatBeganToBeCounted) {
  const auto t = read_marked("自<3月28日|2022-03-28>上线以来，截至<11月底|@2022-11-30>，浏览[5亿次|次]，列[第一|rank]");
  EXPECT_EQ(t.period("5亿次"), "2022-03-28/2022-11-30 sentence");
  EXPECT_EQ(t.period("第一"), "@2022-11-30 sentence");
}

TEST(Carry, WhatLiesAheadGoesNoFurtherThanItsSentence) {
  const auto t = read_marked("<2021年|2021>规模[5亿元|CNY]。预计<2025年|+2025>达[9亿元|CNY]。酒水占[6%|%]。");
  EXPECT_EQ(t.period("6%"), "2021 paragraph");
  EXPECT_EQ(t.outlook("6%"), "actual");
}

TEST(Carry, WhatManyMeanToDoIsNoAim) {
  const auto t = read_marked("[31%|%]的商家打算下调租金，平均每家[5元|CNY]");
  EXPECT_EQ(t.outlook("31%"), "actual");
  EXPECT_EQ(t.outlook("5元"), "actual");
}

TEST(Carry, PlacesInsideWhatIsSpokenOfGoNoFurtherThanTheirSentence) {
  const auto t = read_marked("{甲省|place 440000}发货[9件|件]。{乙市|place 445200}占[6%|%]。单价[8元|CNY]。");
  EXPECT_EQ(t.place("6%"), "445200 own");
  EXPECT_EQ(t.place("8元"), "440000 paragraph");
}

TEST(Carry, ThePlaceOfAFirmIsNoArea) {
  EXPECT_EQ(read_marked("{甲国|place KR}电商{某店|company}卖出[5件|件]").place("5件"), " nothing");
  EXPECT_EQ(read_marked("总部位于{甲国|place US}的{某店|company}卖出[5件|件]").place("5件"), " nothing");
}

TEST(Carry, FacilitiesAndRegionsAreAreas) {
  auto t = read_marked("{甲市|place 330100}某某国际机场运货[5件|件]");
  EXPECT_EQ(t.at(t.read.places.at(t.read.holdings[0].place.index).span), "甲市某某国际机场");
  t = read_marked("东部增长[5%|%]，西部增长[6%|%]");
  EXPECT_EQ(t.read.places.at(t.read.holdings[1].place.index).canonical, "西部");
}

TEST(Carry, TheFormerAndTheLatterAreTheTwoNamedBefore) {
  auto t = read_marked("{甲店|company}与{乙店|company}走势不同：前者卖出[5件|件]，均价[8元|CNY]；后者卖出[9件|件]。共[14件|件]");
  EXPECT_EQ(t.subject("5件"), "甲店 own");
  EXPECT_EQ(t.subject("8元"), "甲店 sentence");
  EXPECT_EQ(t.subject("9件"), "乙店 own");
  EXPECT_EQ(t.subject("14件"), " nothing");
  t = read_marked("{甲省|place 440000}与{乙省|place 330000}差距缩小，后者卖出[9件|件]");
  EXPECT_EQ(t.place("9件"), "330000 own");
}

TEST(Carry, TheRestIsNoneOfTheFirmsNamed) {
  const auto t = read_marked("{甲店|company}占[5%|%]，{乙店|company}占[4%|%]，其余合计占[3%|%]");
  EXPECT_EQ(t.subject("4%"), "乙店 own");
  EXPECT_EQ(t.subject("3%"), " own");
}

TEST(Carry, FirmsInQuotesListsAndAmongExamplesAreNotSpokenOf) {
  EXPECT_EQ(read_marked("“{某店|company}之春”活动卖出[5件|件]").subject("5件"), " nothing");
  EXPECT_EQ(read_marked("{某店|company}、{乙店|company}卖出[5件|件]").subject("5件"), " nothing");
  EXPECT_EQ(read_marked("{某店|company}等[17家|家]企业入选").subject("17家"), " nothing");
}

}  // namespace
}  // namespace fengbiao
