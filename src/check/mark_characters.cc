#include "check/mark_characters.h"

#include "text/characters.h"

namespace fengbiao {

void mark_characters(std::string_view text, Span span, std::vector<MarkCharacter>& out) {
  out.clear();
  out.reserve(span.size() / 2);
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t size = 0;
    const std::uint32_t unit = Characters::unit_at(text, at, size);
    out.push_back({unit, at, size});
    at += size;
  }
}

std::uint32_t narrow_form(std::uint32_t unit) {
  switch (unit) {
    case 0xFF0C: return ',';
    case 0xFF1B: return ';';
    case 0xFF1A: return ':';
    case kExclamation: return '!';
    case kQuestion: return '?';
    default: return 0;
  }
}
std::string_view wide_form(std::uint32_t unit) {
  switch (unit) {
    case ',': return "\xEF\xBC\x8C";
    case ';': return "\xEF\xBC\x9B";
    case ':': return "\xEF\xBC\x9A";
    case '!': return "\xEF\xBC\x81";
    case '?': return "\xEF\xBC\x9F";
    default: return "";
  }
}

std::uint32_t before(const std::vector<MarkCharacter>& c, std::size_t i) {
  while (i > 0 && is_blank_unit(c[i - 1].unit)) --i;
  return i > 0 ? c[i - 1].unit : 0;
}
std::uint32_t behind(const std::vector<MarkCharacter>& c, std::size_t i) {
  for (++i; i < c.size() && is_blank_unit(c[i].unit);) ++i;
  return i < c.size() ? c[i].unit : 0;
}

}  // namespace fengbiao
