#include "register/policy_standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "register/sample_policies.h"

namespace fengbiao {
namespace {

const PolicyIssuer kMofcom{"商务部", "body:mofcom"}, kMofcomLong{"国家商务部", "body:mofcom"};

using testing::ElementsAre;
using testing::HasSubstr;

std::string on(const PolicyRegister& all, std::string_view day, std::size_t entry = 0) {
  return std::string(name_of(status_on(all, all.entries()[entry], day).standing));
}

TEST(PolicyStanding, FromDraftToExpiry) {
  const PolicyRegister all = register_of({reported("2022-12-05", 3, "夜市办法", {kMofcom}, [](Policy& p) {
    p.issued = "2022-11-24";
    p.effective = "2023-03-01";
    p.until = "2025-02-28";
  })});
  EXPECT_EQ(on(all, "2022-11-23"), "not yet published");
  EXPECT_EQ(on(all, "2022-11-24"), "published");
  EXPECT_EQ(on(all, "2023-03-01"), "in force");
  EXPECT_EQ(on(all, "2025-02-28"), "in force");
  EXPECT_EQ(on(all, "2025-03-01"), "expired");
  const PolicyStanding s = status_on(all, all.entries().front(), "2023-04-01");
  EXPECT_EQ(s.reason, "in effect since 2023-03-01 until 2025-02-28; told on 2022-12-05 by paper (2022-12-05/3)");
  EXPECT_THAT(s.reports, ElementsAre(0u));
  EXPECT_EQ(on(all, "yesterday"), "cannot tell");
}

TEST(PolicyStanding, WhatIsNotTold) {
  const PolicyRegister all = register_of({reported("2022-12-05", 3, "夜市办法")});
  EXPECT_EQ(on(all, "2022-12-05"), "published");
  EXPECT_EQ(on(all, "2022-12-04"), "cannot tell");
  EXPECT_THAT(status_on(all, all.entries().front(), "2023-01-01").reason, HasSubstr("no report tells when it takes effect"));
}

TEST(PolicyStanding, OfAMonthTheDaysInItCannotBeTold) {
  const PolicyRegister all = register_of({reported("2022-12-05", 3, "夜市办法", {}, [](Policy& p) { p.effective = "2023-03"; })});
  EXPECT_EQ(on(all, "2023-02-28"), "published");
  EXPECT_EQ(on(all, "2023-03-15"), "cannot tell");
  EXPECT_EQ(on(all, "2023-03-31"), "in force");
}

TEST(PolicyStanding, WhereReportsDifferAndItMattersItCannotBeTold) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 3, "夜市办法", {}, [](Policy& p) { p.effective = "2023-03-01"; }),
      reported("2023-01-05", 1, "夜市办法", {}, [](Policy& p) { p.effective = "2023-05-01"; }),
  });
  EXPECT_EQ(on(all, "2023-02-01"), "published");
  EXPECT_EQ(on(all, "2023-04-01"), "cannot tell");
  EXPECT_EQ(on(all, "2023-06-01"), "in force");
  EXPECT_THAT(status_on(all, all.entries().front(), "2023-04-01").reason,
              HasSubstr("effective 2023-03-01 (told on 2022-12-05 by paper (2022-12-05/3)) 2023-05-01 (told"));
}

TEST(PolicyStanding, DraftsStayDrafts) {
  const PolicyRegister all = register_of({
      reported("2022-06-05", 1, "夜市条例（征求意见稿）", {kMofcom},
               [](Policy& p) {
                 p.status = PolicyStatus::draft;
                 p.issued = "2022-06-01";
               }),
      reported("2022-12-05", 1, "夜市条例", {kMofcom}, [](Policy& p) { p.issued = "2022-12-01"; }),
  });
  EXPECT_EQ(on(all, "2022-05-31"), "not yet published");
  EXPECT_EQ(on(all, "2022-07-01"), "draft");
  EXPECT_THAT(status_on(all, all.entries().front(), "2023-01-01").reason, HasSubstr("published as 夜市条例 (2022-12-01)"));
}

