#include "text/linear_model.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace fengbiao {
namespace {

// Sums to probabilities.
void soften(std::vector<double>& sums) {
  const double most = *std::ranges::max_element(sums);
  double all = 0;
  for (double& sum : sums) all += sum = std::exp(sum - most);
  for (double& sum : sums) sum /= all;
}

// Numbers of an order that looks like none, the same on every machine.
class Shuffle {
 public:
  void operator()(std::vector<std::uint32_t>& rows) {
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[next() % i]);
  }

 private:
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return state_ >> 33;
  }
  std::uint64_t state_ = 1;
};

}  // namespace

LinearModel::Row LinearModel::row_of(std::span<const NamedFeature> features) const {
  Row row;
  for (const NamedFeature& f : features)
    if (const auto at = features_.find(f.name); at != features_.end()) row.emplace_back(at->second, f.value);
  return row;
}

std::size_t LinearModel::label_at(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(labels_, name) - labels_.begin());
}

LinearModel LinearModel::train(std::span<const Example> examples, const Settings& settings) {
  LinearModel model;
  std::map<std::string, std::size_t> label_counts, feature_counts;
  for (const Example& e : examples) {
    ++label_counts[e.label];
    for (const NamedFeature& f : e.features) ++feature_counts[f.name];
  }
  for (const auto& [label, count] : label_counts) model.labels_.push_back(label);
  for (const auto& [name, count] : feature_counts)
    if (count >= settings.fewest) model.features_.emplace(name, static_cast<std::uint32_t>(model.features_.size()));
  const std::size_t labels = model.labels_.size();
  std::vector<double> weights(model.features_.size() * labels), sums = weights;  // shrunk by `scale`, and added up
  std::vector<Row> rows;
  std::vector<std::size_t> wanted;
  std::vector<double> share;
  for (const Example& e : examples) {
    rows.push_back(model.row_of(e.features));
    wanted.push_back(model.label_at(e.label));
    const double even = static_cast<double>(examples.size()) / static_cast<double>(labels * label_counts[e.label]);
    share.push_back(std::pow(even, settings.rare_labels));
  }
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  Shuffle shuffle;
  std::vector<double> guess(labels);
  for (unsigned round = 0; round < settings.rounds; ++round) {
    shuffle(order);
    const double rate = settings.rate / (1 + 0.1 * round);
    for (const std::uint32_t at : order) {
      std::ranges::fill(guess, 0);
      for (const auto& [feature, value] : rows[at])
        for (std::size_t l = 0; l < labels; ++l) guess[l] += weights[feature * labels + l] * value;
      soften(guess);
      for (std::size_t l = 0; l < labels; ++l) guess[l] = rate * share[at] * ((l == wanted[at] ? 1.0 : 0.0) - guess[l]);
      for (const auto& [feature, value] : rows[at])
        for (std::size_t l = 0; l < labels; ++l) weights[feature * labels + l] += guess[l] * value;
    }
    for (std::size_t i = 0; i < weights.size(); ++i) sums[i] += weights[i] *= 1 - settings.shrink;
  }
  for (double& sum : sums) sum /= std::max(1U, settings.rounds);
  model.weights_ = std::move(sums);
  return model;
}

std::vector<LinearModel::Score> LinearModel::scores(std::span<const NamedFeature> features) const {
  std::vector<Score> out;
  if (labels_.empty()) return out;
  std::vector<double> sums(labels_.size());
  for (const auto& [feature, value] : row_of(features))
    for (std::size_t l = 0; l < labels_.size(); ++l) sums[l] += weights_[feature * labels_.size() + l] * value;
  soften(sums);
  for (std::size_t l = 0; l < labels_.size(); ++l) out.push_back({labels_[l], sums[l]});
  std::ranges::stable_sort(out, std::greater{}, &Score::probability);
  return out;
}

std::vector<NamedFeature> LinearModel::reasons(std::span<const NamedFeature> features, std::string_view label,
                                               std::string_view other) const {
  std::vector<NamedFeature> out;
  const std::size_t one = label_at(label), two = label_at(other);
  if (one >= labels_.size() || two >= labels_.size()) return out;
  for (const NamedFeature& f : features) {
    const auto at = features_.find(f.name);
    if (at == features_.end()) continue;
    const double* const weights = &weights_[at->second * labels_.size()];
    if (const double adds = f.value * (weights[one] - weights[two]); adds != 0) out.push_back({f.name, adds});
  }
  std::ranges::stable_sort(out, std::greater{}, [](const NamedFeature& f) { return std::abs(f.value); });
  return out;
}

}  // namespace fengbiao
