// Which figures of a story changed on the way from one printing to the next.
//
//   first  销售收入2965.13亿元，同比增长6.4%        copy  销售收入近3000亿元，同比增长4.6%
//     rounded  2965.13亿元 -> 3000亿元             changed  6.4% -> 4.6%
//
// Figures are quantities with their units (quantity/quantity.h); those of one value are the same however they are printed. A figure that
// the other text has nowhere is held against the one of its unit that stands in the clause most like its own and is missing here. Where no
// clause is alike, nothing is said: the copy may tell something else. Tested by figure_changes_test.cc.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pile/pile_text.h"
#include "rules/data_set.h"

namespace fengbiao {

struct FigureSpot {
  std::size_t paragraph = 0;  // 0: the title, 1: the first paragraph
  Span span{};                // in it
  std::string text, quote;    // the figure as printed, and its sentence
  double value = 0;           // in base units
  std::string unit;
};

struct FigureChange {
  FigureSpot first, other;
  bool rounded = false;  // the one says the other less exactly
};

class FigureReader {
 public:
  static Result<FigureReader> load(const DataSet& data);
  FigureReader(FigureReader&&) noexcept;
  FigureReader& operator=(FigureReader&&) noexcept;
  ~FigureReader();
  // In the order of the other text.
  [[nodiscard]] std::vector<FigureChange> changes(const PileText& first, const PileText& other) const;

 private:
  struct Parts;
  explicit FigureReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
