#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.lines.size(); ++i) out.emplace_back(document.line(i));
  return out;
}
std::vector<std::string> lines(std::string_view bytes) { return lines(read_text(bytes, "a.txt").value()); }
std::vector<std::uint32_t> pages(const Document& document) {
  std::vector<std::uint32_t> out;
  for (const Line& line : document.lines) out.push_back(line.page);
  return out;
}

TEST(Text, KeepsBlanksAndBlankLines) { EXPECT_THAT(lines("标题 \n\n　　正文  \n \t\n"), ElementsAre("标题 ", "", "　　正文  ", " \t")); }

TEST(Text, LastLineWithAndWithoutItsEnd) {
  EXPECT_THAT(lines("一\n二"), ElementsAre("一", "二"));
  EXPECT_THAT(lines("一\n二\n"), ElementsAre("一", "二"));
  EXPECT_THAT(lines("一\n\n"), ElementsAre("一", ""));
}

TEST(Text, AnyLineEnds) {
  const Document document = read_text("一\r\n二\r三\r\r\n四\n\r\n五\r", "a.txt").value();
  EXPECT_EQ(document.text, "一\n二\n三\n四\n\n五\n");
  EXPECT_THAT(lines(document), ElementsAre("一", "二", "三", "四", "", "五"));
}

TEST(Text, FormFeedStartsAPageAndShiftsNoLine) {
  const Document document = read_text("一\n二\f\n三\n\f四\n \f \n五\n\f", "a.txt").value();
  EXPECT_THAT(lines(document), ElementsAre("一", "二\f", "三", "\f四", " \f ", "五", "\f"));
  EXPECT_THAT(pages(document), ElementsAre(1, 1, 2, 3, 4, 4, 4));
  EXPECT_EQ(document.pages, 4u);
  EXPECT_THAT(pages(read_text("一\n二", "a.txt").value()), ElementsAre(0, 0));
}

TEST(Text, OtherSeparatorsStay) { EXPECT_THAT(lines("一\u2028二\u0085三\v四"), ElementsAre("一\u2028二\u0085三\v四")); }

TEST(Text, WhatItSaysOfItself) {
  const Document document = read_text(
                                "\xEF\xBB\xBF"
                                "电商\r\n",
                                "pile.txt")
                                .value();
  EXPECT_EQ(document.file, "pile.txt");
  EXPECT_EQ(document.media_type, "text/plain");
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.bytes, 11u);
  EXPECT_EQ(document.hash.size(), 32u);
  EXPECT_FALSE(document.has_layout);
  EXPECT_NE(document.hash, read_text("电商\r\n", "pile.txt")->hash);
}

TEST(Text, EmptyAndBlank) {
  EXPECT_EQ(read_text("", "a").error().cause, Cause::empty);
  for (const char* blank : {"\n", " \r\n\t", "\xEF\xBB\xBF", "　\u00A0\u200B\n", "\f"})
    EXPECT_EQ(read_text(blank, "a").error().cause, Cause::empty) << blank;
}

TEST(Text, ControlCharacters) {
  EXPECT_TRUE(read_text("一段正文里混进了一个\x1b字符，仍然是文字。", "a"));
  std::string binary;
  for (int i = 0; i < 1000; ++i) binary += static_cast<char>(i % 97 + 1);
  const auto r = read_text(binary, "a");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::not_text);
  EXPECT_EQ(read_text("\x01", "a").error().cause, Cause::not_text);
  EXPECT_EQ(read_text(std::string("abc\0", 4), "a").error().cause, Cause::not_text);
  EXPECT_EQ(read_text(std::string("\xFE\xFF\0a\0\0\0b", 8), "a").error().cause, Cause::not_text);
}

TEST(Text, KeptTextReadsTheSame) {
  const Document first = read_text("一\r\n\f二 \n\n三", "a.txt").value();
  const Document again = document_from_text(first.text, "a.txt");
  EXPECT_EQ(again.text, first.text);
  EXPECT_EQ(lines(again), lines(first));
  EXPECT_EQ(pages(again), pages(first));
  EXPECT_TRUE(document_from_text("", "a").lines.empty());
}

}  // namespace
}  // namespace fengbiao
