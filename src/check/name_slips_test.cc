#include "check/name_slips.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::vector<std::string> found(std::string_view text) {
  static const std::vector<std::string> names{"国家市场监督管理总局", "中国消费者协会", "奥维云网站"};
  static const NameSlips slips = NameSlips::of(names);
  std::vector<NameSlips::Hit> hits;
  for (std::uint32_t at = 0; at < text.size(); at += 3) slips.find(text, at, hits);
  std::vector<std::string> out;
  for (const NameSlips::Hit& hit : hits)
    out.push_back(names[hit.name] + " " + std::string(slice(text, hit.span)) + " " + std::string(slice(text, hit.wrong)));
  return out;
}

TEST(NameSlips, CharactersMissingAddedAndTurned) {
  EXPECT_EQ(found("据国家市场监督管总局通报"), std::vector<std::string>{"国家市场监督管理总局 国家市场监督管总局 管总"});
  EXPECT_EQ(found("中国消费者者协会"), std::vector<std::string>{"中国消费者协会 中国消费者者协会 者"});
  EXPECT_EQ(found("中国消费者会协发布"), std::vector<std::string>{"中国消费者协会 中国消费者会协 会协"});
  EXPECT_EQ(found("国家市场管理监督总局"), std::vector<std::string>{"国家市场监督管理总局 国家市场管理监督总局 管理监督"});
}

TEST(NameSlips, LeavesRightNamesAndThoseThatAreCutShort) {
  EXPECT_TRUE(found("国家市场监督管理总局").empty());
  EXPECT_TRUE(found("国家市场监督管理总").empty());
  EXPECT_TRUE(found("中国消费品协会").empty());
}

}  // namespace
}  // namespace fengbiao
