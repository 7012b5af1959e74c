#include "publish/type_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

// em
constexpr float kQuarter = 0.24f;       // a hair less, so that it is no font's blank: intake/page_lines.cc knows it by that
constexpr float kPrintedBlank = 0.42f;  // beside a Chinese character; the reader of pages takes less for the setter's
constexpr float kWordBlank = 0.25f;
constexpr float kMostSpread = 0.18f;  // beyond it a reader would see blanks
constexpr float kMostWordSpread = 0.3f;

bool alnum(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool latin(char32_t c) { return alnum(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7); }

// Full-width marks whose white half is on the right, or on the left.
bool half_left(char32_t c) {
  return c == kFullStop || c == kPauseMark || c == kWideComma || c == kWideColon || c == kWideSemicolon || c == kRightTitle ||
         c == kRightQuote || c == kRightSingleQuote || c == kRightParenthesis || c == kRightLenticular || c == kRightCorner ||
         c == kRightWhiteCorner;
}
bool half_right(char32_t c) {
  return c == kLeftTitle || c == kLeftQuote || c == kLeftSingleQuote || c == kLeftParenthesis || c == kLeftLenticular || c == kLeftCorner ||
         c == kLeftWhiteCorner;
}
bool never_begins(char32_t c) {
  return closes(c) || is_stop(c) || is_comma(c) || ends_paragraph(c) || c == '.' || c == '%' || c == 0x2030 || c == 0xFF05 || c == 0x2103 ||
         c == 0x00B7 || c == 0x30FB || c == 0xFF0E || c == '~' || c == 0xFF5E || c == kEmDash || c == kEllipsis || c == '}' || c == ']' ||
         c == 0x3005 || c == '-' || c == 0x2013;
}
bool never_ends(char32_t c) {
  return opens(c) || c == '$' || c == 0xFFE5 || c == 0x00A5 || c == '#' || c == 0x2116 || c == '{' || c == '[';
}

char32_t first_of(std::string_view s) { return decode(s, 0).code; }
char32_t last_of(std::string_view s) {
  std::size_t i = s.size() - 1;
  while (i > 0 && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) --i;
  return decode(s, i).code;
}

enum class Script { other, han, latin };
// The script at the start or end of a piece; a per cent sign belongs to its figure.
Script script_of(char32_t c) { return is_han(c) || c == 0x3007 ? Script::han : latin(c) || c == '%' ? Script::latin : Script::other; }

void measure(TypePiece& piece, const TypeFaces& faces, TypeFace face, float size) {
  piece.glyphs = faces.shape(piece.text, face);
  for (const Glyph& g : piece.glyphs) piece.width += g.advance * size;
}

// What stands between two pieces.
void join(const TypePiece& before, TypePiece& piece, float size) {
  const char32_t a = last_of(before.text), b = first_of(piece.text);
  const bool wide = is_wide(a) || is_wide(b);
  // A blank at a line's end is read again only between two Latin letters or digits.
  const bool keeps_blank = !piece.blank || (alnum(a) && alnum(b));
  const bool same_mark = (b == kEmDash || b == kEllipsis) && a == b;
  piece.may_begin = keeps_blank && !never_begins(b) && !never_ends(a) && !same_mark && !(!piece.blank && alnum(a) && alnum(b));
  if (piece.blank) {
    piece.gap = size * (wide ? kPrintedBlank : kWordBlank);
    piece.spreads = true;  // beside Chinese as much as Chinese characters are spread, so that it stays a blank among them
    piece.between_words = !wide;
    return;
  }
  const Script left = script_of(a), right = script_of(b);
  if (left != right && left != Script::other && right != Script::other) piece.gap = size * kQuarter;
  // Two marks side by side close up.
  if (half_left(a) && (half_left(b) || half_right(b))) piece.gap = -size / 2;
  else if (half_right(a) && half_right(b)) piece.gap = -size / 2;
  piece.spreads = is_wide(a) && is_wide(b) && piece.gap == 0 && !same_mark;
}

// An address falls apart behind its marks, a word wider than a line anywhere.
void split_wide(TypePieces& all, const TypeFaces& faces, float width) {
  std::vector<TypePiece> out;
  for (TypePiece& piece : all.pieces) {
    const bool address = piece.text.find("://") != piece.text.npos;
    if ((piece.width <= width && !address) || piece.glyphs.size() < 2) {
      out.push_back(std::move(piece));
      continue;
    }
    std::string part;
    bool first = true;
    const auto take = [&] {
      TypePiece next;
      next.text = std::move(part);
      measure(next, faces, all.face, all.size);
      if (first)
        next.gap = piece.gap, next.blank = piece.blank, next.may_begin = piece.may_begin, next.spreads = piece.spreads,
        next.between_words = piece.between_words;
      first = false;
      out.push_back(std::move(next));
      part.clear();
    };
    for (std::size_t at = 0; at < piece.text.size();) {
      const Decoded c = decode(piece.text, at);
      part += piece.text.substr(at, c.size);
      at += c.size;
      const bool last = at >= piece.text.size();
      const bool mark = !alnum(c.code) && !last && alnum(decode(piece.text, at).code) && part.size() > 3;
      if (last || (address && mark) || (piece.width > width && part.size() >= 24)) take();
    }
    out.back().end_trim = piece.end_trim;
  }
  all.pieces = std::move(out);
}

}  // namespace

