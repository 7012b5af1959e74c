#include "register/policy_names.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

PolicyKey key(std::string_view name) {
  static const PolicyNames names = PolicyNames::load(DataSet::built_in()).value();
  return names.key(name);
}

TEST(PolicyNames, PrintingsOfOneName) {
  EXPECT_EQ(key("《夜市 管理办法》").core, key("夜市管理办法").core);
  EXPECT_EQ(key("夜市“满格”行动方案(2023——2025 年)").core, key("夜市\"满格\"行动方案（2023—2025年）").core);
  EXPECT_EQ(key("夜市“满格”行动方案(2023——2025 年)").parts, "2023-2025");
  EXPECT_EQ(key("中华人民共和国夜市法").core, key("夜市法").core);
  EXPECT_EQ(key("商务部关于发展夜市的意见").core, key("关于发展夜市的意见").core);
  EXPECT_NE(key("夜市管理办法").core, key("夜市管理办法实施细则").core);
}

TEST(PolicyNames, DraftsAndBareNames) {
  EXPECT_TRUE(key("夜市条例（修订草案征求意见稿）").draft);
  EXPECT_EQ(key("夜市条例（征求意见稿）").core, key("夜市条例").core);
  EXPECT_TRUE(key("夜市条例草案").draft);
  EXPECT_FALSE(key("夜市条例（试行）").draft);
  EXPECT_TRUE(key("通知").bare);
  EXPECT_TRUE(key("《办法》").bare);
  EXPECT_FALSE(key("夜市办法").bare);
}

}  // namespace
}  // namespace fengbiao
