#include "comply/matcher.h"

#include <gmock/gmock.h>

#include "comply/sample_pack.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const std::string& text, const std::string& find, const std::string& more = "",
                               ComplyKind kind = ComplyKind::script) {
  return sample_findings(sample_compliance(sample_pack(sample_rule("r", find, more))), text, kind);
}

TEST(ComplyMatcher, FindsWordsAndPhrases) {
  EXPECT_THAT(found("这款全网第一，真的。", "words: [全网第一]"), ElementsAre("全网第一"));
  EXPECT_THAT(found("白酒今天特别便宜", "words: [白酒…6便宜]"), ElementsAre("白酒今天特别便宜"));
  EXPECT_THAT(found("白酒今天真的是特别便宜", "words: [白酒…6便宜]"), IsEmpty()) << "further than six characters";
  EXPECT_THAT(found("白酒。便宜", "words: [白酒…6便宜]"), IsEmpty()) << "no phrase over the end of a sentence";
  EXPECT_THAT(found("买一瓶白酒送一瓶", "words: [买…4白酒…4送]"), ElementsAre("买一瓶白酒送"));
  EXPECT_THAT(found("第一名第一名", "words: [第一, 第一名]"), ElementsAre("第一名", "第一名"));
  EXPECT_THAT(found("甲\n乙", "words: [甲乙]"), IsEmpty());
}

TEST(ComplyMatcher, WidthCaseAndTraditionalAreAlwaysFolded) {
  EXPECT_THAT(found("全網第一，ＶＸ", "words: [全网第一, vx]"), ElementsAre("全網第一", "ＶＸ"));
}

TEST(ComplyMatcher, NumbersAndLatinWordsStandAlone) {
  EXPECT_THAT(found("加vx：a，avx不算，vxid不算，vx12算", "words: [vx]"), ElementsAre("vx", "vx"));
  EXPECT_THAT(found("18禁，118禁，1.18禁", "words: [18禁]"), ElementsAre("18禁"));
  EXPECT_THAT(found("第1，第10", "words: [第1]"), ElementsAre("第1"));
}

TEST(ComplyMatcher, GapsOnlyWhereARuleAsks) {
  EXPECT_THAT(found("加微 * 信", "words: [微信]"), IsEmpty());
  EXPECT_THAT(found("加微 * 信", "words: [微信]", "    fold: [gaps]\n"), ElementsAre("微 * 信"));
  EXPECT_THAT(found("加微，信", "words: [微信]", "    fold: [gaps]\n"), IsEmpty());
  EXPECT_THAT(found("买酒 精品", "words: [酒精]", "    fold: [gaps]\n"), IsEmpty()) << "精品 is a word that runs over the end";
  EXPECT_THAT(found("no.1", "words: [NO.1]"), ElementsAre("no.1")) << "a sign of the word itself";
}

TEST(ComplyMatcher, SoundsOnlyWhereNoOrdinaryWordIsPrinted) {
  const std::string fold = "    fold: [sounds]\n";
  EXPECT_THAT(found("加我薇信", "words: [微信]", fold), ElementsAre("薇信"));
  EXPECT_THAT(found("他很有威信", "words: [微信]", fold), IsEmpty());
  EXPECT_THAT(found("成为新的主播", "words: [微信]", fold), IsEmpty());
  EXPECT_THAT(found("总裁叶威", "words: [野味]", fold), IsEmpty()) << "of two characters one stands as it is";
  EXPECT_THAT(found("加我薇信", "words: [微信]"), IsEmpty());
}

TEST(ComplyMatcher, PinyinAndWhatStandsForACharacter) {
  const std::string fold = "    fold: [sounds]\n";
  EXPECT_THAT(found("全网zui低价，全网蕞低价", "words: [全网最低价]", fold), ElementsAre("全网zui低价", "全网蕞低价"));
  EXPECT_THAT(found("销量D一", "words: [销量第一]", fold), ElementsAre("销量D一"));
  EXPECT_THAT(found("1oo%安全", "words: [100%安全]", fold), ElementsAre("1oo%安全"));
  EXPECT_THAT(found("全网zui低价", "words: [全网最低价]"), IsEmpty());
}

TEST(ComplyMatcher, CharactersWrittenAsTheirParts) {
  EXPECT_THAT(found("来贝者博吧", "words: [赌博]", "    fold: [split]\n"), ElementsAre("贝者博"));
  EXPECT_THAT(found("来贝者博吧", "words: [赌博]"), IsEmpty());
}

TEST(ComplyMatcher, WordsAroundDecide) {
  const std::string near = "words: [白酒]\n        near: {words: [孩子, 学生], within: 6}";
  EXPECT_THAT(found("白酒给孩子喝", near), ElementsAre("白酒"));
  EXPECT_THAT(found("孩子们，白酒", near), ElementsAre("白酒"));
  EXPECT_THAT(found("白酒很好。给孩子买书", near), IsEmpty());
  EXPECT_THAT(found("白酒很好很好很好很好，孩子", near), IsEmpty());
  const std::string far = "words: [白酒]\n        not_near: {words: [不卖, 别…4喝], within: 8}";
  EXPECT_THAT(found("本店不卖白酒", far), IsEmpty());
  EXPECT_THAT(found("别让孩子喝白酒", far), IsEmpty());
  EXPECT_THAT(found("不卖茶。卖白酒", far), ElementsAre("白酒"));
  EXPECT_THAT(found("不卖茶。卖白酒", far + "\n        scope: line"), IsEmpty());
  EXPECT_THAT(found("不卖\n白酒", "words: [白酒]\n        not_near: {words: [不卖], scope: text}"), IsEmpty());
}

