// A Document is what every reader (text, PDF, HTML, DOCX) makes of its bytes: one UTF-8 text and its lines, each with what
// the layout tells about it. Nothing is repaired: the text is what the source prints; blanks at line ends stay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace fengbiao {

enum class LineRole : std::uint8_t {
  plain,      // the format says nothing about it
  paragraph,  // a whole paragraph by the format's own mark (HTML p, DOCX paragraph)
  heading,    // a heading by the format's own mark (h1..h6, Heading 1)
  list_item,
  table_row,
  page_furniture,  // running head or page number, found by its place on the page
};

struct Line {
  Span span;               // without its line end; blanks inside kept
  std::uint32_t page = 0;  // 1-based, 0 where there are no pages
  LineRole role = LineRole::plain;
  std::uint8_t level = 0;  // of a heading, 1..6
  // Layout of a page format, in em of the page's body type; 0 where unknown. For plain text all are 0 and the blanks and
  // blank lines themselves are the evidence.
  float indent = 0;  // from the left edge of the text block
  float gap = 0;     // white space above, in line heights beyond the usual leading
  float size = 0;    // type size divided by the body size
  float right = 0;   // white space at the right, up to the right edge of the text block
};

struct Document {
  std::string file;  // base name, "-" for standard input
  std::string media_type;
  std::string encoding;
  std::uint64_t bytes = 0;  // of the input
  std::string hash;         // hash128_hex of the input bytes
  std::uint32_t pages = 0;
  std::string text;         // UTF-8, lines end with \n
  std::vector<Line> lines;  // all of them, blank ones too; line number = index + 1
  bool has_layout = false;  // indent, gap, size, right are filled

  [[nodiscard]] std::string_view line(std::size_t index) const { return slice(text, lines[index].span); }
};

}  // namespace fengbiao
