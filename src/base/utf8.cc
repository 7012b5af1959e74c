#include "base/utf8.h"

#include <cstring>

namespace fengbiao {

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::optional<std::size_t> first_malformed(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + i, 8);
      if ((word & 0x8080808080808080ULL) == 0) {
        i += 8;
        continue;
      }
    }
    // Chinese is nearly all three-byte sequences; the leads E1..EC have no exceptions behind them.
    while (i + 3 <= text.size()) {
      const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
      if (byte(0) < 0xE1 || byte(0) > 0xEC || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) break;
      i += 3;
    }
    if (i >= text.size()) break;
    const Decoded d = decode(text, i);
    if (!d.valid) return i;
    i += d.size;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).size) ++n;
  return n;
}

}  // namespace fengbiao
