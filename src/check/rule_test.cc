#include "check/rule.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace fengbiao {
namespace {

// A folder with one rule file, laid over the built-in rules.
Result<RuleBook> with_rules(const std::string& yaml, RuleBook::Options options = {}) {
  const auto folder = std::filesystem::temp_directory_path() /
                      (std::string("fengbiao_rule_test_") +
                       ::testing::UnitTest::GetInstance()->current_test_info()->name());  // tests run beside each other
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "own.yaml") << yaml;
  DataSet data = DataSet::built_in();
  if (const auto laid = data.lay_over(folder, "rules/check/"); !laid) return std::unexpected(laid.error());
  auto book = RuleBook::load(data, options);
  std::filesystem::remove_all(folder);
  return book;
}

std::string own(const std::string& more) {
  return "rules:\n"
         "  - id: own\n    kind: typo\n    severity: note\n    confidence: 0.5\n"
         "    name: {zh: 自, en: own}\n    about: {zh: 自, en: own}\n    says: {zh: '见{match}', en: 'saw {match}'}\n" +
         more;
}

TEST(RuleBook, BuiltInRulesLoad) {
  const auto book = RuleBook::load(DataSet::built_in());
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_FALSE(book->rules().empty());
}

TEST(RuleBook, AUsersRuleIsReadAndItsWordsAreFilled) {
  const auto book = with_rules(own("    pattern: '甲+'\n    examples: [甲甲]\n    counter_examples: [乙]\n"));
  ASSERT_TRUE(book) << book.error().message();
  const CheckRule* rule = book->find("own");
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->words("", {{"match", "甲"}}).zh, "见甲");
  EXPECT_EQ(rule->words("no such variant", {{"match", "甲"}}).en, "saw 甲");
}

TEST(RuleBook, WhatIsWrongIsSaidWithFileAndLine) {
  const auto expect = [](const std::string& yaml, std::string_view words, std::size_t line) {
    const auto book = with_rules(yaml);
    ASSERT_FALSE(book) << yaml;
    EXPECT_TRUE(book.error().place.file.ends_with("own.yaml")) << book.error().message();
    EXPECT_EQ(book.error().place.line, line) << book.error().message();
    EXPECT_NE(book.error().what.find(words), std::string::npos) << book.error().message();
  };
  expect(own("    pattern: '('\n    examples: [甲]\n    counter_examples: [乙]\n"), "missing )", 9);
  expect(own("    pattern: '甲'\n    examples: [丙]\n    counter_examples: [乙]\n"), "gives no finding", 10);
  expect(own("    pattern: '甲'\n    examples: [甲]\n    counter_examples: [甲乙]\n"), "gives a finding", 11);
  expect(own("    patern: '甲'\n    examples: [甲]\n    counter_examples: [乙]\n"), "patern", 9);
  expect(own("    needs: 甲\n    pattern: '甲'\n    examples: [甲]\n    counter_examples: [乙]\n"), "needs", 9);
  expect(own("    any: []\n    examples: [甲]\n    counter_examples: [乙]\n"), "expected words", 9);
  expect(own("    any: [甲, '']\n    examples: [甲]\n    counter_examples: [乙]\n"), "got an empty text", 9);
  expect(own("    any: [甲, ' ']\n    examples: [甲]\n    counter_examples: [乙]\n"), "got an empty text", 9);
  expect(own("    pattern: ''\n    examples: [甲]\n    counter_examples: [乙]\n"), "got an empty text", 9);
  expect(own("    pattern: '甲'\n    examples: ['']\n    counter_examples: [乙]\n"), "got an empty text", 10);
  expect(own("    pattern: '甲'\n    examples: [甲]\n    counter_examples: ''\n"), "got an empty text", 11);
  expect("rules:\n  - id: own\n    kind: typo\n    severity: note\n    name: {zh: '', en: own}\n", "got an empty text", 5);
  expect(
      "rules:\n  - id: own\n    kind: typo\n    severity: note\n    name: {zh: 自, en: own}\n    about: {zh: 自, en: own}\n"
      "    says: {zh: 自, en: ' '}\n",
      "got an empty text", 7);
  expect(own("    pattern: '甲'\n    in: [head]\n    examples: [甲]\n    counter_examples: [乙]\n"), "none of", 10);
}

// A data folder whose check/report.yaml is this.
Result<RuleBook> with_listing(const std::string& yaml) {
  const auto folder = std::filesystem::temp_directory_path() / "fengbiao_rule_test_listing";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "check");
  std::ofstream(folder / "check" / "report.yaml") << yaml;
  const auto data = DataSet::with_folder(folder);
  auto book = data ? RuleBook::load(*data) : Result<RuleBook>(std::unexpected(data.error()));
  std::filesystem::remove_all(folder);
  return book;
}

TEST(RuleBook, HowMuchIsListedIsReadAndItsErrorsAreSaidWithFileAndLine) {
  const auto book = with_listing("most: 3\nmore: {zh: '{says}又{n}', en: '{says} {n}'}\n");
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_EQ(book->listing().most, 3U);
  const auto expect = [](const std::string& yaml, std::string_view words, std::size_t line) {
    const auto wrong = with_listing(yaml);
    ASSERT_FALSE(wrong) << yaml;
    EXPECT_TRUE(wrong.error().place.file.ends_with("report.yaml")) << wrong.error().message();
    EXPECT_EQ(wrong.error().place.line, line) << wrong.error().message();
    EXPECT_NE(wrong.error().what.find(words), std::string::npos) << wrong.error().message();
  };
  expect("most: 0\nmore: {zh: '{says}{n}', en: '{says}{n}'}\n", "from 1 to", 1);
  expect("most: 2.5\nmore: {zh: '{says}{n}', en: '{says}{n}'}\n", "whole number", 1);
  expect("most: 3\nmore: {zh: '{says}', en: '{says} {n}'}\n", "expected {n}", 2);
  expect("most: 3\nmore: {zh: '', en: '{says} {n}'}\n", "empty text", 2);
  expect("most: 3\nmuch: 4\n", "much", 2);
}

TEST(RuleBook, BrokenRulesAreLeftOutOnlyWhenAsked) {
  const std::string yaml = own("    pattern: '('\n    examples: [甲]\n    counter_examples: [乙]\n");
  const auto book = with_rules(yaml, {.skip_broken = true});
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_EQ(book->broken().size(), 1U);
  EXPECT_EQ(book->find("own"), nullptr);
}

TEST(RuleBook, ARuleWithoutAPatternMustBeMadeByACheck) {
  const auto book = with_rules(own("    examples: [甲]\n    counter_examples: [乙]\n"));
  ASSERT_TRUE(book) << book.error().message();
  const auto asked = book->all_asked();
  ASSERT_FALSE(asked);
  EXPECT_NE(asked.error().what.find("has no pattern"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
