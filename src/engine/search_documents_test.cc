// The index of an archive through its changes: brought up from the one before it, it is the same, byte for byte, as one made anew.
#include "engine/search_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <map>
#include <random>
#include <string>
#include <utility>

#include "base/disk.h"
#include "engine/search.h"
#include "search/index_builder.h"

namespace fengbiao {
namespace {

namespace fs = std::filesystem;

class SearchDocuments : public testing::Test {
 protected:
  SearchDocuments() : folder_(fs::temp_directory_path() / ("fengbiao-documents-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    archive_.emplace(Archive::open(folder_ / "a.fb", OpenMode::create).value());
  }
  ~SearchDocuments() override { fs::remove_all(folder_); }

  // A bulletin of a few articles, told by a number.
  static std::string bulletin(unsigned number, int day) {
    static constexpr const char* kPlaces[] = {"上海", "杭州", "四川省", "义乌市", "海南"};
    static constexpr const char* kThings[] = {"跨境电商进出口额", "网上零售额", "快递业务量", "农村网络零售额"};
    std::string out = "【数据观察】\n";
    for (unsigned n = 0; n < 1 + number % 4; ++n) {
      const std::string place = kPlaces[(number / 3 + n) % 5], thing = kThings[(number + n) % 4];
      out += "\n" + place + thing + "增长" + std::to_string(number % 90 + n) + "%\n\n据" + place + "商务部门统计，2021年，" + place +
             thing + "为" + std::to_string(100 + number + n) + "亿元，增长" + std::to_string(number % 90 + n) +
             "%。\n\n来源：《商贸在线》 编选：风标电商观察编辑部 2022年03月" + (day < 10 ? "0" : "") + std::to_string(day) + "日\n";
    }
    return out;
  }
  void put(int day, unsigned number) {
    const fs::path file = folder_ / ("2022-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ".txt");
    ASSERT_TRUE(write_file(file, bulletin(number, day)));
    ASSERT_TRUE(archive_->ingest({file.string()}, {}, {}));
  }
  std::string index_bytes(const fs::path& archive) { return read_file(search_index_path(archive)).value(); }
  // Of a copy of the archive that never had an index.
  std::string made_anew() {
    const fs::path copy = folder_ / "copy.fb";
    fs::remove(copy);
    fs::remove(search_index_path(copy));
    EXPECT_TRUE(archive_->backup(copy));
    Archive other = Archive::open(copy, OpenMode::read).value();
    EXPECT_EQ(SearchEngine::open(other, {})->search({.query = "*"})->index, IndexState::made);
    return index_bytes(copy);
  }

  fs::path folder_;
  std::optional<Archive> archive_;
};

TEST_F(SearchDocuments, AnIndexBroughtUpIsTheSameAsOneMadeAnew) {
  std::mt19937 random(20221127);
  std::map<int, unsigned> there;
  for (int turn = 0; turn < 30; ++turn) {
    const int day = 1 + static_cast<int>(random() % 12);
    const unsigned choice = random() % 10;
    if (choice < 2 && there.contains(day)) {
      ASSERT_TRUE(archive_->remove("2022-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day), false));
      there.erase(day);
    } else if (choice == 2 && !there.empty()) {
      const auto all = archive_->observations();
      ASSERT_TRUE(all);
      ASSERT_FALSE(all->empty());
      const auto& one = (*all)[random() % all->size()];
      ASSERT_TRUE(archive_->correct({.record = one.observation.id,
                                     .set = {{"entity", "甲公司" + std::to_string(turn)}},
                                     .why = "misread",
                                     .by = "a reader",
                                     .at = "2026-11-27T08:00:00Z"}));
    } else {
      there[day] = static_cast<unsigned>(random() % 1000);
      put(day, there[day]);
    }
    const auto engine = SearchEngine::open(*archive_, {});
    ASSERT_TRUE(engine);
    EXPECT_TRUE(index_bytes(folder_ / "a.fb") == made_anew()) << "turn " << turn;
  }
}

TEST_F(SearchDocuments, WhatDidNotChangeIsTakenFromTheIndexBefore) {
  for (int day = 1; day <= 9; ++day) put(day, static_cast<unsigned>(day));
  const auto before = SearchEngine::open(*archive_, {});
  ASSERT_TRUE(before);
  put(10, 77);
  const auto source = search_source(*archive_, {});
  ASSERT_TRUE(source);
  // An index before with words that the archive does not have: they come over.
  SearchIndexBuilder marked;
  for (std::uint32_t row = 0; row < before->index().documents(); ++row) {
    SearchDocument document = before->index().document(row);
    document.title += "记号";
    marked.add(document);
  }
  const SearchIndex index = *SearchIndex::over(*marked.make(before->index().stamp()));
  std::size_t taken = 0, read = 0;
  const auto stamp = source->documents(&index, [&](const SearchDocument& d) { ++(d.title.ends_with("记号") ? taken : read); });
  ASSERT_TRUE(stamp);
  EXPECT_EQ(*stamp, source->stamp);
  EXPECT_EQ(taken, index.documents());
  EXPECT_EQ(read, 1U + 77 % 4);
}

TEST_F(SearchDocuments, AStampNamesWhatIsSearched) {
  put(1, 5);
  const std::string one = search_source(*archive_, {})->stamp;
  EXPECT_EQ(search_source(*archive_, {})->stamp, one);
  EXPECT_EQ(search_source(*archive_, {})->stamp.find('\n'), 32U);
  put(1, 6);
  EXPECT_NE(search_source(*archive_, {})->stamp, one);
  put(1, 5);
  const std::string again = search_source(*archive_, {})->stamp;
  // Other knowledge is another state: a folder of one's own with a file more.
  fs::create_directories(folder_ / "own" / "notes");
  ASSERT_TRUE(write_file(folder_ / "own" / "notes" / "more.txt", "x"));
  EXPECT_NE(search_source(*archive_, {.data_folder = folder_ / "own"})->stamp, again);
}

TEST_F(SearchDocuments, AnIssueThatChangesWhileItIsReadIsReadAgain) {
  for (int day = 1; day <= 3; ++day) put(day, 8);
  const auto source = search_source(*archive_, {});
  ASSERT_TRUE(source);
  bool once = false;
  Archive other = Archive::open(folder_ / "a.fb", OpenMode::create).value();
  SearchIndexBuilder builder;
  const auto stamp = source->documents(nullptr, [&](const SearchDocument& d) {
    builder.add(d);
    if (std::exchange(once, true)) return;
    EXPECT_TRUE(other.remove("2022-03-03", false));
  });
  ASSERT_TRUE(stamp);
  EXPECT_NE(*stamp, source->stamp);
  EXPECT_THAT(*stamp, testing::HasSubstr("\nchanging"));
}

}  // namespace
}  // namespace fengbiao
