// Which of many patterns may match a text at all. Most cannot match without certain words (RE2 itself knows them, its FilteredRE2): all
// of these are looked for in one pass. What is known by single marks alone is tried by one automaton that holds all such patterns
// (RE2::Set).
//
//   PatternFilter filter = PatternFilter::of({&stop, &comma});   filter.candidates("...", out)  ->  {0}: only `stop` may match
//
// Tested by pattern_filter_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "rules/pattern.h"

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
