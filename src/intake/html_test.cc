#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "intake/html_guard.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

// "p text", "h2 text", "li text", "tr text", "- text" for each line.
std::vector<std::string> shown(std::string_view html) {
  const auto document = read_html(html, "a.html");
  if (!document) return {document.error().message()};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document->lines.size(); ++i) {
    const Line& line = document->lines[i];
    std::string mark = "-";
    if (line.role == LineRole::paragraph) mark = "p";
    if (line.role == LineRole::heading) mark = "h" + std::to_string(line.level);
    if (line.role == LineRole::list_item) mark = "li";
    if (line.role == LineRole::table_row) mark = "tr";
    out.push_back(mark + " " + std::string(document->line(i)));
  }
  return out;
}

TEST(Html, BlocksBecomeLines) {
  EXPECT_THAT(shown("<!DOCTYPE html><title>x</title><h1>刊名</h1><div>前言<p>第一段</p>尾声</div><ul><li>甲<li><p>乙</p></ul>"),
              ElementsAre("h1 刊名", "p 前言", "p 第一段", "p 尾声", "li 甲", "li 乙"));
}

TEST(Html, InlineElementsDoNotBreakLines) {
  EXPECT_THAT(shown("<p>网<b>上</b><span>零<i>售</i></span><a href=x>额</a> <em>增长</em></p>"), ElementsAre("p 网上零售额 增长"));
  EXPECT_THAT(shown("<h3><span>专家</span>视点</h3>"), ElementsAre("h3 专家视点"));
}

TEST(Html, WhiteSpaceCollapses) {
  EXPECT_THAT(shown("<p>\n  a \t b\n<b> c</b> <i> d </i>\n</p>  <p> </p>"), ElementsAre("p a b c d"));
  EXPECT_THAT(shown("<p>&nbsp;&emsp;缩进 </p>"), ElementsAre("p \u00A0\u2003缩进"));
  EXPECT_THAT(shown("<p>　　全角空格</p>"), ElementsAre("p 　　全角空格"));
}

TEST(Html, BreaksAndPreformatted) {
  EXPECT_THAT(shown("<p>一<br>二 <br/> 三<br><br></p>"), ElementsAre("p 一", "p 二", "p 三"));
  EXPECT_THAT(shown("<pre>a  b\n\n c</pre>"), ElementsAre("- a  b", "- ", "-  c"));
}

TEST(Html, Entities) { EXPECT_THAT(shown("<p>&lt;A&amp;B&gt; &ldquo;网&#36141;&#x201D; &zzz;</p>"), ElementsAre("p <A&B> “网购” &zzz;")); }

TEST(Html, WhatIsNotShownIsLeftOut) {
  EXPECT_THAT(
      shown("<head><style>p{}</style><title>t</title></head><body><script>var a='<p>x</p>';</script><noscript>n</noscript>"
            "<template><p>t</p></template><p hidden>h</p><p style='DISPLAY : none'>d</p><div style=\"color:red;visibility:hidden\">v</div>"
            "<svg><text>s</text></svg><select><option>o</select><!-- c --><p style='color:red'>看得见</p>"),
      ElementsAre("p 看得见"));
}

TEST(Html, TableRows) {
  EXPECT_THAT(shown("<table><tr><th>指标<th>数值<tr><td>用户<td> 9 亿<tr><td>空<td></table>"),
              ElementsAre("tr 指标\t数值", "tr 用户\t9 亿", "tr 空\t"));
}

TEST(Html, TablesThatOnlyLayOut) {
  EXPECT_THAT(shown("<table><tr><td><p>左一</p><p>左二</p></td><td>右</td></tr></table><table><tr><td>独一</td></tr></table>"),
              ElementsAre("p 左一", "p 左二", "p 右", "p 独一"));
}

