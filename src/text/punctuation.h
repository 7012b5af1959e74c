// Marks of Chinese typography by their Unicode names, and what they say about the end of a line.
#pragma once

namespace fengbiao {

inline constexpr char32_t kFullStop = 0x3002, kPauseMark = 0x3001, kWideComma = 0xFF0C, kWideSemicolon = 0xFF1B, kWideColon = 0xFF1A,
                          kWideExclamation = 0xFF01, kWideQuestion = 0xFF1F, kEllipsis = 0x2026, kLeftTitle = 0x300A, kRightTitle = 0x300B,
                          kLeftQuote = 0x201C, kRightQuote = 0x201D, kLeftSingleQuote = 0x2018, kRightSingleQuote = 0x2019,
                          kLeftParenthesis = 0xFF08, kRightParenthesis = 0xFF09, kLeftLenticular = 0x3010, kRightLenticular = 0x3011,
                          kLeftCorner = 0x300C, kRightCorner = 0x300D, kLeftWhiteCorner = 0x300E, kRightWhiteCorner = 0x300F,
                          kLeftPrime = 0x301D, kRightPrime = 0x301E, kLowPrime = 0x301F, kEmDash = 0x2014;

// Ends a sentence for certain.
constexpr bool is_stop(char32_t c) { return c == kFullStop || c == kWideExclamation || c == kWideQuestion || c == '!' || c == '?'; }
// May stand at the end of a paragraph.
constexpr bool ends_paragraph(char32_t c) {
  return is_stop(c) || c == kWideSemicolon || c == ';' || c == kWideColon || c == ':' || c == kEllipsis;
}
// Never stands at the end of one.
constexpr bool is_comma(char32_t c) { return c == kWideComma || c == ',' || c == kPauseMark; }
constexpr bool opens(char32_t c) {
  return c == kLeftTitle || c == kLeftQuote || c == kLeftSingleQuote || c == kLeftParenthesis || c == '(' || c == kLeftLenticular ||
         c == kLeftCorner || c == kLeftWhiteCorner || c == kLeftPrime;
}
constexpr bool closes(char32_t c) {
  return c == kRightTitle || c == kRightQuote || c == kRightSingleQuote || c == kRightParenthesis || c == ')' || c == kRightLenticular ||
         c == kRightCorner || c == kRightWhiteCorner || c == kRightPrime || c == kLowPrime || c == '"' || c == 0xFF02 || c == '*';
}

}  // namespace fengbiao
