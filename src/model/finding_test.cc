#include "model/finding.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Finding, KindsSeveritiesAndVerdictsHaveNamesThatReadBack) {
  for (const auto kind : {FindingKind::arithmetic, FindingKind::conflict, FindingKind::format, FindingKind::extraction})
    EXPECT_EQ(finding_kind_named(name_of(kind)), kind);
  EXPECT_EQ(name_of(FindingKind::style), "style");
  EXPECT_EQ(severity_named("note"), Severity::note);
  EXPECT_EQ(name_of(Verdict::cannot_tell), "cannot tell");
  EXPECT_FALSE(finding_kind_named("spelling"));
}

TEST(CheckCoverage, AddsUp) {
  CheckCoverage all{1, 100, 3, 1, 1, 1};
  all += CheckCoverage{2, 50, 1, 1, 0, 0};
  EXPECT_EQ(all, (CheckCoverage{3, 150, 4, 2, 1, 1}));
}

}  // namespace
}  // namespace fengbiao
