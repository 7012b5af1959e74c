#include "base/digits.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Digits, AsAFormatterWritesThem) {
  for (const int value : {0, 7, 10, 99, 100, 2022, 12345, -3, -2022, 2147483647, -2147483647 - 1})
    for (const std::size_t width : {1U, 2U, 4U, 8U}) EXPECT_EQ(to_digits(value, width), fmt::format("{:0{}}", value, width)) << value;
  std::string out = "Q";
  add_digits(out, 3, 1);
  EXPECT_EQ(out, "Q3");
}

TEST(Digits, DaysAndMonths) {
  EXPECT_EQ(iso_day(2022, 8, 5), "2022-08-05");
  EXPECT_EQ(iso_month(987, 12), "0987-12");
}

}  // namespace
}  // namespace fengbiao
