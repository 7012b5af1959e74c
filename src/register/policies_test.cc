#include "register/policies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "register/sample_policies.h"

namespace fengbiao {
namespace {

const PolicyIssuer kMofcom{"商务部", "body:mofcom"}, kMofcomLong{"国家商务部", "body:mofcom"};

using testing::ElementsAre;

// name: number of reports, of every entry.
std::vector<std::string> entries(const PolicyRegister& all) {
  std::vector<std::string> out;
  for (const PolicyEntry& e : all.entries()) out.push_back(e.name + ": " + std::to_string(e.reports.size()));
  return out;
}
// Every value with its reports: "2023-03-01 (0 1)".
std::vector<std::string> values(const PolicyValues& field) {
  std::vector<std::string> out;
  for (const PolicyValue& v : field.values) {
    std::string reports;
    for (const std::uint32_t r : v.reports) reports += (reports.empty() ? "" : " ") + std::to_string(r);
    out.push_back(v.value + " (" + reports + ")");
  }
  return out;
}

TEST(PolicyRegister, ReportsOfOneDocumentAreOneEntry) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 3, "夜市管理办法", {kMofcom}, [](Policy& p) { p.effective = "2023-03-01"; }),
      reported("2023-01-05", 1, "《夜市 管理办法》（试行）", {kMofcomLong}, [](Policy& p) { p.issued = "2022-11"; }),
      reported("2023-03-05", 9, "夜市管理办法", {}, [](Policy& p) { p.issued = "2022-11-24"; }),
  });
  ASSERT_EQ(all.entries().size(), 1u);
  const PolicyEntry& e = all.entries().front();
  EXPECT_THAT(values(e.effective), ElementsAre("2023-03-01 (0)"));
  EXPECT_THAT(values(e.issued), ElementsAre("2022-11-24 (1 2)"));
  EXPECT_THAT(values(e.issuers), ElementsAre("商务部 (0 1)"));
  EXPECT_EQ(e.first_told, "2022-12-05");
  EXPECT_EQ(e.last_told, "2023-03-05");
  EXPECT_FALSE(e.conflict());
}

TEST(PolicyRegister, WhatReportsDifferOnStandsWithBoth) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 3, "夜市管理办法", {kMofcom, {"公安部", ""}}, [](Policy& p) { p.effective = "2023-03-01"; }),
      reported("2023-01-05", 1, "夜市管理办法", {kMofcom}, [](Policy& p) { p.effective = "2023-05-01"; }),
      reported("2023-02-05", 1, "夜市管理办法", {kMofcom, {"海关总署", ""}}, [](Policy& p) { p.effective = "2023-03-01"; }),
  });
  ASSERT_EQ(all.entries().size(), 1u);
  const PolicyEntry& e = all.entries().front();
  EXPECT_TRUE(e.conflict());
  EXPECT_THAT(values(e.effective), ElementsAre("2023-03-01 (0 2)", "2023-05-01 (1)"));
  EXPECT_THAT(values(e.issuers), ElementsAre("商务部; 公安部 (0 1)", "商务部; 海关总署 (2)"));
}

TEST(PolicyRegister, OtherIssuersAreAnotherDocument) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 3, "关于发展夜市的若干措施", {{"甲市商务局", ""}}),
      reported("2022-12-05", 4, "关于发展夜市的若干措施", {{"乙市商务局", ""}}),
      reported("2023-01-05", 1, "关于发展夜市的若干措施", {{"甲市商务局", ""}, {"甲市财政局", ""}}),
  });
  EXPECT_THAT(entries(all), ElementsAre("关于发展夜市的若干措施: 2", "关于发展夜市的若干措施: 1"));
}

TEST(PolicyRegister, EditionsOfOneName) {
  const PolicyRegister all = register_of({
      reported("2022-11-05", 1, "双十一促销工作提示", {kMofcom}, [](Policy& p) { p.issued = "2022-10-28"; }),
      reported("2023-11-05", 1, "双十一促销工作提示", {kMofcom}, [](Policy& p) { p.issued = "2023-10-27"; }),
      reported("2023-11-20", 1, "双十一促销工作提示", {kMofcom}),
      reported("2023-11-20", 2, "夜市指南（2021年版）"),
      reported("2023-11-20", 3, "夜市指南（2023年版）"),
  });
  EXPECT_THAT(entries(all),
              ElementsAre("双十一促销工作提示: 1", "双十一促销工作提示: 2", "夜市指南（2021年版）: 1", "夜市指南（2023年版）: 1"));
}

TEST(PolicyRegister, NoticesWithoutANameStayWithTheirArticle) {
  const auto number = [](Policy& p) { p.number = "2022年第9号"; };
  const PolicyRegister all = register_of({
      reported("2022-12-05", 1, "通知", {kMofcom}),
      reported("2022-12-05", 2, "通知", {kMofcom}),
      reported("2022-12-05", 3, "公告", {kMofcom}, number),
      reported("2022-12-20", 3, "公告", {kMofcom}, number),
  });
  EXPECT_THAT(entries(all), ElementsAre("公告: 2", "通知: 1", "通知: 1"));
}

