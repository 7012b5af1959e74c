#include "engine/check_inputs.h"

#include <gtest/gtest.h>

#include "base/disk.h"

namespace fengbiao {
namespace {

namespace fs = std::filesystem;

TEST(LineIndex, CountsCharactersInAnyOrder) {
  const LineIndex lines("甲乙\r\n\n丙a丁");
  EXPECT_EQ(lines.line(1), "甲乙");
  EXPECT_EQ(lines.line(2), "");
  EXPECT_EQ(lines.line(3), "丙a丁");
  EXPECT_EQ(lines.line(4), "");
  const auto at = [&](std::uint32_t place) { return std::pair(lines.place(place).line, lines.place(place).column); };
  EXPECT_EQ(at(3), std::pair(1u, 2u));
  EXPECT_EQ(at(13), std::pair(3u, 3u));
  EXPECT_EQ(at(9), std::pair(3u, 1u));
  EXPECT_EQ(at(0), std::pair(1u, 1u));
  EXPECT_EQ(LineIndex("").line(1), "");
}

TEST(CheckInputs, WalksFoldersTellsTroubleAndGoesOn) {
  const fs::path folder = fs::path(testing::TempDir()) / "check_inputs";
  fs::remove_all(folder);
  fs::create_directories(folder);
  ASSERT_TRUE(write_file(folder / "a.txt", "一则消息\n\n甲市、乙市都有新店。\n"));
  ASSERT_TRUE(write_file(folder / "b.txt", std::string("\0\1\2", 3)));
  ASSERT_TRUE(Archive::open(folder / "c.fb", OpenMode::create));
  const auto checker = DocumentChecker::load({}, {});
  ASSERT_TRUE(checker);
  std::vector<std::string> told, troubles;
  CheckHooks hooks;
  hooks.on_checked = [&](const CheckedIssue& checked, const std::string& shown) -> Result<void> {
    told.push_back(shown + " " + checked.issue.file);
    return {};
  };
  hooks.on_trouble = [&](const Error& error) { troubles.push_back(fs::path(error.place.file).filename().string() + ": " + error.what); };
  ASSERT_TRUE(check_inputs({folder.string(), (folder / "none").string()}, *checker, std::nullopt, {}, hooks));
  EXPECT_EQ(told, std::vector<std::string>{(folder / "a.txt").string() + " a.txt"});
  ASSERT_EQ(troubles.size(), 3u);
  EXPECT_TRUE(troubles[0].starts_with("b.txt: ")) << troubles[0];
  EXPECT_EQ(troubles[1], "c.fb: an archive in a folder is passed over");
  EXPECT_TRUE(troubles[2].starts_with("none: ")) << troubles[2];
  fs::remove_all(folder);
}

// "file: rule against file" of findings between documents.
std::vector<std::string> between(const std::vector<std::pair<std::string, std::string>>& files) {
  const fs::path folder =
      fs::path(testing::TempDir()) / (std::string("check_between_") + testing::UnitTest::GetInstance()->current_test_info()->name());
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::vector<std::string> names, out;
  for (const auto& [name, words] : files) {
    names.push_back((folder / name).string());
    EXPECT_TRUE(write_file(names.back(), words));
  }
  const auto checker = DocumentChecker::load({}, {});
  EXPECT_TRUE(checker);
  CheckHooks hooks;
  hooks.on_checked = [&](const CheckedIssue& checked, const std::string&) -> Result<void> {
    for (const Finding& f : checked.checks.findings)
      if (f.other && f.other->origin.file != checked.issue.file)
        out.push_back(checked.issue.file + ": " + f.rule + " against " + f.other->origin.file);
    return {};
  };
  hooks.on_trouble = [](const Error& error) { ADD_FAILURE() << error.what; };
  EXPECT_TRUE(check_inputs(names, *checker, std::nullopt, {}, hooks));
  fs::remove_all(folder);
  return out;
}
constexpr const char* kJune =
    "甘肃省发布网络零售数据\n\n2021年，甘肃省网络零售额达到1358亿元，同比增长15%。\n\n来源：新华网 2022年6月1日\n";
constexpr const char* kDecember =
    "甘肃省电商发展较快\n\n2021年，甘肃省网络零售额达到1485亿元，同比增长18%。\n\n来源：新华网 2022年12月1日\n";

TEST(CheckInputs, DocumentsAreComparedWhateverTheirOrder) {
  const std::vector<std::string> once{"b.txt: figure-conflict against a.txt"};
  EXPECT_EQ(between({{"a.txt", kJune}, {"b.txt", kDecember}}), once);
  EXPECT_EQ(between({{"b.txt", kDecember}, {"a.txt", kJune}}), once);
}

TEST(CheckInputs, OneDocumentTwiceIsNoConflict) { EXPECT_EQ(between({{"a.txt", kJune}, {"copy.txt", kJune}}), std::vector<std::string>{}); }

}  // namespace
}  // namespace fengbiao
