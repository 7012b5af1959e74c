#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/docx_styles.h"
#include "intake/intake.h"
#include "intake/zip.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zip(const Parts& parts) {
  std::string out((1 << 20) + 64 * parts.size(), '\0');
  for (const auto& [name, bytes] : parts) out.resize(out.size() + bytes.size() + 2 * name.size() + 200);
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : parts) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::string body(const std::string& inside) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" +
         inside + "<w:sectPr/></w:body></w:document>";
}
std::string docx(const std::string& inside, const std::string& styles = "") {
  Parts parts{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", body(inside)}};
  if (!styles.empty()) parts.emplace_back("word/styles.xml", "<w:styles>" + styles + "</w:styles>");
  return zip(parts);
}
std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

std::vector<std::string> shown(const std::string& bytes) {
  const auto document = read_docx(bytes, "a.docx");
  if (!document) return {document.error().message()};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document->lines.size(); ++i) {
    const Line& line = document->lines[i];
    std::string mark = "p";
    if (line.role == LineRole::heading) mark = "h" + std::to_string(line.level);
    if (line.role == LineRole::list_item) mark = "li";
    if (line.role == LineRole::table_row) mark = "tr";
    out.push_back(mark + " " + std::string(document->line(i)));
  }
  return out;
}

TEST(Docx, ParagraphsWithTheirBlanks) {
  EXPECT_THAT(shown(docx(p("　　第一段 ") + "<w:p/>" + p("&lt;二&gt;") +
                         "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>")),
              ElementsAre("p 　　第一段 ", "p ", "p <二>", "p 甲 乙"));
}

TEST(Docx, HeadingsByStyleNameOutlineAndId) {
  const std::string styles =
      R"(<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a7"><w:name w:val="栏目"/><w:basedOn w:val="1"/></w:style>
      <w:style w:styleId="t"><w:name w:val="Title"/></w:style><w:style w:styleId="o"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style><w:style w:styleId="body"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
      <w:style w:styleId="n"><w:name w:val="List Paragraph"/><w:pPr><w:numPr/></w:pPr></w:style>)";
  const auto styled = [](const char* id) { return std::string("<w:pStyle w:val=\"") + id + "\"/>"; };
  EXPECT_THAT(
      shown(docx(p("一", styled("1")) + p("二", styled("a7")) + p("三", styled("t")) + p("四", styled("o")) + p("五", styled("loop")) +
                     p("六", styled("body")) + p("七", styled("n")) + p("八", "<w:outlineLvl w:val='1'/>") + p("九", styled("none")),
                 styles)),
      ElementsAre("h1 一", "h1 二", "h1 三", "h3 四", "p 五", "p 六", "li 七", "h2 八", "p 九"));
  EXPECT_THAT(shown(docx(p("没有样式表", styled("Heading2")))), ElementsAre("h2 没有样式表"));
  EXPECT_EQ(heading_level("Heading 9"), 6);
  EXPECT_EQ(heading_level("heading"), 0);
}

