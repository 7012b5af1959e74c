#include "pile/likeness.h"

#include <gtest/gtest.h>

#include <atomic>

#include "pile/each_row.h"
#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

TEST(Likeness, TellsACopyFromNextMonthsReport) {
  const std::vector<PileText> texts{s::parcels(), s::parcels_again(), s::parcels_next_month(), s::market()};
  const Prints prints(texts, 1);
  EXPECT_TRUE(prints.compare(0, 1).same());
  const Likeness next = prints.compare(0, 2);
  EXPECT_GT(next.of_smaller, prints.compare(0, 1).of_smaller);  // its words are more alike than the copy's,
  EXPECT_LT(next.of_figures, 0.3);                              // its figures are not
  EXPECT_FALSE(next.same());
  EXPECT_FALSE(prints.compare(0, 3).same());
}

TEST(Likeness, FiguresAreReadWithoutTheirSeparators) {
  const Print one = print_of({.paragraphs = {"共3,200件，１２.５%"}}), two = print_of({.paragraphs = {"3200件和12.5%"}});
  EXPECT_EQ(one.figures, two.figures);
  EXPECT_EQ(one.figures.size(), 2U);
  EXPECT_TRUE(print_of({.paragraphs = {"2023年"}}).figures.empty());  // a year is in every text
}

TEST(Likeness, ShortTextsMustBeNearlyEqual) {
  const std::vector<PileText> texts{{.title = "平台下调佣金", .paragraphs = {"平台今起下调佣金。"}},
                                    {.title = "平台佣金", .paragraphs = {"平台今起下调运费。"}},
                                    {.title = "平台下调佣金", .paragraphs = {"平台今起下调佣金了。"}}};
  const Prints prints(texts, 1);
  EXPECT_FALSE(prints.compare(0, 1).same());
  EXPECT_TRUE(prints.compare(0, 2).same());
}

TEST(Likeness, EmptyTextsAreNoStory) {
  const std::vector<PileText> texts(2);
  EXPECT_FALSE(Prints(texts, 1).compare(0, 1).same());
}

TEST(EachRow, VisitsEveryRowOnce) {
  for (const unsigned threads : {1U, 3U}) {
    std::vector<int> seen(1000);
    each_row(seen.size(), threads, [&](std::size_t row) { ++seen[row]; });
    EXPECT_EQ(seen, std::vector<int>(1000, 1));
  }
}

}  // namespace
}  // namespace fengbiao
