// Known names in which a character is missing or stands twice or once too often, or two characters or words have changed places.
//
//   国家市场监督管总局       missing: 理
//   国家市场管理监督总局     changed places: 监督 and 管理
//
// Names of five characters and more are known by how they begin (three characters, four of a longer one), so the slip is looked for behind
// that; a slip at the very end is none, as a shorter name may end there. Linear but for names that begin alike, of which a bounded number
// is tried. Tested by name_slips_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/trie.h"

namespace fengbiao {

class NameSlips {
 public:
  enum class Kind : std::uint8_t { missing, added, turned, blocks };
  struct Hit {
    Kind kind = Kind::missing;
    Span span;               // what is printed
    std::uint32_t name = 0;  // index
    Span wrong;              // of `missing` the characters beside the gap
  };
  // Names of Chinese characters alone. `starting` is called for each beginning that is looked for.
  static NameSlips of(const std::vector<std::string>& names, const std::function<void(std::string_view)>& starting = {});
  // Adds those that begin at byte `at`.
  void find(std::string_view text, std::uint32_t at, std::vector<Hit>& out) const;

 private:
  void take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const;
  std::vector<std::string> names_;
  Trie starts_;
  std::vector<std::vector<std::uint32_t>> starting_;  // by value of the trie
};

}  // namespace fengbiao