TEST(Docx, ListsTabsAndBreaks) {
  EXPECT_THAT(
      shown(docx(p("项", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>") +
                 p("不编号", "<w:numPr><w:numId w:val='0'/></w:numPr>") +
                 "<w:p><w:pPr><w:tabs><w:tab w:val='left' "
                 "w:pos='1'/></w:tabs></w:pPr><w:r><w:t>目</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>次行</w:t><w:noBreakHyphen/><w:t>软</w:t>"
                 "<w:softHyphen/><w:t>连</w:t><w:sym w:font='x' w:char='2022'/></w:r></w:p>")),
      ElementsAre("li 项", "p 不编号", "p 目\t3", "p 次行\u2011软连•"));
}

TEST(Docx, TrackedChanges) {
  EXPECT_THAT(
      shown(docx("<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
                 "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>" +
                 p("前半", "<w:rPr><w:del/></w:rPr>") + p("后半") + p("末", "<w:rPr><w:del/></w:rPr>"))),
      ElementsAre("p 留增移来", "p 前半后半", "p 末"));
}

TEST(Docx, FieldsLinksHiddenTextAndControls) {
  EXPECT_THAT(shown(docx("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + p("控件里") +
                         "</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
                         "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>7</w:t></w:r></"
                         "w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
                         "<w:r><w:rPr><w:vanish "
                         "w:val='0'/></w:rPr><w:t>显</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></"
                         "w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>")),
              ElementsAre("p 控件里", "p 链接7显音"));
}

TEST(Docx, TextBoxesAreReadOnce) {
  const std::string box = "<w:txbxContent>" + p("框内一") + p("框内二") + "</w:txbxContent>";
  EXPECT_THAT(shown(docx("<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + box +
                         "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                         "</w:pict></mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>")),
              ElementsAre("p 前后", "p 框内一", "p 框内二"));
}

TEST(Docx, TableRowsAreLines) {
  const auto cell = [](const std::string& inside) { return "<w:tc><w:tcPr/>" + inside + "</w:tc>"; };
  EXPECT_THAT(
      shown(docx("<w:tbl><w:tblPr/><w:tr><w:trPr/>" + cell(p("指标")) + cell(p("数值")) + "</w:tr><w:tr>" + cell(p("用户") + p("（亿）")) +
                 cell("<w:p/>") + "</w:tr></w:tbl><w:tbl><w:tr>" + cell(p("独框一") + p("独框二")) + "</w:tr></w:tbl>")),
      ElementsAre("tr 指标\t数值", "tr 用户 （亿）\t", "p 独框一", "p 独框二"));
}

TEST(Docx, MainPartByItsRelation) {
  const std::string rels =
      R"(<Relationships><Relationship Type="http://x/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>)";
  EXPECT_THAT(shown(zip({{"_rels/.rels", rels}, {"word/document2.xml", body(p("正文"))}})), ElementsAre("p 正文"));
}

TEST(Docx, WhatItSaysOfItself) {
  const auto document = read_document(docx(p("一")), "a.docx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->media_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  EXPECT_EQ(document->text, "一\n");
  EXPECT_FALSE(document->has_layout);
}

TEST(Docx, BrokenOnesAreRefusedInWords) {
  const std::string whole = docx(p(std::string(3000, 'x')));
  EXPECT_EQ(
      read_docx(whole.substr(0, whole.size() / 2), "a.docx").error().message(),
      "a.docx: a ZIP file without its directory: it is cut off (get the whole file again, or save it again from the program that made it)");
  EXPECT_EQ(read_docx(zip({{"word/document.xml", "<w:document><w:body><w:p>"}}), "a").error().cause, Cause::malformed);
  EXPECT_EQ(read_docx(zip({{"word/document.xml", "<w:document/>"}}), "a").error().cause, Cause::malformed);
  EXPECT_EQ(read_docx(docx("<w:p/>"), "a").error().cause, Cause::empty);
  std::string flipped = whole;
  for (std::size_t i = 60; i < flipped.size() / 2; i += 7) flipped[i] = static_cast<char>(flipped[i] ^ 0x55);
  EXPECT_FALSE(read_docx(flipped, "a"));
}

TEST(Docx, DamagedCharactersDoNotGetThrough) {
  const Document document = read_docx(docx(p("a&#xD800;b\xFF"
                                             "c&#10;d")),
                                      "a")
                                .value();
  EXPECT_EQ(document.lines.size(), 1u);
  EXPECT_EQ(document.text.find('\xFF'), std::string::npos);
}

TEST(Docx, OtherZipsAreNamed) {
  const auto words = [](const Parts& parts) { return read_document(zip(parts), "a").error().message(); };
  EXPECT_EQ(words({{"a.txt", "x"}}), "a: a ZIP archive, not a DOCX (save it as DOCX, PDF or text; unpack an archive first)");
  EXPECT_EQ(words({{"xl/workbook.xml", "x"}}), "a: an Excel workbook, not a DOCX (save it as DOCX, PDF or text; unpack an archive first)");
  EXPECT_EQ(words({{"mimetype", "x"}, {"content.xml", "x"}}),
            "a: an OpenDocument file, not a DOCX (save it as DOCX, PDF or text; unpack an archive first)");
  EXPECT_EQ(words({{"ppt/presentation.xml", "x"}}),
            "a: a PowerPoint file, not a DOCX (save it as DOCX, PDF or text; unpack an archive first)");
}

TEST(Docx, LimitsHold) {
  IntakeLimits limits;
  limits.text = 100'000;
  const std::string bomb = docx(p(std::string(2'000'000, 'x')));
  EXPECT_LT(bomb.size(), 20'000u);
  EXPECT_EQ(read_docx(bomb, "a", limits).error().cause, Cause::too_large);
  Parts many;
  for (int i = 0; i < 10'001; ++i) many.emplace_back("f" + std::to_string(i), "");
  EXPECT_EQ(read_docx(zip(many), "a").error().cause, Cause::too_large);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 100'000; ++i) deep += "</w:sdt>";
  EXPECT_EQ(read_docx(docx(deep), "a").error().cause, Cause::malformed);
}

TEST(Docx, PasswordInTheZip) {
  const auto everything = [](std::string_view) { return true; };
  std::string bytes = docx(p("一"));
  // The flag "encrypted" in the local and in the central header of each entry.
  for (std::size_t at = bytes.find("PK\x03\x04"); at != std::string::npos; at = bytes.find("PK\x03\x04", at + 4))
    bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
  for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 4))
    bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  EXPECT_EQ(read_zip(bytes, "a", 1000, everything).error().cause, Cause::locked);
}

}  // namespace
}  // namespace fengbiao
