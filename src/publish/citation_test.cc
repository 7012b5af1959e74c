#include "publish/citation.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Cited cited() {
  Cited c;
  c.origin = {"2023-03-20", "a.txt", "2023-03-20-6c2952ef", 3, "", "甲市建成基地", "2023-03-14", {"乙报"}};
  c.bulletin = "丙观察";
  c.day = "2023-03-20";
  c.year = 2023;
  c.number = 6;
  c.line_start = 51;
  c.line_end = 57;
  return c;
}

TEST(Citation, GivesWhatTheCoverPrints) {
  const Phrases phrases = Phrases::built_in().value();
  Cited c = cited();
  EXPECT_EQ(citation_gbt7714(c, phrases), "甲市建成基地[J]. 丙观察, 2023(6): 第51-57行. 原载乙报, 2023-03-14.");
  c.number = 0;
  EXPECT_EQ(citation_gbt7714(c, phrases), "甲市建成基地[N]. 丙观察, 2023-03-20: 第51-57行. 原载乙报, 2023-03-14.");
  c.bulletin.clear();
  c.origin.sources.clear();
  c.line_end = 51;
  EXPECT_EQ(citation_gbt7714(c, phrases), "甲市建成基地[Z]. a.txt, 2023-03-20: 第51行.");
}

TEST(Citation, BibtexIsEscaped) {
  Cited c = cited();
  c.origin.title = "50% {a} & b_c \\ #x\n~^$";
  c.record = "2023-03-20-6c2952ef-o5";
  const std::string text = citation_bibtex(c, Phrases::built_in().value());
  EXPECT_NE(text.find("@article{fengbiao:2023-03-20-6c2952ef-o5,\n"), std::string::npos) << text;
  EXPECT_NE(text.find("title = {50\\% \\{a\\} \\& b\\_c \\textbackslash{} \\#x \\textasciitilde{}\\textasciicircum{}\\$},"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("number = {6}"), std::string::npos) << text;
}

}  // namespace
}  // namespace fengbiao
