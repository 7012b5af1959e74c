#include "bulletin/ink.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

float blank_em(std::string_view blanks) {
  float em = 0;
  for (std::size_t i = 0; i < blanks.size();) {
    const Decoded d = decode(blanks, i);
    em += d.code == 0x3000 || d.code == 0x2003 ? 1.0f : d.code == '\t' ? 2.0f : 0.5f;
    i += d.size;
  }
  return em;
}

// The edge of the text block is no indent: the smallest that is common among the wider lines.
void subtract_usual_indent(std::vector<Ink>& inks) {
  std::array<std::uint32_t, 64> wide{}, every{};
  std::uint32_t n = 0;
  for (const Ink& ink : inks) {
    const auto half_ems = static_cast<std::size_t>(std::clamp(ink.indent * 2, 0.0f, 63.0f));
    ++every[half_ems];
    if (ink.width < 24) continue;
    ++wide[half_ems];
    ++n;
  }
  const bool enough = n >= 8;
  const auto& counts = enough ? wide : every;
  const std::size_t all = enough ? n : inks.size();
  const auto edge = std::find_if(counts.begin(), counts.end(), [&](std::uint32_t count) { return std::size_t{count} * 20 >= all * 3; });
  if (edge == counts.begin() || edge == counts.end()) return;
  const auto usual = static_cast<float>(edge - counts.begin()) / 2;
  for (Ink& ink : inks) ink.indent = std::max(0.0f, ink.indent - usual);
}

// What a setter cannot part: a Latin word or number, a character with its opening marks before and closing marks behind it.
float head_width(std::string_view s) {
  float width = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < s.size() && width < 40;) {
    const Decoded d = decode(s, i);
    const bool kept = before == 0 || opens(before) || closes(d.code) || is_comma(d.code) || ends_paragraph(d.code) ||
                      (!is_wide(before) && !is_wide(d.code));
    if (is_blank(d.code) || !kept) break;
    width += is_wide(d.code) ? 1.0f : 0.5f;
    before = d.code;
    i += d.size;
  }
  return width;
}

}  // namespace

void look(Ink& ink, std::string_view text) {
  const std::string_view s = slice(text, ink.span);
  ink.width = 0;
  ink.first = ink.last = 0;
  ink.ended = ink.comma = ink.stop_inside = ink.open = false;
  int depth = 0;
  bool previous_wide = false, stopped = false;
  char32_t last_open = 0, final = 0;
  for (std::size_t i = 0; i < s.size();) {
    const Decoded d = decode(s, i);
    const char32_t c = d.code;
    i += d.size;
    if (c >= 0x4E00 && c <= 0x9FFF) {  // most of the text
      previous_wide = true;
      ink.width += 1.0f;
      if (ink.first == 0) ink.first = c;
      ink.stop_inside |= stopped;
      ink.last = final = c;
      stopped = false;
      continue;
    }
    if (is_blank(c)) {
      if (c == 0x3000) {
        ink.width += 1;
      } else {
        const bool next_wide = i < s.size() && is_wide(decode(s, i).code);
        ink.width += previous_wide != next_wide ? 0.25f : 0.5f;
      }
      continue;
    }
    previous_wide = is_wide(c);
    ink.width += previous_wide ? 1.0f : 0.5f;
    if (ink.first == 0) ink.first = c;
    final = c;
    if (closes(c)) {
      if (depth > 0) --depth;
    } else {
      if (opens(c)) {
        ++depth;
        last_open = c;
      }
      if (stopped) ink.stop_inside = true;
      ink.last = c;
      stopped = is_stop(c);
    }
  }
  const bool latin_stop = ink.last == '.' && ink.width > 12;
  ink.ended = ends_paragraph(ink.last) || latin_stop;
  ink.comma = is_comma(ink.last);
  ink.open = depth > 0 && last_open != 0;
  ink.head = head_width(s);
  ink.hangs = ink.ended || ink.comma || closes(final);
}

std::vector<Ink> ink_of(const Document& document) {
  std::vector<Ink> inks;
  const std::string_view text = document.text;
  std::uint16_t gap = 0;
  for (std::size_t n = 0; n < document.lines.size(); ++n) {
    const Line& line = document.lines[n];
    const Span trimmed = trim(text, line.span);
    if (trimmed.empty()) {
      if (gap < 0xFFFF) ++gap;
      continue;
    }
    Ink ink;
    ink.line = static_cast<std::uint32_t>(n + 1);
    ink.span = trimmed;
    ink.gap = gap;
    gap = 0;
    ink.indent = document.has_layout ? line.indent : blank_em(text.substr(line.span.begin, trimmed.begin - line.span.begin));
    ink.trailing = static_cast<std::uint16_t>(std::min<std::uint32_t>(line.span.end - trimmed.end, 0xFFFF));
    ink.above = line.gap;
    ink.right = line.right;
    ink.size = document.has_layout ? line.size : 1.0f;
    ink.page = line.page;
    ink.role = line.role;
    ink.level = line.level;
    look(ink, text);
    inks.push_back(ink);
  }
  if (!document.has_layout) subtract_usual_indent(inks);
  return inks;
}

}  // namespace fengbiao
