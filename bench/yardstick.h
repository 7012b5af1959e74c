// The yardstick of every speed here: cppjieba's MixSegment with HMM cutting the samples on one core (headers and
// dictionary of the npm package nodejieba). Machines differ, and a shared one changes its speed from second to second: so a stage is
// measured with the yardstick beside it, turn and turn about, and the ratio is what is told.
//
//   Yardstick yard(jieba_folder, text);
//   const Beside took = yard.beside(3, issues.size(), [&](std::size_t i) { read(issues[i]); });
//   row("structure", mb / took.seconds, took.yard, 0);
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace fengbiao::bench {

// Of a piece of work and of the yardstick in the same stretch of time.
struct Beside {
  double seconds = 0;  // of the work, all parts together
  double yard = 0;     // MB/s of the yardstick meanwhile
};

class Yardstick {
 public:
  // `folder` holds dict/ and include/ of cppjieba.
  Yardstick(const std::string& folder, const std::string& text);
  ~Yardstick();

  // MB/s, the best of several rounds.
  double alone();
  // Every part of the work in turn with a cut of the yardstick, `rounds` times over; of each part and of each cut beside it the best
  // round counts. The second takes the parts' own seconds, where only a share of a part is to count.
  Beside beside(int rounds, std::size_t parts, const std::function<void(std::size_t)>& part);
  Beside beside_timed(int rounds, std::size_t parts, const std::function<double(std::size_t)>& seconds_of_part);

 private:
  double cut();  // seconds
  struct Cutter;
  std::unique_ptr<Cutter> cutter_;
};

}  // namespace fengbiao::bench
