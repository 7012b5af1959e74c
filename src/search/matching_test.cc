#include "search/matching.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "search/sample_documents.h"

namespace fengbiao {
namespace {

const QueryParser& parser() {
  static const QueryParser loaded = QueryParser::load(DataSet::built_in()).value();
  return loaded;
}

std::set<std::uint32_t> rows(const SearchIndex& index, std::string_view typed) {
  std::set<std::uint32_t> out;
  const Matches found = matching(index, parser().parse(typed).root, nullptr);
  EXPECT_EQ(found.hits.size(), found.scores.size());
  for (const SearchHit hit : found.hits) EXPECT_TRUE(out.insert(hit.row()).second);
  return out;
}

TEST(Matching, finds_what_the_query_says) {
  const SearchIndex index = sample_index();
  using Rows = std::set<std::uint32_t>;
  EXPECT_EQ(rows(index, "跨境电商"), (Rows{0, 4}));
  EXPECT_EQ(rows(index, "跨境電商"), (Rows{0, 4}));
  EXPECT_EQ(rows(index, "电商"), (Rows{0, 1, 2, 4}));
  EXPECT_EQ(rows(index, "电商 -直播"), (Rows{0, 2, 4}));
  EXPECT_EQ(rows(index, "-电商"), (Rows{3, 5}));
  EXPECT_EQ(rows(index, "综试区 OR 快递"), (Rows{0, 2}));
  EXPECT_EQ(rows(index, "标题:直播"), (Rows{1}));
  EXPECT_EQ(rows(index, "标题:(直播 OR 物流)"), (Rows{1, 2}));
  EXPECT_EQ(rows(index, "来源:甲 电商"), (Rows{0, 2}));
  EXPECT_EQ(rows(index, "来源:\"甲\""), Rows{}) << "quoted: the whole value";
  EXPECT_EQ(rows(index, "地区:杭州"), (Rows{1, 3}));
  EXPECT_EQ(rows(index, "日期:2022"), (Rows{0, 1, 2}));
  EXPECT_EQ(rows(index, "日期:[2022-03 TO 2023-02]"), (Rows{1, 2, 3}));
  EXPECT_EQ(rows(index, "期号:2022"), (Rows{0, 1, 2}));
  EXPECT_EQ(rows(index, ""), (Rows{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(rows(index, "电商 -(直播 OR 快递)"), (Rows{0, 4}));
  EXPECT_EQ(rows(index, "指标:零售额"), Rows{}) << "nothing is known of records";
}

TEST(Matching, forms_of_a_word_count_as_the_word) {
  const SearchIndex index = sample_index();
  Query query = parser().parse("海淘");
  query.root.also = {{"跨境电商", "跨境电商", 0.5, "synonym"}, {"直播", "直播", 0.5, "synonym"}};
  EXPECT_EQ(matching(index, query.root, nullptr).hits.size(), 4U);
  query = parser().parse("包裹 海淘");
  query.root.parts[1].also = {{"跨境电商", "跨境电商", 0.5, "synonym"}};
  ASSERT_EQ(matching(index, query.root, nullptr).hits.size(), 1U);
  query = parser().parse("-海淘");
  query.root.parts[0].also = {{"跨境电商", "跨境电商", 0.5, "synonym"}};
  EXPECT_EQ(matching(index, query.root, nullptr).hits.size(), 4U);
}

TEST(Matching, titles_and_rare_words_are_worth_more) {
  const SearchIndex index = sample_index();
  const Matches found = matching(index, parser().parse("跨境电商").root, nullptr);
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_GT(found.scores[0], found.scores[1]);
  EXPECT_GT(rarity(100, 1), rarity(100, 50));
  EXPECT_GT(rarity(100, 100), 0);
}

TEST(Matching, as_a_plain_scan_finds) {
  const char* const kPieces[] = {"电商", "跨境", "直播", "快递", "农村", "规则", "试点", "，", "。", "APP", "2022", " ", "“", "”"};
  std::mt19937 random(7);
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  std::vector<SearchDocument> documents;
  SearchIndexBuilder builder;
  for (int i = 0; i < 60; ++i) {
    SearchDocument document;
    document.id = "d" + std::to_string(i);
    const auto words = [&](std::size_t most) {
      std::string out;
      for (std::size_t n = 1 + any(most); n > 0; --n) out += kPieces[any(std::size(kPieces))];
      return out;
    };
    document.title = words(4);
    document.paragraphs = {words(12), words(12)};
    document.values[1] = {any(2) ? "资讯" : "政策"};
    document.values[2] = {any(2) ? "甲报" : "乙报"};
    builder.add(document);
    documents.push_back(std::move(document));
  }
  const SearchIndex index = *SearchIndex::over(*builder.make("random"));
  const char* const kWords[] = {"电商", "跨境电商", "直播",    "递农",      "app",       "2022",
                                "规则", "商跨",     "来源:甲", "栏目:政策", "标题:电商", "标题:直播"};
  for (int i = 0; i < 400; ++i) {
    std::string typed;
    for (std::size_t n = 1 + any(4), depth = 0; n > 0; --n) {
      if (any(5) == 0) typed += "-";
      if (any(5) == 0) typed += "(", ++depth;
      typed += kWords[any(std::size(kWords))];
      if (depth > 0 && any(2) == 0) typed += ")", --depth;
      typed += any(3) == 0 ? " OR " : " ";
    }
    const Query query = parser().parse(typed);
    std::set<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < documents.size(); ++row)
      if (query_holds(documents[row], query.root)) expected.insert(row);
    EXPECT_EQ(rows(index, typed), expected) << typed << "  read as  " << parser().written(query.root);
  }
}

}  // namespace
}  // namespace fengbiao
