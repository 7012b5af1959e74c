#include "entity/people.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

std::string found(std::string_view text) {
  static const Gazetteer gazetteer = Gazetteer::load(DataSet::built_in()).value();
  static const Words common = Words::load(DataSet::built_in()).value();
  static const NameWords words = NameWords::load(DataSet::built_in(), gazetteer, common).value();
  const std::string plain = folded(text);
  std::vector<NameToken> tokens;
  words.cut(Characters(plain), {0, static_cast<std::uint32_t>(plain.size())}, tokens);
  std::vector<Name> names;
  find_people(words, plain, tokens, names);
  std::string out;
  for (const Name& n : names) out += (out.empty() ? "" : " ") + n.canonical;
  return out;
}

TEST(People, BehindATitle) {
  EXPECT_EQ(found("商务部新闻发言人李明表示"), "李明");
  EXPECT_EQ(found("某局副局长余洪远在会上说"), "余洪远");
  EXPECT_EQ(found("协会会长欧阳子安，副会长何远"), "欧阳子安 何远");
  EXPECT_EQ(found("董事长兼CEO方志远宣布"), "方志远");
}

TEST(People, BeforeAVerbOfSpeech) {
  EXPECT_EQ(found("会上，叶定远介绍，下一步将扩大试点"), "叶定远");
  EXPECT_EQ(found("陈明健大使表示"), "陈明健");
  EXPECT_EQ(found("王永和表示"), "王永和");
}

TEST(People, WrittenOverIntoChinese) {
  EXPECT_EQ(found("首席执行官马丁·科尔说"), "马丁·科尔");
  EXPECT_EQ(found("百城优选·上海专场启动"), "");
}

TEST(People, BetterNobodyThanSomebodyWrong) {
  for (const std::string_view text : {"记者从会上获悉", "专家高度评价", "负责人高兴地说", "项目表示进展顺利", "消费者时间有限", "方面表示",
                                      "市场负责人和商家表示", "主任医师"})
    EXPECT_EQ(found(text), "") << text;
}

}  // namespace
}  // namespace fengbiao
