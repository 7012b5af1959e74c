#include "rules/data_set.h"

#include <gtest/gtest.h>

#include "base/disk.h"

namespace fengbiao {
namespace {

class DataSetTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_ / "bulletin"); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  ("data_set_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(DataSetTest, ShippedFilesAreBuiltIn) {
  const DataSet data = DataSet::built_in();
  const DataSet::File* file = data.find("bulletin/general.yaml").value();
  EXPECT_EQ(file->place, "data/bulletin/general.yaml");
  EXPECT_FALSE(file->bytes.empty());
  EXPECT_GE(data.list("bulletin/", ".yaml").size(), 2u);
  EXPECT_TRUE(data.list("no/", ".yaml").empty());
  EXPECT_EQ(data.find("bulletin/none.yaml").error().message(), "data/bulletin/none.yaml: no such data file");
}

TEST_F(DataSetTest, AUsersFileReplacesTheShippedOneOfItsNameAndANewNameAddsToThem) {
  ASSERT_TRUE(write_file(folder_ / "bulletin" / "general.yaml", "mine"));
  ASSERT_TRUE(write_file(folder_ / "bulletin" / "own.yaml", "new"));
  const std::size_t shipped = DataSet::built_in().list("bulletin/", ".yaml").size();
  const DataSet data = DataSet::with_folder(folder_).value();
  EXPECT_EQ(data.find("bulletin/general.yaml").value()->bytes, "mine");
  EXPECT_EQ(data.find("bulletin/general.yaml").value()->place, (folder_ / "bulletin" / "general.yaml").string());
  EXPECT_EQ(data.list("bulletin/", ".yaml").size(), shipped + 1);
  EXPECT_EQ(data.find("bulletin/ecommerce-news.yaml").value()->place, "data/bulletin/ecommerce-news.yaml");
}

TEST_F(DataSetTest, AFolderThatIsNotThereIsAnErrorAndNoFolderIsNone) {
  const auto missing = DataSet::with_folder(folder_ / "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message(), (folder_ / "nowhere").string() + ": no such data folder (name a folder with bulletin/*.yaml in it)");
  EXPECT_TRUE(DataSet::with_folder({}));
}

}  // namespace
}  // namespace fengbiao
