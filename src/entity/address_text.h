// Roads and houses of an address, found by their form alone: what ends with 路 or 大街 is a road, numbers with 号 弄 栋 室 behind it the
// house. What the divisions are is decided in address.cc.
//
//   "中山北一路120号3楼"  ->  road to 路, house to 楼
//
// Tested by address_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "entity/address_forms.h"
#include "text/chars.h"

namespace fengbiao {

class AddressText {
 public:
  static constexpr std::uint32_t kLongestRoad = 13 * 3;  // bytes

  AddressText(const AddressForms& forms, std::string_view text) : f_(forms), text_(text) {}

  // Past all words of the use that stand here.
  [[nodiscard]] std::uint32_t skip(std::uint32_t at, std::uint32_t use) const;
  [[nodiscard]] std::uint32_t spaces(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }
  [[nodiscard]] bool han(std::uint32_t at) const { return at < text_.size() && is_han(decode(text_, at).code); }
  [[nodiscard]] static bool digit(char c) { return c >= '0' && c <= '9'; }
  [[nodiscard]] static bool letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
  [[nodiscard]] bool digit_at(std::uint32_t at) const { return at < text_.size() && digit(text_[at]); }
  [[nodiscard]] bool rest_is_blank(std::uint32_t at) const { return skip(at, AddressForms::separator) >= text_.size(); }
  // A number, perhaps behind a blank or 甲, 附.
  [[nodiscard]] bool number_at(std::uint32_t at) const;

  // Does a road's ending begin here, perhaps behind a side or number: 路, 东路, 三路?
  [[nodiscard]] bool road_follows(std::uint32_t at) const;
  // Where a road that begins at `from` ends, and whether there is one.
  [[nodiscard]] std::pair<std::uint32_t, bool> find_road(std::uint32_t from) const;
  // Where a house that begins at `start` ends; `start`: there is none. A bare number is one behind a road alone.
  [[nodiscard]] std::uint32_t house_end(std::uint32_t start, bool behind_road) const;

 protected:
  const AddressForms& f_;
  std::string_view text_;

 private:
  [[nodiscard]] std::uint32_t rest_of_road(std::uint32_t at) const;
};

}  // namespace fengbiao
