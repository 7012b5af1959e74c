// Sentences that set firms or places beside each other: what is told in them holds for the field, or for each alone.
//
//   甲（5%）、乙（4%）、丙（3%）      a table        甲增长8%，乙下降2%      compared
//
// Tested by carry_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "clause/hold.h"
#include "clause/spoken_of.h"

namespace fengbiao {

class Compared {
 public:
  Compared(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<OwnWords>& own, const ReadText& text)
      : folded_(folded), hits_(hits), spoken_(spoken), own_(own), text_(text) {}

  // 甲增长最快，乙居后: places that are compared; none of them is what is spoken of later.
  [[nodiscard]] bool compares_places(const Sentence& sentence) const;
  // 丙国以5亿元居首: a place is ranked among others.
  [[nodiscard]] bool ranks_place(const Sentence& sentence) const;
  // Firms get figures of one kind, or a place among others: what is told of them is told of the field they are in.
  [[nodiscard]] bool compares(const Sentence& sentence) const;
  // A firm is ranked.
  [[nodiscard]] bool ranks(const Sentence& sentence) const;
  // 第二位的甲收入5亿元, 丙升三位: what a ranking told before goes on with.
  [[nodiscard]] bool ranks_on(const Sentence& sentence) const;
  // 甲（5%）、乙（4%）: a table of the field.
  [[nodiscard]] bool lists_firms(const Sentence& sentence) const;

 private:
  [[nodiscard]] bool is_singled_out(const PlaceInText& place) const;
  [[nodiscard]] bool lists_places_behind(const Sentence& sentence) const;
  [[nodiscard]] bool lists_places(const Sentence& sentence) const;
  std::string_view folded_;
  const Hits& hits_;
  const SpokenOf& spoken_;
  const std::vector<OwnWords>& own_;
  const ReadText& text_;
};

}  // namespace fengbiao
