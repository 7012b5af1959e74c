#include "policy/dates.h"

#include <gtest/gtest.h>

#include "policy/sample_article.h"

namespace fengbiao::policy_room {
namespace {

// Of the last title of the text: a day, "recent", "past" or nothing; written 2022-12-05.
std::string day(const std::string& text) {
  static const PolicyWords words = PolicyWords::load(DataSet::built_in()).value();
  static const DocumentKinds kinds = DocumentKinds::load(DataSet::built_in()).value();
  const SampleArticle article(text);
  std::vector<WordHit> memory;
  const Scene scene(article.text, words, kinds, memory);
  Mentions mentions;
  find_mentions(scene, mentions, nullptr);
  const ActDay found = day_of_act(scene, Calendar(scene), mentions.list.back());
  return found.day + (found.recent ? "recent" : "") + (found.past ? "past" : "");
}

TEST(ActDay, BesideTheVerb) {
  EXPECT_EQ(day("11月28日，商务部印发《夜市办法》。"), "2022-11-28");
  EXPECT_EQ(day("商务部11月印发《夜市办法》。"), "2022-11");
  EXPECT_EQ(day("《夜市办法》11月28日由商务部印发。"), "2022-11-28");
  EXPECT_EQ(day("《夜市办法》由商务部制定，11月28日印发。"), "2022-11-28");
  EXPECT_EQ(day("12月29日，商务部印发《夜市办法》。"), "2021-12-29past");
}

TEST(ActDay, NoDay) {
  EXPECT_EQ(day("近日，商务部印发《夜市办法》。"), "recent");
  EXPECT_EQ(day("11月28日，商务部副部长表示，商务部印发了《夜市办法》。"), "");
  EXPECT_EQ(day("商务部印发《夜市办法》，11月28日起接受申报。"), "");
}

TEST(ActDay, ToldBefore) {
  EXPECT_EQ(day("11月28日，商务部印发《夜市办法》，目标定到2025年底。公安部同日印发《夜市细则》。"), "2022-11-28");
  EXPECT_EQ(day("11月28日，商务部印发《夜市办法》。公安部在当天印发《夜市细则》。"), "2022-11-28");
  EXPECT_EQ(day("11月28日，商务部印发《夜市办法》。次日，公安部印发《夜市细则》。"), "2022-11-29");
}

TEST(ActDay, AYearToldOfFiguresIsNotThatOfAnAct) {
  EXPECT_EQ(day("2025年摊位要达到三千个。商务部11月28日印发《夜市办法》。"), "2022-11-28");
}

TEST(ActDay, Past) {
  EXPECT_EQ(day("2021年7月，商务部印发《夜市办法》。"), "2021-07past");
  EXPECT_EQ(day("今年初，商务部印发《夜市办法》。"), "past");
}

}  // namespace
}  // namespace fengbiao::policy_room
