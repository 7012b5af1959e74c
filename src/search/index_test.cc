#include "search/index.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "search/index_builder.h"
#include "search/search_text.h"

namespace fengbiao {
namespace {

SearchIndex sample() {
  SearchIndexBuilder builder;
  SearchDocument first{
      .id = "a1", .title = "電商新规", .paragraphs = {"平台应当公示 规则。", "“直播”带货"}, .date = "2022-01-05", .values = {}};
  first.values[0] = {"2022-01"};
  first.values[2] = {"甲报", "乙报"};
  builder.add(first);
  SearchDocument second{.id = "a2", .title = "网上零售额", .paragraphs = {"电商增长，电商又增长，电商再增长"}, .date = "", .values = {}};
  second.values[2] = {"乙报"};
  builder.add(second);
  return *SearchIndex::over(*builder.make("s"));
}

std::vector<SearchHit> find(const SearchIndex& index, std::string_view term) {
  std::vector<SearchHit> hits;
  index.find(search_text(term), hits);
  return hits;
}

TEST(SearchIndex, finds_rows_and_says_how_a_term_stands_there) {
  const SearchIndex index = sample();
  EXPECT_EQ(find(index, "电商"), (std::vector{SearchHit(0, TermPlace::in_title), SearchHit(1, TermPlace::often)}));
  EXPECT_EQ(find(index, "公示规则"), (std::vector{SearchHit(0, TermPlace::once)}));
  EXPECT_EQ(find(index, "又增长，电商"), (std::vector{SearchHit(1, TermPlace::once)}));
  EXPECT_TRUE(find(index, "规平").empty());  // over a line end
  EXPECT_TRUE(find(index, "").empty());
}

TEST(SearchIndex, keeps_and_drops) {
  const SearchIndex index = sample();
  auto hits = find(index, "电商");
  std::vector<TermPlace> also;
  index.keep("增长", hits, &also);
  EXPECT_EQ(hits, (std::vector{SearchHit(1, TermPlace::often)}));
  EXPECT_EQ(also, std::vector{TermPlace::often});
  hits = find(index, "电商");
  index.drop("直播", hits);
  EXPECT_EQ(hits, (std::vector{SearchHit(1, TermPlace::often)}));
}

TEST(SearchIndex, gives_the_printed_words_back) {
  const SearchIndex index = sample();
  const SearchedText text = index.text(0);
  EXPECT_EQ(text.printed, "電商新规\n平台应当公示 规则。\n“直播”带货\n");
  EXPECT_EQ(text.normal, "电商新规\n平台应当公示规则。\n\"直播\"带货\n");
  EXPECT_EQ(text.normal, index.normal(0));
  EXPECT_EQ(text.normal.size(), index.normal_size(0));
  EXPECT_EQ(index.title(0), "電商新规");
  ASSERT_EQ(text.origin.size(), text.normal.size() + 1);
  const std::size_t at = find_term(text.normal, "示规");
  EXPECT_EQ(text.printed.substr(text.origin[at], text.origin[at + 6] - text.origin[at]), "示 规");
}

TEST(SearchIndex, filters_and_counts_by_columns) {
  const SearchIndex index = sample();
  EXPECT_EQ(index.id(1), "a2");
  EXPECT_EQ(index.row_of("a2"), 1U);
  EXPECT_EQ(index.row_of("b"), std::nullopt);
  EXPECT_EQ(index.day(0), 18997);
  EXPECT_EQ(index.day(1), SearchIndex::kNoDay);
  auto hits = find(index, "电商");
  ASSERT_EQ(index.value_count(SearchColumn::source), 2U);
  const auto other = *index.number_of(SearchColumn::source, "乙报");
  EXPECT_EQ(index.value(SearchColumn::source, other), "乙报");
  EXPECT_EQ(index.tally(SearchColumn::source, hits)[other], 2U);
  EXPECT_TRUE(std::ranges::equal(index.rows_with(SearchColumn::source, other), std::vector{0U, 1U}));
  EXPECT_TRUE(std::ranges::equal(index.rows_with(SearchColumn::source, *index.number_of(SearchColumn::source, "甲报")), std::vector{0U}));
  EXPECT_TRUE(index.rows_with(SearchColumn::source, 2).empty());
  const std::uint32_t first[] = {*index.number_of(SearchColumn::source, "甲报")};
  index.keep_values(SearchColumn::source, first, hits);
  EXPECT_EQ(hits.size(), 1U);
  hits = find(index, "电商");
  index.keep_days(18997, 18997, hits);
  EXPECT_EQ(hits.size(), 1U);
}

}  // namespace
}  // namespace fengbiao
