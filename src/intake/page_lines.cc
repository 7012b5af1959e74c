#include "intake/page_lines.h"

#include <cmath>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {

namespace {

constexpr float kBlankInLatin = 0.15f;  // em; narrower gaps are the setter's
constexpr float kBlankInChinese = 0.2f;
// Our own pages put a hair less than a quarter em where Chinese and Latin meet (publish/type_lines.h), a width that no usual blank has.
constexpr float kQuarter = 0.24f, kQuarterOff = 0.006f;
constexpr float kWide = 0.75f;   // from here on blanks in proportion, half an em each
constexpr float kSpread = 0.6f;  // letter spacing up to here makes no blanks
constexpr int kMostBlanks = 120;
constexpr float kBandEnds = 4;  // em of white space over the whole width end a band of columns

using Pieces = std::vector<LinePiece>;

char32_t first_of(std::string_view s) { return decode(s, 0).code; }
char32_t last_of(std::string_view s) {
  std::size_t i = s.size() - 1;
  while (i > 0 && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) --i;
  return decode(s, i).code;
}

struct Gap {
  float width = 0;  // em
  bool chinese = false;
  bool set = false;  // by the setter, where Chinese and Latin meet
  [[nodiscard]] bool is_blank() const { return !set && width > (chinese ? kBlankInChinese : kBlankInLatin); }
};
Gap gap_between(const PageWord& a, const PageWord& b, float em) {
  const char32_t before = last_of(a.text), after = first_of(b.text);
  const float width = (b.box.left - a.box.right) / em;
  const bool meet = is_han(before) != is_han(after) && is_wide(before) != is_wide(after);
  return {width, is_wide(before) && is_wide(after), meet && std::abs(width - kQuarter) <= kQuarterOff};
}

// A spread title ("N  E  W  S" in Chinese) has each character for itself at equal distances: its letter spacing.
float letter_spacing(const std::vector<const PageWord*>& words, float em, std::size_t characters) {
  if (words.size() < 3 || characters > words.size() + words.size() / 2) return 0;
  float least = kSpread;
  for (std::size_t i = 1; i < words.size(); ++i)
    if (const Gap gap = gap_between(*words[i - 1], *words[i], em); gap.chinese) least = std::min(least, gap.width);
  return least < kSpread ? std::max(least, 0.0f) : 0;
}

PrintedLine set_line(Pieces& pieces) {
  std::ranges::stable_sort(pieces, {}, [](const LinePiece& p) { return p.box.left; });
  PrintedLine line;
  line.box = pieces[0].box;
  std::vector<const PageWord*> words;
  const LinePiece* main = &pieces[0];
  for (const LinePiece& piece : pieces) {
    line.box.include(piece.box);
    line.characters += piece.characters;
    if (piece.characters > main->characters) main = &piece;
    for (const PageWord& word : piece.words) words.push_back(&word);
  }
  line.em = main->em;
  const float spacing = letter_spacing(words, line.em, line.characters);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      Gap gap = gap_between(*words[i - 1], *words[i], line.em);
      gap.width -= spacing;
      int blanks = gap.is_blank() ? 1 : 0;
      if (gap.width >= kWide) blanks = static_cast<int>(std::min<float>(std::round(gap.width * 2), kMostBlanks));
      line.text.append(static_cast<std::size_t>(blanks), ' ');
    }
    line.text += words[i]->text;
  }
  return line;
}

bool on_one_base_line(const Box& a, const Box& b) {
  const float shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared >= std::min(a.height(), b.height()) / 2;
}

void add_rows(Pieces pieces, std::size_t column, std::vector<PrintedLine>& out) {
  struct Row {
    Box core;  // of its tallest piece
    Pieces pieces;
  };
  std::ranges::stable_sort(pieces, {}, [](const LinePiece& p) { return p.box.middle(); });
  std::vector<Row> rows;
  for (LinePiece& piece : pieces) {
    Row* home = nullptr;
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, rows.size()) && !home; ++back) {
      Row& row = rows[rows.size() - back];
      const bool free = std::ranges::none_of(row.pieces, [&](const LinePiece& other) {
        return std::min(piece.box.right, other.box.right) - std::max(piece.box.left, other.box.left) > 0.3f * std::min(piece.em, other.em);
      });
      if (free && row.pieces.size() < 200 && on_one_base_line(row.core, piece.box)) home = &row;
    }
    if (!home) home = &rows.emplace_back(Row{piece.box, {}});
    if (piece.box.height() > home->core.height()) home->core = piece.box;
    home->pieces.push_back(std::move(piece));
  }
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.core.middle(); });
  for (Row& row : rows) {
    out.push_back(set_line(row.pieces));
    out.back().column = column;
  }
}

