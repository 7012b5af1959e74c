// Lines of type: a text cut into pieces that hold together (a Chinese character, a Latin word), and these put into lines as Chinese
// typography asks (W3C, Requirements for Chinese Text Layout): no closing mark at a line's start, no opening one at its end, a quarter em
// where Chinese and Latin meet, two marks side by side closed up, the last mark of a line half outside, full lines spread to the edge.
//
//   TypePieces pieces = cut_pieces("2023年，甲市发布《乙办法》", faces, TypeFace::song, 10.5, 453.5);
//   break_lines(pieces, {.width = 453.5, .first_indent = 21})  ->  lines with the place of each piece
//
// The setter's quarter em and a printed blank have different widths, so that whoever reads the page can tell them apart; a line never ends
// where a printed blank would be lost. Units are points. Tested by type_lines_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "publish/type_faces.h"

namespace fengbiao {

struct TypePiece {
  std::string text;
  std::vector<Glyph> glyphs;
  float width = 0;
  float gap = 0;               // before it, when it does not begin a line
  float end_trim = 0;          // what may stand outside at the end of a line
  bool may_begin = true;       // a line may begin with it
  bool spreads = false;        // the gap before it may be spread
  bool blank = false;          // a printed blank stands before it
  bool between_words = false;  // one of Latin
};

struct TypePieces {
  std::vector<TypePiece> pieces;
  TypeFace face = TypeFace::song;
  float size = 0;
};

struct PlacedPiece {
  std::size_t piece = 0;
  float x = 0;
};
struct TypeLine {
  std::vector<PlacedPiece> pieces;
  float width = 0;  // without its indent
};

struct LineShape {
  float width = 0;
  float first_indent = 0;
  bool justify = true;
  float last_room = 0;  // kept free at the end of the last line
};

// A word wider than `widest` falls apart.
TypePieces cut_pieces(std::string_view text, const TypeFaces& faces, TypeFace face, float size, float widest);
std::vector<TypeLine> break_lines(const TypePieces& pieces, const LineShape& shape);

}  // namespace fengbiao
