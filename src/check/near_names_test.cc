#include "check/near_names.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(NearNames, ANameThatSoundsLikeAKnownOne) {
  EXPECT_EQ(marks_of("near-name", "题目\n据“彭拜新闻”报道，仓库建成。"), std::vector<std::string>{"彭拜新闻"});
  EXPECT_TRUE(marks_of("near-name", "题目\n据“澎湃新闻”报道，仓库建成。").empty());
}

TEST(NearNames, OnlyWhereItIsSetOffAsAName) { EXPECT_TRUE(marks_of("near-name", "题目\n大家彭拜新闻一样地忙。").empty()); }

TEST(NearNames, NothingAtAllAndHostileText) {
  EXPECT_TRUE(marks_of("near-name", "").empty());
  std::string text = "题目\n";
  for (int i = 0; i < 20000; ++i) text += "“彭拜";
  EXPECT_TRUE(marks_of("near-name", text).empty());
}

TEST(NearNames, WhatIsWrongInTheirDataIsSaid) {
  EXPECT_EQ(said_of_broken("check/near_names.yaml", "before: [据]\nafter: {a: b}\n").substr(0, 17), "near_names.yaml:2");
}

}  // namespace
}  // namespace fengbiao
