// Any observations, by chance: see check_series.h. The same bytes in every run.
//
//   property 2000
#include <cstdlib>
#include <random>

#include "check_series.h"

int main(int count, char** words) {
  const int runs = count > 1 ? std::atoi(words[1]) : 1000;
  std::mt19937 random(11);
  for (int run = 0; run < runs; ++run) {
    std::vector<std::uint8_t> bytes((run % 40 + 1) * 8);
    for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(random());
    // Every other time nearly all reports are of one series, so that their cells fill.
    for (std::size_t i = 0; run % 2 && i < bytes.size(); i += 8) bytes[i] %= 3, bytes[i + 4] = 4, bytes[i + 5] = 1;
    fengbiao::check_series(bytes);
  }
  return 0;
}
