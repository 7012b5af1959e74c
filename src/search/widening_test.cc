#include "search/widening.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "search/reading_apart.h"

namespace fengbiao {
namespace {

const Widening& widening() {
  static const Widening loaded = [] {
    Widening made = Widening::load(DataSet::built_in()).value();
    made.add({{"网上零售额", true}, {"网络零售额", true}, {"网上商品和服务零售额", true}}, Widening::Sort::indicator);
    made.seal();
    return made;
  }();
  return loaded;
}
std::vector<std::string> forms(std::string_view typed, bool all = true) {
  static const QueryParser parser = QueryParser::load(DataSet::built_in()).value();
  Query query = parser.parse(typed);
  widening().widen(query.root, [&](std::string_view) { return all; });
  std::vector<std::string> out;
  each_leaf(query.root, [&](const QueryNode& leaf, bool) {
    for (const QueryAlternative& a : leaf.also) out.push_back(a.words);
  });
  return out;
}
bool has(const std::vector<std::string>& list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

TEST(Widening, aliases_of_names) {
  EXPECT_EQ(forms("工信部").front(), "工业和信息化部");
  EXPECT_TRUE(has(forms("双11"), "双十一"));
  EXPECT_TRUE(has(forms("来源:央视"), "中央广播电视总台"));
}

TEST(Widening, words_of_one_meaning_alone_and_in_longer_ones) {
  EXPECT_TRUE(has(forms("网购"), "网上购物"));
  EXPECT_TRUE(has(forms("跨境电商"), "跨境电子商务"));
  EXPECT_TRUE(has(forms("农村电商"), "农村电子商务"));
  EXPECT_TRUE(has(forms("网络零售额"), "网上零售额"));
  EXPECT_FALSE(has(forms("直播电商"), "电商")) << "a part says less";
}

TEST(Widening, names_of_places) {
  EXPECT_EQ(forms("地区:沪上"), (std::vector<std::string>{"上海", "申城"}));
  EXPECT_TRUE(has(forms("上海市"), "上海"));
  EXPECT_TRUE(has(forms("长三角"), "长江三角洲"));
  EXPECT_TRUE(forms("鼓楼区").empty()) << "which one is open";
}

TEST(Widening, not_where_it_would_be_wrong) {
  EXPECT_TRUE(forms("\"网购\"").empty()) << "quoted";
  EXPECT_TRUE(forms("-网购").empty()) << "left out";
  EXPECT_TRUE(forms("网购", false).empty()) << "the archive has none of them";
  EXPECT_TRUE(forms("栏目:电商").empty());
  EXPECT_TRUE(forms("无此一词").empty());
}

TEST(Widening, is_bounded) {
  for (const char* typed : {"网上零售额", "阿里巴巴", "网购", "电子商务"}) EXPECT_LE(forms(typed).size(), kMostAlternatives) << typed;
}

TEST(ReadingApart, names_stay_whole_and_single_characters_go) {
  const Words common = Words::load(DataSet::built_in()).value();
  const auto words = [&](const std::string& form) {
    return words_in(form, common, [&](std::size_t at) { return widening().name_at(form, at); });
  };
  EXPECT_EQ(words("2022年跨境电商增长"), (std::vector<std::string>{"2022", "跨境电商", "增长"}));
  EXPECT_EQ(words("双11快递"), (std::vector<std::string>{"双11", "快递"}));
  EXPECT_EQ(words("增长增长"), std::vector<std::string>{"增长"});
  EXPECT_TRUE(words("，。").empty());
  EXPECT_TRUE(words("快底").empty());
}

}  // namespace
}  // namespace fengbiao
