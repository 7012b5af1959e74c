// The words by which figures are bound to each other, from data/check/figures.yaml: 占比, 提高到, 其次是, 日均 … Tested with the checks
// that use them.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the file, described in data/check/README.md.
enum class FigureWord : std::uint8_t {
  share,       // 占, 占比: what follows is a share
  share_noun,  // 比重, 占比: by itself a share of what was told before
  rise_to,     // 提高到: from a smaller figure to a larger one
  fall_to,     // 降至
  from,        // 从
  above,       // 高于
  below,       // 低于
  next,        // 其次是: what follows is not larger
  converted,   // 约合: the same amount in other money
  daily,       // 日均
  monthly,     // 月均
  per_head,    // 人均
  sum,         // 合计: what follows is a sum of what was told
  consists,    // 分为: what follows makes up the whole
  contains,    // 包括, 其中: what follows is part of the whole
  part,        // 其中: what follows is part of what was just told
  and_more,    // 等: the list goes on
  each,        // 分别
  comparable,  // 可比口径: growth on a comparable base
  compared,    // 同比: with another time than what was just told
  revised,     // 修订
  real_terms,  // 扣除价格因素
  asked,       // 受访者: several answers may have been possible
  extreme,     // 最高, 峰值: not a part
  other_base,  // 不含, 除…外: another scope
  average,     // 平均, 均价: no amounts to be added
  loss,        // 亏损: below nothing, so that a rise may make the figure smaller
  placed,      // 排名: the smaller number is the higher place
  place_unit,  // 级, of a counter: likewise
  narrows,     // 收窄到: of a loss, too, the size is told
  lasting,     // 天, of a counter: quicker is less
  working,     // 工作日: other days than those of the calendar
  all_of,      // 全网, 总: the whole of a thing
  nationwide,  // 全国: the whole country
  among,       // 中，: of the things just counted
  member,      // 出口: one of the kinds a whole is divided into; says of what
  whole_of,    // 进出口: the whole of such kinds
  rest,        // 其余: with what was told it is the whole
  close,       // 近, of a bound: it lies near
  per_each,    // 平均每: followed by what each of is told
  remains,     // 还剩: what is left of the whole
  leading,     // 居前三位: of figures that are told in falling order
  all_above,   // 均超过: each of the figures told before lies above
  all_below,   // 均不足: likewise, below
  total,       // 共: directly before the sum of what was told
  outcome,     // 可获: what follows was worked out from what was told
  apart,       // 相差: how far two figures lie apart
  lessened,    // 短缺: what follows is missing from the whole
  grows_by,    // 增长: what follows is what was added, not what came of it
};

class FigureWords : public UseWords {
 public:
  static Result<FigureWords> load(const DataSet& data);

 private:
  explicit FigureWords(UseWords&& words) : UseWords(std::move(words)) {}
};

}  // namespace fengbiao
