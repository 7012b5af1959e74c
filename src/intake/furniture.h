// Running heads and page numbers, told from the text by where they stand: in the margin, apart from the text, and again on
// other pages at the same height with the same words (digits aside), or a number alone.
//
//   "Shop News 2023 no. 1" at the top of pages 2..9, "- 7 -" at the bottom of page 7
// On a document of one page only a number alone at the very bottom counts. Tested by bbox_test.cc.
#pragma once

#include <vector>

#include "intake/page_lines.h"

namespace fengbiao {

struct LaidPage {
  float width = 0, height = 0;
  std::vector<PrintedLine> lines;
};

// Sets `furniture`. `pitch` is the usual distance of two lines.
void mark_furniture(std::vector<LaidPage>& pages, float pitch);

}  // namespace fengbiao
