#include "check/mark_characters.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::vector<MarkCharacter> characters(std::string_view text, Span span) {
  std::vector<MarkCharacter> out;
  mark_characters(text, span, out);
  return out;
}

TEST(MarkCharacters, OneByOneWithTheirPlaces) {
  const auto c = characters("x“甲”", {1, 10});
  ASSERT_EQ(c.size(), 3U);
  EXPECT_EQ(c[0].unit, kOpenQuote);
  EXPECT_EQ(c[1].at, 4U);
  EXPECT_EQ(c[2].size, 3U);
  EXPECT_TRUE(characters("", {0, 0}).empty());
}

TEST(MarkCharacters, NeighboursOverBlanks) {
  const auto c = characters("甲 \u3000乙", {0, 10});
  EXPECT_EQ(before(c, 3), c[0].unit);
  EXPECT_EQ(behind(c, 0), c[3].unit);
  EXPECT_EQ(before(c, 0), 0U);
  EXPECT_EQ(behind(c, 3), 0U);
}

TEST(MarkCharacters, WidthsAndBack) {
  for (const std::uint32_t unit : {0xFF0CU, 0xFF1BU, 0xFF1AU, 0xFF01U, 0xFF1FU}) {
    const std::uint32_t narrow = narrow_form(unit);
    ASSERT_NE(narrow, 0U);
    EXPECT_TRUE(is_narrow_mark(narrow));
    EXPECT_EQ(characters(wide_form(narrow), {0, 3})[0].unit, unit);
  }
  EXPECT_EQ(narrow_form(0x3002), 0U);
  EXPECT_FALSE(is_narrow_mark('.'));
  EXPECT_TRUE(is_wide_latin(0xFF11) && is_latin_unit('a') && is_han_unit(0x7532) && is_blank_unit(0x3000));
}

}  // namespace
}  // namespace fengbiao
