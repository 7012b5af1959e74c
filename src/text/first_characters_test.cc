#include "text/first_characters.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(FirstCharacters, NeverMissesAWord) {
  FirstCharacters first;
  first.add("澎湃新闻");
  EXPECT_TRUE(first.may_begin("据澎湃新闻报道", 3));
  EXPECT_FALSE(first.may_begin("据澎湃新闻报道", 0));
  EXPECT_FALSE(first.may_begin("澎", 0));
  EXPECT_FALSE(first.may_begin("", 0));
}

TEST(FirstCharacters, AShortWordMayBeginAnywhere) {
  FirstCharacters first;
  first.add("京");
  EXPECT_TRUE(first.may_begin("南京", 3));
}

}  // namespace
}  // namespace fengbiao
