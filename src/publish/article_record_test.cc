#include "publish/article_record.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

namespace fengbiao {
namespace {

StoredIssue two_articles() {
  StoredIssue stored;
  stored.key = "2023-03-20";
  stored.issue.key = stored.key;
  stored.issue.file = "2023-03-20.txt";
  Article a;
  a.id = "2023-03-20-00000001";
  a.n = 1;
  a.section = "数据观察";
  a.title = "=“甲,乙”";
  a.sources = {"甲报", "乙网"};
  a.selected_by = "某动态编辑部";
  a.date = "2023-03-05";
  a.author_note = "作者单位：某校";
  a.paragraphs = {{.pieces = {}, .text = "第一段 \"引\"。", .heading = false}, {.pieces = {}, .text = "第二段。", .heading = false}};
  a.line_start = 5;
  a.line_end = 11;
  Article b;
  b.id = "2023-03-20-00000002";
  b.n = 2;
  b.section = "悦读电商";
  b.title = "一本书";
  b.compiled = true;
  b.line_start = 13;
  b.line_end = 13;
  stored.issue.articles = {a, b};
  return stored;
}

TEST(ArticleRecord, OneJsonObjectALine) {
  std::string out;
  append_article_records(two_articles(), ExportFormat::jsonl, out);
  ASSERT_EQ(std::ranges::count(out, '\n'), 2);
  const auto first = nlohmann::json::parse(out.substr(0, out.find('\n')));
  EXPECT_EQ(first["id"], "2023-03-20-00000001");
  EXPECT_EQ(first["file"], "2023-03-20.txt");
  EXPECT_EQ(first["issue"], "2023-03-20");
  EXPECT_EQ(first["sources"], (std::vector<std::string>{"甲报", "乙网"}));
  EXPECT_EQ(first["paragraphs"][1], "第二段。");
  EXPECT_EQ(first["compiled"], false);
  const auto second = nlohmann::json::parse(out.substr(out.find('\n') + 1));
  for (const char* key : {"selected_by", "date", "author_note"}) EXPECT_TRUE(second.at(key).is_null()) << key;
  EXPECT_EQ(second["compiled"], true);
  EXPECT_TRUE(second["sources"].empty());
}

TEST(ArticleRecord, CsvJoinsListsAndDefusesFormulas) {
  std::string out;
  append_article_records(two_articles(), ExportFormat::csv, out);
  EXPECT_EQ(out,
            "2023-03-20-00000001,2023-03-20.txt,2023-03-20,数据观察,1,\"'=“甲,乙”\",甲报；乙网,false,某动态编辑部,2023-03-05,"
            "作者单位：某校,\"第一段 \"\"引\"\"。\n第二段。\",5,11\r\n"
            "2023-03-20-00000002,2023-03-20.txt,2023-03-20,悦读电商,2,一本书,,true,,,,,13,13\r\n");
}

TEST(ArticleRecord, CsvRowsHaveTheColumnsOfTheHeader) {
  EXPECT_EQ(article_columns().size(), 14u);
  EXPECT_EQ(article_columns().front(), "id");
  std::string out;
  StoredIssue one = two_articles();
  one.issue.articles.erase(one.issue.articles.begin());
  append_article_records(one, ExportFormat::csv, out);
  EXPECT_EQ(std::ranges::count(out, ',') + 1, 14);
}

TEST(ArticleRecord, AppendsToWhatIsThere) {
  std::string out = "x\n";
  append_article_records(StoredIssue{}, ExportFormat::jsonl, out);
  EXPECT_EQ(out, "x\n");
}

}  // namespace
}  // namespace fengbiao
