// The lines that hold ink, each with what can be seen of it without understanding a word: how wide it is, how much white
// stands before, above and behind it, how it ends. All rules of this room are judgements over these facts.
//
// A printed line that holds the end of one thing and the beginning of another (a source line glued to the last sentence, a
// column's name and the first headline) becomes two inks of the same line number. Tested by ink_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "intake/document.h"

namespace fengbiao {

struct Ink {
  std::uint32_t line = 0;      // 1-based number of the printed line
  Span span;                   // in the document's text, without blanks at its ends
  float width = 0;             // em
  float head = 0;              // em of its first word, or first character with the marks that may not leave it
  float indent = 0;            // em of white before it, beyond what is usual in the document
  std::uint16_t gap = 0;       // blank lines above
  std::uint16_t trailing = 0;  // blanks behind it
  float above = 0;             // white above in line heights, from a page layout
  float right = 0;             // white behind it in em, from a page layout
  float size = 1;              // type size against the body
  std::uint32_t page = 0;
  LineRole role = LineRole::plain;
  std::uint8_t level = 0;
  char32_t first = 0, last = 0;  // last: behind closing quotes and brackets
  bool ended = false;            // ends as a paragraph may end
  bool comma = false;            // ends with a comma
  bool stop_inside = false;      // holds the end of a sentence before its end
  bool open = false;             // leaves a quote or bracket open
  bool hangs = false;            // its last mark may stand beyond the edge
  bool page_turns = false;       // a page ended before it, so the white above says nothing
};

std::vector<Ink> ink_of(const Document& document);

// Fills width, head, first, last, ended, comma, stop_inside, open from the text under `ink.span`.
void look(Ink& ink, std::string_view text);

}  // namespace fengbiao
