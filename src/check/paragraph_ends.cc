#include "check/paragraph_ends.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "text/characters.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kStop = 0x3002, kOpenQuote = 0x201C;
// The Chinese numerals from one to ten.
constexpr std::array<std::uint32_t, 10> kNumerals{0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
// Marks behind the number of an item, and the verbs that follow one without a mark: 一是, 一要.
constexpr std::array<std::uint32_t, 8> kBehindNumbers{'.', ')', 0xFF09, 0xFF0E, 0x3001, ' ', 0x662F, 0x8981};

bool is_letter(std::uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view trimmed(const PrintedText& printed, std::size_t part) {
  const std::string& text = printed.text();
  return slice(text, trim(text, printed.parts()[part].span));
}

bool is_numeral(std::uint32_t c) { return (c >= '0' && c <= '9') || std::ranges::find(kNumerals, c) != kNumerals.end(); }

// 1. or 一、 or 一是, a bracket, a bullet.
bool begins_item(std::string_view words) {
  std::uint32_t size = 0, at = 0, c = 0;
  while (at < words.size() && is_numeral(c = Characters::unit_at(words, at, size))) at += size;
  if (at >= words.size()) return true;
  if (at == 0)
    return !(c <= 0x10FFFF && is_han(static_cast<char32_t>(c))) && !is_letter(c) && c != kLeftTitle && c != kOpenQuote && c != '"';
  return std::ranges::find(kBehindNumbers, c) != kBehindNumbers.end();
}

std::uint32_t last_unit(std::string_view words) {
  std::uint32_t size = 0;
  return words.empty() ? 0 : Characters::unit_before(words, static_cast<std::uint32_t>(words.size()), size);
}

}  // namespace

bool ends_in_midst(const PrintedText& printed, std::size_t part) {
  const auto& parts = printed.parts();
  const std::string_view words = trimmed(printed, part);
  if (last_unit(words) != kWideSemicolon || part + 1 >= parts.size() || parts[part + 1].part != ArticlePart::body) return false;
  std::size_t stops = 0, semicolons = 0;
  for (std::uint32_t at = 0, size = 0; at < words.size(); at += size) {
    const std::uint32_t c = Characters::unit_at(words, at, size);
    stops += c == kStop;
    semicolons = c == kStop ? 0 : semicolons + (c == kWideSemicolon);  // of the last sentence
  }
  const auto goes_on = [&](std::size_t other) {
    const std::uint32_t last = last_unit(trimmed(printed, other));
    return last == kWideSemicolon || last == kWideColon || last == ':';
  };
  const std::string_view next = trimmed(printed, part + 1);
  return stops > 0 && semicolons == 1 && !begins_item(words) && !begins_item(next) && !goes_on(part + 1) &&
         !(part > 0 && parts[part - 1].part == ArticlePart::body && goes_on(part - 1));
}

}  // namespace fengbiao
