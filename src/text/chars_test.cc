#include "text/chars.h"

#include <gtest/gtest.h>

#include "text/punctuation.h"

namespace fengbiao {
namespace {

TEST(Chars, TrimTakesBlanksOfEveryKind) {
  const std::string_view text = "\u3000 \t来源 某网\u00A0\uFEFF\f";
  EXPECT_EQ(slice(text, trim(text, whole(text))), "来源 某网");
  const std::string_view blank = " \u3000\u200B";
  EXPECT_TRUE(trim(blank, whole(blank)).empty());
  EXPECT_TRUE(trim("", {0, 0}).empty());
}

TEST(Chars, TrimStaysWithinItsSpan) {
  const std::string_view text = "一 二 三";
  EXPECT_EQ(slice(text, trim(text, {3, 8})), "二");
}

TEST(Chars, WidthIsInEmOfAChineseCharacter) {
  EXPECT_FLOAT_EQ(em_width("电商"), 2);
  EXPECT_FLOAT_EQ(em_width("abcd"), 2);
  EXPECT_FLOAT_EQ(em_width("电 a 商"), 3);  // a quarter em on each side of Latin
  EXPECT_FLOAT_EQ(em_width("a b"), 1.5f);
  EXPECT_FLOAT_EQ(em_width("\u3000\u3000"), 2);
  EXPECT_FLOAT_EQ(em_width("“电商”，"), 5);
}

TEST(Chars, ColumnsOfATerminal) {
  EXPECT_EQ(columns("电商abc"), 7u);
  EXPECT_EQ(columns("\u200B\u001B"), 0u);
}

TEST(Punctuation, WhatMayEndAParagraph) {
  for (const char32_t c : {U'。', U'！', U'？', U'；', U'：', U'…', U':', U'!'}) EXPECT_TRUE(ends_paragraph(c));
  for (const char32_t c : {U'，', U'、', U'的', U'a', U'）'}) EXPECT_FALSE(ends_paragraph(c));
  EXPECT_TRUE(is_comma(U'、') && is_comma(U',') && !is_comma(U'。'));
}

TEST(Punctuation, WhatOpensCloses) {
  constexpr std::u32string_view kPairs = U"《》“”‘’（）()【】「」『』〝〞";
  for (std::size_t i = 0; i < kPairs.size(); i += 2) {
    EXPECT_TRUE(opens(kPairs[i]) && !closes(kPairs[i])) << i;
    EXPECT_TRUE(closes(kPairs[i + 1]) && !opens(kPairs[i + 1])) << i;
  }
}

}  // namespace
}  // namespace fengbiao
