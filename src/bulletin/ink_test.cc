#include "bulletin/ink.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

std::vector<Ink> inks_of(std::string text) { return ink_of(document_from_text(std::move(text), "x.txt")); }
Ink look_at(std::string_view text) {
  Ink ink;
  ink.span = {0, static_cast<std::uint32_t>(text.size())};
  look(ink, text);
  return ink;
}

TEST(Ink, HoldsWhatStandsAroundALine) {
  const auto inks = inks_of("【行业资讯】 \n\n \n　　近日，某地开店。\n接着写\n");
  ASSERT_EQ(inks.size(), 3u);
  EXPECT_EQ(inks[0].trailing, 1);
  EXPECT_EQ(inks[1].line, 4u);
  EXPECT_EQ(inks[1].gap, 2);
  EXPECT_FLOAT_EQ(inks[1].indent, 2);
  EXPECT_EQ(inks[2].gap, 0);
  EXPECT_FLOAT_EQ(inks[2].width, 3);
}

TEST(Ink, HowALineEnds) {
  EXPECT_TRUE(look_at("他说：“今天开店。”").ended);  // behind the closing quote
  EXPECT_TRUE(look_at("主要有三点：").ended);
  EXPECT_FALSE(look_at("某地开店").ended);
  EXPECT_TRUE(look_at("茶叶、菌菇、").comma);
  EXPECT_TRUE(look_at("开店了。生意").stop_inside);
  EXPECT_FALSE(look_at("今天开店。").stop_inside);  // the stop at the end is not inside
  EXPECT_TRUE(look_at("印发《网络零售").open);
  EXPECT_FALSE(look_at("印发《办法》").open);
}

TEST(Ink, HeadIsWhatASetterCannotPart) {
  EXPECT_FLOAT_EQ(look_at("近日").head, 1);
  EXPECT_FLOAT_EQ(look_at("成。接着").head, 2);
  EXPECT_FLOAT_EQ(look_at("“成”接着").head, 3);
  EXPECT_FLOAT_EQ(look_at("Green 箱").head, 2.5f);
}

TEST(Ink, AMarginIsNoIndent) {
  const auto inks =
      inks_of("      一二三四五六七八九十\n      一二三四五六七八九十\n        一二三四五六七八九十\n      一二三四五六七八九十\n");
  EXPECT_FLOAT_EQ(inks[0].indent, 0);
  EXPECT_FLOAT_EQ(inks[2].indent, 1);
}

// Where most lines begin paragraphs, the edge is still where the others begin.
TEST(Ink, ManyIndentedLinesAreNoMargin) {
  const auto inks = inks_of("　　一二三\n　　一二三\n　　一二三\n一二三\n　　一二三\n");
  EXPECT_FLOAT_EQ(inks[0].indent, 2);
  EXPECT_FLOAT_EQ(inks[3].indent, 0);
}

TEST(Ink, NothingButBlanksIsNoInk) { EXPECT_TRUE(inks_of(" \n\u3000\n\t\n").empty()); }

}  // namespace
}  // namespace fengbiao
