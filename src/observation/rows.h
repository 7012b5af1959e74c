// Numbers told one by one: which belong to a row, and which tell more of those of an earlier row.
//
//   甲5亿元，乙4亿元，同比分别增长3%和2%     3% is of 甲, 2% of 乙
//
// Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>
#include <vector>

#include "observation/frame.h"
#include "observation/measured.h"
#include "observation/scene.h"

namespace fengbiao {

class Rows {
 public:
  Rows(const Scene& scene, const Frames& frames, const Measuring& measuring);

  // As many numbers before as behind 分别: each tells more of one of them. Call it for the quantities in order, with
  // the pairing that one has, or nullptr.
  [[nodiscard]] Item told_before(std::uint32_t quantity, const Pairing* pairing);
  // The quantity of which this one tells more; kNoClause: none that told_before() knows of.
  [[nodiscard]] std::uint32_t like(std::uint32_t quantity) const { return quantity < like_.size() ? like_[quantity] : kNoClause; }
  // The numbers behind 分别 to which this one belongs.
  [[nodiscard]] std::vector<std::uint32_t> row_of(std::uint32_t quantity) const;

 private:
  [[nodiscard]] std::size_t pairs_before(std::uint32_t quantity) const;
  [[nodiscard]] bool marked(Span own) const;
  [[nodiscard]] bool goes_on(std::uint32_t quantity, std::uint32_t last) const;

  const Scene& s_;
  const Frames& frames_;
  const Measuring& measuring_;
  std::vector<std::uint32_t> markers_;  // where words such as 分别 stand
  std::vector<std::uint32_t> like_;     // by quantity
  Span own_;                            // what stands before the first number of the last such list
};

}  // namespace fengbiao
