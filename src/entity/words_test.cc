#include "entity/words.h"

#include <gtest/gtest.h>

#include <string>

namespace fengbiao {
namespace {

const Words& known() {
  static const Words words = Words::load(DataSet::built_in()).value();
  return words;
}

std::string cut(std::string_view text, std::string_view name = {}, std::uint32_t cost = 0) {
  std::vector<std::uint8_t> begins(text.size() + 1);
  known().cut(
      Characters(text), {0, static_cast<std::uint32_t>(text.size())},
      [&](std::size_t at, auto&& word) {
        if (!name.empty() && text.substr(at).starts_with(name)) word(static_cast<std::uint32_t>(name.size()), cost);
      },
      begins);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && begins[i]) out += '|';
    out += text[i];
  }
  return out;
}

TEST(Words, CutWhereTheWordsAre) {
  EXPECT_EQ(cut("确保定期交付"), "确保|定期|交付");
  EXPECT_EQ(cut("上海市场规模"), "上海|市场|规模");
  EXPECT_EQ(cut("三明治"), "三明治");
  EXPECT_EQ(cut(""), "");
}

TEST(Words, NamesStandBesideTheWords) {
  EXPECT_EQ(cut("在云锦河边"), "在|云|锦|河边");
  EXPECT_EQ(cut("在云锦河边", "云锦河", 100), "在|云锦河|边");
}

TEST(Words, AnyBytesDo) {
  EXPECT_EQ(cut("\xE4\xB8"), "\xE4|\xB8");
  EXPECT_EQ(known().cost("没有这个词"), Words::kUnknown);
  EXPECT_LT(known().cost("市场"), 90u);
}

}  // namespace
}  // namespace fengbiao
