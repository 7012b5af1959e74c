#include "entity/address_text.h"

#include <algorithm>

namespace fengbiao {

using Forms = AddressForms;

std::uint32_t AddressText::skip(std::uint32_t at, std::uint32_t use) const {
  while (at < text_.size()) {
    const std::uint32_t n = f_.longest(text_, at, use);
    if (!n) break;
    at += n;
  }
  return at;
}

bool AddressText::road_follows(std::uint32_t at) const {
  for (int middles = 0; middles < 3; ++middles) {
    if (f_.longest(text_, at, Forms::road)) return f_.longest(text_, at, Forms::county_kind | Forms::town_kind) == 0;
    if (f_.longest(text_, at, Forms::small_road) && digit_at(at + 3)) return true;
    const std::uint32_t n = f_.longest(text_, at, Forms::road_middle);
    if (!n) return false;
    at += n;
  }
  return false;
}

bool AddressText::number_at(std::uint32_t at) const {
  at = skip(at, Forms::separator);
  if (const std::uint32_t n = f_.longest(text_, at, Forms::house_head)) at += n;
  return digit_at(at);
}

std::pair<std::uint32_t, bool> AddressText::find_road(std::uint32_t from) const {
  std::uint32_t i = from;
  if (i < text_.size() && letter(text_[i])) ++i;
  if (digit_at(i)) {  // 6号大街, 105国道
    while (digit_at(i)) ++i;
    if (const std::uint32_t n = f_.longest(text_, i, Forms::road)) return {rest_of_road(i + n), true};
    const std::uint32_t unit = f_.longest(text_, i, Forms::house_unit);
    if (const std::uint32_t n = f_.longest(text_, i + unit, Forms::road); unit && n) return {rest_of_road(i + unit + n), true};
    return {from, false};
  }
  if (i != from) return {from, false};
  for (; i < text_.size() && i - from <= kLongestRoad && han(i); i += decode(text_, i).size) {
    if (i == from) continue;
    if (const std::uint32_t n = f_.longest(text_, i, Forms::road)) {
      if (f_.longest(text_, i, Forms::town_kind) > n) return {from, false};  // 街道
      return {rest_of_road(i + n), true};
    }
    if (const std::uint32_t n = f_.longest(text_, i, Forms::small_road)) {
      const std::uint32_t behind = rest_of_road(i + n);
      if (number_at(behind)) return {behind, true};
    }
  }
  return {from, false};
}

// 四段, 东段, 支路, a lane of the road; 北 before a number.
std::uint32_t AddressText::rest_of_road(std::uint32_t at) const {
  for (std::uint32_t n; (n = f_.longest(text_, at, Forms::road_rest));) at += n;
  if (const std::uint32_t n = f_.longest(text_, at, Forms::road_side)) {
    if (number_at(at + n)) return at + n;
  }
  // 三条胡同, 一巷 and the like: another ending right behind, within three characters, before a number.
  std::uint32_t i = at;
  for (int middles = 0; middles < 3 && han(i); ++middles) {
    if (const std::uint32_t n = f_.longest(text_, i, Forms::road); n && middles > 0 && number_at(i + n)) return i + n;
    const std::uint32_t n = f_.longest(text_, i, Forms::road_middle | Forms::small_road);
    if (!n) break;
    i += n;
  }
  return at;
}

// 446弄1号, 39号院8号楼1705, 3组15号, 甲55号, 20-1号, A座6层.
std::uint32_t AddressText::house_end(std::uint32_t start, bool behind_road) const {
  std::uint32_t at = start;
  bool any = false;
  while (true) {
    const std::uint32_t from = any ? spaces(at) : at;
    std::uint32_t i = from + f_.longest(text_, from, Forms::house_head);
    const bool headed = i != from;
    const std::uint32_t number = i;
    while (i < text_.size() && (digit(text_[i]) || letter(text_[i]) ||
                                (i > number && (text_[i] == '-' || text_[i] == '/') && i + 1 < text_.size() && digit(text_[i + 1]))))
      ++i;
    const bool arabic = i != number;
    if (!arabic)
      for (std::uint32_t n; (n = f_.longest(text_, i, Forms::numeral));) i += n;
    if (i == number) break;
    const std::uint32_t blank = spaces(i);
    const std::uint32_t unit = f_.longest(text_, blank, Forms::house_unit);
    if (unit) {
      if (std::all_of(text_.begin() + number, text_.begin() + i, letter) && !any && f_.longest(text_, blank, Forms::road)) break;
      at = blank + unit;
    } else {
      // A bare number belongs to what stands right before it, or is the house itself.
      if (!arabic && !headed) break;
      if (any ? from != at : (han(i) && f_.longest(text_, i, Forms::separator) == 0)) break;
      if (!any && !behind_road) break;
      if (i - number >= 6 && !any) break;
      at = i;
    }
    any = true;
  }
  return at;
}

}  // namespace fengbiao
