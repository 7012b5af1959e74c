#include "check/policy_agreement.h"

#include <gtest/gtest.h>

#include "check/checker.h"

namespace fengbiao {
namespace {

struct Report {
  std::string name, issued, effective, quote;
  std::string issuer = "甲市人大常委会";
};

// "variant: relation verdict", the articles of one issue.
std::vector<std::string> compared(const std::vector<Report>& reports, bool in_one_article = false) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  PolicyRegister policies = checker->policy_register();
  for (std::size_t i = 0; i < reports.size(); ++i) {
    ReportedPolicy reported;
    reported.origin.issue = "2022-12-05";
    reported.origin.date = "2022-12-05";
    reported.origin.article = in_one_article ? 1 : static_cast<std::uint32_t>(i + 1);
    Policy& p = reported.policy;
    p.id = std::to_string(i);
    p.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)};
    p.name = reports[i].name;
    p.kind = PolicyKind::regulation;
    p.issuers = {{reports[i].issuer, ""}};
    p.issued = reports[i].issued;
    p.effective = reports[i].effective;
    p.quote = reports[i].quote;
    p.sure = true;
    policies.add(std::move(reported));
  }
  policies.close();
  SeriesRegister none;
  none.close();
  std::vector<std::string> out;
  for (const ToldBetween& t : checker->compare(none, policies))
    out.push_back(std::string(t.variant) + ": " + t.relation + " " + std::string(name_of(t.verdict)));
  return out;
}
using Lines = std::vector<std::string>;

TEST(PolicyAgreement, OneDocumentTwice) {
  EXPECT_EQ(compared({{"数字消费促进条例", "2022-11-23", "", ""}, {"数字消费促进条例", "", "", ""}}),
            (Lines{": 数字消费促进条例 = 数字消费促进条例 holds"}));
}

TEST(PolicyAgreement, DaysOfEffect) {
  EXPECT_EQ(compared({{"数字消费促进条例", "", "2023-01-01", ""}, {"数字消费促进条例", "", "2023-02-01", ""}}),
            (Lines{"effective: 2023-01-01 ≠ 2023-02-01 contradicts"}));
}

TEST(PolicyAgreement, OtherDaysOfIssueMayBeOfOtherActs) {
  EXPECT_EQ(compared({{"数字消费促进条例", "2022-11-23", "", ""}, {"数字消费促进条例", "2022-11-25", "", ""}}),
            (Lines{": 2022-11-23 ? 2022-11-25 cannot tell"}));
  EXPECT_EQ(compared({{"数字消费促进条例", "2022-11-23", "", ""}, {"数字消费促进条例", "2022-10-23", "", ""}}),
            (Lines{"issued: 2022-11-23 ≠ 2022-10-23 contradicts"}));
}

TEST(PolicyAgreement, TwoNames) {
  const Report a{"甲市促进无人配送车辆创新应用规定", "2022-11-23", "", "常委会通过该规定，这是第14部区法规。"};
  const Report b{"甲市促进配送车辆创新应用若干规定", "2022-11-23", "", "常委会通过该规定，这也是第 14 部区法规。"};
  EXPECT_EQ(compared({a, b}), (Lines{"default: 甲市促进无人配送车辆创新应用规定 ≠ 甲市促进配送车辆创新应用若干规定 contradicts"}));
  // Two documents of one article, of two bodies, or without a number of their own.
  EXPECT_EQ(compared({a, b}, true), Lines{});
  EXPECT_EQ(compared({a, {b.name, b.issued, "", b.quote, "乙市人大常委会"}}), Lines{});
  EXPECT_EQ(compared({a, {b.name, b.issued, "", "常委会通过该规定。"}}), Lines{});
}

TEST(PolicyAgreement, NamesThatAreAllButEqual) {
  EXPECT_EQ(compared({{"甲市数字贸易促进条例", "2022-11-23", "", ""}, {"甲市数字贸易促进条列", "2022-11-23", "", ""}}).size(), 1u);
  EXPECT_EQ(compared({{"甲市数字贸易促进条例", "2022-11-23", "", ""}, {"甲市数字贸易促进条列", "2022-11-24", "", ""}}), Lines{});
  EXPECT_EQ(compared({{"甲市2021年数字贸易工作要点", "2022-11-23", "", ""}, {"甲市2022年数字贸易工作要点", "2022-11-23", "", ""}}),
            Lines{});
  // Twins, and what names the other one.
  EXPECT_EQ(compared({{"甲区药店智能发药机管理规范", "2022-11-23", "", ""}, {"甲区药店智能取药柜管理规范", "2022-11-23", "", ""}}),
            Lines{});
  EXPECT_EQ(compared({{"甲市数字贸易促进办法", "2022-11-23", "", ""}, {"甲市数字贸易促进办法细则", "2022-11-23", "", ""}}), Lines{});
}

}  // namespace
}  // namespace fengbiao
