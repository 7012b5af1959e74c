#include "text/characters.h"

#include "base/utf8.h"

namespace fengbiao {
namespace {
constexpr std::uint32_t kOfByte = 0x110000;
}

std::uint32_t Characters::rare_unit_at(std::string_view text, std::size_t at, std::uint32_t& size) {
  const Decoded d = decode(text, at);
  size = d.size;
  return d.valid ? static_cast<std::uint32_t>(d.code) : kOfByte + static_cast<unsigned char>(text[at]);
}

std::uint32_t Characters::rare_unit_before(std::string_view text, std::size_t end, std::uint32_t& size) {
  for (size = 2; size <= 4 && size <= end; ++size)
    if (const Decoded d = decode(text.substr(0, end), end - size); d.valid && d.size == size) return d.code;
  size = 1;
  return kOfByte + static_cast<unsigned char>(text[end - 1]);
}

void Characters::assign(std::string_view text) {
  text_ = text;
  cells_.resize(text.size());
  std::uint32_t size = 0;
  for (std::size_t at = 0; at < text.size(); at += size) {
    cells_[at] = unit_at(text, at, size);
    cells_[at] |= size << kShift;
    for (std::uint32_t i = 1; i < size; ++i) cells_[at + i] = 1U << kShift;
  }
}

}  // namespace fengbiao
