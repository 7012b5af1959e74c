// Search through its door, over an archive of the samples and of two small bulletins.
#include "engine/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/disk.h"
#include "engine/search_words.h"

namespace fengbiao {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kFirst =
    "【数据观察】\n\n甲咨询：2021年直播电商规模1."
    "3万亿元\n\n甲咨询发布的《直播电商年度观察》显示，2021年，我国直播电商市场规模为13012亿元，同比增长18.5%。"
    "甲咨询预计，2025年我国直播电商市场规模将达到23373亿元。\n\n来源：《商贸在线》 编选：风标电商观察编辑部 2022年07月01日\n\n"
    "跨境电商进出口保持增长\n\n2021年，全国跨境电商进出口规模为2.02万亿元，增长15%。\n\n来源：《商贸在线》 编选：风标电商观察编辑部 "
    "2022年07月02日\n";
constexpr std::string_view kSecond =
    "【数据观察】\n\n跨境电商综试区再添新员\n\n据海关统计，2020年，全国跨境电商进出口规模为1.7万亿元，增长25.7%。2021年，"
    "全国跨境电商进出口规模为1.94万亿元，增长18.6%。\n\n来源：《口岸新闻》 编选：风标电商观察编辑部 2022年12月03日\n";

class SearchTest : public testing::Test {
 protected:
  SearchTest() : folder_(std::filesystem::temp_directory_path() / ("fengbiao-search-" + std::to_string(getpid()))) {
    EXPECT_TRUE(write_file(folder_ / "2022-07-05.txt", kFirst));
    EXPECT_TRUE(write_file(folder_ / "2022-12-05.txt", kSecond));
    const std::filesystem::path samples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";
    EXPECT_TRUE(archive_.ingest({(folder_ / "2022-07-05.txt").string(), (folder_ / "2022-12-05.txt").string(),
                                 (samples / "2023-03-20.txt").string(), (samples / "2023-04-05.txt").string()},
                                {}, {}));
  }
  ~SearchTest() override { std::filesystem::remove_all(folder_); }

  SearchEngine engine() { return std::move(SearchEngine::open(archive_, {}).value()); }
  static std::vector<std::string> titles(const SearchPage& page) {
    std::vector<std::string> out;
    for (const SearchItem& item : page.items) out.push_back(item.title);
    return out;
  }

  std::filesystem::path folder_;
  Archive archive_ = std::move(Archive::open(make_folder(folder_) / "a.fb", OpenMode::create).value());

 private:
  static const std::filesystem::path& make_folder(const std::filesystem::path& folder) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
  }
};

TEST_F(SearchTest, GivesHitsWithEverythingToShow) {
  const SearchEngine search = engine();
  const auto page = search.search({.query = "综试区"});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->total, 1U);
  const SearchItem& item = page->items[0];
  EXPECT_EQ(item.title, "跨境电商综试区再添新员");
  EXPECT_EQ(item.date, "2022-12-03");
  EXPECT_EQ(item.section, "数据观察");
  EXPECT_THAT(item.sources, ElementsAre("口岸新闻"));
  EXPECT_GT(item.score, 0);
  EXPECT_EQ(reason_words(search.phrases(), item.reasons[0]).en, "title has 综试区");
  EXPECT_EQ(reason_words(search.phrases(), item.reasons[1]).zh, "“综试区”出现1次");
  EXPECT_EQ(page->documents, search.index().documents());
  EXPECT_TRUE(page->next.empty());
}

TEST_F(SearchTest, FiltersFacetsAndMonths) {
  const SearchEngine search = engine();
  const auto page = search.search({.query = "电商", .limit = 200, .stories = false});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->items.size(), page->total);
  std::uint32_t of_year = 0, months = 0;
  for (const Facet& facet : page->facets) {
    if (facet.column != SearchColumn::year) continue;
    for (const FacetValue& value : facet.values) {
      of_year += value.count;
      const auto narrowed = search.search({.query = "电商", .year = {value.value}});
      ASSERT_TRUE(narrowed);
      EXPECT_EQ(narrowed->total, value.count) << value.value;
    }
  }
  for (const auto& [month, count] : page->over_time) months += count;
  EXPECT_EQ(of_year, months);
  EXPECT_EQ(search.search({.query = "电商", .section = {"没有的栏目"}})->total, 0U);
}

