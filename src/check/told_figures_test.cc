#include "check/told_figures.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace fengbiao {
namespace {

namespace fs = std::filesystem;

TEST(ToldFigures, NumbersThatAreNoAmounts) {
  const auto figures = ToldFigures::load(DataSet::built_in());
  ASSERT_TRUE(figures) << figures.error().message();
  const auto found = figures->numbers_in("国务院第14次会议，第三届。");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], std::pair(14, std::string("次")));
  EXPECT_EQ(found[1], std::pair(3, std::string("届")));
}

// A pattern of the user's own that fits everywhere, with nothing between.
TEST(ToldFigures, APatternThatMatchesNothingComesToAnEnd) {
  const auto* const info = testing::UnitTest::GetInstance()->current_test_info();
  const fs::path folder = fs::temp_directory_path() / (std::string("fengbiao_") + info->test_suite_name() + "_" + info->name());
  fs::remove_all(folder);
  fs::create_directories(folder / "check");
  std::string bytes = (*DataSet::built_in().find("check/agreement.yaml"))->bytes;
  const auto at = bytes.find("numbers:\n");
  ASSERT_NE(at, bytes.npos);
  bytes.insert(at + 9,
               "  - {name: own, needs: '', pattern: '(?P<number>[0-9]*)(?P<counter>轮?)', examples: [3轮], counter_examples: []}\n");
  std::ofstream(folder / "check" / "agreement.yaml") << bytes;
  const auto data = DataSet::with_folder(folder);
  ASSERT_TRUE(data) << data.error().message();
  const auto figures = ToldFigures::load(*data);
  ASSERT_TRUE(figures) << figures.error().message();
  const auto found = figures->numbers_in("投资3轮");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], std::pair(3, std::string("轮")));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
