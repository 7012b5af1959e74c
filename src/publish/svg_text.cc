#include "publish/svg_text.h"

#include "base/utf8.h"
#include "publish/template.h"

namespace fengbiao {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x1F000 || c == 0xB7 ||
         c == 0x2014 || c == 0x2026;
}

bool has_no_width(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F); }

double em(char32_t c) {
  if (has_no_width(c)) return 0;
  if (is_wide(c)) return 1;
  if (c == ' ' || c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == 'i' || c == 'l') return 0.32;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%') return 0.93;
  return c >= 'A' && c <= 'Z' ? 0.68 : 0.57;
}

bool turns_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x61C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    width += em(d.code);
    i += d.size;
  }
  return width * size;
}

std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t most) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    // As far as it fits; `word` is the last place before which the line may break.
    double used = 0;
    std::size_t at = begin, word = begin;
    char32_t before = 0;
    const double room = lines.size() + 1 == most ? width - size : width;
    while (at < text.size()) {
      const Decoded d = decode(text, at);
      if (at > begin && (before == ' ' || is_wide(before) || is_wide(d.code))) word = at;
      if (used + em(d.code) * size > room && at > begin) break;
      used += em(d.code) * size;
      before = d.code;
      at += d.size;
    }
    if (at >= text.size() || (lines.size() + 1 == most && text_width(text.substr(begin), size) <= width)) {
      lines.emplace_back(text.substr(begin));
      break;
    }
    if (lines.size() + 1 == most) {
      lines.push_back(std::string(text.substr(begin, at - begin)) + std::string(kEllipsis));
      break;
    }
    const std::size_t end = word > begin ? word : at;
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string svg_escaped(std::string_view text) {
  std::string clean;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    const bool bad = !d.valid || turns_direction(d.code) || (d.code & 0xFFFE) == 0xFFFE || (d.code >= 0x80 && d.code < 0xA0) ||
                     d.code == '\t' || d.code == '\n';
    append_utf8(clean, bad ? (d.code == '\t' || d.code == '\n' ? U' ' : char32_t{0xFFFD}) : d.code);
    i += d.size;
  }
  return escape_html(clean);
}

}  // namespace fengbiao