TEST_F(SearchTest, PagesByCursorGiveEveryHitOnce) {
  const SearchEngine search = engine();
  for (const SearchSort sort : {SearchSort::relevance, SearchSort::newest, SearchSort::oldest}) {
    SearchRequest request{.query = "电商", .sort = sort, .limit = 3, .stories = false};
    std::set<std::string> seen;
    std::vector<std::string> dates;
    std::uint64_t total = 0;
    for (int pages = 0; pages < 100; ++pages) {
      const auto page = search.search(request);
      ASSERT_TRUE(page);
      total = page->total;
      for (const SearchItem& item : page->items) {
        EXPECT_TRUE(seen.insert(item.id).second) << item.id;
        if (!item.date.empty()) dates.push_back(item.date);
      }
      if (page->next.empty()) break;
      request.cursor = page->next;
    }
    EXPECT_EQ(seen.size(), total);
    if (sort == SearchSort::newest) std::ranges::reverse(dates);
    EXPECT_TRUE(sort == SearchSort::relevance || std::ranges::is_sorted(dates)) << name_of(sort);
  }
}

TEST_F(SearchTest, CursorsOfOtherQueriesAndArchives) {
  SearchRequest request{.query = "电商", .limit = 3, .stories = false};
  std::string cursor, last;
  {
    const SearchEngine search = engine();
    const auto page = search.search(request);
    ASSERT_TRUE(page);
    cursor = page->next;
    last = page->items.back().id;
    EXPECT_EQ(search.search({.query = "快递", .cursor = cursor}).error().cause, Cause::invalid_argument);
    for (const char* broken : {"x", "1.2.3", "....", "12345678.12345678.x.a"})
      EXPECT_EQ(search.search({.query = "电商", .cursor = broken}).error().cause, Cause::invalid_argument) << broken;
    EXPECT_EQ(search.search({.query = "电商", .limit = kMostSearchItems + 1}).error().cause, Cause::invalid_argument);
  }
  // The archive grows: the next page goes on behind the same article.
  ASSERT_TRUE(
      write_file(folder_ / "2023-05-05.txt",
                 "【行业资讯】\n\n电商之窗\n\n电商电商电商，电商天天有。\n\n来源：《商贸在线》 编选：风标电商观察编辑部 2023年05月01日\n"));
  ASSERT_TRUE(archive_.ingest({(folder_ / "2023-05-05.txt").string()}, {}, {}));
  const SearchEngine search = engine();
  request.cursor = cursor;
  const auto page = search.search(request);
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->moved);
  request.cursor.clear();
  request.limit = 200;
  const auto all = search.search(request);
  const auto at = std::ranges::find(all->items, last, &SearchItem::id);
  ASSERT_NE(at, all->items.end());
  EXPECT_EQ(page->items[0].id, std::next(at)->id);
}

TEST_F(SearchTest, ReadsOtherFormsAndTellsSo) {
  const SearchEngine search = engine();
  EXPECT_EQ(search.search({.query = "综合试验区"})->read, "(综合试验区 OR 综试区)");
  EXPECT_EQ(search.search({.query = "综合试验区"})->total, 1U);
  EXPECT_EQ(search.search({.query = "综合试验区", .synonyms = false})->total, 0U);
  EXPECT_EQ(search.search({.query = "kjds", .widen = false})->total, 0U);
  const auto initials = search.search({.query = "kjds"});
  EXPECT_GT(initials->total, 0U);
  EXPECT_THAT(initials->read, HasSubstr("跨境电商"));
  const auto apart = search.search({.query = "综试区跨境电商"});
  EXPECT_EQ(apart->total, 1U);
  EXPECT_EQ(apart->query.notes[0].kind, QueryNoteKind::split);
  EXPECT_EQ(note_words(search.phrases(), apart->query.notes[0]).en, "综试区跨境电商 is nowhere as it stands; read as its words");
  EXPECT_EQ(search.search({.query = "综试区跨境电商", .widen = false})->total, 0U);
  EXPECT_THAT(search.search({.query = "来源:商贸在线 跨竟电商"})->did_you_mean, Contains("来源:商贸在线 跨境电商"));
}

