#include "base/printable.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Printable, TextStaysAsItIs) { EXPECT_EQ(printable("直播 ok ０１ 𠮷"), "直播 ok ０１ 𠮷"); }

TEST(Printable, ControlCharactersBecomeVisible) {
  EXPECT_EQ(printable("a\x1b[2Jb\x7f\n\t"), "a\\x1b[2Jb\\x7f\\x0a\\x09");
  EXPECT_EQ(printable(std::string("\0", 1)), "\\x00");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\\x9b31m");  // the one-byte CSI of C1
  EXPECT_EQ(printable("\xC2\xA0"), "\xC2\xA0");
}

TEST(Printable, NewlinesOnRequest) { EXPECT_EQ(printable("a\n\tb\r\x1b", true), "a\n\tb\\x0d\\x1b"); }

TEST(Printable, BrokenUtf8) { EXPECT_EQ(printable("a\xFF\x9B"), "a\xEF\xBF\xBD\xEF\xBF\xBD"); }

}  // namespace
}  // namespace fengbiao
