#include "base/nearest.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Nearest, NearWordsOnly) {
  const std::string_view known[] = {"ingest", "issues", "show"};
  EXPECT_EQ(nearest("ingset", known), "ingest");
  EXPECT_EQ(nearest("isues", known), "issues");
  EXPECT_EQ(nearest("shwo", known), "show");
  EXPECT_EQ(nearest("frobnicate", known), "");
  EXPECT_EQ(nearest("", known), "");
}

TEST(Nearest, SaysWhatWasPerhapsMeant) {
  const std::string_view known[] = {"level", "growth"};
  EXPECT_EQ(perhaps("grwoth", known), "; did you mean `growth`?");
  EXPECT_EQ(perhaps("leve", known, "--"), "; did you mean `--level`?");
  EXPECT_EQ(perhaps("else", known), "");
}

}  // namespace
}  // namespace fengbiao
