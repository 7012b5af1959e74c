#include "check/title_counts.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook* const book = new RuleBook(*RuleBook::load(DataSet::built_in()));
  static const TitleCounts* const check = new TitleCounts(*TitleCounts::load(DataSet::built_in(), *book));
  return found_by(*check, text);
}
using Lines = std::vector<std::string>;

TEST(TitleCounts, CountsWithoutAWordBetween) {
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n甲平台表示，配送服务首批新增覆盖46个城市。"), (Lines{"title-figure 48城>"}));
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n甲平台表示，配送服务首批新增覆盖48座城市。"), Lines{});
  EXPECT_EQ(found("甲平台配送服务新增覆盖四十八城\n甲平台表示，配送服务首批新增覆盖48座城市。"), Lines{});
}

TEST(TitleCounts, SilentWhereAnotherCountIsMeant) {
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n配送服务首批新增覆盖46个城市，年底增至48个城市。"), Lines{});
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n配送服务新增覆盖12个城市。"), Lines{});
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n配送服务新增覆盖46个城市，另有18个城市在筹备。"), Lines{});
  EXPECT_EQ(found("甲平台配送服务新增覆盖48城\n首店落户46个城市之一。"), Lines{});
  EXPECT_EQ(found("两国电商合作\n三国代表参加电商合作会议。"), Lines{});
}

TEST(TitleCounts, Rates) {
  EXPECT_EQ(found("一季度快件申诉率降至百万分之六\n平均每百万件快件的有效申诉为0.6件，申诉率下降。"), (Lines{"title-figure 百万分之六>"}));
  EXPECT_EQ(found("一季度快件申诉率降至百万分之六\n平均每百万件快件的有效申诉为6件，申诉率下降。"), Lines{});
  EXPECT_EQ(found("一季度快件申诉率降至万分之六\n平均每百万件快件的有效申诉为0.6件，申诉率下降。"), Lines{});
}

}  // namespace
}  // namespace fengbiao
