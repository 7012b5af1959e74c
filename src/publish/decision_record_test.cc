#include "publish/decision_record.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/decisions.h"

namespace fengbiao {
namespace {

nlohmann::json answer_of(std::string_view facts, const Date& on) {
  static const std::vector<Decision> all = *load_decisions();
  const Decision& d = **decision_named(all, "export-return");
  const Case known = *d.read_case(facts);
  const Decided decided = d.decide(known, on);
  const std::vector<Change> changes = d.changes(known, on);
  JsonWriter w;
  write_answer_json(w, {d, known, on, decided, changes});
  return nlohmann::json::parse(w.text());
}

TEST(DecisionRecord, AnAnswerHasItsOutcomeWithWhatFollows) {
  const auto answer = answer_of(R"({"food":true,"code":"9610"})", {2023, 10, 1});
  EXPECT_EQ(answer["outcome"]["id"], "taxed");
  EXPECT_EQ(answer["outcome"]["tone"], "no");
  EXPECT_TRUE(answer["decided"]);
  EXPECT_FALSE(answer["follows"].empty());
  EXPECT_EQ(answer["facts"]["food"], true);
  EXPECT_EQ(answer["facts"]["declared"], nullptr);
  EXPECT_TRUE(answer["missing"].empty());
}

TEST(DecisionRecord, AnOpenAnswerHasNoneAndAsks) {
  const auto answer = answer_of(R"({"code":"9610"})", {2023, 10, 1});
  EXPECT_EQ(answer["outcome"], nullptr);
  EXPECT_EQ(answer["outcomes"].size(), 2U);
  EXPECT_EQ(answer["missing"][0]["id"], "declared");
  EXPECT_FALSE(answer["missing"][0]["ask"]["zh"].empty());
  EXPECT_EQ(answer["path"][0]["holds"], "yes");
}

TEST(DecisionRecord, ATemplateReadsBackAsACaseOfWhichNothingIsKnown) {
  const std::vector<Decision> all = *load_decisions();
  for (const Decision& d : all) {
    const auto facts = d.read_case(case_template(d));
    ASSERT_TRUE(facts) << facts.error().message();
    for (const FactValue& value : *facts) EXPECT_FALSE(value.known);
  }
}

TEST(DecisionRecord, AWholeDecisionNamesTheWaysOfItsSteps) {
  const std::vector<Decision> all = *load_decisions();
  for (const Decision& d : all) {
    JsonWriter w;
    write_decision_json(w, d, true);
    const auto json = nlohmann::json::parse(w.text());
    EXPECT_EQ(json["steps"].size(), d.steps.size());
    EXPECT_EQ(json["steps"][0]["if"], d.steps[0].condition.text());
    EXPECT_FALSE(json["steps"][0]["yes"].get<std::string>().empty());
  }
}

TEST(DecisionRecord, AnUnknownDecisionIsToldWithTheNearest) {
  const std::vector<Decision> all = *load_decisions();
  EXPECT_NE(decision_named(all, "exprt-return").error().message().find("export-return"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
