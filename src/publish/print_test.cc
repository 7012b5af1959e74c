#include "publish/print.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/disk.h"
#include "base/embedded.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;
using testing::Not;

// An issue whose texts lie in one kept text, as the archive would hand it over.
class Made {
 public:
  StoredIssue stored;
  std::string text;

  Made() {
    stored.key = "2023-03-20";
    stored.issue.file = "2023-03-20.txt";
    stored.issue.masthead = {
        .name = "风标电商观察", .year = 2023, .number = 6, .total = 126, .date = "2023-03-20", .publisher = "风标电商研究会"};
  }

  Article& article(std::string_view section, std::string_view title, const std::vector<std::string>& paragraphs, std::string_view source) {
    Article& a = stored.issue.articles.emplace_back();
    a.n = static_cast<std::uint32_t>(stored.issue.articles.size());
    a.section = section;
    a.title = title;
    for (const std::string& p : paragraphs) a.paragraphs.push_back({.pieces = {keep(p)}, .text = p, .heading = false});
    if (!source.empty()) a.source_pieces = {keep(source)};
    return a;
  }

  Span keep(std::string_view line) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    const auto end = static_cast<std::uint32_t>(text.size());
    text += "\n";
    return {begin, end};
  }

  void imprint(std::string_view line) {
    const Span span = keep(line);
    stored.issue.zones.push_back({.kind = ZoneKind::end_matter, .span = span, .line = 1, .article = 0});
  }
};

Made small_issue() {
  Made made;
  made.article("行业资讯", "一县开出3条水路", {"首段有 <尖括号> 和 A&B。", "次段。"}, "来源：《某报》    编选：某编辑部 2023年3月1日");
  Article& a = made.article("专家视点", "慢一点也好", {"先看账本"}, "来源：“某网” 2023 年 3 月 2 日");
  a.paragraphs[0].heading = true;
  a.author_note = "作者单位：某校";
  made.article("专家视点", "再说一句", {"好。"}, "");
  made.imprint("编辑部地址：某路 1 号");
  return made;
}

TEST(Print, MastheadAndImprintAsPrinted) {
  const Made made = small_issue();
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_THAT(html, HasSubstr("<h1>风标电商观察</h1>"));
  EXPECT_THAT(html, HasSubstr("<span>2023年第6期（总第126期）</span>"));
  EXPECT_THAT(html, HasSubstr("<time>2023-03-20</time>"));
  EXPECT_THAT(html, HasSubstr("主办单位：风标电商研究会"));
  EXPECT_THAT(html, HasSubstr("<p>编辑部地址：某路 1 号</p>"));
  EXPECT_THAT(html, HasSubstr("据 2023-03-20.txt 重排"));
}

TEST(Print, ColumnsContentsAndArticles) {
  const Made made = small_issue();
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_THAT(html, HasSubstr("<h2>【行业资讯】</h2>"));
  EXPECT_THAT(html, HasSubstr("<li><a href=\"#a2\">慢一点也好</a></li>"));
  EXPECT_THAT(html, HasSubstr("<article id=\"a2\">\n<h3>慢一点也好</h3>"));
  EXPECT_EQ(html.find("<h2>【专家视点】"), html.rfind("<h2>【专家视点】"));  // one column, though two articles
  EXPECT_THAT(html, HasSubstr("<p class=\"heading\">先看账本</p>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"note\">（作者单位：某校）</p>"));
  EXPECT_THAT(html, Not(HasSubstr("{{")));
}

TEST(Print, EverythingIsEscaped) {
  Made made = small_issue();
  made.stored.issue.masthead.name = "<script>x</script>";
  made.stored.issue.articles[0].title = "\"<b>\"";
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_THAT(html, HasSubstr("首段有 &lt;尖括号&gt; 和 A&amp;B。"));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
}

TEST(Print, SourceLineIsTheVerbatimOne) {
  const Made made = small_issue();
  EXPECT_THAT(issue_html(made.stored, made.text),
              HasSubstr("<p class=\"source\">来源：《某报》 编选：某编辑部 2023<i class=\"q\"></i>年<i class=\"q\"></i>3"));
}

TEST(Print, WithoutTheKeptTextTheFieldsServe) {
  Made made = small_issue();
  Article& a = made.stored.issue.articles[0];
  a.sources = {"某报"};
  a.selected_by = "某编辑部";
  a.date = "2023-03-01";
  const std::string html = issue_html(made.stored, "");
  EXPECT_THAT(html, HasSubstr("<p class=\"source\">来源：“某报” 编选：某编辑部 2023-03-01</p>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"note\">（作者单位：某校）</p>"));
}

