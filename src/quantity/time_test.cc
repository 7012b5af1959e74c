#include "quantity/time.h"

#include <gtest/gtest.h>

#include "quantity/reader.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

const QuantityReader& reader() {
  static const QuantityReader made = QuantityReader::load(DataSet::built_in()).value();
  return made;
}
// "words|partial" of every time of the text.
std::string times(std::string_view text) {
  const std::string folded_text = folded(text);
  QuantityReader::Reading reading;
  reader().read(folded_text, reading);
  std::string out;
  for (const Time& t : reading.times) {
    if (!out.empty()) out += ' ';
    out += slice(folded_text, t.span);
    out += '|' + t.partial;
  }
  return out;
}

TEST(Time, EveryWritingOfADay) {
  for (const char* text :
       {"2022年12月5日", "2022 年 12 月 05 日", "２０２２年１２月５日", "二〇二二年十二月五日", "2022-12-05", "2022/12/5", "2022.12.5"})
    EXPECT_EQ(times(text), folded(text) + "|2022-12-05") << text;
  EXPECT_EQ(times("12月5日"), "12月5日|XXXX-12-05");
  EXPECT_EQ(times("12月5号"), "12月5号|XXXX-12-05");
  EXPECT_EQ(times("5日"), "5日|XXXX-XX-05");
}

TEST(Time, DaysThatAreNotThere) {
  for (const char* text :
       {"2月30日", "2022年2月30日", "2019年2月29日", "13月5日", "0月5日", "11月31日", "32日", "2022-13-05", "2022-02-30"})
    EXPECT_EQ(times(text), "") << text;
  EXPECT_EQ(times("2020年2月29日"), "2020年2月29日|2020-02-29");
  EXPECT_EQ(times("0000年"), "");
}

TEST(Time, TheSecondEndLacksWhatTheFirstSays) {
  EXPECT_EQ(times("从6月1日到20日"), "6月1日到20日|XXXX-06-01/XXXX-06-20");
  EXPECT_EQ(times("2022年12月20日至1月5日"), "2022年12月20日至1月5日|2022-12-20/2023-01-05");
  EXPECT_EQ(times("2019—2021年"), "2019—2021年|2019/2021");
  EXPECT_EQ(times("2022年至2019年"), "2022年|2022 2019年|2019");
  EXPECT_EQ(times("下午5:00到6:00"), "下午5:00到6:00|T17:00/T18:00");
}

TEST(Time, EdgesAndRoles) {
  EXPECT_EQ(times("截至6月底"), "截至6月底|@XXXX-06.end");
  EXPECT_EQ(times("今年年初"), "今年年初|@now+0Y.start");
  EXPECT_EQ(times("自2022年12月1日起"), "2022年12月1日起|2022-12-01/");
  EXPECT_EQ(times("2025年底前"), "2025年底前|/2025.end");
  EXPECT_EQ(times("2022年前三季度"), "2022年前三季度|2022-01/2022-09");
  EXPECT_EQ(times("2022年前10强"), "2022年|2022");
}

TEST(Time, Amounts) {
  EXPECT_EQ(times("两年零两个月"), "两年零两个月|P2Y2M");
  EXPECT_EQ(times("两个半小时"), "两个半小时|PT2H30M");
  EXPECT_EQ(times("1.2天"), "1.2天|P1.2D");
  EXPECT_EQ(times("每3年"), "每3年|R/P3Y");
  EXPECT_EQ(times("15日内"), "15日|P15D");
}

TEST(Time, WhatOnlyLooksLikeOne) {
  for (const char* text :
       {"5G时代", "1/4", "4/5G", "今日头条", "年轻人爱年货", "日均出库", "比例9:16", "12.1版", "《“十四五”规划（2021—2025年）》", "六月鲜",
        "三周年", "第三天", "“三点一刻”", "国庆路", "2022世界大会", "3号楼", "上涨12点", "七天连锁酒店"})
    EXPECT_EQ(times(text), "") << text;
}

TEST(Time, DurationsAsWritten) {
  EXPECT_EQ(duration_form({{1, "Y"}, {3, "M"}}), "P1Y3M");
  EXPECT_EQ(duration_form({{2, "D"}, {30, "TM"}}), "P2DT30M");
  EXPECT_EQ(duration_form({{0.5, "M"}}), "P0.5M");
}

// Repeats and nonsense end, and end soon.
TEST(Time, HostileTexts) {
  for (const std::string_view piece :
       {"年", "2022年", "1月", "至", "2022年1月1日至", "《", "\"", "1-", "前", "近", "9999年12月31日", "每", "第1", "底"}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    const std::string folded_text = folded(text);
    QuantityReader::Reading reading;
    reader().read(folded_text, reading);
    EXPECT_LE(reading.times.size(), folded_text.size());
    std::uint32_t last = 0;
    for (const Time& t : reading.times) {
      EXPECT_GE(t.span.begin, last);
      last = t.span.end;
    }
  }
}

}  // namespace
}  // namespace fengbiao
