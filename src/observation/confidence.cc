#include "observation/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostDoubts = 3;
constexpr double kAgainst = -0.15;  // a weight that counts as a doubt

// Of names as short as these the size and both ends tell nearly all apart.
std::uint64_t ends_of(std::string_view name) {
  std::uint64_t front = 0, back = 0;
  if (name.size() >= sizeof front) {
    std::memcpy(&front, name.data(), sizeof front);
    std::memcpy(&back, name.data() + name.size() - sizeof back, sizeof back);
  } else {
    for (const char c : name) front = front << 8 | static_cast<unsigned char>(c);
  }
  return (front ^ (back * 0xBF58476D1CE4E5B9U)) + name.size();
}

std::uint64_t key_of(std::string_view field, std::string_view rule) {
  const std::uint64_t mixed = (ends_of(field) * 0x9E3779B97F4A7C15U ^ ends_of(rule)) * 0x94D049BB133111EBU;
  return mixed ^ mixed >> 32;
}

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
    for (const auto& [rule, weight] : entries) {
      FB_TRY(const double value, finite(weight));
      out.add(field, rule, value);
    }
  }
  return out;
}

double Confidence::weight_of(const Evidence& e) const {
  const std::uint64_t key = key_of(e.first, e.second);
  for (std::size_t at = key & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.field.empty()) return 0;
    if (slot.key == key && slot.rule == e.second && slot.field == e.first) return slot.weight;
  }
}

void Confidence::add(std::string_view field, std::string_view rule, double weight) {
  if (++names_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    names_ = 1;
    for (const Slot& slot : old)
      if (!slot.field.empty()) add(slot.field, slot.rule, slot.weight);
  }
  std::size_t at = key_of(field, rule) & (slots_.size() - 1);
  while (!slots_[at].field.empty()) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {key_of(field, rule), std::string(field), std::string(rule), weight};
}

Confidence::Verdict Confidence::judge(std::span<const Evidence> evidence) const {
  double sum = base_;
  bool against = false;
  for (const Evidence& e : evidence) {
    const double weight = weight_of(e);
    sum += weight;
    against |= weight < kAgainst;
  }
  Verdict verdict;
  verdict.sure = sum >= threshold_;
  if (verdict.sure || !against) return verdict;
  std::vector<std::pair<double, Evidence>> weighed;
  for (const Evidence& e : evidence)
    if (const double weight = weight_of(e); weight < kAgainst) weighed.emplace_back(weight, e);
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [weight, e] : weighed)
    if (verdict.against.size() < kMostDoubts) verdict.against.push_back(e);
  return verdict;
}

}  // namespace fengbiao
