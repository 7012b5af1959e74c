#include "text/linear_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fengbiao {
namespace {

using Example = LinearModel::Example;

std::vector<Example> fruit() {
  return {{{{"red", 1}, {"round", 1}}, "apple"},   {{{"green", 1}, {"round", 1}}, "apple"}, {{{"yellow", 1}, {"long", 1}}, "banana"},
          {{{"green", 1}, {"long", 1}}, "banana"}, {{{"red", 1}, {"small", 1}}, "cherry"},  {{{"black", 1}, {"small", 1}}, "cherry"}};
}

TEST(LinearModel, TellsWhatItLearned) {
  const LinearModel model = LinearModel::train(fruit(), {});
  for (const Example& e : fruit()) EXPECT_EQ(model.scores(e.features).front().label, e.label);
  EXPECT_EQ(model.scores(std::vector<NamedFeature>{{"black", 1}, {"long", 1}}).size(), 3U);
}

TEST(LinearModel, ProbabilitiesAreOneTogether) {
  const LinearModel model = LinearModel::train(fruit(), {});
  double all = 0;
  for (const auto& score : model.scores(std::vector<NamedFeature>{{"round", 1}, {"never seen", 5}})) all += score.probability;
  EXPECT_NEAR(all, 1, 1e-9);
}

TEST(LinearModel, SaysWhy) {
  const LinearModel model = LinearModel::train(fruit(), {});
  const auto reasons = model.reasons(std::vector<NamedFeature>{{"green", 1}, {"long", 1}, {"never seen", 1}}, "banana", "apple");
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0].name, "long");
  EXPECT_GT(reasons[0].value, 0);
  EXPECT_GT(reasons[0].value, std::abs(reasons[1].value));
  EXPECT_TRUE(model.reasons(std::vector<NamedFeature>{{"long", 1}}, "banana", "plum").empty());
}

TEST(LinearModel, LeavesRareFeaturesOut) {
  const LinearModel model = LinearModel::train(fruit(), {.fewest = 2});
  EXPECT_TRUE(model.reasons(std::vector<NamedFeature>{{"yellow", 1}}, "banana", "apple").empty());
}

TEST(LinearModel, SameExamplesSameModel) {
  const auto one = LinearModel::train(fruit(), {}), two = LinearModel::train(fruit(), {});
  const std::vector<NamedFeature> asked{{"green", 1}};
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(one.scores(asked)[i].probability, two.scores(asked)[i].probability);
}

TEST(LinearModel, NothingLearnedNothingSaid) {
  EXPECT_TRUE(LinearModel::train({}, {}).scores(std::vector<NamedFeature>{{"red", 1}}).empty());
}

}  // namespace
}  // namespace fengbiao
