#include "check/checker.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(Checker, NoArticleAndNoTextGiveNothing) {
  Issue issue;
  issue.key = "2022-12-05";
  Checker::Session session(sample_checker(), issue, "");
  const IssueChecks out = session.finish({}, {});
  EXPECT_TRUE(out.findings.empty());
  EXPECT_TRUE(out.relations.empty());
  EXPECT_EQ(out.coverage, CheckCoverage{});
}

TEST(Checker, AnEmptyArticleIsLookedAtAndNothingIsFound) {
  const IssueChecks out = checked_sample("");
  EXPECT_TRUE(out.findings.empty());
  EXPECT_EQ(out.coverage.articles, 1U);
  EXPECT_EQ(out.coverage.characters, 0U);
  EXPECT_TRUE(checked_sample("\n \n\n").findings.empty());
}

TEST(Checker, CharactersAreCountedWithoutBlanks) { EXPECT_EQ(checked_sample("题 目\n正文 ab。").coverage.characters, 7U); }

TEST(Checker, BytesThatAreNoTextAreReadOver) {
  std::string bytes = "题目\n";
  for (int i = 1; i < 256; ++i)
    if (i != '\n') bytes += static_cast<char>(i);
  checked_sample(bytes + "\n\xE4\xB8\n增长5%\xFF，，\xF0\x9F");
}

// One flaw over and over: so many findings of a rule as are listed, one that tells of the rest, and all of them counted.
TEST(Checker, OneFlawWithoutEndIsListedUpToItsLimit) {
  const std::size_t most = sample_checker().rules().listing().most, flaws = 3 * most;
  std::string text = "题目\n";
  for (std::size_t i = 0; i < flaws; ++i) text += "仓库，，";
  std::size_t listed = 0, told = 0;
  for (const Finding& f : checked_sample(text).findings) {
    if (f.rule != "doubled-mark") continue;
    ++listed;
    told += 1 + f.not_listed;
  }
  EXPECT_EQ(listed, most + 1);
  EXPECT_EQ(told, flaws);
}

// Every file of their data, broken: the file and the line are named.
TEST(Checker, ABrokenFileIsSaidWithItsLine) {
  for (const std::string file :
       {"agreement.yaml", "conflicts.yaml", "counts.yaml", "currencies.yaml", "days.yaml", "figures.yaml", "near_names.yaml", "ranks.yaml",
        "repeats.yaml", "report.yaml", "saying.yaml", "source_lines.yaml", "telling.yaml", "wording.yaml"}) {
    EXPECT_EQ(said_of_broken("check/" + file, "# one\nno_such_key: 1\n").substr(0, file.size() + 3), file + ":2:") << file;
    EXPECT_TRUE(said_of_broken("check/" + file, "a: [\n").starts_with(file + ":")) << file;
  }
}

}  // namespace
}  // namespace fengbiao
