// Which of a few labels fits a thing best, learned from examples: one weight a label and feature, added up. Logistic regression for several
// labels, with features that have names, so that every answer can say what spoke for it.
//
//   LinearModel model = LinearModel::train(examples, {});
//   model.scores(features)               {{"data", 0.81}, {"news", 0.16}, …}, the likeliest first, together 1
//   model.reasons(features, "data", "news")   {"title has a percentage", +1.9}, … what tells the two apart, the weightiest first
//
// Trained by gradient descent over the examples in an order of its own (Bottou 2010; weights held small by shrinking them, rare labels
// count for more, weights of all rounds averaged), always with the same result. Where features come from is the caller's business.
// It does not grow with use: train it anew. Tested by linear_model_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fengbiao {

struct NamedFeature {
  std::string name;
  double value = 1;
};

class LinearModel {
 public:
  struct Example {
    std::vector<NamedFeature> features;
    std::string label;
  };
  struct Settings {
    unsigned rounds = 40;
    double rate = 0.5;         // of the first round
    double shrink = 1e-3;      // of the weights, a round
    std::size_t fewest = 1;    // examples a feature must be in
    double rare_labels = 0.5;  // 0: every example counts alike; 1: every label does
  };
  static LinearModel train(std::span<const Example> examples, const Settings& settings);

  struct Score {
    std::string label;
    double probability = 0;
  };
  // Empty where nothing was learned. Features that were not seen in training say nothing.
  [[nodiscard]] std::vector<Score> scores(std::span<const NamedFeature> features) const;
  // What each feature adds to `label` against `other`; those that add nothing are left out.
  [[nodiscard]] std::vector<NamedFeature> reasons(std::span<const NamedFeature> features, std::string_view label,
                                                  std::string_view other) const;
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }  // sorted

 private:
  using Row = std::vector<std::pair<std::uint32_t, double>>;  // feature, value
  [[nodiscard]] Row row_of(std::span<const NamedFeature> features) const;
  [[nodiscard]] std::size_t label_at(std::string_view name) const;
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> features_;  // only asked, never walked
  std::vector<double> weights_;                              // by feature and label
};

}  // namespace fengbiao
