// UTF-8, one code point at a time, never reading past the end: the ground of every loop over text.
// Well-formed means RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. Tested by utf8_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

struct Decoded {
  char32_t code = 0xFFFD;
  std::uint8_t size = 1;  // bytes taken, at least 1, so that a loop always ends
  bool valid = false;
};

// The code point at byte `at` (at < text.size()).
[[gnu::always_inline]] inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const auto tail = [&](std::size_t i) { return i < left && (byte(i) & 0xC0) == 0x80; };
  const unsigned char b0 = byte(0);
  if (b0 < 0x80) return {b0, 1, true};
  if (b0 >= 0xE0 && b0 < 0xF0) {
    if (tail(1) && tail(2)) {
      const char32_t c = (char32_t(b0 & 0x0F) << 12) | (char32_t(byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
      if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3, true};
    }
    return {};
  }
  if (b0 >= 0xC2 && b0 < 0xE0) {
    if (tail(1)) return {(char32_t(b0 & 0x1F) << 6) | (byte(1) & 0x3F), 2, true};
    return {};
  }
  if (b0 >= 0xF0 && b0 < 0xF5 && tail(1) && tail(2) && tail(3)) {
    const char32_t c = (char32_t(b0 & 0x07) << 18) | (char32_t(byte(1) & 0x3F) << 12) | (char32_t(byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4, true};
  }
  return {};
}

// Appends `code` to `out`; a surrogate or a value above U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code);

// Byte offset of the first malformed sequence, or nothing when all of it is well-formed.
std::optional<std::size_t> first_malformed(std::string_view text);

// Number of code points (malformed bytes count one each).
std::size_t count_code_points(std::string_view text);

}  // namespace fengbiao
