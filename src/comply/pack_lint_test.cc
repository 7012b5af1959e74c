#include "comply/pack_lint.h"

#include <gmock/gmock.h>

#include "comply/sample_pack.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kTests = "    examples: [甲事一, 甲事二]\n    counter_examples: [乙, 丙]\n";

std::vector<std::string> flaws(const std::string& rules) {
  std::vector<std::string> out;
  for (const PackFlaw& flaw : lint_packs(sample_compliance(sample_pack(rules)))) out.push_back(flaw.rule + ": " + flaw.what);
  return out;
}

TEST(PackLint, NothingIsWrong) { EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]", kTests)), IsEmpty()); }

TEST(PackLint, ExamplesDoWhatTheyShould) {
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]", "    examples: [甲事, 乙]\n    counter_examples: [甲事, 丙]\n")),
              ElementsAre("p.a: the example '乙' does not fire", "p.a: the counter-example '甲事' fires"));
  EXPECT_THAT(
      flaws(sample_rule("a", "words: [甲事]", "    as: [script]\n    examples: [甲事, '@listing 甲事']\n    counter_examples: [乙, 丙]\n")),
      ElementsAre("p.a: '甲事' is a listing, which the rule is not about"));
}

TEST(PackLint, RulesThatCannotMatch) {
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]\n        near: {words: [乙乙乙], within: 2}",
                                "    examples: [甲事, 甲事]\n    counter_examples: [乙, 丙]\n")),
              testing::Contains("p.a: cannot match: every word of `near` is longer than its `within` of 2"));
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]\n        not_near: {words: [乙乙乙], within: 2}", kTests)),
              ElementsAre("p.a: every word of `not_near` is longer than its `within` of 2"));
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]", kTests + "    unless:\n      - {id: x, zh: x, en: x, words: [乙乙乙], within: 2}\n")),
              ElementsAre("p.a: exempts nothing: every word is longer than `within` of 2"));
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]\n        before: [乙]\n        not_before: [乙, 丙]", kTests)),
              testing::Contains("p.a: cannot match: all words of `before` are in `not_before`"));
}

TEST(PackLint, ShadowedRules) {
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]", kTests) + sample_rule("b", "words: [甲事一, 甲事二]", kTests)),
              ElementsAre("p.b: shadowed: p.a tells of each of its examples"));
}

TEST(PackLint, WhatIsLacking) {
  EXPECT_THAT(flaws(sample_rule("a", "words: [甲事]", "    examples: [甲事]\n")),
              ElementsAre("p.a: fewer than 2 examples", "p.a: fewer than 2 counter-examples"));
}

// The packs of the program: every example fires, every counter-example does not, every rule can match and has its clause.
TEST(PackLint, ThePacksOfTheProgram) {
  const auto compliance = Compliance::load(DataSet::built_in());
  ASSERT_TRUE(compliance) << compliance.error().message();
  for (const PackFlaw& flaw : lint_packs(*compliance))
    ADD_FAILURE() << flaw.place.file << ":" << flaw.place.line << ": " << flaw.rule << ": " << flaw.what;
}

}  // namespace
}  // namespace fengbiao
