#include "engine/series.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace fengbiao {
namespace {

TEST(GatherSeries, EveryObservationOfAnArchiveStandsInOneCell) {
  const auto folder = std::filesystem::temp_directory_path() / ("fengbiao-gather-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  Archive archive = std::move(Archive::open(folder / "a.fb", OpenMode::create).value());
  const auto empty = gather_series(archive);
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->all.series().empty());
  const std::filesystem::path samples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";
  ASSERT_TRUE(archive.ingest({(samples / "2023-03-20.txt").string(), (samples / "2023-04-05.txt").string()}, {}, {}));
  const auto gathered = gather_series(archive);
  ASSERT_TRUE(gathered);
  std::size_t reports = 0;
  for (const Series& s : gathered->all.series())
    for (const SeriesCell& cell : s.cells) reports += cell.reports.size();
  EXPECT_EQ(reports, archive.observations()->size());
  EXPECT_EQ(gathered->find({}).matches.size(), gathered->all.series().size());
  ReadOptions elsewhere;
  elsewhere.data_folder = folder / "none";
  EXPECT_FALSE(gather_series(archive, elsewhere));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
