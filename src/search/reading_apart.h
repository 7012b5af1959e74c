// A row of words typed without blanks, read as its words: what is found nowhere as it stands may be there word by word.
//
//   words_in("2022年跨境电商进出口额", common, name_at)  ->  2022, 跨境电商, 进出口
//
// Names that are known stay whole; words of one character are left out, as they are everywhere.
//
// Tested by widening_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entity/words.h"

namespace fengbiao {

// `name_at(at)` tells how many bytes the longest known name has that begins there; 0: none.
std::vector<std::string> words_in(std::string_view form, const Words& common, const std::function<std::uint32_t(std::size_t)>& name_at);

}  // namespace fengbiao
