// Lines of type flowing down pages: each line knows how high it is and whether a page may begin with it, and pages are filled from the top
// with as many as fit. A line that may not begin a page takes those before it along, up to the last one that may.
//
//   std::vector<SetPage> pages = fill_pages(lines, style.depth());
//
// So headlines stay with their text, and no paragraph leaves one line alone. Tested by page_flow_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "publish/type_faces.h"

namespace fengbiao {

// What a line is a part of: decides its tag in the PDF.
enum class PageRole : std::uint8_t {
  name,
  cover_line,
  contents_heading,
  contents_column,
  contents_entry,
  column,
  headline,
  text,
  subheading,
  note,
  source,
  imprint,
  picture
};

struct SetGlyph {
  std::uint16_t file = 0;
  std::uint32_t id = 0;
  float x = 0;  // from the left edge of the block of text
};

// Glyphs of one size on one base line, with the text they stand for.
struct SetRun {
  float size = 0;
  std::string text;
  std::vector<SetGlyph> glyphs;
  std::vector<std::uint32_t> bytes;  // of the text, a glyph each
};

struct FlowLine {
  PageRole role = PageRole::text;
  std::size_t block = 0;  // lines of one paragraph have one number
  float before = 0;       // white space above, dropped at the top of a page
  float height = 0;
  float base = 0;  // from its top to the base line
  bool may_begin = true, new_page = false;
  std::vector<SetRun> runs;
  float rule = 0;           // thickness of a rule at its top, 0: none
  std::string anchor;       // where links lead
  std::string outline;      // words of a bookmark
  std::string link;         // anchor that the line leads to
  std::size_t picture = 0;  // number + 1 of a picture
  float picture_width = 0, picture_height = 0;
};

struct PlacedLine {
  std::size_t line = 0;
  float y = 0;  // of its top, from the top of the block of text
};
using SetPage = std::vector<PlacedLine>;

std::vector<SetPage> fill_pages(const std::vector<FlowLine>& lines, float depth);

}  // namespace fengbiao
