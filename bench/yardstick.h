// The yardstick of every speed here: cppjieba's MixSegment with HMM cutting the samples on one core (headers and
// dictionary of the npm package nodejieba). Machines differ; a ratio taken in one run does not.
#pragma once

#include <string>

namespace fengbiao::bench {

// MB/s of cutting `text`, the best of several rounds. `folder` holds dict/ and include/ of cppjieba.
double yardstick(const std::string& folder, const std::string& text);

}  // namespace fengbiao::bench
