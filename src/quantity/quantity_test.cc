#include "quantity/quantity.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Quantity, NormalForm) {
  Quantity q;
  q.value = 1.5e8;
  q.unit = "CNY";
  q.approx = Approx::above;
  EXPECT_TRUE(same_normal_form(normal_form(q), "1.5e8 CNY >"));
  q.value_max = 2e8;
  q.approx = Approx::exact;
  EXPECT_TRUE(same_normal_form(normal_form(q), "1.5e8..2e8 CNY"));
  EXPECT_EQ(normal_form(Quantity{}), "0 -");
}

TEST(Quantity, NormalFormsAreComparedAsNumbers) {
  EXPECT_TRUE(same_normal_form("1.2e12 CNY", "1200000000000 CNY"));
  EXPECT_TRUE(same_normal_form("0.333333 -", "0.33333333333 -"));
  EXPECT_FALSE(same_normal_form("1.2e12 CNY", "1.2e12 CNY >"));
  EXPECT_FALSE(same_normal_form("1.2e12 CNY", "1.2e12 USD"));
  EXPECT_FALSE(same_normal_form("10 个", "10..15 个"));
  EXPECT_FALSE(same_normal_form("", "1 -"));
}

TEST(Quantity, Names) {
  EXPECT_EQ(name_of(UnitKind::points_of_percent), "points_of_percent");
  EXPECT_EQ(mark_of(Approx::about), '~');
  EXPECT_EQ(mark_of(Approx::exact), '=');
}

}  // namespace
}  // namespace fengbiao
