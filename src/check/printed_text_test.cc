#include "check/printed_text.h"

#include <gtest/gtest.h>

#include "check/sample_text.h"

namespace fengbiao {
namespace {

TEST(PrintedText, JoinsWrappedLinesAndLeadsBack) {
  std::string kept = "题目\n网店增\n长5％。\n";
  Article article;
  article.n = 1;
  article.title_pieces = {{0, 6}};
  article.paragraphs.push_back({{{7, 16}, {17, 27}}, "", false});
  PrintedText printed;
  printed.read(article, kept);
  EXPECT_EQ(printed.text(), "题目\n网店增长5％。\n");
  ASSERT_EQ(printed.parts().size(), 2U);
  EXPECT_EQ(printed.parts()[1].part, ArticlePart::body);
  const auto at = static_cast<std::uint32_t>(printed.text().find("增长"));
  EXPECT_EQ(slice(kept, printed.kept({at, at + 6})), "增\n长");
  EXPECT_EQ(printed.folded(1).text, "网店增长5%。");
  EXPECT_EQ(slice(printed.text(), printed.folded(1).original(std::string_view(printed.folded(1).text).substr(12, 2))), "5％");
}

TEST(PrintedText, LatinWordsOnTwoLinesKeepABlank) {
  SampleIssue sample("A\nB");
  Article& article = sample.issue.articles[0];
  article.title_pieces = {{0, 1}, {2, 3}};
  article.paragraphs.clear();
  PrintedText printed;
  printed.read(article, sample.kept);
  EXPECT_EQ(printed.text(), "A B\n");
}

}  // namespace
}  // namespace fengbiao
