#include "text/first_characters.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::uint8_t kinds_at(const FirstCharacters& first, std::string_view text) {
  std::uint64_t row = 0;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) row = first.row(row, Characters::unit_at(text, at, size));
  return first.kinds(row);
}

TEST(FirstCharacters, WordsBeginWhereTheirFirstCharactersStand) {
  FirstCharacters first(2);
  first.add("澎湃新闻", 1);
  first.add("澎湃", 2);
  first.add("京东集团", 2);
  EXPECT_EQ(kinds_at(first, "澎湃"), 3);
  EXPECT_EQ(kinds_at(first, "据京东"), 2);
  EXPECT_EQ(kinds_at(first, "新闻"), 0);
  FirstCharacters three(3);
  three.add("澎湃新闻", 1);
  EXPECT_EQ(kinds_at(three, "澎湃新"), 1);
  EXPECT_EQ(kinds_at(three, "澎湃"), 0);
}

TEST(FirstCharacters, ShorterWordsBeginNothing) {
  FirstCharacters first(2);
  first.add("好", 1);
  first.add("", 1);
  EXPECT_EQ(kinds_at(first, "好"), 0);
  EXPECT_EQ(kinds_at(first, "好评"), 0);
}

}  // namespace
}  // namespace fengbiao
