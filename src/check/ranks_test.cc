#include "check/ranks.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

std::vector<std::string> verdicts(const std::string& words) {
  std::vector<std::string> out;
  for (const Relation& r : checked_sample(words).relations)
    if (r.rule == "ranks-against-names") out.emplace_back(name_of(r.verdict));
  return out;
}

TEST(Ranks, AsManyPlacesAsNames) {
  EXPECT_EQ(verdicts("题目\n青禾、白鹭、红枫分列第二至四位。"), std::vector<std::string>{"holds"});
  EXPECT_EQ(verdicts("题目\n青禾、白鹭分列第5至10位。"), std::vector<std::string>{"contradicts"});
}

TEST(Ranks, NoPlacesWithoutNames) {
  EXPECT_TRUE(verdicts("").empty());
  EXPECT_TRUE(verdicts("题目\n分列第二至四位").empty());
  EXPECT_TRUE(verdicts("题目\n青禾、白鹭分列第十至二位。").empty()) << "backwards";
}

TEST(Ranks, TimeIsLinearInHostileText) {
  std::string text = "题目\n";
  for (int i = 0; i < 20000; ++i) text += "青禾、";
  EXPECT_TRUE(verdicts(text + "分列第二至四位。").empty()) << "names beyond what is looked at";
}

TEST(Ranks, WhatIsWrongInTheirFormsIsSaid) {
  EXPECT_EQ(said_of_broken("check/ranks.yaml", "places:\n  - name: a\n    pattern: '('\n    examples: [甲]\n"),
            "ranks.yaml:3: pattern 'a': missing ): (");
}

}  // namespace
}  // namespace fengbiao
