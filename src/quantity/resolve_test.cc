#include "quantity/resolve.h"

#include <gtest/gtest.h>

#include "quantity/calendar.h"
#include "quantity/reader.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

const QuantityReader& reader() {
  static const QuantityReader made = QuantityReader::load(DataSet::built_in()).value();
  return made;
}
Time only(std::string_view text) {
  const std::string folded_text = folded(text);
  QuantityReader::Reading reading;
  reader().read(folded_text, reading);
  EXPECT_EQ(reading.times.size(), 1u) << text;
  return reading.times.empty() ? Time{} : reading.times.front();
}
ResolvedTime on(std::string_view date, std::string_view text, std::vector<std::string> before = {}, bool future = false) {
  TimeAnchor anchor;
  anchor.written = date_from_iso(date);
  anchor.future = future;
  for (const std::string& value : before) anchor.before.push_back({value, "sentence"});
  return reader().resolve(only(text), anchor);
}

TEST(Resolve, WhatTheWordsSayNeedsNothing) {
  const ResolvedTime r = reader().resolve(only("2022年三季度"), {});
  EXPECT_EQ(r.value, "2022-Q3");
  EXPECT_EQ(r.from, "words");
  EXPECT_EQ(r.start->iso(), "2022-07-01");
  EXPECT_EQ(r.end->iso(), "2022-09-30");
  EXPECT_EQ(reader().resolve(only("3年"), {}).value, "P3Y");
  EXPECT_EQ(reader().resolve(only("每月"), {}).value, "R/P1M");
  EXPECT_EQ(reader().resolve(only("9时至18时"), {}).value, "T09/T18");
}

TEST(Resolve, WithoutADateItSaysWhy) {
  for (const char* text : {"11月", "去年", "近5年", "5日", "截至目前", "周三", "90年代"}) {
    const ResolvedTime r = reader().resolve(only(text), {});
    EXPECT_EQ(r.value, "") << text;
    EXPECT_EQ(r.why_not, "no date of writing is known") << text;
  }
  EXPECT_EQ(reader().resolve(only("同年"), {}).why_not, "no time is named before");
}

TEST(Resolve, TheLatestThatIsNotAfterTheDate) {
  EXPECT_EQ(on("2022-12-05", "11月").value, "2022-11");
  EXPECT_EQ(on("2022-12-05", "11月").from, "date");
  EXPECT_EQ(on("2022-12-05", "12月20日").value, "2021-12-20");
  EXPECT_EQ(on("2022-12-05", "28日").value, "2022-11-28");
  EXPECT_EQ(on("2023-01-06", "1—11月").value, "2022-01/2022-11");
  EXPECT_EQ(on("2023-03-01", "2月29日").value, "2020-02-29");
  EXPECT_EQ(on("2022-12-05", "腊月初八").value, "2022-01-10");
  EXPECT_EQ(on("2022-12-05", "11月28日至12月20日").value, "2022-11-28/2022-12-20");
}

TEST(Resolve, TheNextWhereTheTextLooksAhead) {
  EXPECT_EQ(on("2022-12-05", "12月10日", {}, true).value, "2022-12-10");
  EXPECT_EQ(on("2022-12-05", "1月1日", {}, true).value, "2023-01-01");
  EXPECT_EQ(on("2022-12-05", "3日", {}, true).value, "2023-01-03");
  EXPECT_EQ(on("2023-07-16", "上半年", {}, true).value, "2023-H1");  // just over
  EXPECT_EQ(on("2023-10-16", "上半年", {}, true).value, "2024-H1");
}

TEST(Resolve, TheYearSaidBefore) {
  const ResolvedTime r = on("2022-12-05", "11月", {"2021"});
  EXPECT_EQ(r.value, "2021-11");
  EXPECT_EQ(r.from, "sentence");
  EXPECT_EQ(on("2022-12-05", "下半年", {"2021", "2019"}).value, "2021-H2");
  EXPECT_EQ(on("2022-02-14", "11月", {"2022-01"}).value, "2021-11");
  EXPECT_EQ(on("2022-12-05", "当月", {"P3Y", "2021-09"}).value, "2021-09");
  EXPECT_EQ(on("2022-12-05", "次年", {"2019"}).value, "2020");
  EXPECT_EQ(on("2022-12-05", "首日", {"2022-11-02", "2022-11-01/2022-11-05"}).value, "2022-11-01");
  EXPECT_EQ(on("2022-12-05", "首日", {"2022-11"}).value, "");
}

