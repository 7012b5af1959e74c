// The same work for every row of something long, on several threads. Rows are handed out in blocks; where each leaves its result in a place
// of its own, the result does not depend on the threads.
//
//   each_row(texts.size(), 0, [&](std::size_t row) { prints[row] = print_of(texts[row]); });
//
// Tested by likeness_test.cc.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace fengbiao {

// `threads` 0: as many as there are cores.
template <class Work>
void each_row(std::size_t count, unsigned threads, const Work& work) {
  constexpr std::size_t kBlock = 64;
  const std::size_t blocks = (count + kBlock - 1) / kBlock;
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t block = next++; block < blocks; block = next++)
      for (std::size_t row = block * kBlock; row < std::min(count, (block + 1) * kBlock); ++row) work(row);
  };
  const std::size_t wanted = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(wanted, blocks); ++i) helpers.emplace_back(run);
  run();
}

}  // namespace fengbiao
