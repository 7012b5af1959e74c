// What issues of an archive say against each other (checks.h).
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/disk.h"
#include "engine/checks.h"

namespace fengbiao {
namespace {

constexpr const char* kFirst =
    "【行业资讯】\n\n甘肃省发布网络零售数据\n2021年，甘肃省网络零售额达到1358亿元，同比增长15%。\n"
    "来源：“新华网” 编选：《风标电商观察》编辑部 2022年6月1日\n";
constexpr const char* kSecond =
    "【行业资讯】\n\n甘肃省电商发展较快\n2021年，甘肃省网络零售额达到1485亿元，同比增长18%。\n"
    "来源：“新华网” 编选：《风标电商观察》编辑部 2022年12月1日\n";

class Between : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("fengbiao-between-") + test->name() + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    ASSERT_TRUE(write_file(folder_ / "2022-06-05.txt", kFirst));
    ASSERT_TRUE(write_file(folder_ / "2022-12-05.txt", kSecond));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // "issue against other" of the findings between issues.
  std::vector<std::string> findings(const std::optional<std::string>& issue) {
    auto archive = Archive::open(folder_ / "ec.fb", OpenMode::create);
    EXPECT_TRUE(archive);
    if (archive->issues()->empty()) {
      EXPECT_TRUE(archive->ingest({(folder_ / "2022-06-05.txt").string(), (folder_ / "2022-12-05.txt").string()}, {}, {}));
    }
    const auto checker = DocumentChecker::load({}, {});
    EXPECT_TRUE(checker);
    std::vector<std::string> out;
    EXPECT_TRUE(check_archive(*archive, *checker, issue, [&](const CheckedIssue& checked) -> Result<bool> {
      for (const Finding& f : checked.checks.findings) {
        if (f.rule != "figure-conflict") continue;
        EXPECT_EQ(f.at.origin.issue, checked.issue.key);
        out.push_back(f.at.origin.issue + " against " + f.other->origin.issue);
      }
      return true;
    }));
    return out;
  }
  std::filesystem::path folder_;
};
using Lines = std::vector<std::string>;

TEST_F(Between, GivenOnceWithTheLaterIssue) { EXPECT_EQ(findings(std::nullopt), (Lines{"2022-12-05 against 2022-06-05"})); }

TEST_F(Between, OneIssueAloneHasAllThatTouchesIt) {
  EXPECT_EQ(findings("2022-12-05"), (Lines{"2022-12-05 against 2022-06-05"}));
  EXPECT_EQ(findings("2022-06-05"), (Lines{"2022-06-05 against 2022-12-05"}));
}

TEST_F(Between, AnIssueOfWhichNothingChangedIsNotCheckedAgain) {
  auto archive = Archive::open(folder_ / "ec.fb", OpenMode::create);
  const auto read = [&](const char* file) { EXPECT_TRUE(archive->ingest({(folder_ / file).string()}, {}, {})); };
  const auto checker = DocumentChecker::load({}, {});
  read("2022-06-05.txt");
  const auto one = gather_findings(*archive, *checker);
  ASSERT_TRUE(one);
  read("2022-12-05.txt");
  const auto two = gather_findings(*archive, *checker, *one);
  ASSERT_TRUE(two && two->size() == 2);
  EXPECT_EQ(two->at("2022-06-05"), one->at("2022-06-05"));  // the same object: what is told between them stands with the later one
  const auto anew = gather_findings(*archive, *checker);
  for (const auto& [key, of] : *anew) {
    EXPECT_EQ(of->findings, two->at(key)->findings) << key;
    EXPECT_EQ(of->coverage, two->at(key)->coverage) << key;
  }
  // The earlier one goes, and with it what it was held against.
  ASSERT_TRUE(archive->remove("2022-06-05", false));
  const auto three = gather_findings(*archive, *checker, *two);
  ASSERT_TRUE(three && three->size() == 1);
  EXPECT_LT(three->at("2022-12-05")->findings.size(), two->at("2022-12-05")->findings.size());
  EXPECT_FALSE(gather_findings(*archive, *checker, {}, [] { return true; }));
}

}  // namespace
}  // namespace fengbiao
