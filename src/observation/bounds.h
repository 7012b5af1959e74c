// What bounds a number and in what it is counted, where no word beside it says so: it stands further before.
//
//   约占全国的5%      about 5%          不及去年同期的一半      less than a half
//   逾9亿元（1.3亿美元）   more than    单票成本0.83元，同比减少9分   0.09元
//
// Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>

#include "observation/frame.h"
#include "observation/measured.h"
#include "observation/scene.h"

namespace fengbiao {

// `own`: what stands between the number before (or the clause's beginning) and this one.
Approx bound_of(const Scene& scene, std::uint32_t quantity, Span own);

// 逾350亿元（48亿美元）: the amount before the brackets, of another currency; kNoClause: none.
std::uint32_t converted(const Scene& scene, const Measuring& measuring, std::uint32_t quantity, const Frame& frame);

// 单票成本0.83元，同比减少9分: hundredths of what the price before is told in.
bool is_hundredth(const Scene& scene, std::uint32_t quantity, const Frame& frame);

}  // namespace fengbiao
