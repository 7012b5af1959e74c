// Words compared as words: without blanks, widths and capitals; and whether two names are near.
//
//   bare_words("网络 零售额（Ｂ2C）") == bare_words("网络零售额(b2c)")
//
// Knows no word. Tested by wording_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

std::string bare_words(std::string_view words);

// How far names lie from what was asked for.
class Nearness {
 public:
  explicit Nearness(std::string_view wanted);
  // 1 where what was asked for is a part of the name (数据交易所 of 上海数据交易所), else the edit distance; nothing when that is more than
  // a third of what was asked for.
  [[nodiscard]] std::optional<std::size_t> to(std::string_view name) const;

 private:
  std::u32string wanted_;
  std::size_t reach_;
};

}  // namespace fengbiao
