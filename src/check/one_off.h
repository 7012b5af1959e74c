// Known names with one character wrong, whatever the character: one half of such a name stands there as it should, so the halves are what
// is looked for.
//
//   OneOff names = OneOff::of({"国家发展改革委"});   names.find("国家发展玫革委", found)  ->  found[0].at == 12, the wrong character
//
// Linear in the text but for names that share a half. Tested by one_off_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/trie.h"

namespace fengbiao {

class OneOff {
 public:
  struct Hit {
    Span span;               // what is printed
    std::uint32_t name = 0;  // index
    std::uint32_t at = 0;    // of the wrong character
  };
  // Names of Chinese characters alone; shorter ones than four are left out.
  static OneOff of(const std::vector<std::string>& names);
  // By place; the longest first where several begin at one.
  void find(std::string_view text, std::vector<Hit>& out) const;

 private:
  struct Half {
    Trie halves;
    std::vector<std::vector<std::uint32_t>> names;  // by value of the trie
  };
  void take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const;
  std::vector<std::string> names_;
  Half left_, right_;
};

}  // namespace fengbiao