TEST(Resolve, TheSamePeriodOfAnotherYear) {
  EXPECT_EQ(on("2022-12-05", "上年同期", {"2022-01/2022-11"}).value, "2021-01/2021-11");
  EXPECT_EQ(on("2022-12-05", "2019年同期", {"2022-Q2"}).value, "2019-Q2");
  EXPECT_EQ(on("2024-12-05", "上年同期", {"@2024-02-29"}).value, "@2023-02-28");
  EXPECT_EQ(on("2022-12-05", "去年同期", {"P8M"}).value, "2021");
}

TEST(Resolve, CountedFromTheDate) {
  EXPECT_EQ(on("2022-12-05", "去年12月").value, "2021-12");
  EXPECT_EQ(on("2023-01-06", "上季度").value, "2022-Q4");
  EXPECT_EQ(on("2021-01-01", "本周").value, "2020-W53");
  EXPECT_EQ(on("2023-01-06", "上周五").value, "2022-12-30");
  EXPECT_EQ(on("2022-12-05", "近半年").value, "2022-07/2022-12");
  EXPECT_EQ(on("2022-12-05", "未来五年").value, "2022-12/2027-12");
  EXPECT_EQ(on("2024-03-11", "近7天").value, "2024-03-05/2024-03-11");
}

TEST(Resolve, StocksAndOpenEnds) {
  const ResolvedTime stock = on("2022-12-05", "截至三季度");
  EXPECT_EQ(stock.value, "@2022-09");
  EXPECT_EQ(stock.end->iso(), "2022-09-30");
  const ResolvedTime since = on("2022-12-05", "今年以来");
  EXPECT_EQ(since.value, "2022/");
  EXPECT_EQ(since.start->iso(), "2022-01-01");
  EXPECT_FALSE(since.end);
  const ResolvedTime until = on("2022-12-05", "年底前");
  EXPECT_EQ(until.value, "/2022-12-31");
  EXPECT_FALSE(until.start);
}

TEST(Resolve, AYearWhoseDatesAreNotKnown) {
  const ResolvedTime r = reader().resolve(only("1980年春节假期"), {});
  EXPECT_EQ(r.value, "");
  EXPECT_EQ(r.why_not, "no such day, or its dates are not known");
}

// Whatever the date, an answer has its days in order and lies near it.
TEST(Resolve, EveryDayOfTenYears) {
  const Time month = only("11月"), day = only("29日"), range = only("前11个月"), lunar = only("正月十五"), feast = only("中秋节");
  int count = 0;
  for (int n = day_number({2015, 1, 1}); n < day_number({2025, 1, 1}); n += 3, ++count) {
    TimeAnchor anchor;
    anchor.written = date_of(n);
    for (const Time* time : {&month, &day, &range, &lunar, &feast}) {
      const ResolvedTime r = reader().resolve(*time, anchor);
      ASSERT_TRUE(r.start && r.end) << anchor.written->iso() << ' ' << time->partial << ' ' << r.why_not;
      EXPECT_LE(*r.start, *r.end);
      EXPECT_LE(day_number(*r.start), n);
      EXPECT_LT(n - day_number(*r.start), 720);
    }
  }
  EXPECT_GT(count, 1000);
}

TEST(Resolve, EdgesOfTheCalendar) {
  for (const char* text :
       {"近9999年", "9999年", "1000年", "2999年底", "未来9999年", "明年", "去年", "上周", "9999年12月31日", "后天", "近9999天"})
    for (const char* date : {"0001-01-01", "9999-12-31"}) {
      const ResolvedTime r = on(date, text);
      EXPECT_TRUE(r.value.empty() != r.why_not.empty()) << text << date;
    }
}

}  // namespace
}  // namespace fengbiao
