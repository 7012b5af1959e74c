// Where words in a picture may stand: beside their point, within the plot, on no other words and no mark, and on as few lines as possible.
// Words that find no place are left out; the table has them. Tested by chart_svg_test.cc.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fengbiao {

struct LabelBox {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool meets(const LabelBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  [[nodiscard]] bool holds(const LabelBox& other) const {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
};

struct Stroke {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};
bool crosses(const Stroke& stroke, const LabelBox& box);

class LabelPlaces {
 public:
  explicit LabelPlaces(const LabelBox& room) : room_(room) {}
  void mark(const LabelBox& box) { taken_.push_back(box); }
  void line(const Stroke& stroke) { lines_.push_back(stroke); }
  // The box for words of this size beside the point, taken from now on: above it if possible, or below.
  std::optional<LabelBox> place(double x, double y, double width, double height, bool below = false);
  // The same to the right or left of a bar from `top` to `bottom`: a block of rows.
  std::optional<LabelBox> place_beside(double x, double top, double bottom, double width, double height);

 private:
  // The first of these corners where the box is free, on as few lines as possible.
  std::optional<LabelBox> best(std::span<const std::pair<double, double>> corners, double width, double height);
  LabelBox room_;
  std::vector<LabelBox> taken_;
  std::vector<Stroke> lines_;
};

}  // namespace fengbiao
