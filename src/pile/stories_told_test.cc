#include "pile/stories_told.h"

#include <gtest/gtest.h>

#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

std::vector<std::uint32_t> groups(const std::vector<PileText>& texts, unsigned threads = 1) {
  const Prints prints(texts, threads);
  return group(texts.size(), find_pairs(prints, threads), prints);
}

TEST(StoriesTold, ACopyJoinsItsStory) {
  EXPECT_EQ(groups({s::market(), s::parcels(), s::parcels_next_month(), s::parcels_again()}), (std::vector<std::uint32_t>{0, 1, 2, 1}));
}

TEST(StoriesTold, EveryPairThatIsComparedWholeIsFoundInSmall) {
  const std::vector<PileText> texts{s::parcels(), s::parcels_again(), s::market(), s::market()};
  const Prints prints(texts, 1);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found, all;
  for (const StoryPair& pair : find_pairs(prints, 1)) found.emplace_back(pair.first, pair.second);
  for (std::uint32_t a = 0; a < texts.size(); ++a)
    for (std::uint32_t b = a + 1; b < texts.size(); ++b)
      if (prints.compare(a, b).same()) all.emplace_back(a, b);
  EXPECT_EQ(found, all);
}

TEST(StoriesTold, ASurveyTiesNoStoriesTogether) {
  PileText survey{.id = "survey", .title = "一周要闻"};
  for (const PileText& text : {s::parcels(), s::market()})
    survey.paragraphs.insert(survey.paragraphs.end(), text.paragraphs.begin(), text.paragraphs.end());
  const auto told = groups({s::parcels(), s::parcels_again(), s::market(), s::market(), survey});
  EXPECT_EQ(told[0], told[1]);
  EXPECT_EQ(told[2], told[3]);
  EXPECT_NE(told[0], told[2]);
}

TEST(StoriesTold, ThreadsChangeNothing) {
  std::vector<PileText> texts;
  for (int i = 0; i < 200; ++i) {
    texts.push_back(i % 2 == 0 ? s::parcels() : s::market());
    texts.back().paragraphs.push_back("第" + std::to_string(i / 7) + "版。");
  }
  EXPECT_EQ(groups(texts, 1), groups(texts, 4));
}

TEST(StoriesTold, AStoryToldOftenHoldsTogether) {
  const std::vector<PileText> texts(150, s::parcels());
  EXPECT_EQ(groups(texts), std::vector<std::uint32_t>(150, 0));
}

TEST(StoriesTold, NoTextsNoStories) { EXPECT_TRUE(groups({}).empty()); }

}  // namespace
}  // namespace fengbiao
