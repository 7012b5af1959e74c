#include "text/language_model.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(LanguageModel, IsBuiltIn) { EXPECT_TRUE(LanguageModel::built_in()->opened()); }

TEST(LanguageModel, PrefersWhatPeopleWrite) {
  const auto model = LanguageModel::built_in();
  EXPECT_GT(model->score("补齐薄弱环节"), model->score("补齐薄弱环结") + 5);
  EXPECT_GT(model->score("防止个人信息泄露"), model->score("防止个人信息泄漏"));
  EXPECT_GT(model->score("防止煤气泄漏"), model->score("防止煤气泄露"));
}

TEST(LanguageModel, KnowsWords) {
  const auto model = LanguageModel::built_in();
  EXPECT_TRUE(model->knows("环节"));
  EXPECT_FALSE(model->knows("环结"));
}

TEST(LanguageModel, TakesAnyText) {
  const auto model = LanguageModel::built_in();
  EXPECT_EQ(model->score(""), 0);
  EXPECT_LT(model->score("㒨䶮"), -10);           // characters it has never seen
  EXPECT_LT(model->score("abc \xff\xfe 1%"), 0);  // no Chinese at all
}

}  // namespace
}  // namespace fengbiao
