#include "register/series_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/disk.h"
#include "model/sample_observations.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SeriesRegister sample() {
  SeriesRegister out;
  for (ReportedObservation& r : sample_observations()) out.add(std::move(r));
  ReportedObservation shanghai = told("2022-12-03", 3, "网络零售额", "2022", 1.3e12, 1e11, "1.3万亿元");
  shanghai.observation.area = "上海";
  shanghai.observation.area_code = "310000";
  out.add(shanghai);
  ReportedObservation company = told("2022-12-03", 4, "营收", "2022-Q3", 3e9, 1e8, "30亿元");
  company.observation.entity = "某购";
  company.observation.area.clear();
  company.observation.area_code.clear();
  out.add(company);
  out.name_indicator("live_commerce", {"直播电商规模", "size of live commerce", {"直播带货规模"}});
  out.close();
  return out;
}

const SeriesFinder& finder() {
  static const SeriesFinder one = *SeriesFinder::load(DataSet::built_in());
  return one;
}

std::vector<std::string> ids(const std::vector<const Series*>& series) {
  std::vector<std::string> out;
  for (const Series* s : series) out.push_back(s->id);
  return out;
}

const std::string kLive = "A.CN..live_commerce.level.CNY", kTrade = "A.CN..cross_border_trade.level.CNY",
                  kTradeGrowth = "A.CN..cross_border_trade.growth-yoy.%", kViewers = "stock.CN..电商直播用户规模.level.人",
                  kShanghai = "A.310000..网络零售额.level.CNY", kCompany = "Q..某购.营收.level.CNY";

TEST(SeriesQuery, ByIdCodeNameAliasAndPrintedForm) {
  const SeriesRegister all = sample();
  for (const auto* query : {"A.CN..live_commerce.level.CNY", "live_commerce", "直播电商规模", "Size of live commerce", "直播带货规模",
                            "直播电商行业 总规模", "中国直播电商规模"}) {
    EXPECT_THAT(ids(finder().find(all, {.words = query}).matches), ElementsAre(kLive)) << query;
  }
  EXPECT_THAT(ids(finder().find(all, {.words = "上海网络零售额"}).matches), ElementsAre(kShanghai));
  EXPECT_THAT(ids(finder().find(all, {.words = "某购营收"}).matches), ElementsAre(kCompany));
}

TEST(SeriesQuery, ByWords) {
  const SeriesRegister all = sample();
  EXPECT_THAT(ids(finder().find(all, {.words = "跨境电商"}).matches), ElementsAre(kTrade, kTradeGrowth));
  EXPECT_THAT(ids(finder().find(all, {.words = "上海 零售"}).matches), ElementsAre(kShanghai));
  EXPECT_THAT(ids(finder().find(all, {.words = "上海\u3000零售"}).matches), ElementsAre(kShanghai));
  EXPECT_THAT(ids(finder().find(all, {.words = "北京 零售"}).matches), IsEmpty());
}

TEST(SeriesQuery, Filters) {
  const SeriesRegister all = sample();
  EXPECT_THAT(ids(finder().find(all, {.words = "跨境电商", .measure = Measure::growth}).matches), ElementsAre(kTradeGrowth));
  for (const auto* area : {"上海", "上海市", "310000"})
    EXPECT_THAT(ids(finder().find(all, {.area = area}).matches), ElementsAre(kShanghai)) << area;
  EXPECT_THAT(ids(finder().find(all, {.entity = "某购"}).matches), ElementsAre(kCompany));
  EXPECT_EQ(finder().find(all, {}).matches.size(), all.series().size());
  const SeriesMatches none = finder().find(all, {.words = "跨境电商", .area = "上海"});
  EXPECT_THAT(none.matches, IsEmpty());
  EXPECT_THAT(ids(none.left_out), ElementsAre(kTrade, kTradeGrowth));
}

TEST(SeriesQuery, RelatedShareTheWordsThatAreLeft) {
  EXPECT_EQ(finder().core("直播电商行业总规模"), "直播电商");
  EXPECT_EQ(finder().core("直播电商市场规模"), "直播电商");
  EXPECT_EQ(finder().core("跨境电商进出口额"), "跨境电商");
  EXPECT_EQ(finder().core("数字经济规模"), "数字经济");
  EXPECT_EQ(finder().core("规模"), "规模");
  SeriesRegister all;
  for (ReportedObservation& r : sample_observations()) all.add(std::move(r));
  all.add(told("2022-12-03", 9, "直播电商销售额", "2022", 3e11, 1e11, "3000亿元"));
  all.add(told("2022-12-03", 9, "跨境直播电商市场规模", "2022", 1e11, 1e11, "一千亿元"));
  all.close();
  const SeriesMatches found = finder().find(all, {.words = "live_commerce"});
  EXPECT_THAT(ids(found.matches), ElementsAre(kLive));
  EXPECT_THAT(ids(found.related), ElementsAre("A.CN..直播电商销售额.level.CNY", "A.CN..跨境直播电商市场规模.level.CNY"));
}

TEST(SeriesQuery, DidYouMean) {
  const SeriesRegister all = sample();
  EXPECT_THAT(finder().near(all, "直播电商市厂规模"), ElementsAre("直播电商市场规模"));
  EXPECT_THAT(finder().near(all, "live_comerce"), ElementsAre("live_commerce"));
  EXPECT_THAT(finder().near(all, ""), IsEmpty());
}

TEST(SeriesQuery, AWrongListIsNamedWithItsLine) {
  const auto folder = std::filesystem::temp_directory_path() / ("fengbiao-series-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "register");
  const auto complaint = [&](std::string_view bytes) {
    EXPECT_TRUE(write_file(folder / "register" / "series.yaml", bytes));
    const auto loaded = SeriesFinder::load(*DataSet::with_folder(folder));
    return loaded ? std::string() : loaded.error().message();
  };
  EXPECT_THAT(complaint("weak: [[规模]]\nweek: []\n"), HasSubstr("series.yaml:2:1: unknown key 'week' (did you mean 'weak'?)"));
  EXPECT_THAT(complaint("weak:\n  - [' ']\n"), HasSubstr("series.yaml:2"));
  EXPECT_EQ(complaint("weak: []\n"), "");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
