#include "register/wording.h"

#include <algorithm>
#include <numeric>
#include <vector>

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

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    out += d.code;
    i += d.size;
  }
  return out;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0], least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t up = row[j];
      row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = up;
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row.back();
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
