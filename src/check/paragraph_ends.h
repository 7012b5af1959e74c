// Paragraphs of full sentences that end in a semicolon though no list goes on: the mark stands for a full stop.
//
//   页面须设置关闭按钮；       and the next paragraph tells of something else
//
// Items of lists are left alone: a number or bracket begins the paragraph or the one behind it, or one beside it ends likewise. Tested by
// the examples of the rule paragraph-ends-in-midst.
#pragma once

#include <cstddef>

#include "check/printed_text.h"

namespace fengbiao {

bool ends_in_midst(const PrintedText& printed, std::size_t part);

}  // namespace fengbiao
