#include "observation/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostDoubts = 3;
constexpr double kAgainst = -0.15;  // a weight that counts as a doubt

Result<double> finite(const PackNode& node) {
  FB_TRY(const double value, node.number_or(std::numeric_limits<double>::quiet_NaN()));
  if (!std::isfinite(value)) return node.complain("a number is wanted");
  return value;
}

}  // namespace

Result<Confidence> Confidence::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("observation/confidence.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"base", "threshold", "weights"}));
  if (pack["threshold"].missing()) return pack.complain("there is no threshold");
  Confidence out;
  if (!pack["base"].missing()) { FB_TRY(out.base_, finite(pack["base"])); }
  FB_TRY(out.threshold_, finite(pack["threshold"]));
  FB_TRY(const auto fields, pack["weights"].entries());
  for (const auto& [field, rules] : fields) {
    FB_TRY(const auto entries, rules.entries());
    for (const auto& [rule, weight] : entries) { FB_TRY(out.weights_[field][rule], finite(weight)); }
  }
  return out;
}

Confidence::Verdict Confidence::judge(std::span<const Evidence> evidence) const {
  double sum = base_;
  std::vector<std::pair<double, Evidence>> weighed;
  for (const Evidence& e : evidence) {
    const auto field = weights_.find(e.first);
    if (field == weights_.end()) continue;
    const auto rule = field->second.find(e.second);
    if (rule == field->second.end()) continue;
    sum += rule->second;
    if (rule->second < kAgainst) weighed.emplace_back(rule->second, e);
  }
  Verdict verdict;
  verdict.sure = sum >= threshold_;
  if (verdict.sure) return verdict;
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [weight, e] : weighed)
    if (verdict.against.size() < kMostDoubts) verdict.against.push_back(e);
  return verdict;
}

}  // namespace fengbiao
