#include "bulletin/setting.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

// Two paragraphs of lines of ten characters, six times; `first` before a paragraph, `last` behind it, `between` after it.
std::string printed(const std::string& first, const std::string& last, const std::string& between) {
  std::string text;
  for (int i = 0; i < 6; ++i) text += first + "一二三四五六七八九十\n一二三四五六七八九十\n一二三四。" + last + "\n" + between;
  return text;
}
Setting setting(const std::string& text) {
  const auto inks = ink_of(document_from_text(text, "x.txt"));
  return setting_of(inks, std::vector<bool>(inks.size(), true), false);
}

TEST(Setting, TheDocumentTellsHowItsParagraphsEnd) {
  EXPECT_EQ(setting(printed("", " ", "")).sign, ParagraphSign::trailing);
  EXPECT_EQ(setting(printed("　　", "", "")).sign, ParagraphSign::indent);
  EXPECT_EQ(setting(printed("", "", "\n")).sign, ParagraphSign::gap);
  EXPECT_EQ(setting(printed("", "", "")).sign, ParagraphSign::measure);
  EXPECT_EQ(setting("一二三四五六七八九十一二三四五六七八九十。\n一二三四五。\n一二三四五六七八九十一二三四五。\n").sign,
            ParagraphSign::whole);
}

TEST(Setting, BlanksBehindEveryLineSayNothing) {
  std::string text = printed("　　", "", "");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, " ");
  EXPECT_EQ(setting(text).sign, ParagraphSign::indent);
}

TEST(Setting, TheMeasureIsWhereLinesBreakOff) {
  const Setting s = setting(printed("", " ", ""));
  EXPECT_TRUE(s.wrapped);
  EXPECT_FLOAT_EQ(s.measure, 10);
}

TEST(Setting, Joins) {
  const std::string text = printed("　　", "", "");
  const auto inks = ink_of(document_from_text(text, "x.txt"));
  const Setting s = setting_of(inks, std::vector<bool>(inks.size(), true), false);
  EXPECT_TRUE(s.joins(inks[0], inks[1]));
  EXPECT_TRUE(s.joins(inks[1], inks[2]));
  EXPECT_FALSE(s.joins(inks[2], inks[3]));
}

TEST(Setting, APageCutsAParagraphOfOneLine) {
  const auto inks = ink_of(document_from_text("某地开店。生意不错，店主很\n\n高兴。\n\n另一段话说完了。\n", "x.txt"));
  const Setting s = setting_of(inks, std::vector<bool>(inks.size(), true), false);
  ASSERT_EQ(s.sign, ParagraphSign::whole);
  EXPECT_TRUE(s.joins(inks[0], inks[1]));
  EXPECT_FALSE(s.joins(inks[1], inks[2]));
}

TEST(Setting, FormatsThatMarkParagraphsAreBelieved) {
  Document document = document_from_text("某地开店，\n生意不错\n", "x.html");
  for (Line& line : document.lines) line.role = LineRole::paragraph;
  const auto inks = ink_of(document);
  const Setting s = setting_of(inks, std::vector<bool>(inks.size(), true), false);
  EXPECT_EQ(s.sign, ParagraphSign::format);
  EXPECT_FALSE(s.joins(inks[0], inks[1]));
}

TEST(Setting, OnAPageIndentAndRoomAtTheRightEndAParagraph) {
  Setting s;
  s.sign = ParagraphSign::layout;
  Ink full, next;
  next.head = 1;
  full.page = next.page = 1;
  EXPECT_TRUE(s.joins(full, next));
  Ink indented = next, far_below = next, short_line = full, other_type = next;
  indented.indent = 2;
  far_below.above = 0.6f;
  short_line.right = 8;
  other_type.size = 1.3f;
  EXPECT_FALSE(s.joins(full, indented));
  EXPECT_FALSE(s.joins(full, far_below));
  EXPECT_FALSE(s.joins(short_line, next));
  EXPECT_FALSE(s.joins(full, other_type));
  next.head = 9;  // a long word that had no room
  EXPECT_TRUE(s.joins(short_line, next));
}

// An extraction dropped the blanks before first lines: they are two em shorter than the lines behind them.
TEST(Setting, LostIndentsAreGivenBack) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text +=
        "一二三四五六七八九十一二三四五六七八\n"  // 18 of 20
        "一二三四五六七八九十一二三四五六七八九十\n"
        "一二三四五六七八九十一二三四五六七八九十\n"
        "一二三四五。\n";
  // Here a sentence fills its line; the short line behind it begins a paragraph all the same.
  text +=
      "一二三四五六七八九十一二三四五六七八\n一二三四五六七八九十一二三四五六七八九。\n一二三四五六七八九十一二三四五六七八\n一二三四五。"
      "\n";
  auto inks = ink_of(document_from_text(text, "x.txt"));
  const std::vector<bool> all(inks.size(), true);
  const Setting s = setting_of(inks, all, false);
  ASSERT_EQ(s.sign, ParagraphSign::measure);
  restore_lost_indents(inks, all, s);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < inks.size(); ++i)
    if (inks[i].indent >= 1) begins.push_back(i);
  EXPECT_EQ(begins, (std::vector<std::size_t>{0, 4, 8, 12, 16, 20, 24, 26}));
}

TEST(Setting, WhereNothingWasLostNothingIsGivenBack) {
  std::string text;
  for (int i = 0; i < 6; ++i) text += "一二三四五六七八九十一二三四五六七八九十\n一二三四五六七八九十一二三四五六七八九十\n一二三四五。\n";
  auto inks = ink_of(document_from_text(text, "x.txt"));
  const std::vector<bool> all(inks.size(), true);
  restore_lost_indents(inks, all, setting_of(inks, all, false));
  for (const Ink& ink : inks) EXPECT_EQ(ink.indent, 0) << ink.line;
}

}  // namespace
}  // namespace fengbiao
