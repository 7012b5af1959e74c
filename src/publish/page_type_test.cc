#include "publish/page_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace fengbiao {
namespace {

using testing::HasSubstr;

TEST(PageType, OnlyTheCharactersOfThePage) {
  const std::string few = page_type("<p>风标</p>");
  if (few.empty()) GTEST_SKIP() << "fontconfig, HarfBuzz or the fonts are not installed";
  EXPECT_THAT(few, HasSubstr("@font-face { font-family: \"Fengbiao Song\"; font-weight: normal; src: url(data:font/otf;base64,T1RUTw"));
  EXPECT_THAT(few, HasSubstr("font-family: \"Fengbiao Song\"; font-weight: bold"));
  EXPECT_LT(few.size(), 100'000u);  // the whole fonts have some 70 MB
  EXPECT_LT(few.size(), page_type("<p>风标电商观察，第六期：行业资讯、政策法规、数据观察、专家视点、悦读电商</p>").size());
}

TEST(PageType, SamePageSameType) { EXPECT_EQ(page_type("<p>风标</p>"), page_type("<p>风标</p>")); }

TEST(PageType, WithoutTheHelpersNothing) {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nonexistent", 1);
  EXPECT_EQ(page_type("<p>风标</p>"), "");
  setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace fengbiao
