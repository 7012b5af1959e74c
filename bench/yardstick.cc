#include "yardstick.h"

#include <algorithm>
#include <cppjieba/MixSegment.hpp>
#include <vector>

#include "measure.h"

namespace fengbiao::bench {

struct Yardstick::Cutter {
  cppjieba::MixSegment segment;
  std::string block;
  std::vector<std::string> words;

  [[nodiscard]] double mb() const { return static_cast<double>(block.size()) / 1e6; }
};

Yardstick::Yardstick(const std::string& folder, const std::string& text)
    : cutter_(new Cutter{.segment{folder + "/dict/jieba.dict.utf8", folder + "/dict/hmm_model.utf8"}, .block{}, .words{}}) {
  while (cutter_->block.size() < (1u << 18)) cutter_->block += text;
}

Yardstick::~Yardstick() = default;

double Yardstick::cut() {
  cutter_->words.clear();
  const double took = seconds([&] { cutter_->segment.Cut(cutter_->block, cutter_->words, true); });
  if (cutter_->words.empty()) stop({Cause::malformed, {}, "the yardstick cut nothing", ""});
  return took;
}

double Yardstick::alone() {
  double best = 1e9;
  for (int round = 0; round < 20; ++round) best = std::min(best, cut());
  return cutter_->mb() / best;
}

Beside Yardstick::beside_timed(int rounds, std::size_t parts, const std::function<double(std::size_t)>& seconds_of_part) {
  std::vector<Beside> best(parts, {.seconds = 1e9, .yard = 1e9});
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < parts; ++i) {
      best[i].seconds = std::min(best[i].seconds, seconds_of_part(i));
      best[i].yard = std::min(best[i].yard, cut());
    }
  Beside sum;
  for (const Beside& b : best) sum.seconds += b.seconds, sum.yard += b.yard;
  sum.yard = cutter_->mb() * static_cast<double>(parts) / sum.yard;
  return sum;
}

Beside Yardstick::beside(int rounds, std::size_t parts, const std::function<void(std::size_t)>& part) {
  return beside_timed(rounds, parts, [&](std::size_t i) { return seconds([&] { part(i); }); });
}

}  // namespace fengbiao::bench
