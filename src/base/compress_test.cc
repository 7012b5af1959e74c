#include "base/compress.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Compress, GoesRound) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "网上零售额 " + std::to_string(i) + "\n";
  const std::string packed = compress(text);
  EXPECT_LT(packed.size(), text.size() / 4);
  EXPECT_EQ(decompress(packed).value(), text);
  EXPECT_EQ(decompress(compress("")).value(), "");
}

TEST(Compress, SameBytesOut) { EXPECT_EQ(compress("一二三"), compress("一二三")); }

TEST(Compress, DamageIsSeen) {
  const std::string packed = compress(std::string(100'000, 'x') + "end");
  EXPECT_EQ(decompress("").error().cause, Cause::damaged);
  EXPECT_EQ(decompress("no zstd at all").error().cause, Cause::damaged);
  EXPECT_EQ(decompress(packed.substr(0, packed.size() - 3)).error().cause, Cause::damaged);
}

TEST(Compress, LimitHolds) {
  const std::string packed = compress(std::string(1000, 'x'));
  EXPECT_TRUE(decompress(packed, 1000));
  EXPECT_FALSE(decompress(packed, 999));
}

}  // namespace
}  // namespace fengbiao
