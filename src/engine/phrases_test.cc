#include "engine/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/disk.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;

const Phrases& phrases() {
  static const Phrases one = *Phrases::load(DataSet::built_in());
  return one;
}

std::string label(std::string_view period) {
  const PeriodLabel l = phrases().label(series_period(period));
  return l.tick + (l.year.empty() ? "" : "|" + l.year);
}

TEST(Phrases, OneTermAThing) {
  EXPECT_EQ(phrases().text("forecast").zh, "预测值");
  EXPECT_EQ(phrases().text("forecast").en, "forecast");
  EXPECT_EQ(phrases().unit("CNY").zh, "元");
  EXPECT_EQ(phrases().unit("海里").en, "海里");
  EXPECT_EQ(phrases().basis("yoy").zh, "同比");
  EXPECT_EQ(phrases().basis("since:2020-03").en, "since 2020-03");
  EXPECT_EQ(phrases().basis("").zh, "");
  EXPECT_EQ(phrases().text("more_sources").with("n", "3").en, "3 more articles, see the table");
}

TEST(Phrases, TheLargestScaleThatIsFilled) {
  EXPECT_EQ(phrases().scale(1.98e12)->zh, "万亿");
  EXPECT_EQ(phrases().scale(-3e8)->en, "100 million");
  EXPECT_EQ(phrases().scale(9999), nullptr);
}

TEST(Phrases, PeriodsOnAnAxis) {
  EXPECT_EQ(label("2022"), "2022");
  EXPECT_EQ(label("2022-H2"), "下半年|2022年");
  EXPECT_EQ(label("2022-Q3"), "三季度|2022年");
  EXPECT_EQ(label("2022-08"), "8月|2022年");
  EXPECT_EQ(label("2022-01/2022-10"), "1—10月|2022年");
  EXPECT_EQ(label("2019-12-30/2020-01-05"), "第1周|2020年");
  EXPECT_EQ(label("2022-11-25"), "11月25日|2022年");
  EXPECT_EQ(label("@2022-06-30"), "6月末|2022年");
  EXPECT_EQ(label("@2022-06-20"), "6月20日|2022年");
  EXPECT_EQ(label("2022-05-31/2022-06-18"), "2022-05-31—|2022-06-18");
  EXPECT_EQ(label("someday"), "someday");
}

TEST(Phrases, AWrongTableIsNamedWithItsLine) {
  const auto folder = std::filesystem::temp_directory_path() / ("fengbiao-phrases-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "publish");
  const auto complaint = [&](std::string_view bytes) {
    EXPECT_TRUE(write_file(folder / "publish" / "phrases.yaml", bytes));
    const auto loaded = Phrases::load(*DataSet::with_folder(folder));
    return loaded ? std::string() : loaded.error().message();
  };
  EXPECT_THAT(complaint("texts:\n  actual: {zh: 甲}\n"), HasSubstr("en: missing"));
  EXPECT_THAT(complaint("text: {}\n"), HasSubstr("phrases.yaml:1:1: unknown key 'text' (did you mean 'texts'?)"));
  EXPECT_THAT(complaint("scales:\n  - {worth: 0, zh: 万, en: x}\n"), HasSubstr("phrases.yaml:2"));
  EXPECT_THAT(complaint("periods: {A: []}\n"), HasSubstr("at least one form"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
