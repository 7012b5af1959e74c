#include "publish/spacing.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Spacing, GapWhereChineseMeetsLatinOrDigits) {
  EXPECT_EQ(spaced_html("共5款App上架"), "共<i class=\"q\"></i>5<i class=\"q\"></i>款<i class=\"q\"></i>App<i class=\"q\"></i>上架");
  EXPECT_EQ(spaced_html("占48.5%左右"), "占<i class=\"q\"></i>48.5%<i class=\"q\"></i>左右");
}

TEST(Spacing, NoneBesideBlanksAndPunctuation) {
  EXPECT_EQ(spaced_html("2023 年，“AI”"), "2023 年，“AI”");
  EXPECT_EQ(spaced_html("（3）A&B"), "（3）A&amp;B");
  EXPECT_EQ(spaced_html(""), "");
}

TEST(Spacing, BrokenBytesDoNotStopIt) { EXPECT_EQ(spaced_html("a\xFF").substr(0, 1), "a"); }

}  // namespace
}  // namespace fengbiao