TEST(Print, ArticleWithoutSourceHasNoSourceLine) {
  Made made;
  made.article("", "没有来源的一则", {"正文。"}, "");
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_THAT(html, Not(HasSubstr("class=\"source\"")));
  EXPECT_THAT(html, Not(HasSubstr("【")));  // no columns, no column heading
}

TEST(Print, WhatTheCoverDoesNotPrintIsLeftOut) {
  Made made = small_issue();
  made.stored.issue.masthead = {};
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_THAT(html, HasSubstr("<h1>2023-03-20</h1>\n<p class=\"number\"></p>"));
  EXPECT_THAT(html, HasSubstr("<title>2023-03-20</title>"));
  EXPECT_THAT(html, Not(HasSubstr("主办单位")));
}

TEST(Print, ThePageNeedsNoOtherFile) {
  const Made made = small_issue();
  const std::string html = issue_html(made.stored, made.text);
  for (const char* word : {"src=", "@import", "url(", "http:", "https:"}) EXPECT_THAT(html, Not(HasSubstr(word)));
}

TEST(Print, SamePageSamePdf) {
  const Made made = small_issue();
  const std::string html = issue_html(made.stored, made.text);
  EXPECT_EQ(html, issue_html(made.stored, made.text));
  const auto first = page_pdf(html);
  if (!first && first.error().cause == Cause::tool_missing) GTEST_SKIP() << "weasyprint is not installed";
  ASSERT_TRUE(first.has_value()) << first.error().message();
  const auto second = page_pdf(html);
  ASSERT_TRUE(second.has_value()) << second.error().message();
  EXPECT_TRUE(first->starts_with("%PDF-"));
  EXPECT_THAT(*first, HasSubstr("/Creator (fengbiao)"));  // by which `print` knows its own PDF
  EXPECT_TRUE(*first == *second);
}

class PrintFolder : public testing::Test {
 protected:
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
                                 (std::string("fengbiao_print_") + testing::UnitTest::GetInstance()->current_test_info()->name());
  void SetUp() override { std::filesystem::remove_all(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }
};

TEST_F(PrintFolder, WritesThePageIntoANewFolder) {
  const Made made = small_issue();
  const auto printed = print_issue(made.stored, made.text, folder / "new" / "one", false);
  ASSERT_TRUE(printed.has_value()) << printed.error().message();
  EXPECT_EQ(printed->html, folder / "new" / "one" / "2023-03-20.html");
  EXPECT_TRUE(printed->pdf.empty());
  const auto written = read_file(printed->html);
  ASSERT_TRUE(written.has_value());
  EXPECT_EQ(*written, issue_html(made.stored, made.text));
}

TEST_F(PrintFolder, AKeyCannotLeaveTheFolder) {
  Made made = small_issue();
  made.stored.key = "../up/2023";
  const auto printed = print_issue(made.stored, made.text, folder, false);
  ASSERT_TRUE(printed.has_value()) << printed.error().message();
  EXPECT_EQ(printed->html.parent_path(), folder);
  EXPECT_TRUE(std::filesystem::exists(printed->html));
}

TEST_F(PrintFolder, AFileOfAnotherMakerIsNotReplaced) {
  const Made made = small_issue();
  ASSERT_TRUE(print_issue(made.stored, made.text, folder, false).has_value());
  EXPECT_TRUE(print_issue(made.stored, made.text, folder, false).has_value()) << "its own page may be written anew";
  ASSERT_TRUE(write_file(folder / "2023-03-20.html", "<html>the original</html>").has_value());
  const auto printed = print_issue(made.stored, made.text, folder, false);
  ASSERT_FALSE(printed.has_value());
  EXPECT_EQ(printed.error().cause, Cause::conflict);
  EXPECT_EQ(*read_file(folder / "2023-03-20.html"), "<html>the original</html>");
}

TEST_F(PrintFolder, AFileInTheWayIsSaid) {
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(write_file(folder / "taken", "x").has_value());
  const Made made = small_issue();
  const auto printed = print_issue(made.stored, made.text, folder / "taken" / "deeper", false);
  ASSERT_FALSE(printed.has_value());
  EXPECT_EQ(printed.error().cause, Cause::not_writable);
}

}  // namespace
}  // namespace fengbiao
