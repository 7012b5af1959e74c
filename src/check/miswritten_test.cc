#include "check/miswritten.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook* const book = new RuleBook(*RuleBook::load(DataSet::built_in(), {}));
  static const MiswrittenCheck* const check = new MiswrittenCheck(
      *MiswrittenCheck::load(DataSet::built_in(), *book, std::make_shared<const Words>(*Words::load(DataSet::built_in()))));
  return found_by(*check, text);
}
using Lines = std::vector<std::string>;

TEST(Miswritten, OnlyWhereTheTextFallsApartIntoIt) {
  EXPECT_EQ(found("快讯\n市场竟争激烈。"), Lines{"miswritten-word 竟争>竞争"});
  EXPECT_EQ(found("快讯\n他们究竟争论什么。"), Lines{});
}

TEST(Miswritten, WordsInTheWrongCompany) {
  EXPECT_EQ(found("快讯\n用户可登陆税务局官网查询。"), Lines{"confused-word 登陆>登录"});
  EXPECT_EQ(found("快讯\n台风登陆福建，用户可在官网查询。"), Lines{});  // not in one clause
  EXPECT_EQ(found("快讯\n商家必需按规定公示。"), Lines{"confused-word 必需>必须"});
  EXPECT_EQ(found("快讯\n生活必需品供应充足，商家按规定公示。"), Lines{});
}

TEST(Miswritten, BadRowsAreToldWithTheirLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / ("miswritten-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "check");
  for (const char* row : {"甲\t乙\t\t\n", "\t乙\t丙\t\n", "甲\t甲\t丙\t\n", "甲\t乙\n"}) {
    std::ofstream(folder / "check" / "confusables.tsv") << "# words\n" << row;
    const DataSet data = DataSet::with_folder(folder).value();
    RuleBook book = *RuleBook::load(data, {});
    const auto check = MiswrittenCheck::load(data, book, std::make_shared<const Words>(*Words::load(data)));
    ASSERT_FALSE(check) << row;
    EXPECT_EQ(check.error().place.line, 2u) << row;
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
