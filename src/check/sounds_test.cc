#include "check/sounds.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::uint32_t unit(char32_t c) { return static_cast<std::uint32_t>(c); }

TEST(Sounds, TellsWhatSoundsOrLooksAlike) {
  const auto sounds = Sounds::load(DataSet::built_in(), {"未末"});
  ASSERT_TRUE(sounds) << sounds.error().message();
  EXPECT_EQ(sounds->alike(unit(U'彭'), unit(U'澎')), Alike::same);
  EXPECT_EQ(sounds->alike(unit(U'拜'), unit(U'湃')), Alike::near);
  EXPECT_EQ(sounds->alike(unit(U'张'), unit(U'赞')), Alike::near);
  EXPECT_EQ(sounds->alike(unit(U'未'), unit(U'末')), Alike::near);
  EXPECT_EQ(sounds->alike(unit(U'未'), unit(U'上')), Alike::none);
  EXPECT_EQ(sounds->alike(unit(U'A'), unit(U'上')), Alike::none);
}

TEST(Sounds, WhatIsNearIsCoarselyTheSame) {
  const auto sounds = Sounds::load(DataSet::built_in(), {"未末"});
  ASSERT_TRUE(sounds);
  EXPECT_EQ(sounds->coarse("彭拜新闻"), sounds->coarse("澎湃新闻"));
  EXPECT_EQ(sounds->coarse("未"), sounds->coarse("末"));
  EXPECT_NE(sounds->coarse("澎湃"), sounds->coarse("上海"));
  EXPECT_EQ(sounds->coarse("a，\xFF"), "a，\xFF");
}

}  // namespace
}  // namespace fengbiao
