// Articles through the room's one call; what a single file decides is tested beside it, whole texts in tests/cases/bulletin.
#include "bulletin/articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bulletin/bulletin.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<Article> articles(const std::string& text) {
  static const Knowledge knowledge = Knowledge::load(DataSet::built_in()).value();
  return read_bulletin(document_from_text(text, "x.txt"), knowledge, "ecommerce-news")->articles;
}
const std::string kSource = "来源：“某网” 编选：《某动态》编辑部 2023 年 3 月 4 日\n";

TEST(Articles, EachFieldHasItsLinesAndItsRule) {
  const auto list = articles("【行业资讯】\n\n旧书店开播\n\n近日，旧书店开播。\n\n" + kSource);
  ASSERT_THAT(list, SizeIs(1));
  const Article& a = list[0];
  EXPECT_EQ(a.section, "行业资讯");
  EXPECT_EQ(a.title, "旧书店开播");
  EXPECT_EQ(a.line_start, 3u);
  EXPECT_EQ(a.line_end, 7u);
  std::vector<std::string> fields;
  for (const Because& b : a.because) fields.push_back(b.field);
  EXPECT_THAT(fields, ElementsAre("section", "title", "paragraphs", "source"));
}

TEST(Articles, MarksOfMarkdownAreNoPartOfATitle) {
  EXPECT_EQ(articles("【行业资讯】\n\n**旧书店开播**\n\n近日，旧书店开播。\n" + kSource).at(0).title, "旧书店开播");
  EXPECT_EQ(articles("【行业资讯】\n\n### 旧书店开播\n\n近日，旧书店开播。\n" + kSource).at(0).title, "旧书店开播");
}

TEST(Articles, ASubHeadingIsMarkedAsOne) {
  const auto list = articles("【专家视点】\n小店的熟客\n熟客靠的是不出错。\n先把货配齐\n补货单要每天写。\n" + kSource);
  ASSERT_THAT(list, SizeIs(1));
  ASSERT_THAT(list[0].paragraphs, SizeIs(3));
  EXPECT_TRUE(list[0].paragraphs[1].heading);
  EXPECT_FALSE(list[0].paragraphs[0].heading || list[0].paragraphs[2].heading);
}

TEST(Articles, ANoteOnTheAuthorLosesItsBracketsOnly) {
  const auto list = articles("【专家视点】\n小店的熟客\n熟客靠的是不出错。\n（某某：某大学（北区）教授）\n" + kSource);
  EXPECT_EQ(list.at(0).author_note, "某某：某大学（北区）教授");
  EXPECT_THAT(list[0].paragraphs, SizeIs(1));
}

TEST(Articles, TextWithoutAHeadlineHasNone) {
  std::string sentence;
  for (int i = 0; i < 12; ++i) sentence += "近日，旧书店又开播了。";
  const auto list = articles("【行业资讯】\n" + sentence + "\n" + kSource);
  ASSERT_THAT(list, SizeIs(1));
  EXPECT_EQ(list[0].title, "");
  EXPECT_THAT(list[0].paragraphs, SizeIs(1));
}

TEST(Articles, ALoneSourceLineClosesNothing) { EXPECT_TRUE(articles("【行业资讯】\n" + kSource).empty()); }

}  // namespace
}  // namespace fengbiao
