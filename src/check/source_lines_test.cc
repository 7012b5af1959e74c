#include "check/source_lines.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(SourceLines, ATextWithoutThemOrWithOneGivesNothing) {
  for (const std::string source : {"", "来源：《青石日报》2022年12月2日", "来源：", "来源来源来源"})
    for (const Finding& f : checked_sample("题目\n青石市有网店3家。", source).findings)
      EXPECT_FALSE(f.rule.starts_with("source-")) << f.rule << " " << source;
}

TEST(SourceLines, WhatIsWrongInTheirDataIsSaid) {
  EXPECT_EQ(said_of_broken("check/source_lines.yaml", "quoted: '('\n").substr(0, 19), "source_lines.yaml:1");
  EXPECT_EQ(said_of_broken("check/source_lines.yaml", "date_forms:\n  - {form: a, pattern: '['}\nquoted: a\n").substr(0, 19),
            "source_lines.yaml:2");
  EXPECT_EQ(said_of_broken("check/source_lines.yaml", "date_forms:\n  - {form: a, patern: a}\nquoted: a\n").substr(0, 19),
            "source_lines.yaml:2");
}

}  // namespace
}  // namespace fengbiao
