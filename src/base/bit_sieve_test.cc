#include "base/bit_sieve.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(BitSieve, HasWhatWasAddedAndFewOthers) {
  BitSieve sieve(14);
  for (std::uint64_t key = 0; key < 1000; ++key) sieve.add(key * 3);
  std::size_t strangers = 0;
  for (std::uint64_t key = 0; key < 1000; ++key) {
    EXPECT_TRUE(sieve.may_have(key * 3));
    strangers += sieve.may_have(key * 3 + 1);
  }
  EXPECT_LT(strangers, 200u);
}

TEST(BitSieve, BeginsEmpty) {
  const BitSieve sieve(6);
  for (std::uint64_t key = 0; key < 100; ++key) EXPECT_FALSE(sieve.may_have(key));
}

}  // namespace
}  // namespace fengbiao
