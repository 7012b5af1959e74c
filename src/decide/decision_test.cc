#include "decide/decision.h"

#include <gtest/gtest.h>

#include <set>

namespace fengbiao {
namespace {

const std::vector<Decision>& all() {
  static const std::vector<Decision> decisions = [] {
    auto loaded = Decision::load_all(DataSet::built_in());
    if (!loaded) ADD_FAILURE() << loaded.error().message();
    return loaded ? std::move(*loaded) : std::vector<Decision>();
  }();
  return decisions;
}

const Decision& named(std::string_view id) {
  for (const Decision& d : all())
    if (d.id == id) return d;
  ADD_FAILURE() << "no decision " << id;
  return all().front();
}

std::vector<std::string> outcomes_of(const Decision& d, const Decided& decided) {
  std::vector<std::string> out;
  for (const std::uint32_t i : decided.outcomes) out.push_back(d.outcomes[i].id);
  return out;
}

Decided decided(const Decision& d, std::string_view json, const Date& on) {
  const auto facts = d.read_case(json);
  EXPECT_TRUE(facts) << facts.error().message();
  return facts ? d.decide(*facts, on) : Decided();
}

TEST(Decision, LeadsToItsOutcomeByThePathThatItTells) {
  const Decision& d = named("export-return");
  const Decided got = decided(d,
                              R"({"code":9610,"declared":"2023-03-01","exported":"2023-03-02","returned":"2023-08-01",)"
                              R"("cause":"unsold","original":true,"food":false})",
                              {2023, 10, 1});
  EXPECT_EQ(outcomes_of(d, got), std::vector<std::string>{"exempt"});
  EXPECT_EQ(got.path.size(), d.steps.size());
  EXPECT_TRUE(got.missing.empty());
}

TEST(Decision, ParametersAreThoseOfTheDay) {
  const Decision& d = named("export-return");
  constexpr std::string_view late = R"({"code":"9610","declared":"2024-06-01"})";
  EXPECT_EQ(outcomes_of(d, decided(d, late, {2023, 3, 1})), std::vector<std::string>{"taxed"});
  EXPECT_EQ(decided(d, late, {2023, 9, 1}).outcomes.size(), 2U);
  EXPECT_FALSE(decided(d, late, {2022, 9, 1}).in_force);
}

TEST(Decision, WhatIsUnknownIsAskedForWhereItMatters) {
  const Decision& d = named("export-return");
  const Decided open = decided(d, R"({"code":"9610"})", {2023, 10, 1});
  EXPECT_EQ(open.outcomes.size(), 2U);
  ASSERT_FALSE(open.missing.empty());
  EXPECT_EQ(d.facts[open.missing.front()].id, "declared");
  EXPECT_EQ(open.path.back().holds, Truth::unknown);
  // Food is never exempt, whatever the rest is.
  EXPECT_EQ(outcomes_of(d, decided(d, R"({"food":true})", {2023, 10, 1})), std::vector<std::string>{"taxed"});
}

TEST(Decision, TellsWhichFactWouldLeadElsewhere) {
  const Decision& d = named("export-return");
  const auto facts = d.read_case(R"({"code":"9610","declared":"2023-03-01","exported":"2023-03-02","returned":"2023-09-10",)"
                                 R"("cause":"unsold","original":true,"food":false})");
  ASSERT_TRUE(facts);
  bool returned = false;
  for (const Change& change : d.changes(*facts, {2023, 10, 1}))
    if (d.facts[change.fact].id == "returned" && d.text_of(change.fact, change.to) == "2023-09-02") returned = true;
  EXPECT_TRUE(returned) << "back on the last day of the six months";
}

TEST(Decision, FactsThatDoNotFitAreToldByName) {
  const Decision& d = named("export-return");
  EXPECT_NE(d.read_case(R"({"cod":"9610"})").error().message().find("did you mean \"code\"?"), std::string::npos);
  EXPECT_NE(d.read_case(R"({"food":"perhaps"})").error().message().find("true or false"), std::string::npos);
  EXPECT_NE(d.read_case(R"({"declared":"2023-02-30"})").error().message().find("YYYY-MM-DD"), std::string::npos);
  EXPECT_NE(d.read_case(R"({"code":"4711"})").error().message().find("one of 1210"), std::string::npos);
  EXPECT_NE(d.read_case(R"({"food":true,"code":9610,"food":false})").error().message().find("twice"), std::string::npos);
  EXPECT_FALSE(named("retail-import").read_case(R"({"value":12345678901234.56})"));
  EXPECT_TRUE(named("retail-import").read_case(R"({"value":12345678901.56})"));
  EXPECT_FALSE(d.read_case("[1]"));
  EXPECT_FALSE(d.read_case("{"));
}

// Every way through every decision is taken by a case of its file.
TEST(Decision, EveryWayIsCoveredByACase) {
  for (const Decision& d : all()) {
    std::set<std::pair<std::uint32_t, Truth>> taken;
    for (const DecisionSample& sample : d.samples)
      for (const Decided::Passed& passed : d.decide(sample.facts, sample.on).path) taken.emplace(passed.step, passed.holds);
    for (std::uint32_t i = 0; i < d.steps.size(); ++i)
      for (const Truth way : {Truth::no, Truth::yes})
        EXPECT_TRUE(taken.contains({i, way})) << d.id << ": no case where the step " << d.steps[i].id << " is answered " << name_of(way);
  }
}

}  // namespace
}  // namespace fengbiao
