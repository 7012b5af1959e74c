#include "observation/repetitions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace fengbiao {
namespace {

constexpr std::size_t kMostInTitle = 64, kMostAlike = 64;  // numbers looked at for repetitions

// The value of the last digit that is no zero: 3000亿 is given to the nearest 1000亿.
double rough_step(double value) {
  double step = 1;
  value = std::fabs(value);
  while (value >= step * 10 && std::fmod(value, step * 10) == 0) step *= 10;
  return step;
}

}  // namespace

void drop_repetitions(std::vector<Observation>& out, std::size_t first, std::uint32_t title_end) {
  const auto in_title = [&](const Observation& o) { return o.span.end <= title_end; };
  const auto same = [](const Observation& a, const Observation& b) {
    return a.value == b.value && a.value_max == b.value_max && a.unit == b.unit && a.measure == b.measure && a.basis == b.basis &&
           a.area == b.area && a.entity == b.entity && a.period == b.period && a.indicator == b.indicator;
  };
  const auto rounded = [](const Observation& title, const Observation& body) {
    if (title.unit != body.unit && !title.unit.empty() && !body.unit.empty()) return false;
    const double difference = std::fabs(std::fabs(title.value) - std::fabs(body.value));
    const double slack = std::max(rough_step(title.value), title.approx == '=' ? 0 : std::fabs(title.value) * 0.1);
    return difference == 0 || (difference <= slack && title.value != 0 && difference < std::fabs(title.value) * 0.25);
  };
  // Words such as 翻倍 in a title only tell the body's growth roughly.
  const auto in_words = [&](const Observation& o) { return o.unit == "x" && o.digits.find_first_of("0123456789") == o.digits.npos; };
  std::vector<std::uint8_t> drop(out.size(), 0);
  std::map<std::pair<double, std::string_view>, std::vector<std::size_t>> told;  // of the body, by value and unit
  std::vector<std::size_t> titles;
  for (std::size_t i = first; i < out.size(); ++i) {
    if (in_title(out[i])) {
      if (titles.size() < kMostInTitle) titles.push_back(i);
      continue;
    }
    auto& alike = told[{out[i].value, out[i].unit}];
    drop[i] = std::any_of(alike.begin(), alike.end(), [&](std::size_t j) { return same(out[i], out[j]); });
    if (!drop[i] && alike.size() < kMostAlike) alike.push_back(i);
  }
  for (const std::size_t i : titles)
    for (std::size_t j = first; j < out.size() && !drop[i]; ++j)
      drop[i] = !drop[j] && !in_title(out[j]) && (rounded(out[i], out[j]) || (in_words(out[i]) && out[j].measure == Measure::growth));
  std::size_t to = first;
  for (std::size_t i = first; i < out.size(); ++i) {
    if (drop[i]) continue;
    if (to != i) out[to] = std::move(out[i]);
    ++to;
  }
  out.resize(to);
  std::set<std::string_view> ids;
  for (std::size_t i = first; i < out.size(); ++i) ids.insert(out[i].id);
  for (std::size_t i = first; i < out.size(); ++i)  // the whole may have been a repetition
    if (!out[i].part_of.empty() && !ids.contains(out[i].part_of)) out[i].part_of.clear();
  // 两省均为5亿元: one number, two records.
  for (std::size_t i = first + 1, nth = 1; i < out.size(); ++i) {
    nth = out[i].span == out[i - 1].span ? nth + 1 : 1;
    if (nth > 1) out[i].id += "-" + std::to_string(nth);
  }
}

}  // namespace fengbiao
