#include "entity/places.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

const PlaceReader& reader() {
  static const PlaceReader r = [] {
    const DataSet data = DataSet::built_in();
    return PlaceReader::load(data, std::make_shared<Gazetteer>(Gazetteer::load(data).value()),
                             std::make_shared<Words>(Words::load(data).value()))
        .value();
  }();
  return r;
}

std::vector<Name> find(std::string_view text) {
  std::vector<Name> out;
  reader().find(Characters(folded(text)), out);
  return out;
}

// "上海=310000 鼓楼区=?4": printed name and code, id where there is no code, ? and the number of candidates where undecided.
std::string places(std::string_view text) {
  const std::string f = folded(text);
  std::vector<Name> names;
  reader().find(Characters(f), names);
  std::string out;
  for (const Name& n : names) {
    if (!out.empty()) out += ' ';
    out += std::string(slice(f, n.span)) + "=";
    out += !n.code.empty() ? n.code : !n.id.empty() ? n.id : n.candidates.empty() ? n.canonical : "?" + std::to_string(n.candidates.size());
  }
  return out;
}

TEST(Places, FullAndShortNames) {
  EXPECT_EQ(places("上海与浙江省签约"), "上海=310000 浙江省=330000");
  EXPECT_EQ(places("吉林、辽宁两省"), "吉林=220000 辽宁=210000");
  EXPECT_EQ(places("义乌小商品出口"), "义乌=330782");
  EXPECT_EQ(places("襄樊市旧称"), "襄樊市=420600");
  EXPECT_EQ(places("从越南到阿联酋迪拜"), "越南=VN 阿联酋迪拜=AE:迪拜");
  EXPECT_EQ(places("长三角和粤港澳大湾区"), "长三角=area:yrd 粤港澳大湾区=area:gba");
}

TEST(Places, SharesInTenthsHoldNoCity) {
  EXPECT_EQ(places("增幅连一成都不到"), "");
  EXPECT_EQ(places("七成都卖到成都"), "成都=510100");
  EXPECT_EQ(places("来自成都市区的订单，杭州市区也有"), "成都=510100 杭州=330100");
}

TEST(Places, AChainIsOneNameWithTheCodeOfTheLast) {
  EXPECT_EQ(places("江苏省南京市鼓楼区的商圈"), "江苏省南京市鼓楼区=320106");
  EXPECT_EQ(places("杭州西湖区"), "杭州西湖区=330106");
  EXPECT_EQ(places("浙江安吉的白茶"), "浙江安吉=330523");
  EXPECT_EQ(places("东莞市虎门镇"), "东莞市虎门镇=441900121");
  EXPECT_EQ(places("西安市长安区"), "西安市长安区=610116");
  EXPECT_EQ(places("江西南昌"), "江西南昌=360100");
}

TEST(Places, AmbiguousNamesStayOpenUnlessAPlaceBeforeDecides) {
  EXPECT_EQ(places("鼓楼区新增菜场"), "鼓楼区=?4");
  EXPECT_EQ(places("江苏省鼓楼区"), "江苏省鼓楼区=?2");
  EXPECT_EQ(places("南京市公布名单，鼓楼区入选"), "南京市=320100 鼓楼区=320106");
  EXPECT_EQ(places("南京市公布名单。鼓楼区入选"), "南京市=320100 鼓楼区=320106");
  EXPECT_EQ(places("浙江省公布名单，鼓楼区入选"), "浙江省=330000 鼓楼区=?4");
  const auto open = find("鼓楼区新增菜场");
  EXPECT_EQ(open[0].candidates[0].name, "江苏省南京市鼓楼区");
  EXPECT_TRUE(open[0].canonical.empty());
}

TEST(Places, AKnownNameBehindAPlaceThatDoesNotHoldItIsNotDecided) { EXPECT_EQ(places("浙江省昆山市"), "浙江省=330000 昆山市=?1"); }

TEST(Places, SingleCharactersCountInListsAlone) {
  EXPECT_EQ(places("京沪深穗渝"), "京=110000 沪=310000 深=440300 穗=440100 渝=500000");
  EXPECT_EQ(places("沪、浙、苏、皖四地"), "沪=310000 浙=330000 苏=320000 皖=340000");
  EXPECT_EQ(places("川渝两地"), "川=510000 渝=500000");
  EXPECT_EQ(places("中美贸易"), "中=CN 美=US");
  EXPECT_EQ(places("其中美国占三成"), "美国=US");
  EXPECT_EQ(places("京沪高铁"), "");
  EXPECT_EQ(places("沪上人家与京城"), "沪上=310000");
  EXPECT_EQ(places("苏杭与陕甘宁"), "苏=320500 杭=330100 陕=610000 甘=620000 宁=640000");
}

TEST(Places, RoadsParksDishesTeamsAreNone) {
  for (const char* text : {"上海路", "南京东路", "中山公园", "台湾风情街", "北京烤鸭", "兰州拉面", "沙县小吃", "广东队", "上海话",
                           "浦东国际机场", "重庆火锅底料", "北京时间", "贵阳路的门店", "扬州炒饭", "德州扒鸡"})
    EXPECT_EQ(places(text), "") << text;
  EXPECT_EQ(places("上海港口吞吐量"), "上海=310000");
  EXPECT_EQ(places("北京大学生"), "北京=110000");
  EXPECT_EQ(places("浙江湖州"), "浙江湖州=330500");
}

TEST(Places, NamesInsideOtherWordsAreNone) {
  for (const char* text : {"确保定期交付", "三明治", "发展中国家", "沿海城市", "大理石", "强大理论", "今天津津有味", "隆重庆祝",
                           "线上海量商品", "运河南岸", "外来宾客", "日照充足", "和平协商", "夸下海口", "创新乡村", "城区改造"})
    EXPECT_EQ(places(text), "") << text;
}

TEST(Places, TheKindGivesWayToALongerWord) {
  EXPECT_EQ(places("上海市场"), "上海=310000");
  EXPECT_EQ(places("杭州市民"), "杭州=330100");
  EXPECT_EQ(places("山东北部"), "山东=370000");
}

TEST(Places, ZonesByTheirForm) {
  const auto zone = [](std::string_view text) { return find(text).at(0).canonical; };
  EXPECT_EQ(zone("义乌综试区"), "义乌跨境电商综合试验区");
  EXPECT_EQ(zone("中国（杭州）跨境电子商务综合试验区"), "中国（杭州）跨境电子商务综合试验区");
  EXPECT_EQ(zone("上海自贸区"), "中国（上海）自由贸易试验区");
  EXPECT_TRUE(find("义乌综试区").at(0).by_form);
}

TEST(Places, EachNameAndEachLoserSaysWhy) {
  std::vector<Name> names;
  std::vector<PlaceReader::Loser> losers;
  reader().find(Characters("上海路在南京市"), names, &losers);
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].rule, "full name");
  ASSERT_FALSE(losers.empty());
  EXPECT_EQ(losers[0].why, "begins the name of something else");
}

TEST(Places, AnyBytesDo) {
  EXPECT_EQ(places(""), "");
  EXPECT_EQ(places("\xE4\xB8\xFF上海\xE4"), "上海=310000");
  std::string long_text;
  for (int i = 0; i < 20000; ++i) long_text += "鼓楼区";
  EXPECT_EQ(find(long_text).size(), 20000u);
}

}  // namespace
}  // namespace fengbiao
