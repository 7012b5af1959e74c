#include "entity/organisations.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

struct Known {
  Gazetteer gazetteer = Gazetteer::load(DataSet::built_in()).value();
  Words common = Words::load(DataSet::built_in()).value();
  NameWords words = NameWords::load(DataSet::built_in(), gazetteer, common).value();
};

const Known& known() {
  static const Known k;
  return k;
}

// "kind printed = canonical; ..." of the organisations in `text`.
std::string found(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<NameToken> tokens;
  known().words.cut(Characters(plain), {0, static_cast<std::uint32_t>(plain.size())}, tokens);
  std::vector<OrganisationHit> mentions;
  find_organisations(known().words, plain, tokens, mentions);
  std::string out;
  for (const OrganisationHit& m : mentions) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(m.name.kind)) + " " + std::string(slice(plain, m.name.span));
    if (m.name.canonical != slice(plain, m.name.span)) out += " = " + m.name.canonical;
  }
  return out;
}

TEST(Organisations, ListedNamesHaveTheirFullName) {
  EXPECT_EQ(found("工信部近日印发通知"), "body 工信部 = 工业和信息化部");
  EXPECT_EQ(found("第六届进博会开幕"), "campaign 进博会 = 中国国际进口博览会");
  EXPECT_EQ(found("《解放日报》报道"), "media 解放日报");
  EXPECT_EQ(found("商务部、中央网信办、国家发展改革委三部门联合发文"),
            "body 商务部; body 中央网信办 = 中央网络安全和信息化委员会办公室; body 国家发展改革委 = 国家发展和改革委员会");
}

TEST(Organisations, AuthoritiesOfPlacesAreWrittenOut) {
  EXPECT_EQ(found("上海市商务委发布消息"), "body 上海市商务委 = 上海市商务委员会");
  EXPECT_EQ(found("浙江经信厅牵头"), "body 浙江经信厅 = 浙江省经济和信息化厅");
  EXPECT_EQ(found("杭州市余杭区人民法院审结此案"), "body 杭州市余杭区人民法院");
  EXPECT_EQ(found("国家税务总局浙江省税务局提醒"), "body 国家税务总局浙江省税务局");
  EXPECT_EQ(found("上海市商务委、经信委和市场监管局联合行动"),
            "body 上海市商务委 = 上海市商务委员会; body 经信委 = 上海市经济和信息化委员会; body 市场监管局 = 上海市市场监督管理局");
  EXPECT_EQ(found("在深圳举行的会上，市商务局介绍了做法"), "body 市商务局 = 深圳市商务局");
  EXPECT_EQ(found("浙江省商务厅等部门印发方案"), "body 浙江省商务厅");
  EXPECT_EQ(found("英国财政部宣布"), "body 英国财政部");
  EXPECT_EQ(found("海南省委、浦东法院、海关总署广东分署"), "body 海南省委; body 浦东法院; body 海关总署广东分署");
}

TEST(Organisations, UnknownNamesAreFoundByTheirForm) {
  EXPECT_EQ(found("近日，湖南青木园林有限公司通过海口海关出口"), "company 湖南青木园林有限公司; body 海口海关");
  EXPECT_EQ(found("由小禾科技（北京）有限公司运营"), "company 小禾科技(北京)有限公司");
  EXPECT_EQ(found("据杭州跨境电商协会统计"), "body 杭州跨境电商协会");
  EXPECT_EQ(found("浙江大学物流与决策优化研究所发布报告"), "body 浙江大学物流与决策优化研究所");
  EXPECT_EQ(found("《江南商旅报》刊文"), "media 江南商旅报");
  EXPECT_EQ(found("上海市人大常委会通过条例"), "body 上海市人大常委会 = 上海市人民代表大会常务委员会");
}

TEST(Organisations, WhatIsNoNameIsNotFound) {
  for (const std::string_view text : {"各级市场监管部门要加强检查", "该公司表示", "有关部门和行业协会", "多家银行下调利率", "成立有限公司",
                                      "多个电商平台参与", "新发展格局加快形成", "一家快递公司", "商务部门负责统筹", "《统计公报》显示",
                                      "深圳市数字政府建设", "几所大学的学生", "主播学会了用小程序接单"})
    EXPECT_EQ(found(text), "") << text;
}

TEST(Organisations, CommonWordsNeedWordsOfFirms) {
  EXPECT_EQ(found("一袋小米和两斤苹果"), "");
  EXPECT_EQ(found("小米宣布涨价"), "company 小米 = 小米集团");
  EXPECT_EQ(found("华为、小米等厂商"), "company 华为; company 小米 = 小米集团");
  EXPECT_EQ(found("蚂蚁集团升级服务，蚂蚁称费率不变"), "company 蚂蚁集团; company 蚂蚁 = 蚂蚁集团");
}

TEST(Organisations, NamesAcrossTwoWordsAreNone) {
  for (const std::string_view text :
       {"手工匠人把精美团扇卖到海外", "大促的节奏出现轻微博弈", "包装风格力求简洁", "其中行业占比上升", "以新年华为主题", "职工行动起来"})
    EXPECT_EQ(found(text), "") << text;
}

TEST(Organisations, NamesOfDigitsAreNumbersBeforeCounters) {
  EXPECT_EQ(found("今年618期间"), "campaign 618");
  EXPECT_EQ(found("“双 11”期间与双11日均订单"), "campaign 双 11 = 双11; campaign 双11");
  EXPECT_EQ(found("双12条措施、双11项指标"), "");
  EXPECT_EQ(found("售出618件，均价1618元，编号618.5"), "");
}

TEST(Organisations, FirmOrPlatformByTheWordsAround) {
  EXPECT_EQ(found("拼多多发布财报，营收增长"), "company 拼多多");
  EXPECT_EQ(found("商家在拼多多开店"), "platform 拼多多");
}

TEST(Organisations, TheRegisteredNameIsTheFullOne) {
  EXPECT_EQ(found("青岛啤酒股份有限公司推出新品"), "company 青岛啤酒股份有限公司");
  EXPECT_EQ(found("腾讯集团宣布"), "company 腾讯集团 = 腾讯控股");
  EXPECT_EQ(found("北京字节跳动网络技术有限公司上诉"), "company 北京字节跳动网络技术有限公司");
  EXPECT_EQ(found("中国人民银行杭州中心支行通报"), "body 中国人民银行杭州中心支行");
}

TEST(Organisations, EveryListedEntityHasAParentThatIsListed) {
  // what a list promises in its column `parent`
  const DataSet data = DataSet::built_in();
  std::vector<std::string> ids, parents;
  for (const DataSet::File* file : data.list("lexicon/", ".tsv")) {
    std::string_view rest = file->bytes;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty() || line[0] == '#') continue;
      std::vector<std::string> cells(1);
      for (const char c : line)
        if (c == '\t') cells.emplace_back();
        else cells.back() += c;
      ASSERT_EQ(cells.size(), 6u) << line;
      ids.push_back(cells[0]);
      if (!cells[3].empty()) parents.push_back(cells[3]);
    }
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  for (const std::string& parent : parents) EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), parent)) << parent;
}

}  // namespace
}  // namespace fengbiao
