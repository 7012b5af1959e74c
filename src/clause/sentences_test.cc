#include "clause/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "text/fold.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> sentences(std::string_view text) {
  const std::string f = folded(text);
  std::vector<std::string> out;
  for (const Span s : sentence_spans(f)) out.emplace_back(slice(f, s));
  return out;
}
// Clauses in order; what stands in brackets as "(n) words", n being the clause around it.
std::vector<std::string> clauses(std::string_view text, std::vector<Span> whole = {}) {
  const std::string f = folded(text);
  Cuts cuts;
  cut(f, whole, {}, cuts);
  std::vector<std::string> out;
  for (const CutClause& c : cuts.clauses)
    out.push_back((c.inside == kNoClause ? "" : "(" + std::to_string(c.inside) + ") ") + std::string(slice(f, c.span)));
  return out;
}

TEST(Sentences, FullStopsEndThem) {
  EXPECT_THAT(sentences("销售额增长。订单下降！为什么？不知道"), ElementsAre("销售额增长。", "订单下降!", "为什么?", "不知道"));
  EXPECT_THAT(sentences("增长了!!! 真的吗?!  好"), ElementsAre("增长了!!!", "真的吗?!", "好"));
  EXPECT_THAT(sentences("。。。"), IsEmpty());
  EXPECT_THAT(sentences("  "), IsEmpty());
}

TEST(Sentences, WhatIsNoEnd) {
  EXPECT_THAT(sentences("增长1.5%；网址 a.cn/?q=1 可查"), ElementsAre("增长1.5%;网址 a.cn/?q=1 可查"));
  EXPECT_THAT(sentences("读《为什么买？谁在买！》的人增加"), ElementsAre("读《为什么买?谁在买!》的人增加"));
  EXPECT_THAT(sentences("推出“买买买！”活动，很成功。"), ElementsAre("推出\"买买买!\"活动,很成功。"));
}

TEST(Sentences, QuotesThatHoldWholeSentences) {
  EXPECT_THAT(sentences("他说：“增长了。明年更好。”记者在场。"), ElementsAre("他说:\"增长了。", "明年更好。\"", "记者在场。"));
  EXPECT_THAT(clauses("他说：“增长5%，明年10%”，然后离开"), ElementsAre("他说", "\"增长5%", "明年10%\"", "然后离开"));
}

TEST(Clauses, CommasSemicolonsColonsDashes) {
  EXPECT_THAT(clauses("全年，额达1亿元；其中：甲省5000万，乙省——较小——其余"),
              ElementsAre("全年", "额达1亿元", "其中", "甲省5000万", "乙省", "较小", "其余"));
  EXPECT_THAT(clauses("甲、乙和丙"), ElementsAre("甲、乙和丙"));
}

TEST(Clauses, NumbersAndClocksAreNotCut) {
  EXPECT_THAT(clauses("共1,234,567件，20:30开始，见 https://a.cn"), ElementsAre("共1,234,567件", "20:30开始", "见 https://a.cn"));
  EXPECT_THAT(clauses("增长5,2022年又增"), ElementsAre("增长5", "2022年又增"));
  EXPECT_THAT(clauses("方案(2022——2025年)发布"), ElementsAre("方案(2022——2025年)发布", "(0) 2022——2025年"));
}

TEST(Clauses, NothingIsCutInsideWhatIsWhole) {
  const std::string f = folded("在某某(甲,乙)公司,有5人");
  const auto at = static_cast<std::uint32_t>(f.find("某某"));
  EXPECT_THAT(clauses(f, {{at, static_cast<std::uint32_t>(f.find(",有"))}}), ElementsAre("在某某(甲,乙)公司", "有5人"));
}

TEST(Clauses, TitlesAndShortQuotesAreNotCut) {
  EXPECT_THAT(clauses("《甲，乙：丙》发布，含“买全球，卖全球”口号"), ElementsAre("《甲,乙:丙》发布", "含\"买全球,卖全球\"口号"));
  EXPECT_THAT(clauses("「甲，乙」与『丙，丁』"), ElementsAre("「甲,乙」与『丙,丁』"));
}

