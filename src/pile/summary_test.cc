#include "pile/summary.h"

#include <gtest/gtest.h>

#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

TEST(Summary, OwnSentencesInTheirOrder) {
  const PileText text = s::parcels();
  for (const std::size_t wanted : {60U, 100U, 150U, 400U}) {
    const Summary summary = summarize(text, wanted);
    ASSERT_FALSE(summary.sentences.empty());
    EXPECT_LE(summary.characters, wanted);
    EXPECT_FALSE(summary.over);
    std::pair<std::size_t, std::uint32_t> before{};  // paragraphs are counted from 1
    for (const SummarySentence& sentence : summary.sentences) {
      EXPECT_EQ(slice(text.paragraphs[sentence.paragraph - 1], sentence.span), sentence.text);
      const std::pair<std::size_t, std::uint32_t> place{sentence.paragraph, sentence.span.begin};
      EXPECT_LT(before, place);
      before = place;
    }
  }
}

TEST(Summary, TheReportWithItsFiguresComesFirst) {
  const Summary summary = summarize(s::parcels(), 80);
  ASSERT_EQ(summary.sentences.size(), 1U);
  EXPECT_TRUE(summary.sentences[0].text.starts_with("青禾县邮政管理局公布"));
}

TEST(Summary, AllOfItWhereItFits) { EXPECT_EQ(summarize(s::parcels(), 1000).sentences.size(), 4U); }

TEST(Summary, WhatFitsNotIsSaidToBeOver) {
  const Summary summary = summarize(s::parcels(), 10);
  ASSERT_EQ(summary.sentences.size(), 1U);
  EXPECT_TRUE(summary.over);
}

TEST(Summary, WhatIsSaidTwiceIsTakenOnce) {
  const PileText text{.title = "平台上线新服务",
                      .paragraphs = {"平台在三座城市上线新服务。", "平台在三座城市上线新服务。", "首月有四千户家庭使用。"}};
  const Summary summary = summarize(text, 26);
  ASSERT_EQ(summary.sentences.size(), 2U);
  EXPECT_EQ(summary.sentences[1].text, "首月有四千户家庭使用。");
}

TEST(Summary, NothingOfNothing) { EXPECT_TRUE(summarize({}, 100).sentences.empty()); }

}  // namespace
}  // namespace fengbiao
