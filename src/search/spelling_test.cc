#include "search/spelling.h"

#include <gtest/gtest.h>

#include "search/sample_documents.h"

namespace fengbiao {
namespace {

std::vector<std::string> words(const std::vector<Spelling::Suggestion>& list) {
  std::vector<std::string> out;
  for (const Spelling::Suggestion& s : list) out.push_back(s.words);
  return out;
}

class SpellingTest : public testing::Test {
 protected:
  const DataSet data_ = DataSet::built_in();
  const SearchIndex index_ = sample_index();
  const Words common_ = Words::load(data_).value();
  const Spelling spelling_ = Spelling::gather(data_, index_, common_, [](const auto& call) {
                               for (const char* name : {"跨境电商", "网络购物节", "人民日报"}) call(name);
                             }).value();
};
using List = std::vector<std::string>;

TEST_F(SpellingTest, words_that_sound_the_same) {
  EXPECT_EQ(words(spelling_.near("跨竟电商")), List{"跨境电商"});
  EXPECT_EQ(words(spelling_.near("快弟")), List{"快递"});
  EXPECT_TRUE(spelling_.near("快递").empty()) << "nothing else sounds so";
}

TEST_F(SpellingTest, words_one_character_off) {
  EXPECT_EQ(words(spelling_.near("网络购买节")), List{"网络购物节"});
  EXPECT_EQ(words(spelling_.near("跨境的电商")), List{"跨境电商"});
  EXPECT_TRUE(spelling_.near("人民曰报").empty()) << "the archive has no such name";
  EXPECT_TRUE(spelling_.near("物品").empty()) << "of two characters one is half a word";
}

TEST_F(SpellingTest, initials_and_whole_sounds) {
  EXPECT_EQ(words(spelling_.spelt("kjds")), List{"跨境电商"});
  EXPECT_EQ(words(spelling_.spelt("kuaidi")), List{"快递"});
  EXPECT_TRUE(spelling_.spelt("xyzw").empty());
  EXPECT_TRUE(spelling_.spelt("").empty());
}

}  // namespace
}  // namespace fengbiao
