// People, where a title or a verb of speech stands by: a family name and one or two more characters between them, or a name that
// was written over into Chinese, with a dot inside.
//
//   商务部新闻发言人李明表示     李明
//   首席执行官马丁·科尔说        马丁·科尔
//   记者从会上获悉, 专家高度评价  nobody
//
// Better nobody than somebody wrong. Tested by people_test.cc and tests/sets/names.txt.
#pragma once

#include <string_view>
#include <vector>

#include "entity/lexicon_words.h"
#include "entity/name.h"

namespace fengbiao {

// Adds to `out`, in order of the text.
void find_people(const NameWords& words, std::string_view folded, const std::vector<NameToken>& tokens, std::vector<Name>& out);

}  // namespace fengbiao
