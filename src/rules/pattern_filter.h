// Which of many patterns may match a text at all: those whose literal words stand in it. The words are what RE2 itself knows a match
// cannot do without (its FilteredRE2); all of them are looked for in one pass.
//
//   PatternFilter filter = PatternFilter::of({&stop, &comma});   filter.candidates("...", out)  ->  {0}: only `stop` may match
//
// A pattern without any such word is always a candidate. Tested by pattern_filter_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "rules/pattern.h"
#include "text/trie.h"

namespace fengbiao {

class PatternFilter {
 public:
  PatternFilter();
  PatternFilter(PatternFilter&&) noexcept;
  PatternFilter& operator=(PatternFilter&&) noexcept;
  ~PatternFilter();

  static PatternFilter of(const std::vector<const Pattern*>& patterns);
  // Numbers of the patterns that may match `text`, rising.
  void candidates(std::string_view text, std::vector<std::uint32_t>& out) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
