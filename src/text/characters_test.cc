#include "text/characters.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace fengbiao {
namespace {

// The slow twin: decode(), from the front and from the back.
void expect_as_decoded(const std::string& text) {
  const Characters c(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded d = decode(text, at);
    const std::uint32_t want = d.valid ? static_cast<std::uint32_t>(d.code) : 0x110000U + static_cast<unsigned char>(text[at]);
    EXPECT_EQ(c.unit(at), want) << text;
    ASSERT_EQ(c.size(at), d.size) << text;
    for (std::size_t i = 1; i < d.size; ++i) EXPECT_EQ(c.unit(at + i), 0U);
    at += d.size;
    std::uint32_t size = 0;
    EXPECT_EQ(Characters::unit_before(text, at, size), want) << text;
    EXPECT_EQ(size, d.size) << text;
  }
}

TEST(Characters, AsTheyAreDecoded) {
  expect_as_decoded("");
  expect_as_decoded("增长5%，é·𠮷🙂ﬁ。");
  for (const std::string bad : {"\xff", "\xe4", "\xe4\xb8", "上\xe4\xb8", "\xed\xa0\x80", "\xe0\x80\x81", "\xc0\xaf", "\xf4\x90\x80\x80"})
    expect_as_decoded(bad + "a");
}

}  // namespace
}  // namespace fengbiao
