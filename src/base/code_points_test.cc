#include "base/code_points.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(CodePoints, EveryByteIsTakenOnce) {
  EXPECT_EQ(code_points("a网𠮷"), U"a网𠮷");
  EXPECT_EQ(code_points("\xFF网\xE7\xBD"), U"\uFFFD网\uFFFD\uFFFD");
  EXPECT_EQ(code_points(""), U"");
}

TEST(CodePoints, DistanceEndsWhereItIsTooFar) {
  EXPECT_EQ(edit_distance(U"网络零售额", U"网路零售额", 3), 1u);
  EXPECT_EQ(edit_distance(U"", U"网络", 3), 2u);
  EXPECT_EQ(edit_distance(U"网络零售额", U"快递业务量", 2), 3u);
}

}  // namespace
}  // namespace fengbiao
