#include "check/one_off.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::vector<OneOff::Hit> found_in(const OneOff& off, std::string_view text) {
  std::vector<OneOff::Hit> hits;
  for (std::uint32_t at = 0; at < text.size(); at += 3) off.find(text, at, hits);
  OneOff::order(hits);
  return hits;
}

std::vector<std::string> found(std::string_view text) {
  static const std::vector<std::string> names{"国家发展改革委", "澎湃新闻", "天猫国际", "大米网"};
  static const OneOff off = OneOff::of(names);
  std::vector<std::string> out;
  for (const OneOff::Hit& hit : found_in(off, text))
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

TEST(OneOff, HalvesThatManyNamesShare) {
  std::vector<std::string> names;
  const std::string characters = "东西南北中上下左右前后里外高低大小多少";
  for (std::size_t a = 0; a < characters.size(); a += 3)
    for (std::size_t b = 0; b < characters.size(); b += 3) names.push_back(characters.substr(a, 3) + characters.substr(b, 3) + "日报");
  const OneOff off = OneOff::of(names);
  std::vector<OneOff::Hit> hits;
  hits = found_in(off, "来源：东鱼日报");
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits[0].at, 12U);
  hits = found_in(off, "来源：虾鱼日报");
  EXPECT_TRUE(hits.empty());
}

}  // namespace
}  // namespace fengbiao
