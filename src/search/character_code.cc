#include "search/character_code.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace fengbiao {
namespace {

constexpr std::uint32_t kSingles = 192, kLeads = 63;  // leads 0xC0 .. 0xFE; 0xFF leads three bytes of a code point
constexpr std::uint32_t kTails = 191;                 // 1 .. 191: a byte 0 is a line end and nothing else
constexpr char32_t kUnknown = 0xFFFD;
constexpr std::uint32_t kPairs = kSingles + kLeads * kTails;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// `at` is behind the first byte of a character.
bool is_inside(std::string_view text, std::size_t at) {
  if (at >= 1 && byte_at(text, at - 1) >= kSingles) return true;
  return (at >= 2 && byte_at(text, at - 2) == 0xFF) || (at >= 3 && byte_at(text, at - 3) == 0xFF);
}

// Like text.find(term, from): sixteen places at a time are tried by the first and the last byte.
std::size_t find_bytes(std::string_view text, std::string_view term, std::size_t from) {
  if (term.size() > text.size()) return text.npos;
  std::size_t at = from;
#ifdef __SSE2__
  const std::size_t last = term.size() - 1;
  const __m128i heads = _mm_set1_epi8(term.front()), tails = _mm_set1_epi8(term.back());
  for (; at + last + 16 <= text.size(); at += 16) {
    const __m128i begin = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i end = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + last));
    auto both = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(begin, heads), _mm_cmpeq_epi8(end, tails))));
    for (; both != 0; both &= both - 1) {
      const std::size_t hit = at + static_cast<std::size_t>(std::countr_zero(both));
      if (std::memcmp(text.data() + hit, term.data(), term.size()) == 0) return hit;
    }
  }
#endif
  return text.find(term, at);
}

}  // namespace

CharacterCode::CharacterCode(std::span<const std::uint32_t> characters, bool others)
    : characters_(characters), basic_(0x10000, static_cast<std::uint16_t>(kOther)), others_(others) {
  for (std::uint32_t n = 0; n < characters.size() && n < kOther; ++n) {
    if (characters[n] < basic_.size()) basic_[characters[n]] = static_cast<std::uint16_t>(n);
    else rare_.emplace_back(characters[n], n);
  }
  std::ranges::sort(rare_);
}

std::uint32_t CharacterCode::rare(char32_t code) const {
  const auto at = std::ranges::lower_bound(rare_, code, {}, &std::pair<char32_t, std::uint32_t>::first);
  return at != rare_.end() && at->first == code ? at->second : kOther;
}

void CharacterCode::append(std::uint32_t number, char32_t code, std::string& out) {
  if (number < kSingles) {
    out += static_cast<char>(number);
  } else if (number < kPairs) {
    out += static_cast<char>(kSingles + (number - kSingles) / kTails);
    out += static_cast<char>(1 + (number - kSingles) % kTails);
  } else {
    out += '\xFF';
    out += static_cast<char>(1 + code / (kTails * kTails));
    out += static_cast<char>(1 + code / kTails % kTails);
    out += static_cast<char>(1 + code % kTails);
  }
}

CharacterCode::Read CharacterCode::read(std::string_view text, std::size_t at) const {
  const std::uint32_t first = byte_at(text, at);
  const auto known = [&](std::uint32_t number, std::uint32_t size) -> Read {
    return {number, number < characters_.size() ? static_cast<char32_t>(characters_[number]) : kUnknown, size};
  };
  if (first < kSingles) return known(first, 1);
  const std::size_t left = text.size() - at;
  if (first < 0xFF) return left < 2 ? Read{} : known(kSingles + (first - kSingles) * kTails + byte_at(text, at + 1) - 1, 2);
  if (left < 4) return {kOther, kUnknown, static_cast<std::uint32_t>(left)};
  const auto digit = [&](std::size_t i) { return char32_t{byte_at(text, at + i)} - 1; };
  const char32_t code = (digit(1) * kTails + digit(2)) * kTails + digit(3);
  return {number(code), code, 4};
}

std::size_t find_coded(std::string_view text, std::string_view term, std::size_t from) {
  const bool sure = static_cast<unsigned char>(term.front()) >= kSingles;
  for (std::size_t at = from; (at = find_bytes(text, term, at)) != text.npos; ++at)
    if (sure || !is_inside(text, at)) return at;
  return text.npos;
}

}  // namespace fengbiao
