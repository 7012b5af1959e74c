// Known names with one character wrong, whatever the character: one half of such a name stands there as it should, so the halves are what
// is looked for; of the two characters beside the half one at least must be right as well.
//
//   OneOff names = OneOff::of({"国家发展改革委"});   names.find("国家发展玫革委", 0, found)  ->  found[0].at == 12, the wrong character
//
// Linear in the text but for the names that share a half (日报). Tested by one_off_test.cc.
#pragma once

#include <cstdint>
#include <functional>
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
  // Names of Chinese characters alone; shorter ones than four are left out. `half` is called for each half that is looked for.
  static OneOff of(const std::vector<std::string>& names, const std::function<void(std::string_view)>& half = {});
  // Adds those of which a half begins at byte `at`.
  void find(std::string_view text, std::uint32_t at, std::vector<Hit>& out) const;
  // By place, each once; the longest first where several begin at one.
  static void order(std::vector<Hit>& hits);

 private:
  struct Known {
    std::uint32_t beside, next;  // the characters beside the half and beyond that
    std::uint32_t name;
  };
  struct Half {
    Trie halves;
    std::vector<std::vector<Known>> sharing;  // by value of the trie
  };
  void take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const;
  std::vector<std::string> names_;
  Half left_, right_;
};

}  // namespace fengbiao
