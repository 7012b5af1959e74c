// The sign of a number that has no word of its own beside it: the word stands further before.
//
//   约占全国的5%      about 5%          不及去年同期的一半      less than a half
//
// Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>

#include "observation/scene.h"

namespace fengbiao {

// `own`: what stands between the number before (or the clause's beginning) and this one.
Approx bound_of(const Scene& scene, std::uint32_t quantity, Span own);

}  // namespace fengbiao
