#include "serve/encoding.h"

#include <gtest/gtest.h>

#include "base/compress.h"

namespace fengbiao {
namespace {

TEST(Encoding, TakesTheBestThatTheClientTakes) {
  EXPECT_EQ(best_coding(""), Coding::identity);
  EXPECT_EQ(best_coding("gzip, deflate, br"), Coding::gzip);
  EXPECT_EQ(best_coding("gzip, deflate, br, zstd"), Coding::zstd);
  EXPECT_EQ(best_coding("zstd;q=0, gzip;q=0.5"), Coding::gzip);
  EXPECT_EQ(best_coding("gzip;q=0.000"), Coding::identity);
  EXPECT_EQ(best_coding("identity, *"), Coding::identity);
  EXPECT_EQ(best_coding(",,;;q="), Coding::identity);
}

TEST(Encoding, GivesBackWhatWentIn) {
  const std::string text(10'000, 'x');
  EXPECT_EQ(*decompress(coded(text, Coding::zstd)), text);
  const std::string gzip = coded(text, Coding::gzip);
  EXPECT_EQ(gzip.substr(0, 2), "\x1f\x8b");
  EXPECT_LT(gzip.size(), 200U);
  EXPECT_EQ(coded(text, Coding::identity), text);
}

TEST(Encoding, LeavesSmallAndPackedThingsAlone) {
  EXPECT_FALSE(is_worth_coding("application/json", 100));
  EXPECT_TRUE(is_worth_coding("application/json", 1000));
  EXPECT_FALSE(is_worth_coding("image/png", 100'000));
}

}  // namespace
}  // namespace fengbiao
