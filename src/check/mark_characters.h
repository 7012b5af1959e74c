// The characters of a part of a text, one by one, and what kind of mark each is: what the checks of marks walk over.
//
//   for (const MarkCharacter& c : printed.characters(part)) ... c.unit == kOpenQuote ... before(characters, i)
//
// No part of a text is judged here. Tested by mark_characters_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/printed_text.h"
#include "text/chars.h"

namespace fengbiao {

constexpr std::uint32_t kOpenQuote = 0x201C, kCloseQuote = 0x201D, kOpenSingle = 0x2018, kCloseSingle = 0x2019;
constexpr std::uint32_t kWideQuote = 0xFF02, kWideOpen = 0xFF08, kWideClose = 0xFF09, kWidePercent = 0xFF05;
constexpr std::uint32_t kStop = 0x3002, kExclamation = 0xFF01, kQuestion = 0xFF1F;

void mark_characters(std::string_view text, Span span, std::vector<MarkCharacter>& out);

inline bool is_han_unit(std::uint32_t unit) { return is_han(static_cast<char32_t>(unit)); }
inline bool is_blank_unit(std::uint32_t unit) { return is_blank(static_cast<char32_t>(unit)); }
constexpr bool is_digit_unit(std::uint32_t unit) { return unit >= '0' && unit <= '9'; }
constexpr bool is_latin_unit(std::uint32_t unit) {
  return is_digit_unit(unit) || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
}
constexpr bool is_wide_latin(std::uint32_t unit) {
  return (unit >= 0xFF10 && unit <= 0xFF19) || (unit >= 0xFF21 && unit <= 0xFF3A) || (unit >= 0xFF41 && unit <= 0xFF5A);
}
constexpr bool is_wide_mark(std::uint32_t unit) { return unit >= 0x3001 && unit <= 0x303F; }

// The half-width form of a comma, semicolon, colon, exclamation or question mark; 0 of anything else. And back, as text.
std::uint32_t narrow_form(std::uint32_t unit);
std::string_view wide_form(std::uint32_t unit);
inline bool is_narrow_mark(std::uint32_t unit) { return !wide_form(unit).empty(); }

// The character before or behind number `i` that is no blank; 0 where there is none.
std::uint32_t before(const std::vector<MarkCharacter>& characters, std::size_t i);
std::uint32_t behind(const std::vector<MarkCharacter>& characters, std::size_t i);

}  // namespace fengbiao
