#include "pile/relevance.h"

#include <gtest/gtest.h>

#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

FieldModel field() {
  static const auto words = std::make_shared<const Words>(*Words::load(DataSet::built_in()));
  return FieldModel::learn(words, std::vector<PileText>{s::parcels(), s::parcels_again(), s::parcels_next_month(), s::market()});
}

TEST(Relevance, WhatTheArchiveSpeaksOfIsNearer) {
  const FieldModel model = field();
  const Relevance near = model.relevance({.title = "快递包裹增多", .paragraphs = {"分拣中心处理的快递包裹业务量增长，快递进村提速。"}});
  const Relevance far = model.relevance({.title = "球队夺冠", .paragraphs = {"球队在决赛中战胜对手，教练和球迷热泪盈眶。"}});
  EXPECT_GT(near.nearness, far.nearness);
  EXPECT_EQ(far.value, 0);
  ASSERT_FALSE(near.reasons.empty());
  EXPECT_GT(near.reasons.front().weight, 0);
}

TEST(Relevance, NothingLearnedNothingSaid) {
  EXPECT_TRUE(FieldModel().empty());
  EXPECT_TRUE(FieldModel().relevance(s::market()).reasons.empty());
}

}  // namespace
}  // namespace fengbiao
