#include "publish/check_page.h"

#include <gtest/gtest.h>

#include "publish/marked_text.h"

namespace fengbiao {
namespace {

TEST(MarkedHtml, PutsALineUnderTheWordsAndANumberBehind) {
  const std::string kept = "甲占78%。";
  EXPECT_EQ(marked_html(kept, {{0, 12}}, {{{6, 9}, 3, "error"}}),
            "甲占<span id=\"w3\"><span class=\"w w3 error\">78%</span></span><a class=\"ref error\" href=\"#n3\">3</a>。");
}

TEST(MarkedHtml, OverlappingNestedAndAcrossLines) {
  const std::string kept = "abcd\nefgh";
  const std::string html = marked_html(kept, {{0, 4}, {5, 9}}, {{{1, 7}, 1, "x"}, {{2, 3}, 2, "y"}, {{6, 20}, 3, "z"}});
  EXPECT_EQ(
      html,
      "a<span id=\"w1\"><span class=\"w w1 x\">b</span></span><span id=\"w2\"><span class=\"w w1 x w w2 y\">c</span></span>"
      "<a class=\"ref y\" href=\"#n2\">2</a><span class=\"w w1 x\">d</span><span class=\"w w1 x\"> </span><span class=\"w w1 x\">e</span>"
      "<span id=\"w3\"><span class=\"w w1 x w w3 z\">f</span></span><a class=\"ref x\" href=\"#n1\">1</a>"
      "<span class=\"w w3 z\">gh</span><a class=\"ref z\" href=\"#n3\">3</a>");
}

TEST(MarkedHtml, EscapesAndMarksTheOtherSide) {
  const std::string kept = "<b>&\x01";
  EXPECT_EQ(marked_html(kept, {{0, 5}}, {{{0, 3}, 7, "", true}}),
            "<span id=\"o7\"><span class=\"o\">&lt;b&gt;</span></span>&amp;\xEF\xBF\xBD");
}

struct Sample {
  Result<DocumentChecker> checker = DocumentChecker::load({}, {});
  CheckedIssue checked;

  explicit Sample(const std::string& text) {
    auto read = checker->check_document(text, "a.txt");
    EXPECT_TRUE(read) << read.error().message();
    if (read) checked = std::move(*read);
    checked.checks.findings.clear();
    checked.checks.relations.clear();
  }
  Finding& add(const std::string& words, FindingKind kind = FindingKind::punctuation) {
    Finding f;
    f.id = "id";
    f.rule = "some-rule";
    f.kind = kind;
    f.explain = {"说明", "what is wrong"};
    const auto at = static_cast<std::uint32_t>(checked.text.find(words));
    f.at.span = {at, static_cast<std::uint32_t>(at + words.size())};
    f.at.quote_span = f.at.span;
    f.at.quote = words;
    f.at.origin.article = 1;
    f.at.line_start = f.at.line_end = 3;
    return checked.checks.findings.emplace_back(std::move(f));
  }
  [[nodiscard]] std::string page(const Acceptance* accepted = nullptr) const {
    CheckedText text{checked, "a.txt", {}, true};
    for (const Finding& f : checked.checks.findings) text.findings.push_back({&f, "0123456789abcdef", accepted});
    auto page = CheckPage::make(*checker);
    EXPECT_TRUE(page) << page.error().message();
    page->add(text);
    return page->finish(std::nullopt);
  }
};

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

TEST(CheckPage, ShowsTheTextWithWhatWasFoundBesideIt) {
  Sample sample("新店开张\n\n甲市，，乙市有新店48家，占78%。\n\n另一段。\n");
  sample.add("，，").suggestion = "，";
  Finding& sum = sample.add("78%", FindingKind::arithmetic);
  sum.severity = Severity::error;
  sum.relation = "48/70 = 68.57%";
  sum.other = sum.at;
  const std::string html = sample.page();
  EXPECT_NE(html.find("共发现2处"), html.npos);
  EXPECT_NE(html.find("<a href=\"#n2\">数字核算1处</a>"), html.npos);
  EXPECT_NE(html.find("48 \u00F7 70 = 68.57%"), html.npos);
  EXPECT_NE(html.find("<del>，，</del> → <ins>，</ins>"), html.npos);
  EXPECT_NE(html.find("href=\"#o2\""), html.npos);
  EXPECT_EQ(count(html, "id=\"o2\""), 1u);
  EXPECT_EQ(count(html, "id=\"n1\""), 1u);
  EXPECT_EQ(count(html, "id=\"w2\""), 1u);
  EXPECT_NE(html.find("<h3 class=\"words headline\">新店开张</h3>"), html.npos);
  EXPECT_NE(html.find("另一段。"), html.npos);
  for (const char* outside : {"http:", "https:", "url(", "@import", "src="}) EXPECT_EQ(html.find(outside), html.npos) << outside;
  EXPECT_EQ(html.find("{{"), html.npos);
}

TEST(CheckPage, CleanTextSaysSo) {
  const Sample sample("新店开张\n\n甲市有新店。\n");
  const std::string html = sample.page();
  EXPECT_NE(html.find("没有发现问题。"), html.npos);
  EXPECT_EQ(html.find("class=\"filters\""), html.npos);
}

TEST(CheckPage, AcceptedFindingsAreShownAndNotCounted) {
  Sample sample("新店开张\n\n甲市，，乙市有新店。\n");
  sample.add("，，");
  const Acceptance accepted{"some-rule", "a.txt", "，，", "0123456789abcdef", "编辑部", "2026-11-27", "原文<如此>", 1};
  const std::string html = sample.page(&accepted);
  EXPECT_NE(html.find("另有1处已接受"), html.npos);
  EXPECT_NE(html.find("原文&lt;如此&gt;"), html.npos);
  EXPECT_EQ(html.find("共发现"), html.npos);
}

TEST(CheckPage, HostileTextStaysText) {
  Sample sample("</style><script>alert(1)</script>新店\n\n甲市<img src=x onerror=alert(2)>\"'，，{{name}}{{{style}}}乙市有新店。\n");
  Finding& f = sample.add("，，");
  f.explain = {"<script>1</script>", "\"><script>2</script>"};
  f.suggestion = "</ins><script>3</script>";
  f.relation = "<b>1/2</b>";
  f.rule = "\"><script>4</script>";
  f.question = {"<i>", "<i>"};
  f.other = f.at;
  f.other->quote = "<script>5</script>";
  f.at.origin.title = "<script>6</script>";
  f.at.quote = "<script>7</script>";
  const std::string html = sample.page();
  EXPECT_EQ(count(html, "<script"), 1u);  // our own
  EXPECT_EQ(count(html, "<img"), 0u);
  EXPECT_EQ(count(html, "<i>"), 0u);
  EXPECT_EQ(count(html, "</style>"), 1u);
}

TEST(CheckPage, FindingsOutsideOfArticlesAreShownByTheirWords) {
  Sample sample("新店开张\n\n甲市有新店。\n");
  Finding& f = sample.add("新店");
  f.at.origin.article = 0;
  const std::string html = sample.page();
  EXPECT_NE(html.find("整期"), html.npos);
  EXPECT_EQ(count(html, "id=\"w1\""), 1u);
}

}  // namespace
}  // namespace fengbiao