struct Gutter {
  float x = 0;  // a line that nothing between top and bottom crosses
  float top = 0, bottom = 0;
};

// The lines of one side of a gutter are running text when most of them fill it.
bool is_running_text(const std::vector<const LinePiece*>& side) {
  if (side.size() < 4) return false;
  Box all = side[0]->box;
  float em = 0;
  for (const LinePiece* piece : side) {
    all.include(piece->box);
    em += piece->em / static_cast<float>(side.size());
  }
  const auto full = std::ranges::count_if(side, [&](const LinePiece* piece) { return piece->box.width() >= 0.75f * all.width(); });
  return all.width() >= 8 * em && static_cast<std::size_t>(full) * 2 >= side.size();
}

// The gutter with the most lines beside it. `pieces` are sorted from top to bottom.
std::optional<Gutter> find_gutter(const Pieces& pieces) {
  if (pieces.size() < 8) return std::nullopt;
  Box all = pieces[0].box;
  for (const LinePiece& piece : pieces) all.include(piece.box);
  std::optional<Gutter> best;
  std::size_t most = 0;
  constexpr int kSteps = 120;
  for (int step = 12; step <= kSteps - 12; ++step) {
    const float x = all.left + all.width() * static_cast<float>(step) / kSteps;
    std::vector<const LinePiece*> left, right;
    const auto look = [&] {
      if (left.size() + right.size() > most && is_running_text(left) && is_running_text(right)) {
        const float top = std::max(left.front()->box.top, right.front()->box.top),
                    bottom = std::min(left.back()->box.bottom, right.back()->box.bottom);
        if (bottom - top > 3 * left.front()->em) {
          most = left.size() + right.size();
          best = Gutter{x, std::min(left.front()->box.top, right.front()->box.top),
                        std::max(left.back()->box.bottom, right.back()->box.bottom)};
        }
      }
      left.clear();
      right.clear();
    };
    float above = pieces[0].box.middle();
    for (const LinePiece& piece : pieces) {
      if (piece.box.middle() - above > kBandEnds * piece.em) look();
      above = piece.box.middle();
      if (piece.box.right < x) left.push_back(&piece);
      else if (piece.box.left > x) right.push_back(&piece);
      else look();  // it crosses: a band ends
    }
    look();
  }
  return best;
}

void read(Pieces pieces, std::size_t column, std::size_t& columns, int depth, std::vector<PrintedLine>& out) {
  std::ranges::stable_sort(pieces, {}, [](const LinePiece& p) { return p.box.middle(); });
  const auto gutter = depth < 3 ? find_gutter(pieces) : std::nullopt;
  if (!gutter) return add_rows(std::move(pieces), column, out);
  Pieces above, left, right, below;
  for (LinePiece& piece : pieces) {
    const float y = piece.box.middle();
    Pieces& part = y < gutter->top ? above : y > gutter->bottom ? below : piece.box.right < gutter->x ? left : right;
    part.push_back(std::move(piece));
  }
  if (!above.empty()) read(std::move(above), column, columns, depth + 1, out);
  read(std::move(left), ++columns, columns, depth + 1, out);
  read(std::move(right), ++columns, columns, depth + 1, out);
  if (!below.empty()) read(std::move(below), column, columns, depth + 1, out);
}

}  // namespace

std::vector<PrintedLine> lines_of(Page page) {
  std::vector<PrintedLine> lines;
  std::size_t columns = 0;
  if (!page.pieces.empty()) read(std::move(page.pieces), 0, columns, 0, lines);
  return lines;
}

}  // namespace fengbiao
