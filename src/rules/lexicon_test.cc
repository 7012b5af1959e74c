#include "rules/lexicon.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Result<void> load(Lexicon& lexicon, Classes& classes, std::string_view yaml) {
  auto pack = PackNode::parse(yaml, "words.yaml");
  if (!pack) return std::unexpected(pack.error());
  if (auto added = lexicon.add((*pack)["words"], classes); !added) return added;
  lexicon.seal();
  return {};
}

TEST(Lexicon, WordsOfSeveralClasses) {
  Lexicon lexicon;
  Classes classes;
  ASSERT_TRUE(load(lexicon, classes,
                   "words:\n"
                   "  - class: [unit, money]\n    list: {元: {value: CNY}}\n"
                   "  - class: unit\n    list: [年, 件]\n"
                   "  - class: year_mark\n    list: {年: y}\n"));
  const Lexicon::Hit hit = lexicon.longest("５年", 3);
  ASSERT_EQ(hit.length, 3u);
  const Word& word = lexicon.word(hit.word);
  EXPECT_TRUE(word.classes.has(*classes.find("unit")));
  EXPECT_TRUE(word.classes.has(*classes.find("year_mark")));
  EXPECT_FALSE(word.classes.has(*classes.find("money")));
  EXPECT_EQ(word.attribute("value"), "y");
  EXPECT_EQ(lexicon.find("元")->attribute("value"), "CNY");
  EXPECT_EQ(lexicon.find("件")->attribute("value"), "");
  EXPECT_EQ(lexicon.find("无"), nullptr);
}

TEST(Lexicon, WordsAreFolded) {
  Lexicon lexicon;
  Classes classes;
  ASSERT_TRUE(load(lexicon, classes, "words:\n  - class: unit\n    list: [ＫＧ]\n"));
  EXPECT_NE(lexicon.find("KG"), nullptr);
}

TEST(Lexicon, ContradictionsNameTheirPlace) {
  Lexicon lexicon;
  Classes classes;
  const auto result = load(lexicon, classes, "words:\n  - class: a\n    list: {超: '>'}\n  - class: b\n    list: {超: '<'}\n");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().place.line, 5u);
  EXPECT_NE(result.error().what.find("says value \"<\" here and \">\" at words.yaml:3"), std::string::npos) << result.error().what;
}

TEST(Lexicon, ClassesAreCounted) {
  Classes classes;
  for (std::size_t i = 0; i < kMaxClasses; ++i) ASSERT_TRUE(classes.intern("c" + std::to_string(i)));
  EXPECT_FALSE(classes.intern("one more"));
  EXPECT_TRUE(classes.intern("c0"));
}

}  // namespace
}  // namespace fengbiao
