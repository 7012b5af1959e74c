#include "register/wording.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Wording, SqueezedWithoutBlanksWidthsAndCapitals) {
  EXPECT_EQ(bare_words("网络 零售额（Ｂ2C）"), "网络零售额(b2c)");
  EXPECT_EQ(bare_words(" \t\n\u3000\u00a0\ufeff"), "");
  EXPECT_EQ(bare_words("\xff网"), "\uFFFD网");
}

TEST(Wording, NearIsAThirdOrAPart) {
  EXPECT_EQ(Nearness("网路零售额").to("网络零售额"), 1u);
  EXPECT_EQ(Nearness("零售额").to("实物商品网上零售额"), 1u);
  EXPECT_EQ(Nearness("额").to("量"), std::nullopt);
  EXPECT_EQ(Nearness("").to(""), std::nullopt);
}

}  // namespace
}  // namespace fengbiao