TEST(PolicyStanding, WhatOthersDoToIt) {
  const PolicyRegister all = register_of({
      reported("2021-06-05", 1, "夜市暂行办法", {kMofcom}, [](Policy& p) { p.effective = "2021-07-01"; }),
      reported("2021-06-05", 2, "夜市补贴细则", {kMofcom},
               [](Policy& p) {
                 p.effective = "2021-07-01";
                 p.until = "2022-06-30";
               }),
      reported("2022-12-05", 1, "夜市管理办法", {kMofcom},
               [](Policy& p) {
                 p.effective = "2023-03-01";
                 p.changes = {{PolicyChange::What::repeals, "夜市暂行办法"}};
               }),
      reported("2022-06-20", 1, "关于延长夜市补贴细则有效期的通知", {kMofcom},
               [](Policy& p) {
                 p.issued = "2022-06-18";
                 p.until = "2024-06-30";
                 p.changes = {{PolicyChange::What::extends, "夜市补贴细则"}};
               }),
  });
  const auto entry = [&](std::string_view name) { return static_cast<std::size_t>(all.find(name).front() - all.entries().data()); };
  EXPECT_EQ(on(all, "2023-02-01", entry("夜市暂行办法")), "in force");
  EXPECT_EQ(on(all, "2023-03-01", entry("夜市暂行办法")), "expired");
  EXPECT_EQ(on(all, "2023-01-01", entry("夜市补贴细则")), "in force");
  EXPECT_EQ(on(all, "2024-07-01", entry("夜市补贴细则")), "expired");
}

TEST(PolicyStanding, Upcoming) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 1, "夜市办法", {},
               [](Policy& p) {
                 p.effective = "2023-03-01";
                 p.until = "2025-02-28";
               }),
      reported("2022-12-05", 2, "早市办法（征求意见稿）", {},
               [](Policy& p) {
                 p.status = PolicyStatus::draft;
                 p.comments_until = "2022-12-31";
               }),
      reported("2022-12-05", 3, "午市办法", {}, [](Policy& p) { p.effective = "2022-12-01"; }),
  });
  std::vector<std::string> found;
  for (const PolicyEvent& e : upcoming(all, "2022-12-05"))
    found.push_back(e.day + " " + std::string(name_of(e.what)) + " " + all.entries()[e.entry].name);
  EXPECT_THAT(found, ElementsAre("2022-12-31 consultation ends 早市办法（征求意见稿）", "2023-03-01 takes effect 夜市办法",
                                 "2025-02-28 expires 夜市办法"));
  EXPECT_TRUE(upcoming(all, "2025-02-28").empty());
}

TEST(PolicyStanding, Filters) {
  const PolicyRegister all = register_of({
      reported("2022-12-05", 1, "夜市办法", {kMofcom}, [](Policy& p) { p.effective = "2023-03-01"; }),
      reported("2022-12-05", 2, "夜市规划", {kMofcomLong}, [](Policy& p) { p.kind = PolicyKind::plan; }),
      reported("2022-12-05", 3, "早市办法", {{"公安部", ""}}),
  });
  const auto names = [&](const PolicyQuery& filter) {
    std::vector<std::string> out;
    for (const std::uint32_t i : filtered(all, filter)) out.push_back(all.entries()[i].name);
    return out;
  };
  EXPECT_THAT(names({.topic = "夜 市"}), ElementsAre("夜市办法", "夜市规划"));
  EXPECT_THAT(names({.issuer = "商务部"}), ElementsAre("夜市办法", "夜市规划"));
  EXPECT_THAT(names({.issuer = "body:mofcom", .kind = PolicyKind::plan}), ElementsAre("夜市规划"));
  EXPECT_THAT(names({.standing = Standing::in_force, .day = "2023-04-01"}), ElementsAre("夜市办法"));
  EXPECT_EQ(names({}).size(), 3u);
  EXPECT_EQ(standing_named("in force"), Standing::in_force);
}

}  // namespace
}  // namespace fengbiao
