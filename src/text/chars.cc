#include "text/chars.h"

#include <cstring>

#include "base/utf8.h"

namespace fengbiao {

Span trim_blanks(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const Decoded d = decode(text, span.begin);
    if (!is_blank(d.code)) break;
    span.begin += d.size;
  }
  std::uint32_t end = span.begin;
  for (std::uint32_t i = span.end; i > span.begin;) {  // walk back over whole code points
    std::uint32_t start = i - 1;
    while (start > span.begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const Decoded d = decode(text, start);
    if (!is_blank(d.code)) {
      end = i;
      break;
    }
    i = start;
  }
  span.end = end;
  return span;
}

float em_width(std::string_view text) {
  float width = 0;
  bool previous_wide = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.size;
    if (d.code == 0x3000) {
      width += 1;
    } else if (is_blank(d.code)) {
      const bool next_wide = i < text.size() && is_wide(decode(text, i).code);
      width += previous_wide != next_wide ? 0.25f : 0.5f;
    } else {
      previous_wide = is_wide(d.code);
      width += previous_wide ? 1.0f : 0.5f;
    }
  }
  return width;
}

std::size_t find_in(std::string_view text, std::string_view word, std::size_t from) {
  if (from > text.size()) return text.npos;
  const void* at = memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) : text.npos;
}

std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.size;
    if (d.code == 0x3000) n += 2;
    else if (d.code >= 0x20 && !(d.code >= 0x200B && d.code <= 0x200D) && d.code != 0xFEFF) n += is_wide(d.code) ? 2 : 1;
  }
  return n;
}

}  // namespace fengbiao
