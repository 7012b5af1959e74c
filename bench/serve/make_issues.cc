// Issues of a pile (../pile.h) as files: make_issues TEXTS FOLDER COUNT. Same texts and count, same bytes.
#include <fmt/format.h>

#include <cstdlib>

#include "base/disk.h"
#include "measure.h"
#include "pile.h"

int main(int count, char** words) {
  if (count != 4) return 2;
  using namespace fengbiao;
  using namespace fengbiao::bench;
  const Pile pile = need(Pile::load(words[1]));
  const std::filesystem::path folder = words[2];
  std::filesystem::create_directories(folder);
  const auto issues = static_cast<std::uint32_t>(std::strtoul(words[3], nullptr, 10));
  for (std::uint32_t n = 0; n < issues; ++n) {
    // A bulletin of two days each from 2008 on: every key is a day of its own.
    const std::string name = fmt::format("{:04}-{:02}-{:02}", 2008 + n / 168, 1 + n / 14 % 12, 1 + n % 14 * 2);
    if (!write_file(folder / (name + ".txt"), pile.issue(n))) return 1;
  }
  return 0;
}
