#include "check/one_off.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::vector<std::string> found(std::string_view text) {
  static const std::vector<std::string> names{"国家发展改革委", "澎湃新闻", "天猫国际", "大米网"};
  static const OneOff off = OneOff::of(names);
  std::vector<OneOff::Hit> hits;
  off.find(text, hits);
  std::vector<std::string> out;
  for (const OneOff::Hit& hit : hits)
    out.push_back(names[hit.name] + " " + std::string(slice(text, hit.span)) + " " + std::to_string(hit.at));
  return out;
}

TEST(OneOff, FindsANameWithOneCharacterWrongInEitherHalf) {
  EXPECT_EQ(found("国家发展玫革委"), std::vector<std::string>{"国家发展改革委 国家发展玫革委 12"});
  EXPECT_EQ(found("据膨湃新闻报道"), std::vector<std::string>{"澎湃新闻 膨湃新闻 3"});
  EXPECT_EQ(found("天猫国标"), std::vector<std::string>{"天猫国际 天猫国标 9"});
}

TEST(OneOff, LeavesRightNamesTwoWrongCharactersAndShortNames) {
  EXPECT_TRUE(found("国家发展改革委").empty());
  EXPECT_TRUE(found("国家发展玫草委").empty());
  EXPECT_TRUE(found("大来网").empty());
  EXPECT_TRUE(found("澎湃新，闻").empty());
}

}  // namespace
}  // namespace fengbiao
