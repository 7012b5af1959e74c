// The printed lines of a page, in reading order, from the pieces that stand on it: pieces on one base line become one line,
// with blanks in proportion to the gaps between them; side-by-side columns of running text are read one after the other.
//
//   pieces "Contents" at the left and "3" at the right of one base line give "Contents                    3"
// Columns are found by their gutter: a strip that several full lines on either side leave free (recursive X-Y cut, after
// Nagy, Seth and Viswanathan 1992). Tables with short cells are no columns. Does not read vertical or turned text.
// Tested by bbox_test.cc.
#pragma once

#include <string>
#include <vector>

#include "intake/page.h"

namespace fengbiao {

struct PrintedLine {
  std::string text;
  Box box;
  float em = 0;
  std::size_t characters = 0;
  std::size_t column = 0;  // 0 for lines over the whole page, else the number of the column on its page
  bool furniture = false;
};

std::vector<PrintedLine> lines_of(Page page);

}  // namespace fengbiao
