#include "entity/address.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

const AddressReader& reader() {
  static const AddressReader r = AddressReader::load(DataSet::built_in()).value();
  return r;
}

std::vector<Address> find(std::string_view text) {
  std::vector<Address> out;
  reader().find(folded(text), out);
  return out;
}

// province|city|county|town|village|road|house|code of the only address; ? for candidates.
std::string parts(std::string_view text) {
  const auto found = find(text);
  if (found.size() != 1) return std::to_string(found.size()) + " addresses";
  const Address& a = found[0];
  return a.province + "|" + a.city + "|" + a.county + "|" + a.town + "|" + a.village + "|" + a.road + "|" + a.house + "|" +
         (a.candidates.size() > 1 ? "?" : a.code);
}

TEST(Address, FullShortAndMissingLevels) {
  EXPECT_EQ(parts("浙江省杭州市西湖区文三路90号"), "浙江省|杭州市|西湖区|||文三路|90号|330106");
  EXPECT_EQ(parts("杭州西湖区文三路90号"), "浙江省|杭州市|西湖区|||文三路|90号|330106");
  EXPECT_EQ(parts("义乌市福田路105号"), "浙江省|金华市|义乌市|||福田路|105号|330782");
  EXPECT_EQ(parts("上海市浦东新区世纪大道100号"), "上海市||浦东新区|||世纪大道|100号|310115");
  EXPECT_EQ(parts("东莞市虎门镇虎门大道88号"), "广东省|东莞市||虎门镇||虎门大道|88号|441900121");
  EXPECT_EQ(parts("仙桃市沔阳大道129号"), "湖北省||仙桃市|||沔阳大道|129号|429004");
  EXPECT_EQ(parts("江苏省盛泽镇市场路11号"), "江苏省|苏州市|吴江区|盛泽镇||市场路|11号|320509105");
  EXPECT_EQ(parts("上海市闸北区共和新路1555号"), "上海市||静安区|||共和新路|1555号|310106");
}

TEST(Address, BlanksCommasAndPseudoLevels) {
  EXPECT_EQ(parts("北京 海淀 学院路 37号"), "北京市||海淀区|||学院路|37号|110108");
  EXPECT_EQ(parts("上海市，徐汇区，宜山路，700号"), "上海市||徐汇区|||宜山路|700号|310104");
  EXPECT_EQ(parts("上海市市辖区浦东新区世纪大道8号"), "上海市||浦东新区|||世纪大道|8号|310115");
  EXPECT_EQ(parts("青岛市南区香港中路10号"), "山东省|青岛市|市南区|||香港中路|10号|370202");
}

TEST(Address, VillagesRoadsAndHouses) {
  EXPECT_EQ(parts("浙江省义乌市廿三里街道华溪村3组15号"), "浙江省|金华市|义乌市|廿三里街道|华溪村||3组15号|330782007");
  EXPECT_EQ(parts("北京市海淀区中关村大街27号"), "北京市||海淀区|||中关村大街|27号|110108");
  EXPECT_EQ(parts("上海徐汇区肇嘉浜路446弄1号"), "上海市||徐汇区|||肇嘉浜路|446弄1号|310104");
  EXPECT_EQ(parts("北京市朝阳区东三环中路39号院8号楼1705"), "北京市||朝阳区|||东三环中路|39号院8号楼1705|110105");
  EXPECT_EQ(parts("杭州市钱塘区下沙经济开发区6号大街452号"), "浙江省|杭州市|钱塘区|||6号大街|452号|330114");
  EXPECT_EQ(parts("四川省成都市武侯区人民南路四段27号"), "四川省|成都市|武侯区|||人民南路四段|27号|510107");
}

TEST(Address, WhatNoListKnowsIsAsPrintedAndNeverAnother) {
  EXPECT_EQ(parts("江苏省南京市云岭区中央路16号"), "江苏省|南京市|云岭区|||中央路|16号|320100");
  EXPECT_EQ(parts("江苏省南京市西湖区文三路5号"), "江苏省|南京市|西湖区|||文三路|5号|320100");
  EXPECT_EQ(parts("浙江省云锦市西湖区文三路8号"), "浙江省|云锦市|西湖区|||文三路|8号|330000");
  EXPECT_EQ(parts("南京市鼓楼县中山路5号"), "江苏省|南京市|鼓楼县|||中山路|5号|320100");
  EXPECT_EQ(parts("河南省郑州市金水区柳浪镇东风路12号"), "河南省|郑州市|金水区|柳浪镇||东风路|12号|410105");
  EXPECT_EQ(parts("云山县张湾镇幸福路5号"), "||云山县|张湾镇||幸福路|5号|");
  EXPECT_EQ(parts("公司位于云山县张湾镇幸福路5号"), "|||张湾镇||幸福路|5号|");
}

TEST(Address, SeveralPlacesFit) {
  EXPECT_EQ(parts("鼓楼区中山路5号"), "||鼓楼区|||中山路|5号|?");
  EXPECT_EQ(parts("江苏省鼓楼区中山北路30号"), "江苏省||鼓楼区|||中山北路|30号|?");
  EXPECT_EQ(parts("福建省鼓楼区东街50号"), "福建省|福州市|鼓楼区|||东街|50号|350102");
  EXPECT_EQ(find("鼓楼区中山路5号")[0].candidates.size(), 4u);
}

TEST(Address, InsideASentence) {
  EXPECT_EQ(parts("展馆设在上海市青浦区盈港东路168号，周末也开放。"), "上海市||青浦区|||盈港东路|168号|310118");
  EXPECT_EQ(find("北京市西城区金融大街7号和上海市黄浦区福州路4号").size(), 2u);
  for (const char* text : {"浙江省义乌市实现网络零售额100亿元，同比增长", "从广东省深圳市到湖南省长沙市，一路向北", "曹县各乡镇加快建设",
                           "上海市推动数字经济发展道路越走越宽", "南京路步行街上有5号线", "天津市特色小镇"})
    EXPECT_TRUE(find(text).empty()) << text;
}

TEST(Address, ADivisionAloneIsOneWhenItIsAllOfTheText) {
  EXPECT_EQ(parts("浙江省义乌市"), "浙江省|金华市|义乌市|||||330782");
  EXPECT_TRUE(find("浙江省义乌市的商户").empty());
  EXPECT_EQ(parts("和平路5号"), "|||||和平路|5号|");
}

TEST(Address, PlacesWithoutCodesOfTheStandard) {
  EXPECT_EQ(parts("香港中环皇后大道中99号"), "香港特别行政区|||||皇后大道中|99号|810000");
  EXPECT_EQ(parts("台湾省台北市信义区市府路45号"), "台湾省|台北市|信义区|||市府路|45号|710000");
}

TEST(Address, AnyBytesDo) {
  EXPECT_TRUE(find("").empty());
  EXPECT_TRUE(find("\xE4\xB8上海\xE4").size() <= 1);
  std::string long_text;
  for (int i = 0; i < 30000; ++i) long_text += "上海市路";
  find(long_text);
  std::string digits = "上海市浦东新区人民路" + std::string(100000, '1') + "号";
  EXPECT_EQ(find(digits).size(), 1u);
}

TEST(Address, WhatWasFoundBeforeIsGone) {
  std::vector<Address> out;
  reader().find(folded("义乌市福田路105号"), out);
  ASSERT_EQ(out.size(), 1u);
  reader().find(folded("没有地址"), out);
  EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace fengbiao
