// Every rule of data/rules/check: its examples give a finding of it, its counter-examples none.
//
// An example is a small text. A line "# ..." begins an article with that headline (without one, the headline is neutral); other lines are
// paragraphs. One that has a line with 【...】 is read as a bulletin instead, source lines and all.
#include <gtest/gtest.h>

#include <algorithm>

#include "bulletin/bulletin.h"
#include "engine/checks.h"

namespace fengbiao {
namespace {

constexpr std::string_view kHeadline = "一则消息";
constexpr std::string_view kDay = "2022-12-05";

Issue built(const std::string& example, std::string& kept) {
  Issue issue;
  issue.key = kDay;
  issue.file = "example.txt";
  issue.profile = "general";
  const std::string text = example.starts_with("# ") ? example : "# " + std::string(kHeadline) + "\n" + example;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    ++issue.lines;
    const bool title = line.starts_with("# ");
    if (title) line.erase(0, 2);
    const Span span{static_cast<std::uint32_t>(kept.size()), static_cast<std::uint32_t>(kept.size() + line.size())};
    kept += line + "\n";
    if (title) {
      Article& article = issue.articles.emplace_back();
      article.n = static_cast<std::uint32_t>(issue.articles.size());
      article.title_pieces = {span};
      article.date = kDay;
      article.line_start = issue.lines;
    } else if (!line.empty()) {
      issue.articles.back().paragraphs.push_back({{span}, "", false});
    }
    issue.articles.back().line_end = issue.lines;
  }
  for (Article& article : issue.articles) fill_texts(article, kept);
  assign_key(issue, std::string(kDay), kept);
  return issue;
}

bool fires(const DocumentChecker& checker, const std::string& rule, const std::string& example) {
  std::vector<Finding> findings;
  if (example.find("【") != std::string::npos && example.find("】") != std::string::npos) {
    const auto checked = checker.check_document(example, std::string(kDay) + ".txt");
    EXPECT_TRUE(checked) << example;
    if (checked) findings = checked->checks.findings;
  } else {
    std::string kept;
    Issue issue = built(example, kept);
    findings = checker.check_articles(std::move(issue), std::move(kept)).checks.findings;
  }
  return std::ranges::find(findings, rule, &Finding::rule) != findings.end();
}

TEST(RuleExamples, GiveAFindingAndCounterExamplesNone) {
  const auto checker = DocumentChecker::load({}, {});
  ASSERT_TRUE(checker) << checker.error().message();
  for (const auto& rule : checker->rules().rules()) {
    if (rule->off) continue;
    for (const std::string& example : rule->examples)
      EXPECT_TRUE(fires(*checker, rule->id, example)) << rule->place.file << ":" << rule->place.line << ": no " << rule->id << " in\n"
                                                      << example;
    for (const std::string& example : rule->counter_examples)
      EXPECT_FALSE(fires(*checker, rule->id, example)) << rule->place.file << ":" << rule->place.line << ": " << rule->id << " in\n"
                                                       << example;
  }
}

}  // namespace
}  // namespace fengbiao
