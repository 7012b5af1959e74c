#include "pile/pile_text.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(PileText, AnArticleOverOneText) {
  const PileText text{.id = "a", .title = "标题", .sources = {"某报"}, .date = "2023-03-01", .paragraphs = {"第一段。", "第二段。"}};
  const PileArticle article(text);
  EXPECT_EQ(article.kept(), "标题\n第一段。\n第二段。\n");
  ASSERT_EQ(article.article().paragraphs.size(), 2U);
  EXPECT_EQ(slice(article.kept(), article.article().paragraphs[1].pieces.front()), "第二段。");
  const std::uint32_t second = article.article().paragraphs[1].pieces.front().begin;
  EXPECT_EQ(article.place(second + 3).paragraph, 2U);
  EXPECT_EQ(article.place(second + 3).at, 3U);
  EXPECT_EQ(article.place(0).paragraph, 0U);
}

TEST(PileText, AndBack) {
  const PileText text{.id = "a", .title = "标题", .sources = {"某报"}, .date = "2023-03-01", .paragraphs = {"第一段。"}};
  const PileText again = pile_text(PileArticle(text).article());
  EXPECT_EQ(again.paragraphs, text.paragraphs);
  EXPECT_EQ(again.date, text.date);
  EXPECT_EQ(again.sources, text.sources);
}

}  // namespace
}  // namespace fengbiao
