#include "collect/moment.h"

#include <gtest/gtest.h>

#include <ostream>

namespace fengbiao {
namespace {

struct Shape {
  const char *written, *day;  // an empty day: none
};

void PrintTo(const Shape& shape, std::ostream* out) { *out << shape.written; }

class DayTold : public testing::TestWithParam<Shape> {};

TEST_P(DayTold, AsItIsWritten) { EXPECT_EQ(day_told(GetParam().written).value_or(""), GetParam().day) << GetParam().written; }

INSTANTIATE_TEST_SUITE_P(
    Shapes, DayTold,
    testing::Values(Shape{"Sun, 05 Mar 2023 08:30:00 GMT", "2023-03-05"}, Shape{"Sun, 05 Mar 2023 23:30:00 GMT", "2023-03-06"},
                    Shape{"05 Mar 2023 23:30:00 +0800", "2023-03-05"}, Shape{"2023-03-05T23:30:00Z", "2023-03-06"},
                    Shape{"2023-03-05T23:30:00+08:00", "2023-03-05"}, Shape{"2023-03-05 23:30", "2023-03-05"},
                    Shape{"Sun Mar  5 08:30:00 2023", "2023-03-05"}, Shape{"March 5, 2023", "2023-03-05"}, Shape{"2023/3/5", "2023-03-05"},
                    Shape{"20230305", "2023-03-05"}, Shape{"1677976200", "2023-03-05"}, Shape{"1677976200000", "2023-03-05"},
                    Shape{"2023年3月5日 08:30", "2023-03-05"}, Shape{"发布时间：2023.03.05", "2023-03-05"}, Shape{"2023-02-29", ""},
                    Shape{"2023-13-01", ""}, Shape{"2024-02-29", "2024-02-29"}, Shape{"", ""}, Shape{"yesterday", ""}, Shape{"3-5", ""}));

TEST(Moment, ThereAndBack) {
  EXPECT_EQ(moment_text(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(moment_seconds("2023-03-05T08:00:00Z"), 1678003200);
  EXPECT_EQ(moment_text(1678003200), "2023-03-05T08:00:00Z");
  for (const char* wrong : {"", "soon", "2023-02-30T08:00:00Z"}) EXPECT_FALSE(moment_seconds(wrong)) << wrong;
}

}  // namespace
}  // namespace fengbiao
