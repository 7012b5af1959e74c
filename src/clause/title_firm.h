// The only firm that a title speaks of, which the article is about, and whether the title begins with an area.
//
//   某平台双11收官        the firm goes on through the body        甲国平台：某平台居首        one of those compared in 甲国
//
// Tested by carry_test.cc and the text cases of tests/cases/records.
#pragma once

#include <string_view>
#include <vector>

#include "clause/compared.h"

namespace fengbiao {

struct TitleFirm {
  CarriedIndex sole;           // into names; none where it speaks of several, or of none
  bool place_leads = false;    // what is told of firms is told of the area that the title begins with
  bool only_compared = false;  // it speaks of one firm, but compares it
  bool untold = false;         // likewise, but the body never does
};

// `own` is by clause, `subject` (whether it is spoken of) by name.
TitleFirm firm_of_title(std::string_view folded, const SpokenOf& spoken, const Compared& compared, const std::vector<OwnWords>& own,
                        const std::vector<bool>& subject, const std::vector<std::uint32_t>& paragraph_of_sentence, const ReadText& text);

}  // namespace fengbiao
