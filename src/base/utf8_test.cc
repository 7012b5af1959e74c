#include "base/utf8.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

// The slow, obvious twin: RFC 3629's table of well-formed sequences, row by row.
bool well_formed(std::string_view s) {
  const auto in = [&](std::size_t i, int low, int high) {
    return i < s.size() && static_cast<unsigned char>(s[i]) >= low && static_cast<unsigned char>(s[i]) <= high;
  };
  const auto tail = [&](std::size_t i) { return in(i, 0x80, 0xBF); };
  for (std::size_t i = 0; i < s.size();) {
    if (in(i, 0, 0x7F)) i += 1;
    else if (in(i, 0xC2, 0xDF) && tail(i + 1)) i += 2;
    else if (in(i, 0xE0, 0xE0) && in(i + 1, 0xA0, 0xBF) && tail(i + 2)) i += 3;
    else if (in(i, 0xE1, 0xEC) && tail(i + 1) && tail(i + 2)) i += 3;
    else if (in(i, 0xED, 0xED) && in(i + 1, 0x80, 0x9F) && tail(i + 2)) i += 3;
    else if (in(i, 0xEE, 0xEF) && tail(i + 1) && tail(i + 2)) i += 3;
    else if (in(i, 0xF0, 0xF0) && in(i + 1, 0x90, 0xBF) && tail(i + 2) && tail(i + 3)) i += 4;
    else if (in(i, 0xF1, 0xF3) && tail(i + 1) && tail(i + 2) && tail(i + 3)) i += 4;
    else if (in(i, 0xF4, 0xF4) && in(i + 1, 0x80, 0x8F) && tail(i + 2) && tail(i + 3)) i += 4;
    else return false;
  }
  return true;
}

TEST(Utf8, EveryCodePointGoesRound) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    append_utf8(s, c);
    const Decoded d = decode(s, 0);
    ASSERT_TRUE(d.valid) << std::hex << std::uint32_t(c);
    ASSERT_EQ(d.code, c);
    ASSERT_EQ(d.size, s.size());
  }
}

TEST(Utf8, SurrogatesAndTooLargeBecomeTheReplacement) {
  for (const char32_t c : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string s;
    append_utf8(s, c);
    EXPECT_EQ(s, "\xEF\xBF\xBD");
  }
}

TEST(Utf8, AgreesWithTheTableOnShortStrings) {
  // Bytes at the edges of the ranges of the table: all strings of up to four of them.
  const std::string edges =
      "\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"
      "A";
  std::vector<std::string> strings{""};
  for (int length = 1; length <= 4; ++length) {
    std::vector<std::string> next;
    for (const std::string& s : strings)
      for (const char c : std::string(1, '\0') + edges) next.push_back(s + c);
    for (const std::string& s : next) ASSERT_EQ(!first_malformed(s).has_value(), well_formed(s)) << testing::PrintToString(s);
    strings = std::move(next);
  }
}

TEST(Utf8, TellsWhereItBreaks) {
  EXPECT_EQ(first_malformed("电商 abc 12345678"), std::nullopt);
  EXPECT_EQ(first_malformed("12345678\xFF"), 8u);
  EXPECT_EQ(first_malformed("网\xE7\xBD"), 3u);  // cut in the middle
  EXPECT_EQ(first_malformed(std::string(1000, 'a') + "\xC0\xAF"), 1000u);
}

TEST(Utf8, EveryByteIsPassedOnce) {
  EXPECT_EQ(count_code_points("a网𠮷"), 3u);
  EXPECT_EQ(count_code_points("\xFF\xFE网"), 3u);
  EXPECT_EQ(count_code_points(""), 0u);
}

}  // namespace
}  // namespace fengbiao
