// What the server counts of itself, in the text form of Prometheus: answers by status, how long they took, connections.
//
//   fengbiao_answers_total{status="2xx"} 4711
//
// Tested by metrics_test.cc.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

class Metrics {
 public:
  void answered(unsigned status, double seconds);
  std::atomic<std::int64_t> connections{0};  // open now
  std::atomic<std::uint64_t> accepted{0}, closed_to_make_room{0}, timed_out{0}, refused_busy{0};

  struct Gauge {
    std::string_view name, about;
    double value = 0;
  };
  using Gauges = std::vector<Gauge>;
  [[nodiscard]] std::string text(const Gauges& gauges) const;

 private:
  static constexpr std::array<double, 9> kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1, 10};
  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  // hundreds of the status
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> took_{};
  std::atomic<std::uint64_t> microseconds_{0};
};

}  // namespace fengbiao