TEST(PolicyRegister, DraftAndFinalVersionPointAtEachOther) {
  const PolicyRegister all = register_of({
      reported("2022-06-05", 1, "夜市条例（征求意见稿）", {kMofcom}, [](Policy& p) { p.status = PolicyStatus::draft; }),
      reported("2022-12-05", 1, "夜市条例", {kMofcom}),
  });
  ASSERT_EQ(all.entries().size(), 2u);
  EXPECT_TRUE(all.entries()[0].draft);
  EXPECT_EQ(all.entries()[0].final_entry, 1u);
  EXPECT_THAT(all.entries()[1].drafts, ElementsAre(0u));
}

TEST(PolicyRegister, ChangesLeadToTheirEntries) {
  const PolicyRegister all = register_of({
      reported("2022-06-05", 1, "夜市暂行办法", {kMofcom}),
      reported("2022-12-05", 1, "夜市管理办法", {kMofcom},
               [](Policy& p) {
                 p.changes = {{PolicyChange::What::repeals, "夜市暂行办法"}, {PolicyChange::What::implements, "从未见报的规划"}};
               }),
  });
  const PolicyEntry& e = all.entries()[1];
  ASSERT_EQ(e.links.size(), 2u);
  EXPECT_EQ(e.links[0].entry, 0u);
  EXPECT_EQ(e.links[1].entry, kNoEntry);
  EXPECT_THAT(all.entries()[0].changed_by, ElementsAre(1u));
}

TEST(PolicyRegister, FindsByAnyPrinting) {
  const PolicyRegister all = register_of({reported("2022-12-05", 1, "中华人民共和国夜市法")});
  EXPECT_EQ(all.find("《夜市法》").size(), 1u);
  EXPECT_EQ(all.find(all.entries().front().id).size(), 1u);
  EXPECT_TRUE(all.find("早市法").empty());
  EXPECT_THAT(all.near("夜市发"), ElementsAre("中华人民共和国夜市法"));
}

TEST(PolicyRegister, ACitedDocumentIsFoundByTitleNumberOrDay) {
  const PolicyRegister all = register_of({
      reported("2022-06-05", 1, "夜市管理办法（征求意见稿）", {kMofcom}),
      reported("2022-12-05", 1, "夜市管理办法", {kMofcom}, [](Policy& p) { p.issued = "2022-11-24", p.number = "商务部令2022年第4号"; }),
      reported("2020-12-05", 1, "夜市管理办法", {kMofcom}, [](Policy& p) { p.issued = "2020-11", p.number = "2020年第7号"; }),
      reported("2022-12-05", 2, "公告", {kMofcom}, [](Policy& p) { p.number = "商务部公告2022年第9号"; }),
  });
  const auto days = [&](const PolicyCitation& citation) {
    std::vector<std::string> out;
    for (const PolicyEntry* e : all.cited(citation)) out.push_back(e->first_told);
    return out;
  };
  EXPECT_THAT(days({"夜市管理办法（征求意见稿）", "", ""}), ElementsAre("2022-06-05"));
  EXPECT_THAT(days({"《夜市管理办法》", "", ""}), ElementsAre("2020-12-05", "2022-12-05"));
  EXPECT_THAT(days({"夜市管理办法", "商务部令2020年第7号", ""}), ElementsAre("2020-12-05"));
  EXPECT_THAT(days({"夜市管理办法", "", "2022-11-24"}), ElementsAre("2022-12-05"));
  EXPECT_THAT(days({"夜市管理办法", "", "2020-11-03"}), ElementsAre("2020-12-05"));
  EXPECT_THAT(days({"夜市管理办法", "第1号", "2001-01-01"}), ElementsAre("2020-12-05", "2022-12-05"));
  EXPECT_THAT(days({"关于早市的公告", "商务部公告 2022年第9号", ""}), ElementsAre("2022-12-05"));
  EXPECT_TRUE(days({"早市管理办法", "", "2022-11-24"}).empty());
}

TEST(PolicyRegister, TheOrderOfInputLeavesNoTrace) {
  std::vector<ReportedPolicy> reports = {
      reported("2022-12-05", 3, "夜市管理办法", {kMofcom}, [](Policy& p) { p.effective = "2023-03-01"; }),
      reported("2023-01-05", 1, "夜市管理办法", {}, [](Policy& p) { p.effective = "2023-05-01"; }),
      reported("2023-01-05", 2, "夜市管理办法", {{"甲市商务局", ""}}),
      reported("2023-01-05", 4, "夜市管理办法（征求意见稿）", {{"甲市商务局", ""}}),
  };
  const auto shape = [](const PolicyRegister& all) {
    std::string out;
    for (const PolicyEntry& e : all.entries()) {
      out += e.id + "|" + e.name + "|" + std::to_string(e.final_entry);
      for (const std::uint32_t r : e.reports) out += " " + all.report(r).policy.id;
      for (const std::string& v : values(e.effective)) out += " " + v;
    }
    return out;
  };
  const std::string first = shape(register_of(reports));
  std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) { return a.policy.id > b.policy.id; });
  EXPECT_EQ(shape(register_of(reports)), first);
  std::rotate(reports.begin(), reports.begin() + 2, reports.end());
  EXPECT_EQ(shape(register_of(reports)), first);
}

}  // namespace
}  // namespace fengbiao
