#include "serve/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace fengbiao {

void Metrics::answered(unsigned status, double seconds) {
  by_class_[std::min<std::size_t>(status / 100, by_class_.size() - 1)].fetch_add(1, std::memory_order_relaxed);
  const auto at = std::ranges::lower_bound(kBounds, seconds) - kBounds.begin();
  took_[static_cast<std::size_t>(at)].fetch_add(1, std::memory_order_relaxed);
  microseconds_.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
}

std::string Metrics::text(const Gauges& gauges) const {
  std::string out;
  const auto head = [&](std::string_view name, std::string_view about, std::string_view type) {
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, about, name, type);
  };
  head("fengbiao_answers_total", "Answers by the hundreds of their status.", "counter");
  for (std::size_t i = 1; i < by_class_.size(); ++i)
    out += fmt::format("fengbiao_answers_total{{status=\"{}xx\"}} {}\n", i, by_class_[i].load());
  head("fengbiao_answer_seconds", "From the last byte of a request to its whole answer.", "histogram");
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    count += took_[i].load();
    out += fmt::format("fengbiao_answer_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i], count);
  }
  count += took_.back().load();
  out += fmt::format("fengbiao_answer_seconds_bucket{{le=\"+Inf\"}} {}\nfengbiao_answer_seconds_sum {}\nfengbiao_answer_seconds_count {}\n",
                     count, static_cast<double>(microseconds_.load()) / 1e6, count);
  const auto counter = [&](std::string_view name, std::string_view about, std::uint64_t value) {
    head(name, about, "counter");
    out += fmt::format("{} {}\n", name, value);
  };
  counter("fengbiao_connections_accepted_total", "Connections taken.", accepted.load());
  counter("fengbiao_connections_closed_total", "Idle connections closed to make room for new ones.", closed_to_make_room.load());
  counter("fengbiao_connections_timed_out_total", "Connections closed because a client was too slow.", timed_out.load());
  counter("fengbiao_refused_busy_total", "Requests refused because too many waited.", refused_busy.load());
  head("fengbiao_connections", "Connections open now.", "gauge");
  out += fmt::format("fengbiao_connections {}\n", connections.load());
  for (const Gauge& g : gauges) {
    head(g.name, g.about, "gauge");
    out += fmt::format("{} {}\n", g.name, g.value);
  }
  return out;
}

}  // namespace fengbiao
