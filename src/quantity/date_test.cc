#include "quantity/date.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

const DateReader& reader() {
  static const DateReader made = DateReader::load(DataSet::built_in()).value();
  return made;
}
std::string first(std::string_view text) {
  const auto found = reader().find(folded(text));
  return found ? found->date.iso() : "none";
}

TEST(Date, ReadsTheFormsThatArePrinted) {
  EXPECT_EQ(first("编辑部 2022 年 12 月 01 日"), "2022-12-01");
  EXPECT_EQ(first("2023年3月4日"), "2023-03-04");
  EXPECT_EQ(first("二〇二三年十二月二十一日"), "2023-12-21");
  EXPECT_EQ(first("二○二三年三月十日"), "2023-03-10");
  EXPECT_EQ(first("２０２３－０３－０４"), "2023-03-04");
  EXPECT_EQ(first("2023/3/4"), "2023-03-04");
  EXPECT_EQ(first("2023.3.4"), "2023-03-04");
  EXPECT_EQ(first("2023 年 3 ⽉ 4 ⽇"), "2023-03-04");
}

TEST(Date, WhatIsNoDay) {
  EXPECT_EQ(first("12月1日"), "none");
  EXPECT_EQ(first("2022年2月30日"), "none");
  EXPECT_EQ(first("2022-13-01"), "none");
  EXPECT_EQ(first("版本 12023.3.45"), "none");
  EXPECT_EQ(first("来源于各地"), "none");
}

TEST(Date, TheFirstOneThatIsReal) {
  const std::string text = folded("从2023年2月30日到2023年3月1日和2023年4月1日");
  const auto found = reader().find(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->date.iso(), "2023-03-01");
  EXPECT_EQ(slice(text, found->span), "2023年3月1日");
  EXPECT_EQ(reader().find(text, found->span.end)->date.iso(), "2023-04-01");
}

TEST(Date, LeapYears) {
  EXPECT_TRUE(is_real_date(2024, 2, 29) && is_real_date(2000, 2, 29));
  EXPECT_FALSE(is_real_date(2023, 2, 29) || is_real_date(1900, 2, 29) || is_real_date(2023, 0, 1) || is_real_date(2023, 4, 31));
}

TEST(Date, IsoThereAndBack) {
  EXPECT_EQ(date_from_iso("2023-03-04")->iso(), "2023-03-04");
  for (const char* bad : {"2023-3-4", "2023-02-30", "2023/03/04", "2023-03-04 ", "+023-03-04", ""}) EXPECT_FALSE(date_from_iso(bad)) << bad;
}

TEST(Date, SmallNumbersInAnyDigits) {
  const auto number = [](std::string_view text) { return reader().small_number(folded(text)).value_or(-1); };
  EXPECT_EQ(number("23"), 23);
  EXPECT_EQ(number("二十三"), 23);
  EXPECT_EQ(number("十"), 10);
  EXPECT_EQ(number("一百二十六"), 126);
  EXPECT_EQ(number("二〇二三"), 2023);
  EXPECT_EQ(number("1 2 6"), 126);
  for (const char* bad : {"", "abc", "1234567", "第三"}) EXPECT_EQ(number(bad), -1) << bad;
}

}  // namespace
}  // namespace fengbiao
