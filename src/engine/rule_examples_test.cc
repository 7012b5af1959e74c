// Every rule of data/rules/check: its examples give a finding of it, its counter-examples none.
//
// An example is a small text. A line "# ..." begins an article with that headline (without one, the headline is neutral); other lines are
// paragraphs. A line "= 2022-12-05" begins an issue of that day, where several are held against each other. One that has a line with
// 【...】 is read as a bulletin instead, source lines and all.
#include <gtest/gtest.h>

#include <algorithm>

#include "bulletin/bulletin.h"
#include "engine/checks.h"

namespace fengbiao {
namespace {

constexpr std::string_view kHeadline = "一则消息";
constexpr std::string_view kDay = "2022-12-05";

Issue built(const std::string& example, std::string& kept, const std::string& day = std::string(kDay)) {
  Issue issue;
  issue.key = day;
  issue.file = day + ".txt";
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
      article.date = day;
      article.line_start = issue.lines;
    } else if (!line.empty()) {
      issue.articles.back().paragraphs.push_back({{span}, "", false});
    }
    issue.articles.back().line_end = issue.lines;
  }
  for (Article& article : issue.articles) fill_texts(article, kept);
  assign_key(issue, day, kept);
  return issue;
}

// An example of several issues: each begins with a line "= 2022-12-05", its day.
bool fires_between(const DocumentChecker& checker, const std::string& rule, const std::string& example) {
  std::vector<CheckedIssue> issues;
  for (std::size_t begin = 0; begin != example.npos;) {
    const std::size_t next = example.find("\n= ", begin);
    const std::size_t line_end = example.find('\n', begin);
    const std::string day = example.substr(begin + 2, line_end - begin - 2);
    std::string kept;
    Issue issue = built(example.substr(line_end + 1, next == example.npos ? next : next - line_end - 1), kept, day);
    issues.push_back(checker.check_articles(std::move(issue), std::move(kept)));
    begin = next == example.npos ? next : next + 1;
  }
  BetweenIssues between(checker);
  for (const CheckedIssue& issue : issues) between.add(issue.issue, issue.records);
  between.close();
  for (CheckedIssue& issue : issues) {
    const auto found = checker.check_issue(issue.issue, issue.text, issue.records, &between).checks.findings;
    if (std::ranges::find(found, rule, &Finding::rule) != found.end()) return true;
  }
  return false;
}

bool fires(const DocumentChecker& checker, const std::string& rule, const std::string& example) {
  if (example.starts_with("= ")) return fires_between(checker, rule, example);
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
