// The form in which texts are kept in the index and terms are asked for; both sides use this one function, so that what differs only in how
// it is printed is found: width, case, quotes, radicals, traditional characters, blanks and line breaks in Chinese.
//
//   search_text("ＡＰＰ 的發展\u3000報告")  ->  "app的发展报告"        search_text("App  Store 上")  ->  "app store上"
//
// A character becomes one character or vanishes: fold() of text/fold.h, then the case of Unicode's simple folding, then the simplified
// character of data/text/traditional.tsv. Blanks stay only between two letters or digits of narrow scripts, as one. Where a piece of a text
// begins and ends with a character that is no blank, its form is a piece of the text's form. Bytes that are no UTF-8 become U+FFFD.
// Tested by search_text_test.cc and by a fuzzer.
#pragma once

#include <string>
#include <string_view>

#include "text/fold.h"

namespace fengbiao {

// One code point; 0 where it vanishes, a space for a blank.
char32_t search_form(char32_t code);

// Into `out`, whose memory is used again; origins are offsets into `text`.
void search_text(std::string_view text, Folded& out);
std::string search_text(std::string_view text);

}  // namespace fengbiao
