#include "search/stories.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "search/index_builder.h"

namespace fengbiao {
namespace {

const std::string kReport =
    "据海关统计，2020年，全国跨境电商进出口规模为1.7万亿元，增长25.7%。2021年，全国跨境电商进出口规模为1.94万亿元，增长18.6%。"
    "有关负责人表示，今后将扩大试点范围，支持企业在海外设立仓库，改善通关服务。";

SearchIndex index_of(const std::vector<std::pair<std::string, std::string>>& texts) {
  SearchIndexBuilder builder;
  for (std::size_t i = 0; i < texts.size(); ++i)
    builder.add({.id = std::to_string(i), .title = texts[i].first, .paragraphs = {texts[i].second}, .date = "", .values = {}});
  return *SearchIndex::over(*builder.make("s"));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

TEST(Stories, TheSameWordsAndFiguresUnderAnotherHeadline) {
  const SearchIndex index = index_of({{"快递价格回升", "多家快递企业在旺季前提高了派送费用，网点的经营状况有所改善，消费者感受不大。"},
                                      {"跨境电商综试区再添新员", kReport},
                                      {"综试区扩围", "（记者甲）" + kReport + "专家认为空间很大。"}});
  EXPECT_EQ(index.story(0), std::nullopt);
  EXPECT_EQ(index.story(1), 1U);
  EXPECT_EQ(index.story(2), 1U);
  EXPECT_TRUE(index.has_stories());
}

TEST(Stories, OtherFiguresAreAnotherStory) {
  std::string later = replaced(replaced(replaced(kReport, "1.94", "2.11"), "18.6", "9.8"), "25.7", "18.6");
  later = replaced(replaced(replaced(later, "2021", "2022"), "2020", "2021"), "1.7万", "1.94万");
  const SearchIndex index =
      index_of({{"跨境电商进出口增长", kReport}, {"跨境电商进出口再增长", replaced(later, "1.94万亿元", "2.02万亿元")}});
  EXPECT_EQ(index.story(0), std::nullopt);
  EXPECT_FALSE(index.has_stories());
}

TEST(Stories, ShortTextsByTheirHeadlines) {
  const SearchIndex index =
      index_of({{"电商平台公示新规则", "见附件。"}, {"电商平台公示新规则", "详见网站。"}, {"要闻", "略。"}, {"要闻", "无。"}});
  EXPECT_EQ(index.story(0), 0U);
  EXPECT_EQ(index.story(1), 0U);
  EXPECT_EQ(index.story(2), std::nullopt) << "a headline so short says nothing";
}

TEST(Stories, EveryOneIsToldAgainAmongMany) {
  // Documents of random letters: each third one is told again with a fifth of its characters left out.
  std::mt19937 random(5);
  std::vector<std::pair<std::string, std::string>> texts;
  const auto letter = [&] {
    const char32_t c = 0x4E00 + random() % 800;
    return std::string{static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  };
  for (int n = 0; n < 300; ++n) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += letter();
    texts.emplace_back("标题" + letter() + letter(), text);
  }
  for (std::size_t n = 0; n < 300; n += 3) texts.emplace_back("另" + letter(), texts[n].second.substr(0, 3 * 160));
  const SearchIndex index = index_of(texts);
  std::size_t found = 0;
  for (std::uint32_t n = 0; n < 300; ++n) {
    if (n % 3 != 0) EXPECT_EQ(index.story(n), std::nullopt);
    else found += index.story(n) == n && index.story(300 + n / 3) == n;
  }
  EXPECT_GE(found, 99U) << "of 100";
}

}  // namespace
}  // namespace fengbiao
