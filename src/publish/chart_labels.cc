#include "publish/chart_labels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fengbiao {
namespace {

constexpr double kGap = 7;  // between a point and its words

}  // namespace

// Liang and Barsky: the part of the stroke that lies within the box.
bool crosses(const Stroke& s, const LabelBox& box) {
  double from = 0, to = 1;
  const double dx = s.x2 - s.x1, dy = s.y2 - s.y1;
  for (const auto& [along, room] :
       {std::pair{-dx, s.x1 - box.left}, {dx, box.right - s.x1}, {-dy, s.y1 - box.top}, {dy, box.bottom - s.y1}}) {
    if (along == 0) {
      if (room < 0) return false;
    } else if (along < 0) {
      from = std::max(from, room / along);
    } else {
      to = std::min(to, room / along);
    }
  }
  return from <= to;
}

std::optional<LabelBox> LabelPlaces::best(std::span<const std::pair<double, double>> corners, double width, double height) {
  std::optional<LabelBox> found;
  std::size_t fewest = 0;
  for (const auto& [left, top] : corners) {
    const LabelBox box{left, top, left + width, top + height};
    if (!room_.holds(box)) continue;
    if (std::any_of(taken_.begin(), taken_.end(), [&](const LabelBox& other) { return box.meets(other); })) continue;
    const auto crossed =
        static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [&](const Stroke& s) { return crosses(s, box); }));
    if (!found || crossed < fewest) found = box, fewest = crossed;
    if (fewest == 0) break;
  }
  if (found) taken_.push_back(*found);
  return found;
}

std::optional<LabelBox> LabelPlaces::place(double x, double y, double width, double height, bool below) {
  const double half = width / 2;
  std::array<std::pair<double, double>, 10> corners{{{x - half, y - kGap - height},           // above
                                                     {x - half, y + kGap},                    // below
                                                     {x + kGap + 2, y - height / 2},          // right
                                                     {x - kGap - 2 - width, y - height / 2},  // left
                                                     {x + 4, y - kGap - height},
                                                     {x - 4 - width, y - kGap - height},
                                                     {x + 4, y + kGap},
                                                     {x - 4 - width, y + kGap},
                                                     {x - half, y - 2 * kGap - 2 * height},
                                                     {x - half, y + 2 * kGap + height}}};
  if (below)
    for (std::size_t i : {0, 4, 5, 8}) std::swap(corners[i], corners[i == 0 ? 1 : i == 8 ? 9 : i + 2]);
  return best(corners, width, height);
}

std::optional<LabelBox> LabelPlaces::place_beside(double x, double top, double bottom, double width, double height) {
  const double right = x + kGap + 2, left = x - kGap - 2 - width, middle = (top + bottom - height) / 2;
  std::vector<std::pair<double, double>> corners;
  for (const double y : {middle, top - height / 2, bottom - height / 2, top - height, bottom, top - 2 * height, bottom + height})
    for (const double side : {right, left}) corners.emplace_back(side, y);
  return best(corners, width, height);
}

}  // namespace fengbiao
