#include "check/figure_scene.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(FigureScene, WritesPlainNumbers) {
  EXPECT_EQ(plain_number(68.5714, 2), "68.57");
  EXPECT_EQ(plain_number(174.2, 3), "174.2");
  EXPECT_EQ(plain_number(100, 2), "100");
  EXPECT_EQ(plain_number(-0.0001, 1), "0");
}

}  // namespace
}  // namespace fengbiao
