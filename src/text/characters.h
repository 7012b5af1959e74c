// The characters of a text, told once and asked for often: every byte at which one begins has its code point and its size beside it.
// All readers that look for words at every place of a text share one.
//
//   Characters c; c.assign("增长5%");  c.unit(3)  ->  U+957F,  c.size(3)  ->  3
//
// A byte that belongs to no character has a unit of its own, so that any bytes can be read. Tested by characters_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fengbiao {

class Characters {
 public:
  Characters() = default;
  explicit Characters(std::string_view text) { assign(text); }
  // `text` must outlive the use.
  void assign(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  // Of the character that begins at byte `at`; 0 in the midst of one.
  [[nodiscard]] std::uint32_t unit(std::size_t at) const { return cells_[at] & kUnit; }
  [[nodiscard]] std::uint32_t size(std::size_t at) const { return cells_[at] >> kShift; }

  // The code point, or for a byte that belongs to none 0x110000 and the byte.
  static std::uint32_t unit_at(std::string_view text, std::size_t at, std::uint32_t& size) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
    const std::uint32_t b0 = byte(0);
    if (b0 < 0x80) return size = 1, b0;
    if ((b0 & 0xF0) == 0xE0 && text.size() - at >= 3 && ((byte(1) ^ 0x80) | (byte(2) ^ 0x80)) < 0x40) {
      const std::uint32_t code = (b0 & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
      if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return size = 3, code;
    }
    return rare_unit_at(text, at, size);
  }
  // Likewise of the character that ends before `end`.
  static std::uint32_t unit_before(std::string_view text, std::size_t end, std::uint32_t& size) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[end - i])); };
    const std::uint32_t b0 = byte(1);
    if (b0 < 0x80) return size = 1, b0;
    if (end >= 3 && (byte(3) & 0xF0) == 0xE0 && ((byte(2) ^ 0x80) | (b0 ^ 0x80)) < 0x40) {
      const std::uint32_t code = (byte(3) & 0x0F) << 12 | (byte(2) & 0x3F) << 6 | (b0 & 0x3F);
      if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return size = 3, code;
    }
    return rare_unit_before(text, end, size);
  }

 private:
  static std::uint32_t rare_unit_at(std::string_view text, std::size_t at, std::uint32_t& size);
  static std::uint32_t rare_unit_before(std::string_view text, std::size_t end, std::uint32_t& size);

  static constexpr std::uint32_t kShift = 24, kUnit = (1U << kShift) - 1;
  std::string_view text_;
  std::vector<std::uint32_t> cells_;  // by byte: unit and size
};

}  // namespace fengbiao
