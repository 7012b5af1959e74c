#include "cli/series_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/screen.h"
#include "model/sample_observations.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;

std::string chart_of(const std::vector<ReportedObservation>& observations, std::size_t n, std::size_t width) {
  static const Phrases phrases = *Phrases::load(DataSet::built_in());
  SeriesRegister all;
  for (const ReportedObservation& r : observations) all.add(r);
  all.close();
  return terminal_chart(make_chart(all, all.series().at(n), phrases), phrases, width);
}

TEST(SeriesChart, ActualForecastAndWhatIsKnownAsABound) {
  const std::string chart = chart_of(sample_observations(), 0, 80);
  EXPECT_THAT(chart, HasSubstr("中国 直播电商行业总规模\nlevel, yearly, 万亿元 (trillion CNY)\n"));
  EXPECT_THAT(chart, HasSubstr("● actual   ○ forecast   ▲ at least\n"));
  EXPECT_THAT(chart, HasSubstr("超1.3万亿元"));
  EXPECT_THAT(chart, HasSubstr("\nSources, last reported 2022-07-04\n  2020        甲研究院  paper  2022-01-06  2022-01-06/34\n"));
}

TEST(SeriesChart, ReportsThatDisagree) {
  const std::string chart = chart_of(sample_observations(), 1, 80);
  EXPECT_THAT(chart, HasSubstr("✕ reports that disagree, side by side"));
  EXPECT_THAT(chart, HasSubstr("2.02万亿元"));
  EXPECT_THAT(chart, HasSubstr("1.94万亿元"));
}

TEST(SeriesChart, AsWideAsItMayBe) {
  for (const std::size_t width : {60u, 80u, 200u})
    for (std::size_t n = 0; n < 4; ++n) {
      std::istringstream lines(chart_of(sample_observations(), n, width));
      int row = 0;
      for (std::string line; std::getline(lines, line); ++row)
        if (row > 2) { EXPECT_LE(display_width(line), width) << line; }
    }
}

TEST(SeriesChart, ControlCharactersStayHarmless) {
  std::vector<ReportedObservation> all = sample_observations();
  for (ReportedObservation& r : all)
    r.observation.indicator = r.observation.text = r.observation.reporter = r.origin.sources[0] = "a\x1b[2J\n\xff";
  const std::string chart = chart_of(all, 0, 80);
  EXPECT_EQ(chart.find('\x1b'), chart.npos);
  EXPECT_EQ(chart.find('\xff'), chart.npos);
}

TEST(SeriesChart, NothingToDraw) {
  EXPECT_THAT(chart_of({told("2022-12-01", 1, "网络零售额", "", 5, 1, "5元")}, 0, 80),
              HasSubstr("nothing to draw\n1 values have no period"));
}

}  // namespace
}  // namespace fengbiao
