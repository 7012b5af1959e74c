#include "check/repeated_sentences.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(RepeatedSentences, TheSecondTimeIsFlagged) {
  const std::string said = "青石市今年新建了十二座乡镇仓库，方便农户就近寄递鲜果。";
  EXPECT_EQ(marks_of("sentence-in-article-twice", "题目\n" + said + "\n另据介绍，仓库全年开放。\n" + said).size(), 1U);
  EXPECT_TRUE(marks_of("sentence-in-article-twice", "题目\n" + said).empty());
}

TEST(RepeatedSentences, OtherFiguresAreAnotherSentence) {
  EXPECT_TRUE(marks_of("sentence-in-article-twice",
                       "题目\n青石市今年新建了12座乡镇仓库，方便农户就近寄递鲜果。\n白鹭市今年新建了15座乡镇仓库，方便农户就近寄递鲜果。")
                  .empty());
}

TEST(RepeatedSentences, NothingAtAllAndOneSentenceWithoutEnd) {
  EXPECT_TRUE(checked_sample("").findings.empty());
  std::string text = "题目\n";
  for (int i = 0; i < 5000; ++i) text += "青石市今年新建了十二座乡镇仓库，";
  checked_sample(text);
}

TEST(RepeatedSentences, WhatIsWrongInTheirWordsIsSaid) {
  EXPECT_EQ(said_of_broken("check/saying.yaml", "words:\n  - class: no_such\n    list: [甲]\n").substr(0, 13), "saying.yaml:2");
}

}  // namespace
}  // namespace fengbiao
