#include "quantity/latin_run.h"

#include <algorithm>
#include <array>

namespace fengbiao {
namespace {

bool any_of(std::string_view set, char c) { return set.find(c) != set.npos; }
bool latin_at(std::string_view text, std::size_t i) { return i < text.size() && is_latin(text[i]); }
std::size_t end_of_latin(std::string_view text, std::size_t i) {
  while (latin_at(text, i)) ++i;
  return i;
}

}  // namespace

std::size_t end_of_letters(std::string_view text, std::size_t i) {
  while (i < text.size() && is_letter(text[i])) ++i;
  return i;
}

std::size_t end_of_digits(std::string_view text, std::size_t i) {
  while (is_digit(text, i)) ++i;
  return i;
}

std::size_t end_of_code(std::string_view text, std::size_t i) {
  std::size_t end = end_of_latin(text, i);
  if (text.substr(end, 3) == "://" || text.substr(i, 4) == "www.") {
    const auto url = [](char c) { return c > ' ' && c < 0x7F && !any_of("\"'<>(),;", c); };
    while (end < text.size() && url(text[end])) ++end;
    return end;
  }
  while (end + 1 < text.size() && any_of("-._/@&+#", text[end]) && is_latin(text[end + 1])) {
    const std::size_t next = end_of_latin(text, end + 1);
    // C919-2022年, A+3家: figures of their own.
    const bool figures = end_of_digits(text, end + 1) == next;
    if (figures && any_of("-/+&", text[end]) && next < text.size() && (static_cast<unsigned char>(text[next]) >= 0x80 || text[next] == '%'))
      break;
    end = next;
  }
  return end;
}

bool is_connected(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return false;
  if (text[i] == '@' || text.substr(i, 3) == "://") return true;
  return any_of("-._&+", text[i]) && is_letter(text[i + 1]);
}

bool begins_code(std::string_view text, std::size_t i, std::size_t end) {
  if (end + 1 >= text.size()) return false;
  if (text[end] == '@' && latin_at(text, end + 1)) return true;
  if (text[end] == '/' && is_digit(text, end + 1)) {
    const std::size_t next = end_of_digits(text, end + 1);
    return next < text.size() && is_letter(text[next]);
  }
  // Three or more figures with points between, but not the date 2022.12.01.
  std::size_t p = end_of_digits(text, i);
  int figures = 1;
  const bool year = p == i + 4;
  bool short_ones = true;
  while (p < text.size() && text[p] == '.' && is_digit(text, p + 1)) {
    const std::size_t next = end_of_digits(text, p + 1);
    short_ones = short_ones && next - p - 1 <= 2;
    p = next;
    ++figures;
  }
  return figures > 2 && !(figures == 3 && year && short_ones) && p > end;
}

std::size_t end_of_telephone(std::string_view text, std::size_t i) {
  if (i > 0 && (is_latin(text[i - 1]) || text[i - 1] == '-')) return 0;
  std::array<std::size_t, 3> size{};
  std::size_t groups = 0, p = i;
  while (groups < size.size()) {
    const std::size_t end = end_of_digits(text, p);
    size[groups++] = end - p;
    p = end;
    if (p >= text.size() || text[p] != '-' || !is_digit(text, p + 1)) break;
    if (groups < size.size()) ++p;
  }
  const bool with_area = groups == 2 && text[i] == '0' && (size[0] == 3 || size[0] == 4) && (size[1] == 7 || size[1] == 8);
  const bool in_three = groups == 3 && size[0] == 3 && (size[1] == 3 || size[1] == 4) && (size[2] == 4 || size[2] == 3);
  return (with_area || in_three) && !latin_at(text, p) ? p : 0;
}

}  // namespace fengbiao
