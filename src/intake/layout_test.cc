#include "intake/layout.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

void expect_same_after_keeping(const Document& document) {
  Document again = document_from_text(document.text, document.file);
  ASSERT_TRUE(apply_layout(again, layout_json(document)));
  EXPECT_EQ(again.media_type, document.media_type);
  EXPECT_EQ(again.encoding, document.encoding);
  EXPECT_EQ(again.pages, document.pages);
  EXPECT_EQ(again.has_layout, document.has_layout);
  ASSERT_EQ(again.lines.size(), document.lines.size());
  for (std::size_t i = 0; i < again.lines.size(); ++i) {
    const Line &a = again.lines[i], &b = document.lines[i];
    EXPECT_EQ(a.span, b.span);
    EXPECT_EQ(a.page, b.page) << i;
    EXPECT_EQ(a.role, b.role);
    EXPECT_EQ(a.level, b.level);
    EXPECT_EQ(a.indent, b.indent);
    EXPECT_EQ(a.gap, b.gap);
    EXPECT_EQ(a.size, b.size);
    EXPECT_EQ(a.right, b.right);
  }
}

TEST(Layout, PlainTextIsATinyObject) {
  const Document document = read_text("一\n二\n", "a.txt").value();
  EXPECT_EQ(layout_json(document), R"({"type":"text/plain","encoding":"UTF-8"})");
  expect_same_after_keeping(document);
}

TEST(Layout, FormFeeds) {
  const Document document = read_text("一\n\f二\n\f\f三\n", "a.txt").value();
  EXPECT_EQ(layout_json(document), R"({"type":"text/plain","encoding":"UTF-8","pages":4,"starts":[1,2,3,3]})");
  expect_same_after_keeping(document);
}

TEST(Layout, RolesAndMeasures) {
  expect_same_after_keeping(read_html("<h2>甲</h2><p>乙<ul><li>丙</ul><pre>x\n\ny</pre>", "a.html").value());
  Document document = document_from_text("a\nb\n\nc\n", "a.pdf");
  document.media_type = "application/pdf";
  document.pages = 3;
  document.has_layout = true;
  document.lines[0].page = 1;
  document.lines[1].page = document.lines[2].page = document.lines[3].page = 3;
  document.lines[0].indent = in_hundredths(2.004);
  document.lines[1].gap = in_hundredths(0.33333);
  document.lines[3].right = in_hundredths(17.999);
  document.lines[3].role = LineRole::page_furniture;
  EXPECT_EQ(
      layout_json(document),
      R"({"type":"application/pdf","encoding":"UTF-8","pages":3,"layout":1,"starts":[1,2,2],"lines":[[1,0,0,200],[2,0,0,0,33],[4,5,0,0,0,0,1800]]})");
  expect_same_after_keeping(document);
}

TEST(Layout, FormFeedsOfOtherFormatsAreNoPages) { expect_same_after_keeping(read_html("<pre>a\fb</pre>", "a.html").value()); }

TEST(Layout, OddNumbersAreTamed) {
  EXPECT_EQ(in_hundredths(0.0 / 0.0), 0);
  EXPECT_EQ(in_hundredths(1e30), 10'000);
  EXPECT_EQ(in_hundredths(-0.126), -0.13f);
}

TEST(Layout, DamageIsSeenAndChangesNothing) {
  const Document before = document_from_text("a\nb\n", "a");
  for (const char* json : {"",
                           "{",
                           "{}",
                           "[]",
                           "{\"type\":\"x\"",
                           "{\"type\":\"x\"}x",
                           "{\"type\":\"x\",\"lines\":[[3,1]]}",
                           "{\"lines\":[[1,9]]}",
                           "{\"lines\":[[1,1,7]]}",
                           "{\"lines\":[[0,1]]}",
                           "{\"lines\":[[1,1,0,0,0,0,0,0]]}",
                           "{\"lines\":[[1,1,0,99999999]]}",
                           "{\"starts\":[0]}",
                           "{\"starts\":[2,1]}",
                           "{\"starts\":[9]}",
                           "{\"pages\":-1}",
                           "{\"pages\":99999999999}",
                           "{\"other\":1}",
                           "{\"layout\":0}",
                           "{\"type\":\"a\\\"b\"}"}) {
    Document document = before;
    const auto r = apply_layout(document, json);
    ASSERT_FALSE(r) << json;
    EXPECT_EQ(r.error().cause, Cause::damaged);
    EXPECT_EQ(layout_json(document), layout_json(before));
  }
}

}  // namespace
}  // namespace fengbiao
