// Known names with one character wrong, whatever the character: one half of such a name stands there as it should, so the halves are what
// is looked for. A half that very many names share (日报) is looked for together with all but one character of the rest.
//
//   OneOff names = OneOff::of({"国家发展改革委"});   names.find("国家发展玫革委", found)  ->  found[0].at == 12, the wrong character
//
// Linear in the text but for the names that share a half, up to a bound. Tested by one_off_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "text/first_characters.h"
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
  struct Group {
    std::vector<std::uint32_t> names;    // few
    std::vector<std::uint32_t> lengths;  // bytes of names, where they are many
  };
  struct Half {
    FirstCharacters begin;
    Trie halves;
    std::vector<Group> groups;  // by value of the trie
  };
  void take_blanked(std::string_view text, std::uint32_t begin, std::uint32_t length, bool left, std::vector<Hit>& out) const;
  void take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const;
  std::vector<std::string> names_;
  Half left_, right_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> blanked_;  // names of halves that many share, by themselves with one blank
};

}  // namespace fengbiao
