// Classes of characters that reading needs: blanks, how wide a character is printed, closing marks. Widths are in em of a
// Chinese character, as a proportional setting prints them: Chinese 1, Latin and digits about a half.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"

namespace fengbiao {

// White space of every kind, zero-width marks and the byte order mark among them.
constexpr bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

constexpr bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD) ||
         c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D) || (c >= 0x2460 && c <= 0x24FF) || c == 0x25CF;
}

constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

// `span` of `text` without blanks at its ends; empty (begin == end) when there is nothing else.
Span trim_blanks(std::string_view text, Span span);
inline Span trim(std::string_view text, Span span) {
  // Most ends are Latin letters, digits or common Chinese characters.
  const auto byte = [&](std::uint32_t at) { return static_cast<unsigned char>(text[at]); };
  const auto plain = [](unsigned char first) { return (first > ' ' && first < 0x80) || (first >= 0xE4 && first <= 0xE9); };
  if (!span.empty() && plain(byte(span.begin)) &&
      (byte(span.end - 1) < 0x80 ? byte(span.end - 1) > ' ' : span.size() >= 3 && byte(span.end - 3) >= 0xE4 && byte(span.end - 3) <= 0xE9))
    return span;
  return trim_blanks(text, span);
}
inline Span whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

// Width in em. A blank between a Chinese character and a Latin one is the quarter em that setters put there.
float em_width(std::string_view text);

// Like text.find(word, from), fast for Chinese, whose characters share their first bytes.
std::size_t find_in(std::string_view text, std::string_view word, std::size_t from = 0);

// Columns of a terminal: two for a wide character.
std::size_t columns(std::string_view text);

}  // namespace fengbiao