TEST(Html, Charsets) {
  const std::string gb = "<meta charset=gb2312><p>\xCD\xF8\xB9\xBA</p>";
  EXPECT_THAT(shown(gb), ElementsAre("p 网购"));
  EXPECT_EQ(read_html(gb, "a")->encoding, "GB18030");
  EXPECT_THAT(shown("<meta http-equiv=content-type content='text/html; charset=big5'><p>\xBA\xF4\xB8\xF4</p>"), ElementsAre("p 網路"));
  EXPECT_THAT(shown("<meta charset=gb2312><p>其实是 UTF-8</p>"), ElementsAre("p 其实是 UTF-8"));
}

TEST(Html, NoTextIsEmpty) { EXPECT_EQ(read_html("<html><body><img src=a></body></html>", "a").error().cause, Cause::empty); }

std::string repeat(std::string_view piece, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

TEST(HtmlGuard, DeepNestingIsRefusedWhateverItIsMadeOf) {
  for (const char* piece : {"<div>",
                            "<b>",
                            "<font size=1>",
                            "<x-y>",
                            "<div/>",
                            "<ul><li>",
                            "<li><dd>",
                            "<optgroup>",
                            "<div><table><tr><td></div>",
                            "<span><div></span>",
                            "<p><font a=1></p>",
                            "<blockquote></p>",
                            "<button><p>",
                            "<svg><g>",
                            "<q></cite>",
                            "<div></span>",
                            "<div a=\"x\">",
                            "<div a='>'>",
                            "<ruby><rt>",
                            "<object>",
                            "<!--><div>",
                            "<!-- --!><div>",
                            "<section =\"><section>"}) {
    const auto r = read_html(repeat(piece, 100'000), "a.html");
    ASSERT_FALSE(r) << piece;
    EXPECT_TRUE(r.error().cause == Cause::malformed || r.error().cause == Cause::too_large) << piece << r.error().message();
  }
  EXPECT_EQ(read_html("\n\n" + repeat("<div>", 100'000), "a.html").error().message(),
            "a.html:3: tags nested more than 1000 deep (save the page again from a browser, or as text)");
}

TEST(HtmlGuard, DeepMarkupDoesNotHideInWhatLooksLikeText) {
  const std::string deep = repeat("<div>", 50'000);
  for (const char* before :
       {"<svg><style>", "<svg></svg><svg><title>", "<select><style></select>", "<select><title>", "<!-->", "<!--->", "<a =\">"})
    EXPECT_FALSE(check_html_shape(before + deep, "a.html")) << before;
  for (const char* before : {"<script>", "<style>", "<!--", "<textarea>", "<title>"})
    EXPECT_TRUE(check_html_shape(before + deep, "a.html")) << before;
}

TEST(HtmlGuard, FlatPagesPassHoweverLong) {
  for (const char* piece :
       {"<p>一段", "<li>一项", "<br>", "<div>一</div>", "<tr><td>格", "<img src='a'/>", "<b>粗</b>", "<p><span>一</p>", "<dt>名<dd>说",
        "<ul><li>一<li>二</ul>", "<svg><path d=''/><g></g></svg>", "<option>", "<script>if(a<b){}</script>"})
    EXPECT_TRUE(check_html_shape("<body>" + repeat(piece, piece == std::string_view("<p><span>一</p>") ? 900 : 50'000), "a.html")) << piece;
}

TEST(HtmlGuard, HugeTagsAndPages) {
  EXPECT_EQ(check_html_shape("<p " + repeat("a ", 2'000) + ">", "a").error().cause, Cause::malformed);
  EXPECT_EQ(check_html_shape("<p " + repeat("a=1 ", 2'000) + ">", "a").error().cause, Cause::malformed);
  EXPECT_TRUE(check_html_shape("<p title='" + repeat("a ", 2'000) + "'>", "a"));
  EXPECT_EQ(check_html_shape(repeat("<p>", 2'000'000), "a").error().cause, Cause::too_large);
}

TEST(HtmlGuard, HostilePagesAreReadInTime) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& page :
       {repeat("<div>", 900) + repeat("</section><i></i>", 100'000), repeat("<b>", 300) + repeat("<p>x</p>", 4'000),
        repeat("<a href=1><p>", 100'000), repeat("<", 1'000'000), repeat("</", 1'000'000), repeat("&", 1'000'000)})
    (void)read_html(page, "a.html").has_value();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace fengbiao