TEST(Clauses, BracketsBelongToTheClauseTheyStandIn) {
  EXPECT_THAT(clauses("零售额（含税，下同）达1亿元，增长5%（上年3%）。"),
              ElementsAre("零售额(含税,下同)达1亿元", "(0) 含税", "(0) 下同", "增长5%(上年3%)", "(3) 上年3%"));
  EXPECT_THAT(clauses("甲（乙（丙）丁）戊"), ElementsAre("甲(乙(丙)丁)戊", "(0) 乙(丙)丁", "(1) 丙"));
  EXPECT_THAT(sentences("甲（乙。丙。）丁。戊"), ElementsAre("甲(乙。丙。)丁。", "戊"));
}

TEST(Clauses, MarksThatDoNotComeOutEven) {
  EXPECT_THAT(clauses("甲（乙，丙。丁，戊"), ElementsAre("甲(乙", "丙", "丁", "戊"));
  EXPECT_THAT(clauses("甲）乙，丙"), ElementsAre("甲)乙", "丙"));
  EXPECT_THAT(clauses("《甲，乙，丙"), ElementsAre("《甲", "乙", "丙"));
  EXPECT_THAT(clauses("称“甲，“乙”增长，丙”下降，“丁，戊”"), ElementsAre("称\"甲", "\"乙\"增长", "丙\"下降", "\"丁,戊\""));
  const std::string far = "甲（乙" + std::string(1000, 'a') + "，丙。丁）戊，己";
  EXPECT_EQ(clauses(far).size(), 4u);
}

TEST(Clauses, ParagraphsEndEverything) {
  const std::string f = folded("甲（乙 丙）丁");
  Cuts cuts;
  const std::uint32_t at = static_cast<std::uint32_t>(f.find("丙"));
  cut(f, {}, std::span(&at, 1), cuts);
  ASSERT_EQ(cuts.sentences.size(), 2u);
  EXPECT_EQ(slice(f, cuts.sentences[0]), "甲(乙");
  EXPECT_EQ(slice(f, cuts.sentences[1]), "丙)丁");
}

TEST(Clauses, EveryClauseLiesInItsSentenceAndItsBrackets) {
  const std::string marks[] = {"甲", "(", ")", "\"", ",", "。", "《", "》", ":", "5", "——", " ", "「", "」", "!"};
  std::uint64_t state = 7;
  for (int round = 0; round < 20000; ++round) {
    std::string f;
    for (int i = 0; i < 14; ++i)
      f += marks[(state = state * 6364136223846793005ULL + 1442695040888963407ULL, state >> 33) % std::size(marks)];
    Cuts cuts;
    cut(f, {}, {}, cuts);
    std::uint32_t before = 0;
    for (const CutClause& c : cuts.clauses) {
      ASSERT_LT(c.sentence, cuts.sentences.size()) << f;
      const Span s = cuts.sentences[c.sentence];
      ASSERT_TRUE(!c.span.empty() && c.span.begin >= s.begin && c.span.end <= s.end) << f;
      ASSERT_GE(c.span.begin, before) << f;
      before = c.span.begin;
      if (c.inside == kNoClause) continue;
      const Span around = cuts.clauses.at(c.inside).span;
      ASSERT_TRUE(around.begin < c.span.begin && c.span.end <= around.end) << f;
    }
  }
}

TEST(Clauses, HostileNestingTakesLinearTime) {
  for (const std::string piece : {"(", ")", "\"", "《", "「", "(\"《", "——", "(,", "!"}) {
    std::string f;
    while (f.size() < 2'000'000) f += piece;
    for (int closing = 0; closing < 2; ++closing) {
      const auto start = std::chrono::steady_clock::now();
      Cuts cuts;
      cut(f, {}, {}, cuts);
      EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
      f += std::string(f.size(), ')');
    }
  }
}

}  // namespace
}  // namespace fengbiao
