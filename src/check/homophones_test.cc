#include "check/homophones.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook* const book = new RuleBook(*RuleBook::load(DataSet::built_in(), {}));
  static const HomophoneCheck* const check = new HomophoneCheck(
      *HomophoneCheck::load(DataSet::built_in(), *book, std::make_shared<const Words>(*Words::load(DataSet::built_in()))));
  return found_by(*check, text);
}
using Lines = std::vector<std::string>;

TEST(Homophones, WordsThatAreNone) {
  EXPECT_EQ(found("补短板\n地方补齐了冷链物流的薄弱环结。"), Lines{"homophone 环结>环节"});
  EXPECT_EQ(found("年报\n平台首次实现赢亏平衡，亏损收窄。"), Lines{"homophone 赢亏>盈亏"});
  EXPECT_EQ(found("补短板\n地方补齐了冷链物流的薄弱环节。"), Lines{});
}

TEST(Homophones, ANumberIsPartOfTheRow) {
  EXPECT_EQ(found("配送提速\n骑手平均29分种送达。"), Lines{"homophone 分种>分钟"});
  EXPECT_EQ(found("配送提速\n骑手平均送达时间为 29 分 种 。"), Lines{});  // torn apart by the extraction
  EXPECT_EQ(found("全年业务量\n全年完成1200亿件包裹。"), Lines{});
}

TEST(Homophones, TermsOfTheIssueAreMeant) {
  EXPECT_EQ(found("新规\n当地补齐了物流的薄弱环结。薄弱环结是重点。"), Lines{});
  EXPECT_EQ(found("新规\n当地补齐了薄弱环结。各环节衔接，关键环节提速。"), Lines{"homophone 环结>环节"});
}

TEST(Homophones, QuotedNamesAreMeant) {
  EXPECT_EQ(found("新店\n“悦读”书店开业。"), Lines{});
  EXPECT_EQ(found("新店\n《话提》杂志创刊。"), Lines{});
}

TEST(Homophones, LongRowsAndAnyBytes) {
  std::string row = "长文\n";
  for (int i = 0; i < 3000; ++i) row += "环结";
  EXPECT_EQ(found(row), Lines{});
  EXPECT_EQ(found("长文\n\xff\xfe\xe7\x8e"), Lines{});
}

}  // namespace
}  // namespace fengbiao
