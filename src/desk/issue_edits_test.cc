#include "desk/issue_edits.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

IssueSource sample() {
  IssueSource s;
  s.sections = {{"A", {{.title = "a1"}, {.title = "a2"}}}, {"B", {{.title = "b1"}}}};
  return s;
}
std::string order(const IssueSource& s) {
  std::string out;
  for (const SourceSection& section : s.sections) {
    out += section.name + ":";
    for (const SourceArticle& a : section.articles) out += " " + a.title;
    out += ";";
  }
  return out;
}

TEST(IssueEdits, MovesWithinAndBetweenColumns) {
  IssueSource s = sample();
  EXPECT_EQ(*move_article(s, 3, "A", 1), 1u);
  EXPECT_EQ(order(s), "A: b1 a1 a2;");
  EXPECT_EQ(*move_article(s, 1, "", 0), 3u);
  EXPECT_EQ(order(s), "A: a1 a2 b1;");
  EXPECT_EQ(*move_article(s, 1, "C", 0), 3u);
  EXPECT_EQ(order(s), "A: a2 b1;C: a1;");
}

TEST(IssueEdits, AnArticleStandsOnce) {
  IssueSource s = sample();
  EXPECT_EQ(*add_article(s, "B", 1, {.title = "new"}), 3u);
  EXPECT_EQ(add_article(s, "A", 0, {.title = "new"}).error().cause, Cause::conflict);
  EXPECT_EQ(remove_article(s, 3)->title, "new");
  EXPECT_EQ(order(s), order(sample()));
  EXPECT_EQ(remove_article(s, 9).error().cause, Cause::not_found);
}

}  // namespace
}  // namespace fengbiao
