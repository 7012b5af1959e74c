#include "check/extraction.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

std::vector<std::string> found(const std::string& text) {
  static RuleBook book = RuleBook::load(DataSet::built_in()).value();
  static const ExtractionCheck check = ExtractionCheck::load(book).value();
  const auto run = [&](const ArticleSubject& subject, Report& report) { check.check(subject, report); };
  std::vector<std::string> out;
  for (const Finding& f : findings_in(text, run)) out.push_back(f.rule + " " + f.explain.en + " > " + f.suggestion);
  return out;
}

TEST(Extraction, OneNoteAnArticleTellsHowOften) {
  const auto notes = found("题目\n⽇均订单⼀万件。\n⽇均退货百件。");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_TRUE(notes[0].starts_with("look-alike-glyphs "));
  EXPECT_NE(notes[0].find("3"), std::string::npos);
  EXPECT_TRUE(notes[0].ends_with("> 日"));
}

TEST(Extraction, ABulletIsNoLoss) {
  EXPECT_TRUE(found("题目\n\uE0B2仓库已经建成。").empty());
  EXPECT_EQ(found("题目\n仓库\uE0B2已经建成。").size(), 1U);
  EXPECT_EQ(found("题目\n\uFFFD库已经建成。").size(), 1U);
}

TEST(Extraction, AWordSetApart) {
  EXPECT_EQ(found("题目\n平台 的 电 子 商 务 业务").size(), 1U);
  EXPECT_TRUE(found("题目\n甲 乙 丙 三地 5 个 仓库").empty());
}

TEST(Extraction, CleanTextHasNone) { EXPECT_TRUE(found("题目\n“云仓”（一期）——建成：５％、《办法》。\n \t").empty()); }

}  // namespace
}  // namespace fengbiao
