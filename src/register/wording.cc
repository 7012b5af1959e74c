#include "register/wording.h"

#include <algorithm>

#include "base/code_points.h"
#include "base/utf8.h"

namespace fengbiao {
namespace {

constexpr char32_t kFullWidthFirst = 0xFF01, kFullWidthLast = 0xFF5E, kFullWidthShift = 0xFEE0;

bool is_blank(char32_t code) {
  return code <= 0x20 || code == 0x7F || code == 0xA0 || (code >= 0x2000 && code <= 0x200F) || code == 0x2028 || code == 0x2029 ||
         code == 0x3000 || code == 0xFEFF;
}

}  // namespace

std::string bare_words(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const Decoded d = decode(words, i);
    i += d.size;
    if (is_blank(d.code)) continue;
    char32_t code = d.code;
    if (code >= kFullWidthFirst && code <= kFullWidthLast) code -= kFullWidthShift;
    if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
    append_utf8(out, code);
  }
  return out;
}

Nearness::Nearness(std::string_view wanted) : wanted_(code_points(wanted)), reach_(std::max<std::size_t>(1, wanted_.size() / 3)) {}

std::optional<std::size_t> Nearness::to(std::string_view name) const {
  const std::u32string other = code_points(name);
  const bool part = wanted_.size() >= 2 && other.find(wanted_) != other.npos;
  const std::size_t d = part ? 1 : edit_distance(wanted_, other, reach_);
  if (d > reach_ || d >= wanted_.size()) return std::nullopt;
  return d;
}

}  // namespace fengbiao