TEST(ComplyMatcher, WordsThatAdjoin) {
  const std::string find = "words: [第一]\n        not_before: [天下]\n        not_behind: [次, 天]";
  EXPECT_THAT(found("第一次第一天天下第一，第一好", find), ElementsAre("第一"));
  EXPECT_THAT(found("全网第一，第一", "words: [第一]\n        before: [全网]"), ElementsAre("第一"));
  EXPECT_THAT(found("大麻烦，大麻", "words: [大麻]\n        whole: true"), ElementsAre("大麻"));
}

TEST(ComplyMatcher, WhereItStands) {
  EXPECT_THAT(found("“第一”，《第一》，第一", "words: [第一]\n        not_inside: [quotes, title]"), ElementsAre("第一"));
  EXPECT_THAT(found("（第一），第一", "words: [第一]\n        inside: brackets"), ElementsAre("第一"));
  EXPECT_THAT(found("品牌：第一\n标题：第一\n", "words: [第一]\n        not_attribute: [品牌]", "", ComplyKind::listing),
              ElementsAre("第一"));
  EXPECT_THAT(found("[00:01] 主播：第一\n[00:02] 观众：第一\n", "words: [第一]\n        speaker: host", "", ComplyKind::transcript),
              ElementsAre("第一"));
}

TEST(ComplyMatcher, WhatViewersWriteCountsWhereItIsAskedFor) {
  const std::string text = "[00:01] 观众：甲事\n[00:02] 嘉宾：乙事\n[00:03] 小美：丙事\n[00:04] 丁事\n";
  const std::string words = "words: [甲事, 乙事, 丙事, 丁事]";
  const auto by = [&](const std::string& speaker) { return found(text, words + speaker, "", ComplyKind::transcript); };
  EXPECT_THAT(by(""), ElementsAre("乙事", "丙事", "丁事"));
  EXPECT_THAT(by("\n        speaker: any"), ElementsAre("甲事", "乙事", "丙事", "丁事"));
  EXPECT_THAT(by("\n        speaker: viewer"), ElementsAre("甲事"));
  EXPECT_THAT(by("\n        speaker: guest"), ElementsAre("乙事"));
  EXPECT_THAT(by("\n        speaker: host"), ElementsAre("丙事", "丁事"));
}

TEST(ComplyMatcher, ADutyThatIsMissing) {
  const std::string find = "missing: [理性饮酒]\n        when: [白酒]", remind = "    verdict: remind\n";
  EXPECT_THAT(found("白酒上新\n白酒好喝", find, remind), ElementsAre("白酒")) << "once";
  EXPECT_THAT(found("白酒上新\n理性饮酒", find, remind), IsEmpty());
  EXPECT_THAT(found("茶叶上新", find, remind), IsEmpty());
  EXPECT_THAT(found("茶叶上新\n好茶", "missing: [客服电话]", remind), ElementsAre("茶叶上新"));
  EXPECT_THAT(found("\u200B\n好茶", "missing: [客服电话]", remind), ElementsAre("好茶")) << "the first line that has words";
  EXPECT_THAT(found("\u200B\n", "missing: [客服电话]", remind), IsEmpty());
}

TEST(ComplyMatcher, ADutyMayBeExempt) {
  const std::string find = "missing: [理性饮酒]\n        when: [白酒]";
  const std::string more = "    verdict: remind\n    unless:\n      - {id: x, zh: 例, en: x, words: [博物馆], within: 6}\n";
  EXPECT_THAT(found("白酒博物馆\n白酒博物馆", find, more), ElementsAre("白酒 !")) << "once";
  EXPECT_THAT(found("白酒博物馆\n白酒上新\n白酒上新", find, more), ElementsAre("白酒", "白酒 !"));
  EXPECT_THAT(found("白酒博物馆\n理性饮酒", find, more), IsEmpty());
  EXPECT_THAT(found("博物馆开门", "missing: [理性饮酒]", more), ElementsAre("博物馆开门 !"));
}

TEST(ComplyMatcher, ExemptionsAndOverlaps) {
  const std::string unless = "    unless:\n      - {id: own, zh: 自比, en: own, words: [本店], within: 4}\n";
  EXPECT_THAT(found("本店第一，很多很多很多的第一", "words: [第一]", unless), ElementsAre("第一", "第一 !"));
  EXPECT_THAT(found("全网销量第一品牌", "words: [销量第一, 第一品牌]"), ElementsAre("销量第一品牌"));
}

TEST(ComplyMatcher, LinearInAnyText) {
  // Anchors everywhere, words around everywhere: what is found is listed up to a bound, and it ends.
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "甲";
  const Compliance c = sample_compliance(sample_pack(
      sample_rule("r", "words: [甲, 甲…60甲…60乙]\n        near: {words: [甲]}\n        not_near: {words: [甲乙]}", "    fold: [gaps]\n")));
  const auto report = c.check(document_from_text(text, "t"), {ComplyKind::script, "2023-01-01", {}});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->not_listed.size(), 1U);
}

}  // namespace
}  // namespace fengbiao
