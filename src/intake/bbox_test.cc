#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "intake/intake.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

// A page of 600 by 800 points, set in 10 point type with 15 points from line to line, as pdftotext would describe it.
class Sheet {
 public:
  // `text` from `x`, its base line box at `y`; blanks part words; every piece is a block of its own, the hardest case.
  Sheet& put(float x, float y, std::string_view text, float em = 10) {
    std::string words;
    float at = x;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const std::string_view word = text.substr(begin, end - begin);
      float width = 0;
      for (std::size_t i = 0; i < word.size();) {
        const Decoded d = decode(word, i);
        width += is_wide(d.code) ? em : em / 2;
        i += d.size;
      }
      if (!word.empty())
        words += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", at, y, at + width, y + em * 1.4f, word);
      at += width + em * 0.25f;
      begin = end + 1;
    }
    blocks_ += fmt::format("<flow><block><line>{}</line></block></flow>\n", words);
    return *this;
  }
  [[nodiscard]] std::string page() const { return "<page width=\"600\" height=\"800\">\n" + blocks_ + "</page>\n"; }

 private:
  std::string blocks_;
};

Document read(const std::vector<Sheet>& sheets) {
  std::string xhtml = "<html><body><doc>\n";
  for (const Sheet& sheet : sheets) xhtml += sheet.page();
  return document_from_bbox(xhtml + "</doc></body></html>\n", "a.pdf").value();
}
std::vector<std::string> lines(const Document& document, bool furniture = false) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.lines.size(); ++i)
    if ((document.lines[i].role == LineRole::page_furniture) == furniture) out.emplace_back(document.line(i));
  return out;
}

const std::string kFull = "这一行文字从左到右把整个版心都占满了这一行文字从左到右把整个版心都占满了这行也满";  // 40 characters

// Body lines from `y` on, 15 points apart.
Sheet& body(Sheet& sheet, int n, float y = 100) {
  for (int i = 0; i < n; ++i) sheet.put(100, y + 15.0f * static_cast<float>(i), kFull);
  return sheet;
}

TEST(Bbox, WordsWithBlanksAsWideAsTheirGaps) {
  Sheet sheet;
  sheet.put(100, 100, "增长 12.5% 左右").put(100, 115, kFull).put(100, 130, "目录").put(480, 130, "3");
  EXPECT_THAT(lines(read({sheet})), ElementsAre("增长 12.5% 左右", kFull, "目录" + std::string(72, ' ') + "3"));
}

TEST(Bbox, PiecesOnOneBaseLineAreOneLineWhateverTheirOrder) {
  Sheet sheet;
  sheet.put(300, 116, "编选：编辑部").put(100, 100, kFull).put(100, 115, "来源：某报").put(160, 117, "上标", 6);
  const auto read_lines = lines(read({sheet}));
  ASSERT_EQ(read_lines.size(), 2u);
  EXPECT_EQ(read_lines[0], kFull);
  EXPECT_TRUE(read_lines[1].starts_with("来源：某报"));
  EXPECT_TRUE(read_lines[1].ends_with(" 编选：编辑部"));
}

TEST(Bbox, SpreadTitlesHaveNoBlanks) {
  Sheet sheet;
  for (int i = 0; i < 4; ++i)
    sheet.put(200.0f + 15.0f * static_cast<float>(i), 60, std::vector<std::string>{"商", "城", "动", "态"}[static_cast<std::size_t>(i)]);
  body(sheet, 3);
  EXPECT_EQ(lines(read({sheet}))[0], "商城动态");
}

TEST(Bbox, MeasuresInEmOfTheBody) {
  Sheet sheet;
  sheet.put(220, 60, "大标题", 20);
  sheet.put(120, 100, "首行缩进两字");
  body(sheet, 3, 115);
  sheet.put(100, 190, "隔了一行半");
  const Document document = read({sheet});
  ASSERT_EQ(document.lines.size(), 6u);
  EXPECT_TRUE(document.has_layout);
  EXPECT_EQ(document.pages, 1u);
  EXPECT_NEAR(document.lines[0].size, 2, 0.05);
  EXPECT_NEAR(document.lines[0].indent, 12, 0.1);
  EXPECT_NEAR(document.lines[1].size, 1, 0.01);
  EXPECT_NEAR(document.lines[1].indent, 2, 0.01);
  EXPECT_NEAR(document.lines[1].right, 32, 0.1);
  EXPECT_NEAR(document.lines[2].gap, 0, 0.01);
  EXPECT_NEAR(document.lines[2].right, 0, 0.01);
  EXPECT_NEAR(document.lines[5].gap, 2, 0.01);
  EXPECT_EQ(document.lines[5].page, 1u);
}

