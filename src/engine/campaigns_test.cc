#include "engine/campaigns.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fengbiao {
namespace {

TEST(Campaigns, OfAYearInOrderOfDays) {
  const auto year = built_in_campaigns(2023, 2023);
  ASSERT_TRUE(year) << year.error().message();
  ASSERT_GT(year->size(), 4u);
  EXPECT_TRUE(std::ranges::is_sorted(*year, {}, &Campaign::first));
  const auto eleven = std::ranges::find(*year, "double11", &Campaign::id);
  ASSERT_NE(eleven, year->end());
  EXPECT_EQ(eleven->name, "双11");
  EXPECT_EQ(eleven->first, "2023-11-01");
  EXPECT_EQ(eleven->last, "2023-11-11");
}

TEST(Campaigns, OneThatIsNotKnownForAYearIsLeftOut) {
  const auto early = built_in_campaigns(2001, 2001);
  EXPECT_EQ(std::ranges::count(*early, "double11", &Campaign::id), 0);
  EXPECT_EQ(built_in_campaigns(2022, 2023)->size(), built_in_campaigns(2022, 2022)->size() + built_in_campaigns(2023, 2023)->size());
  EXPECT_TRUE(built_in_campaigns(2023, 2022)->empty());
}

}  // namespace
}  // namespace fengbiao
