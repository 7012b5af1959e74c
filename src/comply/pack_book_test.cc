#include "comply/pack_book.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "comply/sample_pack.h"

namespace fengbiao {
namespace {

std::string complaint(const std::string& pack) {
  static const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
  const auto book = PackBook::parse(pack, "p.yaml", folding);
  return book ? "" : book.error().message();
}
std::string of_rule(const std::string& find, const std::string& more = "", const std::string& head = "") {
  return complaint(sample_pack(sample_rule("r", find, more), head));
}

TEST(PackBook, ReadsAPack) {
  static const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
  const std::string text = sample_pack(
      sample_rule("r", "words: [\"$drinks…6便宜\", 第一]\n        near: {words: [买], within: 20}\n        not_inside: title",
                  "    fold: [gaps]\n    until: 2024-01-01\n    unless:\n      - {id: own, zh: 自比, en: own, words: [本店], within: 5}\n"
                  "    examples: [白酒真便宜, '@listing 第一']\n"),
      "standing: draft\nuntil: 2025-01-01\nwords:\n  spirits: [白酒]\n  drinks: [\"$spirits\", 啤酒]\n"
      "needs_person:\n  - {article: 第二条, act: {zh: 事, en: act}}\n");
  const auto book = PackBook::parse(text, "p.yaml", folding);
  ASSERT_TRUE(book) << book.error().message();
  const CompliancePack& pack = book->packs().front();
  EXPECT_TRUE(pack.draft);
  EXPECT_TRUE(pack.in_force("2022-01-01"));
  EXPECT_FALSE(pack.in_force("2025-01-01"));
  EXPECT_FALSE(pack.in_force("2021-12-31"));
  const ComplyRule& rule = pack.rules.front();
  EXPECT_EQ(rule.place.line, 15U);
  ASSERT_EQ(rule.finds.size(), 1U);
  ASSERT_EQ(rule.finds[0].phrases.size(), 2U);
  const ComplyPhrase& phrase = rule.finds[0].phrases[0];
  ASSERT_EQ(phrase.parts.size(), 2U);
  EXPECT_EQ(book->list(phrase.parts[0].list).size(), 2U);
  EXPECT_EQ(phrase.parts[1].gap, 6);
  EXPECT_EQ(rule.finds[0].not_inside, in_title);
  EXPECT_EQ(rule.examples[0].kind, ComplyKind::script);
  EXPECT_EQ(rule.examples[1].kind, ComplyKind::listing);
  EXPECT_EQ(rule.examples[1].text, "第一");
  EXPECT_EQ(pack.needs_person[0].act.en, "act");
}

TEST(PackBook, EveryBrokenValueHasItsPlaceAndWhatWasExpected) {
  EXPECT_EQ(of_rule("words: [第一]", "    folds: [gaps]\n"), "p.yaml:17:5: unknown key 'folds' (did you mean 'fold'?)");
  EXPECT_EQ(of_rule("words: [第一]", "    fold: [gap]\n"), "p.yaml:17:11: rules[0].fold: expected gaps, sounds or split, got 'gap'");
  EXPECT_EQ(of_rule("words: [第一]", "    verdict: never\n"),
            "p.yaml:16:14: rules[0].verdict: expected one of forbidden, prove-it, remind, got 'never'");
  EXPECT_EQ(of_rule("words: [\"$drink\"]"), "p.yaml:18:16: rules[0].find[0].words: no list $drink in `words`");
  EXPECT_EQ(of_rule("words: [第一]", "", "words: {a: [甲]}\n"),
            "p.yaml:7:12: words.a: no rule uses the list $a (take it out, or name it in a rule)");
  EXPECT_EQ(of_rule("words: [\"$a\"]", "", "words: {a: [\"$b\"], b: [\"$a\"]}\n").substr(0, 9), "p.yaml:7:");
  EXPECT_EQ(of_rule("words: [\"***\"]"),
            "p.yaml:18:16: rules[0].find[0].words: '***' cannot be found: nothing of it is left when signs are folded");
  EXPECT_EQ(of_rule("words: [\"+v\"]"),
            "p.yaml:18:16: rules[0].find[0].words: '+v': blanks and signs at its ends are not seen (write it without them)");
  EXPECT_EQ(of_rule("words: [甲…99乙]"), "p.yaml:18:16: rules[0].find[0].words: '甲…99乙': a gap of at most 60 characters");
  EXPECT_EQ(of_rule("words: [甲…]"), "p.yaml:18:16: rules[0].find[0].words: '甲…': expected words around …");
  EXPECT_EQ(of_rule("words: [甲]\n        near: {words: [乙], within: 900}"),
            "p.yaml:19:38: rules[0].find[0].near.within: expected a whole number of characters from 0 to 200");
  EXPECT_EQ(of_rule("words: [甲]\n        before: [乙…丙]"),
            "p.yaml:19:17: rules[0].find[0].before: '乙…丙': a phrase of several parts cannot stand here");
  EXPECT_EQ(of_rule("missing: [甲]"), "p.yaml:18:18: rules[0].find[0].missing: goes with the verdict remind");
  EXPECT_EQ(of_rule("words: [甲]", "    from: 2023-02-30\n"),
            "p.yaml:17:11: rules[0].from: expected a day such as 2022-06-22, got '2023-02-30'");
  EXPECT_EQ(of_rule("words: [甲]", "    as: [app]\n"), "p.yaml:17:9: rules[0].as: expected kinds that the pack has");
  EXPECT_EQ(of_rule("words: [甲]", "    even_in: [report]\n"),
            "p.yaml:17:14: rules[0].even_in: no context 'report' in comply/contexts.yaml");
  EXPECT_EQ(complaint("pack: p\n"), "p.yaml: name.zh: missing");
  EXPECT_EQ(complaint(sample_pack("  - id: q.r\n")), "p.yaml:8:9: rules[0].id: expected p.name, got 'q.r'");
  EXPECT_EQ(complaint(sample_pack(sample_rule("r", "words: [甲]") + sample_rule("r", "words: [甲]"))).substr(0, 10), "p.yaml:19:");
}

TEST(PackBook, ReportsWarningsAndWorksAreExemptUnlessARuleTakesThemIn) {
  const DataSet data = DataSet::built_in();
  static const ComplyFolding folding = *ComplyFolding::load(data);
  const auto book = PackBook::load(data, folding);
  ASSERT_TRUE(book) << book.error().message();
  const auto exempt = [&](const ComplyRule& rule, std::string_view id) {
    return std::ranges::find(rule.unless, id, &Exemption::id) != rule.unless.end();
  };
  std::size_t taking_in = 0;
  for (const CompliancePack& pack : book->packs())
    for (const ComplyRule& rule : pack.rules) {
      if (rule.demand == Demand::remind) {
        EXPECT_FALSE(exempt(rule, "report")) << rule.id;
        continue;
      }
      EXPECT_TRUE(exempt(rule, "report")) << rule.id;
      taking_in += exempt(rule, "warning") ? 0 : 1;
    }
  EXPECT_GE(taking_in, 1U) << "algorithms.no-switch: 您同意不得要求关闭";
}

TEST(PackBook, FoldsOfAPackAreThoseOfItsRules) {
  static const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
  const auto book =
      PackBook::parse(sample_pack(sample_rule("a", "words: [甲]") + sample_rule("b", "words: [甲]", "    fold: []\n"), "fold: [gaps]\n"),
                      "p.yaml", folding);
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_TRUE(book->packs()[0].rules[0].fold.gaps);
  EXPECT_FALSE(book->packs()[0].rules[1].fold.gaps);
}

TEST(PackBook, KnowsDays) {
  EXPECT_TRUE(is_day("2024-02-29"));
  EXPECT_FALSE(is_day("2023-02-29"));
  EXPECT_FALSE(is_day("2023-2-1"));
  EXPECT_FALSE(is_day("2023-13-01"));
  EXPECT_FALSE(is_day(""));
}

}  // namespace
}  // namespace fengbiao