TypePieces cut_pieces(std::string_view text, const TypeFaces& faces, TypeFace face, float size, float widest) {
  TypePieces out{{}, face, size};
  bool blank = false, open = false;  // open: the last piece is a word that goes on
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (is_blank(c.code)) {
      blank = true;
      open = false;
      continue;
    }
    const bool wide = is_wide(c.code);
    if (!wide && open) {
      out.pieces.back().text += bytes;
      continue;
    }
    TypePiece piece;
    piece.text = bytes;
    piece.blank = blank && !out.pieces.empty();
    out.pieces.push_back(std::move(piece));
    open = !wide;
    blank = false;
  }
  for (TypePiece& piece : out.pieces) {
    measure(piece, faces, face, size);
    if (half_left(last_of(piece.text))) piece.end_trim = size / 2;
  }
  for (std::size_t i = 1; i < out.pieces.size(); ++i) join(out.pieces[i - 1], out.pieces[i], size);
  split_wide(out, faces, widest);
  return out;
}

std::vector<TypeLine> break_lines(const TypePieces& given, const LineShape& shape) {
  std::vector<TypeLine> lines;
  const std::vector<TypePiece>& p = given.pieces;
  for (std::size_t begin = 0; begin < p.size();) {
    const bool first = lines.empty();
    const float indent = first ? shape.first_indent : 0, room = shape.width - indent;
    // As many as fit, then back to where a line may end.
    float natural = 0;
    std::size_t end = begin, good = begin;
    float at_good = 0;
    for (; end < p.size(); ++end) {
      const float more = (end > begin ? p[end].gap : 0) + p[end].width;
      const float keep = end + 1 == p.size() ? shape.last_room : 0;
      if (natural + more - p[end].end_trim + keep > room + 0.01f && end > begin) break;
      natural += more;
      if (end + 1 == p.size() || p[end + 1].may_begin) good = end + 1, at_good = natural;
    }
    if (good == begin) good = std::max(end, begin + 1), at_good = natural;  // nothing fits: it must be cut somewhere
    const bool last = good == p.size();
    // Full lines are spread to the edge.
    float words = 0, wides = 0;
    for (std::size_t i = begin + 1; i < good; ++i)
      if (p[i].spreads) (p[i].between_words ? words : wides) += 1;
    float shortage = shape.justify && !last ? room - at_good : 0, at_words = 0, at_wides = 0;
    if (shortage < 0) shortage = 0;
    if (shortage > 0 && words + wides > 0) {
      const float each = shortage / (words * 2 + wides);
      at_wides = std::min(each, kMostSpread * given.size);
      at_words = words > 0 ? std::min((shortage - at_wides * wides) / words, kMostWordSpread * given.size) : 0;
    }
    TypeLine line;
    float x = indent;
    for (std::size_t i = begin; i < good; ++i) {
      if (i > begin) x += p[i].gap + (p[i].spreads ? (p[i].between_words ? at_words : at_wides) : 0);
      line.pieces.push_back({i, x});
      x += p[i].width;
    }
    line.width = x - indent;
    lines.push_back(std::move(line));
    begin = good;
  }
  return lines;
}

}  // namespace fengbiao
