// The line that closes an article: where it came from, who selected it, when.
//
//   来源：《某报》 编选：《某动态》编辑部 2022 年 11 月 30 日  ->  names [某报], by 某动态编辑部, date 2022-11-30
//
// It may be wrapped over several lines, and it may be glued to the last sentence; a place inside a line counts only where
// the rest of the line is a whole source line and the sentence before it has ended. Tested by source_line_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bulletin/ink.h"
#include "bulletin/profile.h"

namespace fengbiao {

struct SourceLine {
  std::size_t ink = 0;             // index of its first ink
  std::size_t inks = 1;            // how many it takes
  std::vector<std::string> names;  // as printed, without quotes and 《》
  bool compiled = false;           // the bulletin's own desk is the source
  std::optional<std::string> selected_by;
  std::optional<std::string> date;
  std::string rule;
};

// Finds all source lines. An ink that ends a text and begins a source line is split into two; so `inks` may grow.
std::vector<SourceLine> find_source_lines(std::vector<Ink>& inks, std::string_view text, const Profile& profile, const DateReader& dates);

// Who made the bulletin, by its names in the profile, on the cover or, if none, by whoever selects most: squeezed.
void mark_compiled(std::vector<SourceLine>& lines, const Profile& profile, const std::optional<std::string>& printed_name);

}  // namespace fengbiao
