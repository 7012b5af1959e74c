#include "search/search_text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace fengbiao {
namespace {

TEST(SearchText, folds_what_differs_in_print_only) {
  EXPECT_EQ(search_text("ＡＰＰ 的發展\u3000報告"), "app的发展报告");
  EXPECT_EQ(search_text("App  Store 上"), "app store上");
  EXPECT_EQ(search_text("“電商”（２０２２）"), "\"电商\"(2022)");
  EXPECT_EQ(search_text("网上零\n售额 增长 5 %"), "网上零售额增长5%");
  EXPECT_EQ(search_text("Éclair ÉTÉ 店"), "éclair été店");
}

TEST(SearchText, says_where_each_byte_comes_from) {
  const std::string text = " ＯＫ 的 發展\n了 ";
  Folded out;
  search_text(text, out);
  EXPECT_EQ(out.text, "ok的发展了");
  ASSERT_EQ(out.origin.size(), out.text.size() + 1);
  const std::size_t at = out.text.find("发展");
  EXPECT_EQ(slice(text, out.original(at, at + 3)), "發");
  EXPECT_EQ(slice(text, out.original(0, 1)), "Ｏ");
  EXPECT_EQ(out.origin.back(), text.size());
}

TEST(SearchText, form_of_a_form_is_itself) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    const char32_t once = search_form(c);
    if (once == 0) continue;
    ASSERT_EQ(search_form(once), once) << std::hex << static_cast<std::uint32_t>(c);
  }
  const std::string form = search_text("ＡＰＰ iPhone 14 Pro 發 展，a  b\t中");
  EXPECT_EQ(search_text(form), form);
}

TEST(SearchText, takes_any_bytes) {
  EXPECT_EQ(search_text(""), "");
  EXPECT_EQ(search_text(" \n\u200B"), "");
  EXPECT_EQ(search_text("\xFF电\xE5"), "\uFFFD电\uFFFD");
}

}  // namespace
}  // namespace fengbiao