TEST(Bbox, RunningHeadsAndPageNumbers) {
  std::vector<Sheet> sheets;
  for (int i = 1; i <= 5; ++i) {
    Sheet sheet;
    if (i == 1) sheet.put(200, 60, "商城动态", 24);  // the cover's title is no running head
    else sheet.put(250, 30, fmt::format("商城动态 2023 年第 {} 期", i), 8);
    body(sheet, 30);
    sheet.put(290, 770, fmt::format("- {} -", i), 9);
    sheets.push_back(sheet);
  }
  const Document document = read(sheets);
  EXPECT_THAT(lines(document, true), ElementsAre("- 1 -", "商城动态 2023 年第 2 期", "- 2 -", "商城动态 2023 年第 3 期", "- 3 -",
                                                 "商城动态 2023 年第 4 期", "- 4 -", "商城动态 2023 年第 5 期", "- 5 -"));
  EXPECT_EQ(lines(document)[0], "商城动态");
  EXPECT_EQ(document.lines.back().page, 5u);
}

TEST(Bbox, TextAtThePageEdgeIsNoFurniture) {
  std::vector<Sheet> sheets;
  for (int i = 1; i <= 4; ++i) {  // the same source line ends two pages, at the usual distance
    Sheet sheet;
    body(sheet, 45, 40);
    sheet.put(300, 715, i % 2 == 0 ? "来源：某报 2023 年 1 月 3 日" : kFull);
    sheets.push_back(sheet);
  }
  EXPECT_TRUE(lines(read(sheets), true).empty());
}

TEST(Bbox, OnOnePageOnlyALoneNumberAtTheBottom) {
  Sheet sheet;
  sheet.put(250, 30, "商城动态");
  body(sheet, 10).put(300, 770, "1");
  EXPECT_THAT(lines(read({sheet}), true), ElementsAre("1"));
  Sheet words;
  body(words, 10).put(300, 770, "完");
  EXPECT_TRUE(lines(read({words}), true).empty());
}

TEST(Bbox, ColumnsAreReadOneAfterTheOther) {
  const std::string half = "左右两栏里的每一行都差不多排满了";  // 16 characters
  Sheet sheet;
  sheet.put(100, 60, kFull);
  for (int i = 0; i < 6; ++i) {
    sheet.put(100, 100 + 15.0f * static_cast<float>(i), "左" + std::to_string(i) + half);
    sheet.put(320, 100 + 15.0f * static_cast<float>(i), "右" + std::to_string(i) + half);
  }
  sheet.put(100, 250, "通栏的尾声");
  const auto found = lines(read({sheet}));
  ASSERT_EQ(found.size(), 14u);
  EXPECT_EQ(found[0], kFull);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(found[1 + i], "左" + std::to_string(i) + half);
    EXPECT_EQ(found[7 + i], "右" + std::to_string(i) + half);
  }
  EXPECT_EQ(found[13], "通栏的尾声");
}

TEST(Bbox, ContentsListsAndTablesAreNoColumns) {
  Sheet sheet;
  for (int i = 0; i < 8; ++i) {
    sheet.put(100, 100 + 15.0f * static_cast<float>(i), "目录里的一个条目名称");
    sheet.put(490, 100 + 15.0f * static_cast<float>(i), std::to_string(i + 1));
  }
  EXPECT_EQ(lines(read({sheet})).size(), 8u);
}

TEST(Bbox, PagesWithoutText) {
  EXPECT_EQ(document_from_bbox("<page width='1' height='1'></page>", "a").error().cause, Cause::no_text_layer);
  Sheet number;
  number.put(300, 770, "1");
  EXPECT_EQ(document_from_bbox(number.page() + number.page(), "a").error().cause, Cause::no_text_layer);
}

TEST(Bbox, BrokenPages) {
  EXPECT_EQ(document_from_bbox("", "a").error().cause, Cause::malformed);
  EXPECT_EQ(document_from_bbox("<page width='1'>", "a").error().cause, Cause::malformed);
  EXPECT_EQ(document_from_bbox("<page width='1'><flow></page>", "a").error().cause, Cause::malformed);
  EXPECT_TRUE(document_from_bbox(
      "<page width='nan'><flow><block><line><word xMin='1e99' xMax='-inf'>x\xFFy&#10;z</word></line></block></flow></page>", "a"));
}

}  // namespace
}  // namespace fengbiao
