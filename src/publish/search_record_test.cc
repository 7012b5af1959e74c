#include "publish/search_record.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

class SearchRecordTest : public testing::Test {
 protected:
  SearchRecordTest() : folder_(std::filesystem::temp_directory_path() / ("fengbiao-search-record-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~SearchRecordTest() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST_F(SearchRecordTest, hasTheKeysThatAreThere) {
  Archive archive = std::move(Archive::open(folder_ / "a.fb", OpenMode::create).value());
  const auto samples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";
  ASSERT_TRUE(archive.ingest({(samples / "2023-03-20.txt").string(), (samples / "2023-04-05.txt").string()}, {}, {}));
  const SearchEngine engine = std::move(SearchEngine::open(archive, {}).value());
  const auto json = [&](const SearchRequest& request) { return nlohmann::json::parse(search_json(*engine.search(request), engine)); };

  const auto page = json({.query = "跨境电商 -直播 日期:(", .limit = 1});
  EXPECT_EQ(page["query"]["typed"], "跨境电商 -直播 日期:(");
  EXPECT_EQ(page["query"]["read"], "跨境电商 -直播") << "the samples do not have its other form";
  EXPECT_EQ(page["query"]["terms"][1]["excluded"], true);
  const auto& note = page["query"]["notes"][0];
  EXPECT_EQ(note["kind"], "unclosed-bracket");
  EXPECT_EQ(note["begin"], 12) << "UTF-16 units";
  EXPECT_EQ(page["items"].size(), 1U);
  const auto& item = page["items"][0];
  std::string title, marked;
  for (const auto& piece : item["title_marked"]) {
    title += piece["text"].get<std::string>();
    if (piece["mark"].get<bool>()) marked += piece["text"].get<std::string>();
  }
  EXPECT_EQ(title, item["title"]);
  EXPECT_EQ(marked, "跨境电商");
  EXPECT_EQ(item["why"][0]["text"], "title has 跨境电商");
  EXPECT_EQ(item["why"][0]["reason"], "title");
  EXPECT_TRUE(page["facets"].contains("source"));
  EXPECT_TRUE(page["answer"].is_null());
  EXPECT_TRUE(page["next"].is_string() || page["total"] == 1);
  EXPECT_EQ(page["index"]["documents"], 39);

  const auto answered = json({.query = "县域网购包裹量 2023年1-2月"});
  ASSERT_FALSE(answered["answer"].is_null());
  EXPECT_EQ(answered["answer"]["from"], "2023-01-01");
  EXPECT_EQ(answered["answer"]["series"][0]["table"][0]["period"], "2023-01/2023-02");
}

}  // namespace
}  // namespace fengbiao
