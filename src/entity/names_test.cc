#include "entity/names.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

const NameReader& reader() {
  static const NameReader r = NameReader::load(DataSet::built_in()).value();
  return r;
}

std::string found(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<Name> names;
  reader().read(plain, names);
  std::string out;
  for (const Name& n : names) {
    if (!out.empty()) out += "; ";
    out += std::string(name_of(n.kind)) + " " + std::string(slice(plain, n.span));
    if (!n.code.empty()) out += " " + n.code;
  }
  return out;
}

TEST(Names, ALongerNameBeatsThePlaceInside) {
  EXPECT_EQ(found("上海市商务委在浦东新区召开会议"), "body 上海市商务委; place 浦东新区 310115");
  EXPECT_EQ(found("北京银行和上海数据交易所签约"), "company 北京银行; company 上海数据交易所");
}

TEST(Names, AllKindsTogetherInOrder) {
  EXPECT_EQ(found("据新华社报道，商务部副部长林远志在广交会上说，淘宝、京东集团已在浙江设仓"),
            "media 新华社; body 商务部; person 林远志; campaign 广交会; platform 淘宝; company 京东集团; place 浙江 330000");
}

TEST(Names, NeverOverlapAndAlwaysSaySomething) {
  const std::string plain =
      folded("国家税务总局上海市税务局、上海市浦东新区人民政府与腾讯云计算（北京）有限责任公司在《浦东时报》社签约，马云·李表示");
  std::vector<Name> names;
  reader().read(plain, names);
  ASSERT_FALSE(names.empty());
  std::uint32_t end = 0;
  for (const Name& n : names) {
    EXPECT_GE(n.span.begin, end);
    EXPECT_LT(n.span.begin, n.span.end);
    EXPECT_LE(n.span.end, plain.size());
    EXPECT_FALSE(n.rule.empty());
    EXPECT_FALSE(n.why.empty());
    end = n.span.end;
  }
}

TEST(Names, LosersSayWhy) {
  const std::string plain = folded("商务部门提醒，北京银行网点照常营业");
  std::vector<Name> names;
  std::vector<NameReader::Loser> losers;
  reader().read(plain, names, &losers);
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].canonical, "北京银行");
  for (const NameReader::Loser& l : losers) EXPECT_FALSE(l.why.empty());
}

TEST(Names, SpansHoldBeyondOneBlock) {
  std::string text;
  while (text.size() < 50000) text += folded("各地加快建设物流园区，提升配送效率。");
  const std::size_t at = text.size();
  text += folded("工信部发布通知。");
  std::vector<Name> names;
  reader().read(text, names);
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].span, (Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 9)}));
}

TEST(Names, AnyBytesAreTaken) {
  std::vector<Name> names;
  reader().read("", names);
  EXPECT_TRUE(names.empty());
  const std::string broken(40000, '\x8f');
  reader().read(broken, names);
  EXPECT_TRUE(names.empty());
  reader().read("\xe4\xb8", names);
  EXPECT_TRUE(names.empty());
  std::string nested(30000, '(');
  reader().read(nested + "\xc2\xb7", names);
  EXPECT_TRUE(names.empty());
}

}  // namespace
}  // namespace fengbiao
