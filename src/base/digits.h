// Numbers of a fixed width, as dates are made of. Formatting them is a large part of reading times, and a general formatter takes
// ten times as long.
//
//   add_digits(out, 8, 2)  ->  out + "08"
//
// Tested by digits_test.cc.
#pragma once

#include <charconv>
#include <cstddef>
#include <string>

namespace fengbiao {

// Appends `value` with noughts before it up to `width` digits; a negative one has its sign before them, which counts as one.
inline void add_digits(std::string& out, int value, std::size_t width) {
  char buffer[16];
  const char* const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  const char* digits = buffer;
  if (value < 0) out += *digits++;
  const auto size = static_cast<std::size_t>(end - buffer);
  if (size < width) out.append(width - size, '0');
  out.append(digits, static_cast<std::size_t>(end - digits));
}

inline std::string to_digits(int value, std::size_t width) {
  std::string out;
  add_digits(out, value, width);
  return out;
}

// 2022-08, 2022-08-05
inline std::string iso_month(int year, int month) {
  std::string out;
  out.reserve(7);
  add_digits(out, year, 4);
  out += '-';
  add_digits(out, month, 2);
  return out;
}
inline std::string iso_day(int year, int month, int day) {
  std::string out;
  out.reserve(10);
  add_digits(out, year, 4);
  out += '-';
  add_digits(out, month, 2);
  out += '-';
  add_digits(out, day, 2);
  return out;
}

}  // namespace fengbiao
