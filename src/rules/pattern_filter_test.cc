#include "rules/pattern_filter.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Pattern pattern(const std::string& expression) { return Pattern::make("p", "", expression, {}).value(); }

TEST(PatternFilter, GivesThePatternsWhoseWordsStandInTheText) {
  const Pattern list = pattern("[^、](、)\\s*等"), either = pattern("(?:预计|有望)[^。]{0,9}将"), app = pattern("APP|App"),
                any = pattern("[0-9]{4}");
  const PatternFilter filter = PatternFilter::of({&list, &either, &app, &any});
  std::vector<std::uint32_t> out;
  filter.candidates("甲、等", out);
  EXPECT_EQ(out, (std::vector<std::uint32_t>{0}));
  filter.candidates("有望将", out);
  EXPECT_EQ(out, (std::vector<std::uint32_t>{1}));
  filter.candidates("2022年", out);
  EXPECT_EQ(out, (std::vector<std::uint32_t>{3}));
  filter.candidates("下载App", out);
  EXPECT_EQ(out, (std::vector<std::uint32_t>{2}));
}

// Whatever matches is among the candidates.
TEST(PatternFilter, NeverHidesAMatch) {
  const std::vector<std::string> expressions{"说(。)\\s*“", "，\\s*，", "《[^》]{2,9}发布》", "(?i)tik tok", "[\\p{Han}]\\.{3}", "^[，。]"};
  const std::vector<std::string> texts{"他说。“好", "甲，，乙", "《某规划发布》", "Tik Tok", "菜...", "，开头", "平常的话", ""};
  std::vector<Pattern> patterns;
  for (const std::string& e : expressions) patterns.push_back(pattern(e));
  std::vector<const Pattern*> pointers;
  for (const Pattern& p : patterns) pointers.push_back(&p);
  const PatternFilter filter = PatternFilter::of(pointers);
  std::vector<std::uint32_t> out;
  for (const std::string& text : texts) {
    filter.candidates(text, out);
    for (std::uint32_t i = 0; i < patterns.size(); ++i)
      EXPECT_TRUE(!patterns[i].find(text) || std::find(out.begin(), out.end(), i) != out.end()) << expressions[i] << " in " << text;
  }
}

}  // namespace
}  // namespace fengbiao
