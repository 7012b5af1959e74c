#include "engine/policies.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace fengbiao {
namespace {

TEST(GatherPolicies, OfAllArticlesWithCorrections) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("fengbiao-policies-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  {
    Archive archive = std::move(Archive::open(folder / "a.fb", OpenMode::create).value());
    const std::string samples = FENGBIAO_SOURCE_DIR "/samples/";
    ASSERT_TRUE(archive.ingest({samples + "2023-03-20.txt", samples + "2023-04-05.txt"}, {}, {}));
    const auto reports = archive.policies();
    ASSERT_GT(reports->size(), 3u);
    const ReportedPolicy& first = reports->front();
    ASSERT_TRUE(archive.correct(
        {.record = first.policy.id, .set = {{"until", "2099-12-31"}}, .why = "w", .by = "b", .at = "2023-06-01T08:00:00Z"}));
    const auto all = gather_policies(archive);
    ASSERT_TRUE(all) << all.error().message();
    EXPECT_EQ(all->policies().size(), reports->size());
    const auto found = all->find(first.policy.name);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]->until.values.at(0).value, "2099-12-31");
    EXPECT_NE(status_on(*all, *found[0], "2099-12-30").standing, Standing::expired);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
