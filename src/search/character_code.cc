#include "search/character_code.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/utf8.h"

namespace fengbiao {
namespace {

constexpr char32_t kUnknown = 0xFFFD;
constexpr unsigned char kFirstLead = 192;

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// `at` is behind the first byte of a character.
bool is_inside(std::string_view text, std::size_t at) {
  if (at >= 1 && byte_at(text, at - 1) >= kFirstLead) return true;
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
      if (term.size() <= 2 || std::memcmp(text.data() + hit + 1, term.data() + 1, term.size() - 2) == 0) return hit;
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
  std::string utf8;
  for (const std::uint32_t character : characters) {
    utf8.clear();
    append_utf8(utf8, character);
    Spelled& spelled = spelled_.emplace_back();
    utf8.copy(spelled.bytes, sizeof(spelled.bytes));
    spelled.size = static_cast<std::uint32_t>(utf8.size());
  }
}

std::uint32_t CharacterCode::rare(char32_t code) const {
  const auto at = std::ranges::lower_bound(rare_, code, {}, &std::pair<char32_t, std::uint32_t>::first);
  return at != rare_.end() && at->first == code ? at->second : kOther;
}

void CharacterCode::append(std::uint32_t number, char32_t code, std::string& out) {
  if (number < kSingles) {
    out += static_cast<char>(number);
  } else if (number < kSingles + kLeads * kTails) {
    out += static_cast<char>(kSingles + (number - kSingles) / kTails);
    out += static_cast<char>(1 + (number - kSingles) % kTails);
  } else {
    out += '\xFF';
    out += static_cast<char>(1 + code / (kTails * kTails));
    out += static_cast<char>(1 + code / kTails % kTails);
    out += static_cast<char>(1 + code % kTails);
  }
}

CharacterCode::Read CharacterCode::read_long(std::string_view text, std::size_t at) const {
  const std::size_t left = text.size() - at;
  if (left < 4) return {kOther, kUnknown, static_cast<std::uint32_t>(left)};
  const auto digit = [&](std::size_t i) { return char32_t{byte_at(text, at + i)} - 1; };
  const char32_t code = (digit(1) * kTails + digit(2)) * kTails + digit(3);
  return {number(code), code, 4};
}

std::string_view CharacterCode::spelled(const Read& c, char (&room)[4]) const {
  if (c.number < spelled_.size()) return {spelled_[c.number].bytes, spelled_[c.number].size};
  std::string utf8;
  append_utf8(utf8, c.code);
  utf8.copy(room, sizeof(room));
  return {room, utf8.size()};
}

void CharacterCode::spell(std::string_view text, std::string& out) const {
  constexpr std::size_t kLongest = sizeof(Spelled::bytes);
  const std::size_t before = out.size();
  out.resize_and_overwrite(before + (text.size() + 1) * kLongest, [&](char* bytes, std::size_t) {
    char* to = bytes + before;
    static constexpr Spelled kNone{{'\xEF', '\xBF', '\xBD'}, 3};
    const std::size_t count = spelled_.size();
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t first = byte_at(text, at);
      if (first == 0xFF || at + 1 == text.size()) {
        const Read c = read(text, at);
        char room[kLongest];
        const std::string_view utf8 = spelled(c, room);
        std::memcpy(to, utf8.data(), utf8.size());
        to += utf8.size();
        at += c.size;
        continue;
      }
      // Characters of one byte and of two come in no order that a processor could guess: both are read without a branch.
      const std::uint32_t two = first >= kSingles ? 1 : 0;
      const std::uint32_t number = first + two * ((first - kSingles) * (kTails - 1) + byte_at(text, at + 1) - 1);
      at += 1 + two;
      const Spelled& spelled = number < count ? spelled_[number] : kNone;
      std::memcpy(to, spelled.bytes, kLongest);
      to += spelled.size;
    }
    return static_cast<std::size_t>(to - bytes);
  });
}

std::size_t CharacterCode::spelled_size(std::string_view text) const {
  std::size_t out = 0;
  char room[4];
  for (std::size_t at = 0; at < text.size();) {
    const Read c = read(text, at);
    out += spelled(c, room).size();
    at += c.size;
  }
  return out;
}

std::size_t find_coded(std::string_view text, std::string_view term, std::size_t from) {
  const bool sure = static_cast<unsigned char>(term.front()) >= kFirstLead;
  for (std::size_t at = from; (at = find_bytes(text, term, at)) != text.npos; ++at)
    if (sure || !is_inside(text, at)) return at;
  return text.npos;
}

}  // namespace fengbiao
