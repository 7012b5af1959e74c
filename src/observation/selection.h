// Which numbers of an article measure something. What is left out: numbers in titles and names, counts that only sum up a list,
// numbers on how a survey was made, bounds inside a description (成交额过亿的品牌), labels. Each rule has a name. Tested by
// the text cases of tests/cases/records.
#pragma once

#include <string_view>
#include <vector>

#include "observation/scene.h"

namespace fengbiao {

// Fills scene.counts; `why`, where given, gets for every quantity left out the name of the rule, empty for the others.
void select(Scene& scene, std::vector<std::string_view>* why = nullptr);

}  // namespace fengbiao
