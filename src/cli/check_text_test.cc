#include "cli/check_text.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Finding finding(const std::string& kept, const std::string& words) {
  Finding f;
  f.rule = "some-rule";
  f.kind = FindingKind::arithmetic;
  f.severity = Severity::error;
  f.explain = {"说明", "what is wrong"};
  const auto at = static_cast<std::uint32_t>(kept.find(words));
  f.at.span = {at, static_cast<std::uint32_t>(at + words.size())};
  f.at.origin.file = "a.txt";
  return f;
}

std::string shown(const std::string& kept, const Finding& f, std::size_t width) { return finding_text(f, "a.txt", LineIndex(kept), width); }

TEST(FindingText, PointsAtTheWordsWhateverTheirWidth) {
  const std::string kept = "题\n甲ab乙78%。\n";
  Finding f = finding(kept, "78%");
  f.relation = "48/70 = 68.57%";
  f.suggestion = "68.57%";
  f.question = {"", "55 meant?"};
  f.other = f.at;
  f.other->quote = "别处";
  f.other->line_start = 7;
  f.other->origin.title = "题";
  EXPECT_EQ(shown(kept, f, 80),
            "a.txt:2:5: error: what is wrong [some-rule]\n"
            "    2 | 甲ab乙78%。\n"
            "      |       ^~~\n"
            "      = 48/70 = 68.57%\n"
            "      = print instead: 68.57%\n"
            "      = 55 meant?\n"
            "      = other side: a.txt:7 (题): 别处\n");
}

TEST(FindingText, CutsLongLinesAroundTheWords) {
  std::string kept;
  for (int i = 0; i < 200; ++i) kept += "长";
  kept += "，，";
  for (int i = 0; i < 200; ++i) kept += "短";
  EXPECT_EQ(shown(kept, finding(kept, "，，"), 41),
            "a.txt:1:201: error: what is wrong [some-rule]\n"
            "    1 | \u2026长长长长长长，，短短短短短\u2026\n"
            "      |              ^~~~\n");
}

TEST(FindingText, IsNotWiderThanTheWidthAsLongAsItMayBe) {
  for (const std::size_t n : {0u, 1u, 5u, 40u, 400u}) {
    std::string kept;
    for (std::size_t i = 0; i < n; ++i) kept += "长";
    const std::string marked(3 * n + 1, 'x');
    kept += marked + "尾";
    const std::string text = shown(kept, finding(kept, marked), 60);
    EXPECT_NE(text.find("^"), text.npos);
  }
}

TEST(TotalsText, SaysHowMuchWasLookedAt) {
  CheckTotals t;
  t.inputs = 1;
  t.coverage = {2, 12345, 0, 0, 0, 0};
  EXPECT_EQ(totals_text(t), "no findings\nlooked at 1 text, 2 articles, 12,345 characters; 0 relations seen\n");
  t.kinds = {{FindingKind::arithmetic, 1}, {FindingKind::punctuation, 2}};
  t.severities = {{Severity::error, 1}, {Severity::warning, 2}};
  t.accepted = 3;
  t.coverage = {2, 100, 4, 1, 2, 1};
  EXPECT_EQ(totals_text(t),
            "3 findings (1 error, 2 warnings): arithmetic 1, punctuation 2; 3 accepted by the baseline\n"
            "looked at 1 text, 2 articles, 100 characters; 4 relations seen, 3 checked: 1 holds, 2 contradict; 1 undecided\n");
}

}  // namespace
}  // namespace fengbiao
