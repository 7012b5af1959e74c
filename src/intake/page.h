// A page as `pdftotext -bbox-layout` tells it: words with their boxes, in points from the top left corner, gathered into
// the pieces of a line that stand close together. Tested by bbox_test.cc.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] float middle() const { return (top + bottom) / 2; }
  void include(const Box& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
  }
};

struct PageWord {
  Box box;
  std::string text;
};

struct LinePiece {
  std::vector<PageWord> words;  // from left to right
  Box box;
  float em = 0;  // type size; 0 while unknown
  std::size_t characters = 0;
};

struct Page {
  float width = 0, height = 0;
  std::vector<LinePiece> pieces;
};

// Fails with malformed. `em` of the pieces is measured from the advance of their Chinese characters, which is one em in
// every font; pieces without any take it from their height, by the ratio the others have.
Result<std::vector<Page>> parse_bbox(std::string_view xhtml, std::string_view file);

// The middle of the most common values, weighted; 0 for none. `step` is the width of a class.
struct Weighted {
  float value = 0;
  std::size_t weight = 1;
};
float most_common(std::vector<Weighted> values, float step);

}  // namespace fengbiao
