// 分别 and its like: things told together get their figures one by one.
//
//   北京、上海和广州的零售额分别为5亿元、4亿元和3亿元    items 北京 | 上海 | 广州, shared 的零售额
//   进口和出口额同比分别增长5%和6%
//   甲、乙两省紧随其后，分别达5亿元、4亿元               items may stand in the clause before
//   达5亿元和4亿元，分别增长2%和3%                      or be those of the marker before
//   甲、乙两省均为12家                                  one figure for each
//   甲和乙增势不同，前者增长5%，后者下降3%
//
// Items and figures must agree in number, otherwise nothing is paired. Tested by pairing_test.cc.
#pragma once

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

void find_pairings(std::string_view folded, const Hits& hits, std::span<const WordHit> found, ReadText& text);

}  // namespace fengbiao
