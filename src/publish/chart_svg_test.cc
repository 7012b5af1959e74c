#include "publish/chart_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/sample_observations.h"
#include "publish/chart_labels.h"
#include "publish/svg_text.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string picture(const std::vector<ReportedObservation>& observations, std::size_t n = 0, std::size_t left_out = 0) {
  static const Phrases phrases = *Phrases::load(DataSet::built_in());
  SeriesRegister all;
  for (const ReportedObservation& r : observations) all.add(r);
  all.close();
  return chart_svg(all, {&all.series().at(n)}, phrases, left_out);
}

TEST(ChartSvg, SaysWhatIsDrawnAndWhereItComesFrom) {
  const std::string svg = picture(sample_observations(), 1, 2);
  for (const auto* words :
       {"<title>中国 跨境电商进出口规模</title>", ">万亿元  trillion CNY", ">2.02万亿元 paper<", ">1.94万亿元 丙总署<", ">2021<",
        "来源  Sources", "最近一次报道  last reported 2022-12-03", ">2021 · 文中未说明发布者 · paper · 2022-07-04 · [2022-07-04/40]<",
        ">2020, 2021 · 丙总署 · paper · 2022-12-03 · [2022-12-03/29]<", "说法不一，并列  reports that disagree",
        "2 more series are not drawn"}) {
    EXPECT_THAT(svg, HasSubstr(words));
  }
  EXPECT_THAT(picture(sample_observations(), 0), HasSubstr("stroke-dasharray"));
  EXPECT_EQ(svg, picture(sample_observations(), 1, 2));
}

TEST(ChartSvg, NothingOfANameActs) {
  std::vector<ReportedObservation> all = sample_observations();
  for (ReportedObservation& r : all) {
    r.observation.indicator_code.clear();
    r.observation.indicator = "</text><script>x</script>&\x1b\xff";
    r.observation.reporter = "\"<b>\"";
  }
  const std::string svg = picture(all);
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
  EXPECT_THAT(svg, HasSubstr("&lt;script&gt;x&lt;/script&gt;&amp;\uFFFD\uFFFD"));
}

TEST(ChartSvg, NothingToDrawIsSaid) {
  EXPECT_THAT(picture({told("2022-12-01", 1, "网络零售额", "", 5, 1, "5元")}), HasSubstr("nothing to draw"));
}

TEST(SvgText, EscapesAndReplacesWhatXmlForbids) {
  EXPECT_EQ(svg_escaped("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(svg_escaped("a\nb\x01\xc2\x85\xef\xbf\xbe\xe2\x80\xae"), "a b\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(SvgText, LongLinesBreakBetweenWords) {
  EXPECT_THAT(wrapped("网络零售额", 10, 30, 3), ElementsAre("网络零", "售额"));
  EXPECT_THAT(wrapped("网络零售额增长", 10, 30, 2), ElementsAre("网络零", "售额\u2026"));
  EXPECT_THAT(wrapped("ab cdefgh", 10, 30, 3), ElementsAre("ab ", "cdefg", "h"));
  EXPECT_THAT(wrapped("网", 10, 1, 3), ElementsAre("网"));
  EXPECT_THAT(wrapped("", 10, 30, 3), IsEmpty());
}

TEST(ChartLabels, StandFreeOrNotAtAll) {
  LabelPlaces places({0, 0, 100, 100});
  places.mark({45, 45, 55, 55});
  const auto first = places.place(50, 50, 30, 10);
  ASSERT_TRUE(first);
  EXPECT_LT(first->bottom, 50);
  const auto second = places.place(50, 50, 30, 10);
  ASSERT_TRUE(second);
  EXPECT_FALSE(first->meets(*second));
  EXPECT_FALSE(places.place(50, 50, 130, 10));
  LabelPlaces crossed({0, 0, 100, 100});
  crossed.line({0, 38, 100, 38});
  EXPECT_GT(crossed.place(50, 50, 30, 10)->top, 50);
  EXPECT_TRUE(crosses({0, 0, 10, 10}, {4, 4, 6, 6}));
  EXPECT_FALSE(crosses({0, 0, 10, 10}, {6, 0, 9, 3}));
  EXPECT_FALSE(crosses({0, 0, 1, 1}, {4, 4, 6, 6}));
}

}  // namespace
}  // namespace fengbiao
