#include "decide/value.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Value, DaysGoThereAndBack) {
  for (int day = day_number({1, 1, 1}); day <= day_number({9999, 12, 31}); day += 17) ASSERT_EQ(day_number(date_of_day(day)), day);
  EXPECT_EQ(date_of_day(0), (Date{1970, 1, 1}));
}

TEST(Value, MonthsAreCutToTheirLength) {
  const auto later = [](const Date& from, int months) { return date_of_day(months_later(day_number(from), months)); };
  EXPECT_EQ(later({2023, 8, 31}, 6), (Date{2024, 2, 29}));
  EXPECT_EQ(later({2022, 8, 31}, 6), (Date{2023, 2, 28}));
  EXPECT_EQ(later({2023, 1, 15}, -1), (Date{2022, 12, 15}));
  EXPECT_EQ(later({2023, 12, 31}, 2), (Date{2024, 2, 29}));
  EXPECT_EQ(later({2024, 3, 31}, -13), (Date{2023, 2, 28}));
}

TEST(Value, NumbersAreExact) {
  EXPECT_EQ(number_from("4800.5"), 48'005'000);
  EXPECT_EQ(number_from("-0.0001"), -1);
  EXPECT_EQ(number_from("21000.01"), 210'000'100);
  EXPECT_EQ(number_text(48'005'000), "4800.5");
  EXPECT_EQ(number_text(-1), "-0.0001");
  EXPECT_EQ(number_text(50'000'000), "5000");
  for (const char* wrong : {"", "-", ".5", "5.", "1e3", "1,000", "0.00001", "1000000000000000", "+1", " 1", "1 "})
    EXPECT_FALSE(number_from(wrong)) << wrong;
}

TEST(Value, TypesHaveTheirNames) {
  for (const FactType type : {FactType::flag, FactType::choice, FactType::number, FactType::date})
    EXPECT_EQ(fact_type_named(name_of(type)), type);
  EXPECT_FALSE(fact_type_named("money"));
}

}  // namespace
}  // namespace fengbiao
