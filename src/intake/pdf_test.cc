// One PDF is made here by WeasyPrint and one locked by qpdf; where these are not installed, the tests that need them are
// skipped. The others are written by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

#include "intake/intake.h"

namespace fengbiao {
namespace {

Result<std::string> pdf_of(const std::string& html) {
  const auto made = run_process({"weasyprint", "-", "-"}, html, {});
  if (!made) return std::unexpected(made.error());
  if (made->exit_code != 0) return fail(Cause::malformed, {}, made->err);
  return made->out;
}
#define PDF_OR_SKIP(name, html)                                                                                        \
  const auto name##_made = pdf_of(html);                                                                               \
  if (!name##_made && name##_made.error().cause == Cause::tool_missing) GTEST_SKIP() << "WeasyPrint is not installed"; \
  ASSERT_TRUE(name##_made) << name##_made.error().message();                                                           \
  const std::string& name = *name##_made

std::vector<std::string> lines(const Document& document, bool furniture = false) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.lines.size(); ++i)
    if ((document.lines[i].role == LineRole::page_furniture) == furniture) out.emplace_back(document.line(i));
  return out;
}

const std::string kStyle =
    "<meta charset=utf-8><style>@page{size:A4;margin:25mm;@top-center{content:'商城动态 第' counter(page) "
    "'页'}@bottom-center{content:counter(page)}}"
    "body{font:12pt/1.8 'Noto Serif CJK SC'} p{text-indent:2em;margin:0} .s{text-align:right}</style>";

const std::string kEnglishPage =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 52>>stream\nBT /F 12 Tf 50 200 Td (Shop news of the month) Tj ET     \nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

// A PDF without a text layer: one empty page.
const std::string kEmptyPage =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

TEST(Pdf, ReadsWhatWasPrinted) {
  PDF_OR_SKIP(
      pdf, kStyle +
               "<h2>行业资讯</h2><p>某县网上零售额增长 12.5%，直播间越开越多，快递进村更快更稳，网店店主忙着备货，仓库里的灯亮到很晚。</p>"
               "<p class=s>来源：“某报” 编选：编辑部 2023 年 1 月 3 日</p><p style='break-before:page'>第二页的正文。</p>");
  const auto document = read_document(pdf, "a.pdf");
  ASSERT_TRUE(document) << document.error().message();
  const auto body = lines(*document);
  EXPECT_EQ(body.front(), "行业资讯");
  EXPECT_TRUE(body[1].starts_with("某县网上零售额增长 12.5%，")) << body[1];
  EXPECT_EQ(body[body.size() - 2], "来源：“某报” 编选：编辑部 2023 年 1 月 3 日");
  EXPECT_EQ(body.back(), "第二页的正文。");
  EXPECT_THAT(lines(*document, true), testing::ElementsAre("商城动态 第1页", "1", "商城动态 第2页", "2"));
  EXPECT_EQ(document->pages, 2u);
  EXPECT_EQ(document->media_type, "application/pdf");
  EXPECT_EQ(document->bytes, pdf.size());
  EXPECT_NEAR(document->lines[2].indent, 2, 0.1);  // after the running head and the heading
}

TEST(Pdf, CutOffAndBroken) {
  const auto r = read_document("%PDF-1.7\nnothing that follows\n", "a.pdf");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::malformed);
  EXPECT_EQ(read_document(kEnglishPage, "a.pdf").value().text, "Shop news of the month\n");
  for (const std::size_t size : {60u, 120u, 200u, 300u}) {
    const auto cut = read_document(std::string_view(kEnglishPage).substr(0, size), "a.pdf");
    ASSERT_FALSE(cut) << size;
    EXPECT_TRUE(cut.error().cause == Cause::malformed || cut.error().cause == Cause::no_text_layer) << cut.error().message();
  }
}

TEST(Pdf, Locked) {
  const auto locked =
      run_process({"sh", "-c", "f=$(mktemp) && cat >$f && qpdf --encrypt secret owner 256 -- $f -; rm -f $f"}, kEnglishPage, {});
  ASSERT_TRUE(locked);
  if (!locked->out.starts_with("%PDF-")) GTEST_SKIP() << "qpdf is not installed";
  const auto r = read_document(locked->out, "a.pdf");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().message(), "a.pdf: the PDF needs a password (open it with its password and print it to a new PDF)");
  EXPECT_EQ(r.error().cause, Cause::locked);
}

TEST(Pdf, ImagesOnly) {
  const auto r = read_document(kEmptyPage, "a.pdf");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::no_text_layer) << r.error().message();
}

TEST(Pdf, LimitsOfTheHelper) {
  IntakeLimits limits;
  limits.pdf.output = 100;
  EXPECT_EQ(read_pdf(kEmptyPage, "a.pdf", limits).error().cause, Cause::too_large);
  limits.pdf = {};
  limits.pdf.time = std::chrono::milliseconds(0);
  const auto r = read_pdf(kEmptyPage, "a.pdf", limits);
  EXPECT_EQ(r.error().cause, Cause::timed_out);
  EXPECT_EQ(r.error().place.file, "a.pdf");
}

TEST(Pdf, ToolMissing) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto r = read_pdf(kEmptyPage, "a.pdf");
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().message(),
            "a.pdf: PDF is read with pdftotext, which is not installed (install poppler-utils: apt-get install poppler-utils)");
}

}  // namespace
}  // namespace fengbiao
