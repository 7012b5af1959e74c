#include "publish/article_record.h"

#include <gtest/gtest.h>

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

TEST(ArticleRecord, CellsHaveTheirTypesAndListsAreJoined) {
  const StoredIssue stored = two_articles();
  const std::vector<TableColumn> columns = article_columns();
  for (const Article& article : stored.issue.articles) {
    const std::vector<Cell> cells = article_cells(article, stored);
    ASSERT_EQ(cells.size(), columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (std::holds_alternative<std::monostate>(cells[i])) {
        EXPECT_FALSE(columns[i].needed) << columns[i].name;
        continue;
      }
      const CellType type = columns[i].type;
      EXPECT_EQ(std::holds_alternative<bool>(cells[i]), type == CellType::boolean) << columns[i].name;
      EXPECT_EQ(std::holds_alternative<std::int64_t>(cells[i]), type == CellType::integer) << columns[i].name;
    }
  }
  EXPECT_EQ(cell_texts(article_cells(stored.issue.articles[0], stored)),
            (std::vector<std::string>{"2023-03-20-00000001", "2023-03-20.txt", "2023-03-20", "数据观察", "1", "=“甲,乙”", "甲报；乙网",
                                      "false", "某动态编辑部", "2023-03-05", "作者单位：某校", "第一段 \"引\"。\n第二段。", "5", "11"}));
  EXPECT_EQ(cell_texts(article_cells(stored.issue.articles[1], stored)),
            (std::vector<std::string>{"2023-03-20-00000002", "2023-03-20.txt", "2023-03-20", "悦读电商", "2", "一本书", "", "true", "", "",
                                      "", "", "13", "13"}));
}

}  // namespace
}  // namespace fengbiao
