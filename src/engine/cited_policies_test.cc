#include "engine/cited_policies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "register/sample_policies.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

CompliancePack pack_after(const std::string& title) {
  CompliancePack pack;
  pack.id = "p";
  pack.policy.title = title;
  for (const char* article : {"第一条", "第三条", "第一条"}) pack.rules.emplace_back().article = article;
  return pack;
}

Decision decision_after(const std::vector<DecisionClause>& clauses) {
  Decision out;
  out.id = "d";
  for (const DecisionClause& clause : clauses) out.outcomes.emplace_back().consequences.emplace_back().clause = clause;
  return out;
}

TEST(CitedPolicies, EachDocumentOnceWithItsArticles) {
  const auto of_pack = cited_by(pack_after("夜市办法"));
  ASSERT_EQ(of_pack.size(), 1u);
  EXPECT_THAT(of_pack[0].articles, ElementsAre("第一条", "第三条"));
  const auto of_decision =
      cited_by(decision_after({{"早市办法", "", "第二条", {}}, {"夜市办法", "", "", {}}, {"早市办法", "第7号", "第九条", {}}}));
  ASSERT_EQ(of_decision.size(), 2u);
  EXPECT_EQ(of_decision[0].document.title, "早市办法");
  EXPECT_EQ(of_decision[0].document.number, "第7号");
  EXPECT_THAT(of_decision[0].articles, ElementsAre("第二条", "第九条"));
  EXPECT_TRUE(of_decision[1].articles.empty());
}

TEST(CitedPolicies, WhoFollowsADocument) {
  const PolicyRegister all = register_of(
      {reported("2022-12-05", 1, "夜市办法"), reported("2022-12-05", 2, "早市办法"), reported("2022-12-05", 3, "夜市办法（征求意见稿）")});
  const std::vector<CompliancePack> packs{pack_after("《夜市办法》"), pack_after("夜市办法（征求意见稿）"), pack_after("午市办法")};
  const std::vector<Decision> decisions{decision_after({{"早市办法", "", "第二条", {}}, {"夜市办法", "", "第五条", {}}})};
  const auto of = [&](const std::string& name) {
    for (const PolicyEntry& e : all.entries())
      if (e.name == name) return followers_of(e, all, packs, decisions);
    return PolicyFollowers();
  };
  EXPECT_THAT(of("夜市办法").packs, ElementsAre(&packs[0]));
  EXPECT_THAT(of("夜市办法（征求意见稿）").packs, ElementsAre(&packs[1]));
  ASSERT_EQ(of("夜市办法").decisions.size(), 1u);
  EXPECT_THAT(of("夜市办法").decisions[0].articles, ElementsAre("第五条"));
  EXPECT_THAT(of("早市办法").decisions[0].articles, ElementsAre("第二条"));
  EXPECT_TRUE(of("夜市办法（征求意见稿）").decisions.empty());
}

}  // namespace
}  // namespace fengbiao
