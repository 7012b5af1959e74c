#include "cli/series_view.h"

#include <gtest/gtest.h>

#include "model/sample_observations.h"

namespace fengbiao {
namespace {

struct Lined {
  SeriesRegister all;
  explicit Lined(const std::vector<ReportedObservation>& observations) {
    for (const ReportedObservation& r : observations) all.add(r);
    all.close();
  }
};

TEST(SeriesView, AListOfSeriesTheLongestFirst) {
  const Lined lined(sample_observations());
  std::vector<const Series*> all;
  for (const Series& s : lined.all.series()) all.push_back(&s);
  EXPECT_EQ(series_list(all, 0),
            "indicator           area  entity  measure     unit  freq   from      to        cells  reports  conflicts\n"
            "直播电商行业总规模  中国          level       CNY   A      2020      2025          3        3          0\n"
            "跨境电商进出口规模  中国          level       CNY   A      2020      2021          2        3          1\n"
            "跨境电商进出口规模  中国          growth yoy  %     A      2021      2021          1        1          0\n"
            "电商直播用户规模    中国          level       人    stock  @2022-06  @2022-06      1        1          0\n");
}

TEST(SeriesView, EveryReportOfEveryCell) {
  const Lined lined(sample_observations());
  EXPECT_EQ(series_table(lined.all, lined.all.series()[1], 0, false),
            "中国 跨境电商进出口规模\n"
            "A.CN..cross_border_trade.level.CNY\n"
            "2 cells, 3 reports, 1 conflict\n"
            "printed as 跨境电商进出口, 跨境电商进出口规模\n"
            "\n"
            "period  value       status  by      in     told        article        note\n"
            "2020    1.70万亿元  actual  丙总署  paper  2022-12-03  2022-12-03/29\n"
            "2021    2.02万亿元  actual          paper  2022-07-04  2022-07-04/40  conflict\n"
            "        1.94万亿元  actual  丙总署  paper  2022-12-03  2022-12-03/29  conflict\n");
}

TEST(SeriesView, NotesAndSentences) {
  std::vector<ReportedObservation> all{told("2022-06-01", 1, "网络零售额", "2021", 1.92e12, 1e10, "1.92万亿元", "甲局"),
                                       told("2022-12-01", 2, "网络零售额", "2021", 1.98e12, 1e10, "1.98万亿元", "甲局"),
                                       told("2022-12-03", 3, "网络零售额", "2021", 1.98e12, 1e10, "1.98万亿元"),
                                       bounded(told("2022-12-04", 4, "网络零售额", "2021", 2.5e12, 1e11, "2.5万亿元"), '>')};
  all[3].observation.sure = false;
  const Lined lined(all);
  EXPECT_EQ(series_table(lined.all, lined.all.series()[0], 0, true),
            "CN 网络零售额\n"
            "A.CN..网络零售额.level.CNY\n"
            "1 cell, 4 reports, 0+1? conflict\n"
            "\n"
            "period  value       status  by    in     told        article       note\n"
            "2021    1.92万亿元  actual  甲局  paper  2022-06-01  2022-06-01/1  revised\n"
            "        2021: 网络零售额 1.92万亿元\n"
            "        1.98万亿元  actual  甲局  paper  2022-12-01  2022-12-01/2  conflict?\n"
            "        2021: 网络零售额 1.98万亿元\n"
            "        1.98万亿元  actual        paper  2022-12-03  2022-12-03/3  conflict?, repeats\n"
            "        2021: 网络零售额 1.98万亿元\n"
            "        >2.5万亿元  actual        paper  2022-12-04  2022-12-04/4  conflict?, unsure\n"
            "        2021: 网络零售额 2.5万亿元\n");
}

}  // namespace
}  // namespace fengbiao