TEST_F(SearchTest, AnswersQuestionsForFigures) {
  const SearchEngine search = engine();
  const auto page = search.search({.query = "跨境电商进出口规模 2021"});
  ASSERT_TRUE(page);
  ASSERT_TRUE(page->answer);
  ASSERT_FALSE(page->answer->series.empty());
  EXPECT_TRUE(page->answer->exact);
  const Series& level = page->answer->series[0];
  ASSERT_EQ(level.cells.size(), 1U);
  EXPECT_EQ(level.cells[0].period.name, "2021");
  EXPECT_EQ(level.cells[0].reports.size(), 2U) << "both values that are told";
  EXPECT_EQ(level.conflicts, 1U);
  EXPECT_EQ(page->answer->from, "2021-01-01");
  EXPECT_EQ(search.search({.query = "2021年的跨境电商进出口规模是多少？"})->answer->series[0].cells[0].period.name, "2021");
  const auto other = search.search({.query = "跨境电商进出口规模 2019"});
  ASSERT_TRUE(other->answer);
  EXPECT_TRUE(other->answer->series.empty());
  EXPECT_THAT(other->answer->told_for, ElementsAre("2021", "2020"));
  EXPECT_TRUE(search.search({.query = "直播电商市场规模"})->answer) << "named exactly";
  EXPECT_FALSE(search.search({.query = "进出口规模 2021"})->answer->exact);
  EXPECT_FALSE(search.search({.query = "电商"})->answer);
  EXPECT_FALSE(search.search({.query = "跨境电商进出口规模 -2021"})->answer);
  EXPECT_FALSE(search.search({.query = "2021"})->answer);
}

TEST_F(SearchTest, ConditionsOnFigures) {
  const SearchEngine search = engine();
  EXPECT_THAT(titles(*search.search({.query = "数值:>2万亿元"})), Contains("跨境电商进出口保持增长"));
  EXPECT_THAT(titles(*search.search({.query = "指标:跨境电商 数值:[1.9万亿元 TO 2万亿元]"})), ElementsAre("跨境电商综试区再添新员"));
  EXPECT_EQ(search.search({.query = "指标:直播电商 数值:[1.9万亿元 TO 2万亿元]"})->total, 0U) << "both of one figure";
}

TEST_F(SearchTest, NeighboursShareWhatIsRare) {
  const SearchEngine search = engine();
  const auto page = search.search({.query = "标题:综试区"});
  ASSERT_EQ(page->items.size(), 1U);
  const auto neighbours = search.neighbours(page->items[0].id);
  ASSERT_TRUE(neighbours);
  ASSERT_FALSE(neighbours->related.empty());
  EXPECT_EQ(neighbours->related[0].title, "跨境电商进出口保持增长");
  EXPECT_FALSE(neighbours->related[0].shared.empty());
  EXPECT_EQ(search.neighbours("none").error().cause, Cause::not_found);
}

TEST_F(SearchTest, TheSameStoryIsOneHit) {
  ASSERT_TRUE(write_file(folder_ / "2023-06-05.txt", std::string(kSecond)));
  std::string again(kSecond);
  again.replace(again.find("2022年12月03日"), std::string("2022年12月03日").size(), "2023年06月01日");
  ASSERT_TRUE(write_file(folder_ / "2023-06-05.txt", again));
  ASSERT_TRUE(archive_.ingest({(folder_ / "2023-06-05.txt").string()}, {}, {}));
  const SearchEngine search = engine();
  const auto page = search.search({.query = "综试区"});
  EXPECT_EQ(page->total, 2U);
  ASSERT_EQ(page->items.size(), 1U);
  ASSERT_EQ(page->items[0].same_story.size(), 1U);
  EXPECT_EQ(page->items[0].same_story[0].title, "跨境电商综试区再添新员");
  EXPECT_EQ(search.neighbours(page->items[0].id)->same_story.size(), 1U);
}

TEST_F(SearchTest, KeepsWhatItReadsWhileTheArchiveChanges) {
  const SearchEngine before = engine();
  const std::uint64_t total = before.search({.query = "电商"})->total;
  ASSERT_TRUE(archive_.remove("2022-12-05", false));
  EXPECT_EQ(before.search({.query = "电商"})->total, total);
  const SearchEngine after = engine();
  EXPECT_EQ(after.search({.query = "电商"})->total, total - 1);
  EXPECT_NE(before.generation(), after.generation());
}

}  // namespace
}  // namespace fengbiao
