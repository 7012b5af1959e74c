#include "check/same_sense.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook book = RuleBook::load(DataSet::built_in()).value();
  static const SameSense check =
      SameSense::load(DataSet::built_in(), book, std::make_shared<const Words>(Words::load(DataSet::built_in()).value())).value();
  const std::string all = "题目\n" + text;
  const auto run = [&](const ArticleSubject& subject, Report& report) { check.check(subject, report); };
  std::vector<std::string> out;
  for (const Finding& f : findings_in(all, run)) out.emplace_back(slice(all, f.at.span));
  return out;
}

TEST(SameSense, WordsSideBySideInEitherOrder) {
  EXPECT_EQ(found("企业陆续相继复工，商户相继陆续开门。"), (std::vector<std::string>{"陆续相继", "相继陆续"}));
}

TEST(SameSense, AFewCharactersMayStandBetween) {
  EXPECT_EQ(found("协会联合三家机构共同评选。"), std::vector<std::string>{"联合三家机构共同"});
  EXPECT_TRUE(found("协会联合三家机构，共同评选。").empty()) << "a mark parts them";
}

TEST(SameSense, OnlyWhereTheTextFallsApartIntoThem) {
  EXPECT_TRUE(found("气温平均都在零度以上。").empty());
  EXPECT_TRUE(found("条款涉及到期债券。").empty());
}

TEST(SameSense, LongTextsOfNothingElseAreLookedThroughOnce) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "联合共";
  EXPECT_TRUE(found(text).empty());
}

}  // namespace
}  // namespace fengbiao
