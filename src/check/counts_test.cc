#include "check/count_answer.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

// What each count of a text is found to say, the first reading that tells something: "before 3 = 3", "behind 3 > 4".
std::string said(std::string_view printed) {
  static const CountWords words = CountWords::load(DataSet::built_in()).value();
  const std::string text = folded(printed);
  ReadText read;
  read.characters.assign(text);
  cut(text, {}, {}, read.cuts);
  for (const Span s : read.cuts.sentences) read.sentences.push_back({s, 0, 0, false});
  std::vector<WordHit> hits;
  words.scan(read.characters, {}, hits);
  const ListCutter cutter(text, read, hits);
  TextLists lists;
  cutter.cut(lists);
  const auto counts = find_counts(text, read, words, hits, lists, cutter);
  const auto points = find_points(text, read, words, hits, {});
  const CountReader reader({text, read, words, hits, cutter, lists, counts, points});
  std::string out;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto add = [&](std::string_view where, const std::optional<CountAnswer>& a) {
      if (!a) return false;
      const std::string_view sign = a->verdict == Verdict::contradicts ? " not " : a->open ? " below " : " = ";
      out +=
          (out.empty() ? "" : ", ") + std::string(where) + " " + std::to_string(a->named) + std::string(sign) + std::to_string(counts[i].n);
      return true;
    };
    if (!add("before", reader.list_before(i)) && !add("behind", reader.list_behind(i)) && !add("points", reader.points_behind(i)))
      add("around", reader.list_around(i));
  }
  return out;
}

TEST(Counts, OfAListBeforeThem) {
  EXPECT_EQ(said("设首页、商城和会员中心三大板块"), "before 3 = 3");
  EXPECT_EQ(said("甲部、乙部、丙部等三部门发文"), "before 3 = 3");
  EXPECT_EQ(said("甲市、乙市等33个城市"), "before 2 below 33");
  EXPECT_EQ(said("“看货”“下单”“付款”三个环节"), "before 3 = 3");
  EXPECT_EQ(said("“首页、服务和我的信息”三大板块"), "before 3 = 3");
  EXPECT_EQ(said("设首页、商城、个人中心四大板块"), "before 3 not 4");
}

TEST(Counts, OfAListBehindThem) {
  EXPECT_EQ(said("分为三大类，分别是甲、乙和丙。"), "behind 3 = 3");
  EXPECT_EQ(said("推出三大举措，包括建仓；扩面；培训。"), "behind 3 = 3");
  EXPECT_EQ(said("存在三个“难”，即定价难、确权难、入场难。"), "behind 3 = 3");
  EXPECT_EQ(said("“两减一优”政策：减租金，减佣金，优化服务。"), "behind 3 = 3");
  EXPECT_EQ(said("分为五类：甲类、乙类、丙类、丁类。"), "behind 4 not 5");
}

TEST(Counts, OfPointsThatFollow) {
  EXPECT_EQ(said("从以下两方面入手：一是降费，二是提速。"), "points 2 = 2");
  EXPECT_EQ(said("提出两方面3项任务。一是甲，二是乙。一是丙，二是丁，三是戊。"), "points 2 = 2, points 3 = 3");
}

TEST(Counts, OfListsAroundThem) {
  EXPECT_EQ(said("5大枢纽中，既有甲、乙等东部地区，也有丙、丁、戊等西部地区。"), "behind 5 = 5");
  EXPECT_EQ(said("甲、乙、丙，以及丁、戊的应用，将成为五大趋势"), "around 5 = 5");
}

TEST(Counts, ThatAreFiguresSayNothing) {
  EXPECT_EQ(said("甲、乙各有2个"), "");
  EXPECT_EQ(said("成为甲、乙、丙第二大市场"), "");
  EXPECT_EQ(said("苏州9个、无锡7个、常州10个"), "");
}

}  // namespace
}  // namespace fengbiao
