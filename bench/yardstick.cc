#include "yardstick.h"

#include <algorithm>
#include <chrono>
#include <cppjieba/MixSegment.hpp>

namespace fengbiao::bench {

double yardstick(const std::string& folder, const std::string& text) {
  const cppjieba::MixSegment segment(folder + "/dict/jieba.dict.utf8", folder + "/dict/hmm_model.utf8");
  std::string block;
  while (block.size() < (1u << 20)) block += text;
  double best = 0;
  std::size_t words = 0;
  for (int round = 0; round < 7; ++round) {
    std::vector<std::string> out;
    const auto start = std::chrono::steady_clock::now();
    segment.Cut(block, out, true);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    words += out.size();
    best = std::max(best, static_cast<double>(block.size()) / 1e6 / took.count());
  }
  return words > 0 ? best : 0;
}

}  // namespace fengbiao::bench
