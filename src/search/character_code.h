// How texts lie in the index: characters numbered by how often they occur, in one byte the 192 most frequent, in two the next 12,033, in
// four the others. A byte above 191 is always a first one and a byte 0 always a line end, so that a term can be looked for as bytes.
//
//   CharacterCode code(characters);        code points by number; number 0 is the line end
//   code.encode(U"电商", bytes)  ->  true; false where the texts hold no such character
//   find_coded(text, bytes)      ->  where it begins, at a character
//
// Tested by character_code_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fengbiao {

class CharacterCode {
 public:
  // Numbers are two bytes; characters beyond share the last, kOther.
  static constexpr std::uint32_t kOther = 0xFFFF;
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  CharacterCode() = default;
  // `characters` must outlive the use. With `others` there are characters that are not among them.
  CharacterCode(std::span<const std::uint32_t> characters, bool others);

  [[nodiscard]] std::uint32_t number(char32_t code) const {
    const std::uint32_t found = code < basic_.size() ? basic_[code] : rare(code);
    return found != kOther ? found : others_ ? kOther : kAbsent;
  }
  // Appends the code of a character with this number.
  static void append(std::uint32_t number, char32_t code, std::string& out);
  struct Read {
    std::uint32_t number = kOther;
    char32_t code = 0xFFFD;
    std::uint32_t size = 1;
  };
  // The character at `at` (below the size); whatever the bytes are.
  [[nodiscard]] Read read(std::string_view text, std::size_t at) const {
    const auto first = static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
    if (first < kSingles) return known(first, 1);
    if (first == 0xFF) return read_long(text, at);
    if (text.size() - at < 2) return {};
    return known(kSingles + (first - kSingles) * kTails + static_cast<unsigned char>(text[at + 1]) - 1, 2);
  }
  // Appends the characters of `text` in UTF-8.
  void spell(std::string_view text, std::string& out) const;
  [[nodiscard]] std::size_t spelled_size(std::string_view text) const;  // in bytes
  // Where the character before `at` begins; `at`, not 0, is where one begins.
  [[nodiscard]] static std::size_t before(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t back) { return at < back ? 0U : static_cast<unsigned char>(text[at - back]); };
    if (byte(4) == 0xFF) return at - 4;
    return at - (byte(2) >= kSingles && byte(2) != 0xFF ? 2 : 1);
  }
  // A character in UTF-8; its bytes lie in a place of four that may be read whole.
  [[nodiscard]] std::string_view spelled(const Read& c, char (&room)[4]) const;

 private:
  static constexpr std::uint32_t kSingles = 192, kLeads = 63;  // leads 0xC0 .. 0xFE; 0xFF leads three bytes of a code point
  static constexpr std::uint32_t kTails = 191;                 // 1 .. 191: a byte 0 is a line end and nothing else
  [[nodiscard]] std::uint32_t rare(char32_t code) const;
  [[nodiscard]] Read known(std::uint32_t number, std::uint32_t size) const {
    return {number, number < characters_.size() ? static_cast<char32_t>(characters_[number]) : char32_t{0xFFFD}, size};
  }
  [[nodiscard]] Read read_long(std::string_view text, std::size_t at) const;
  std::span<const std::uint32_t> characters_;
  std::vector<std::uint16_t> basic_;  // by code point; kOther where there is none
  struct Spelled {
    char bytes[4] = {};
    std::uint32_t size = 0;
  };
  std::vector<Spelled> spelled_;                          // by number
  std::vector<std::pair<char32_t, std::uint32_t>> rare_;  // sorted
  bool others_ = false;
};

// Where the coded `term`, not empty, stands in the coded `text` from `from` on, at a character; npos.
std::size_t find_coded(std::string_view text, std::string_view term, std::size_t from = 0);

}  // namespace fengbiao
