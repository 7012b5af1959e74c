// Where runs of Latin letters and digits end: codes and names (5G, iPhone14, B2B, GB/T, www.example.cn/a?b=1, 192.168.0.1, V2.0),
// telephone numbers (021-12345678, 400-800-1234). What is a number with a unit is for the lexer to say. Tested by lexer_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace fengbiao {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_latin(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }
constexpr bool is_latin(unsigned char c) { return is_latin(static_cast<char>(c)); }
constexpr bool is_digit(std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; }

std::size_t end_of_letters(std::string_view text, std::size_t i);
std::size_t end_of_digits(std::string_view text, std::size_t i);

// The end of the code that begins at `i`: connectors are taken in where letters or digits follow them.
std::size_t end_of_code(std::string_view text, std::size_t i);

// Whether what ends at `i` goes on as one code: an `@`, `://`, `-` or `.` with a letter behind.
bool is_connected(std::string_view text, std::size_t i);

// Whether the digits [i, end) open a code: 4/5G, 192.168.0.1, 12345@example.cn.
bool begins_code(std::string_view text, std::size_t i, std::size_t end);

// 0: none begins here.
std::size_t end_of_telephone(std::string_view text, std::size_t i);

}  // namespace fengbiao
