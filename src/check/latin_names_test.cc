#include "check/latin_names.h"

#include <gtest/gtest.h>

#include "check/sample_check.h"

namespace fengbiao {
namespace {

TEST(LatinNames, OneLetterOff) {
  EXPECT_EQ(marks_of("latin-name-off", "题目\n网络服务商Cloudflar发布报告。"), std::vector<std::string>{"Cloudflar"});
  EXPECT_TRUE(marks_of("latin-name-off", "题目\n网络服务商Cloudflare发布报告。").empty());
}

TEST(LatinNames, ANameInTwoWords) {
  EXPECT_EQ(marks_of("latin-name-split", "题目\n卖家入驻Tik Tok。"), std::vector<std::string>{"Tik Tok"});
}

TEST(LatinNames, AnotherEndingIsAnotherWord) { EXPECT_TRUE(marks_of("latin-name-off", "题目\n商家Amazons与Amazoner。").empty()); }

TEST(LatinNames, NothingAtAllAndOneEndlessWord) {
  EXPECT_TRUE(checked_sample("题目\nA").findings.empty());
  EXPECT_TRUE(marks_of("latin-name-off", "题目\n" + std::string(200000, 'A')).empty());
}

TEST(LatinNames, TimeIsLinearInManyNames) {
  std::string text = "题目\n";
  for (int i = 0; i < 20000; ++i) text += "Shop" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + "ing ";
  checked_sample(text);
}

}  // namespace
}  // namespace fengbiao
