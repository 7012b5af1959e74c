#include "clause/introduced.h"

#include <gtest/gtest.h>

#include "clause/text_reader.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

std::string firms(std::string_view title, std::string_view body) {
  static const TextReader reader = TextReader::load(DataSet::built_in()).value();
  const std::string text = folded(title) + "\n" + folded(body);
  TextContext context;
  context.article_date = Date{2022, 9, 8};
  context.paragraphs = {static_cast<std::uint32_t>(text.find('\n') + 1)};
  ReadText read;
  reader.read(text, context, read);
  std::string out;
  for (const Name& name : read.names)
    if (name.kind == NameKind::company && name.by_form) out += std::string(slice(text, name.span)) + " ";
  return out;
}

TEST(Introduced, WhatStandsBehindItsKindAndIsToldAgain) {
  EXPECT_EQ(firms("跨境支付服务商岚沐科技再获融资", "9月6日，岚沐科技获得3亿元。公司说，卖家有2万家。"), "岚沐科技 岚沐科技 ");
  EXPECT_EQ(firms("椿甫货运半年亏两亿", "同城货运平台椿甫货运日前交出半年报。"), "椿甫货运 椿甫货运 ");
  EXPECT_EQ(firms("“沅信”放款翻番", "供应链金融平台沅信9月6日说，放款9亿元。"), "沅信 沅信 ");
}

TEST(Introduced, NoOrdinaryWordsAndNothingToldOnce) {
  EXPECT_EQ(firms("中小企业数字化转型提速", "全省企业数字化转型投入9亿元。"), "");
  EXPECT_EQ(firms("跨境电商占外贸比重上升", "品牌占外贸的比重为5%。"), "");
  EXPECT_EQ(firms("快递业务量上升", "同城货运平台椿甫货运日前交出半年报。"), "");
}

TEST(Introduced, WordsOfLatinLettersAreWholeOrNothing) {
  EXPECT_EQ(firms("自提柜运营商 Brelok 送出7亿件", "Brelok 的年报说，收入9亿元。"), "Brelok Brelok ");
  EXPECT_EQ(firms("自提柜运营商 Bre 送出7亿件", "Brelok 的年报说，收入9亿元。"), "");
}

}  // namespace
}  // namespace fengbiao
