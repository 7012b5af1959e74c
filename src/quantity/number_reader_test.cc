#include "quantity/number_reader.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace fengbiao {
namespace {

const NumberReader& reader() {
  static const NumberReader made = *NumberReader::load(DataSet::built_in());
  return made;
}
NumberReader::Hit read(std::string_view text, std::size_t from = 0) { return reader().read(folded(text), from); }

struct Case {
  const char* text;
  double value;
};

TEST(NumberReader, ReadsTheWholeNumeral) {
  for (const Case& c : {Case{"1.98万亿", 1.98e12},
                        {"３，２００", 3200},
                        {"2亿3000万", 2.3e8},
                        {"五点六亿", 5.6e8},
                        {"一万三", 13000},
                        {"九十二万四", 924000},
                        {"二〇二二", 2022},
                        {"一百五", 150},
                        {"叁仟伍佰万", 3.5e7},
                        {"一万五千亿", 1.5e12},
                        {"10万万", 1e9},
                        {"5亿1万4千6百", 500014600},
                        {"7 万5 千4 百", 75400},
                        {"四亿五千六百四十二万零一十五", 456420015},
                        {"五兆六十二亿四万五千二", 5006200045200.0},
                        {"1千零20", 1020},
                        {"3万4000", 34000},
                        {"1.5 亿", 1.5e8},
                        {"两千三点一", 2300.1},
                        {"百三", 130},
                        {"一百零十万三千", 1103000},
                        {"廿五", 25},
                        {"1,100.9亿", 110090000000.0},
                        {"12.32e+14", 1.232e15},
                        {"2^5", 32},
                        {".5", 0.5},
                        {"陆点五", 6.5}}) {
    const auto hit = read(c.text);
    EXPECT_EQ(hit.length, folded(c.text).size()) << c.text;
    EXPECT_DOUBLE_EQ(hit.number.value, c.value) << c.text;
  }
}

TEST(NumberReader, ReadsFractions) {
  for (const Case& c : {Case{"三分之一", 1.0 / 3},
                        {"千分之六", 0.006},
                        {"1/3", 1.0 / 3},
                        {"1 3/5", 1.6},
                        {"三百五又三分之一", 350 + 1.0 / 3},
                        {"16分之5", 0.3125},
                        {"二十五分之一千零拾肆", 40.56}}) {
    const auto hit = read(c.text);
    EXPECT_EQ(hit.length, folded(c.text).size()) << c.text;
    EXPECT_DOUBLE_EQ(hit.number.value, c.value) << c.text;
    EXPECT_TRUE(hit.number.fraction) << c.text;
  }
  EXPECT_EQ(read("百分之三").length, std::string("百").size()) << "a percentage is for the grammar";
}

TEST(NumberReader, TwoDigitsSideBySideAreARange) {
  const auto tens = read("二三十家").number;
  EXPECT_EQ(tens.value, 20);
  EXPECT_EQ(tens.value_max, 30);
  const auto units = read("一千五六百人").number;
  EXPECT_EQ(units.value, 1500);
  EXPECT_EQ(units.value_max, 1600);
  EXPECT_EQ(read("三五个").number.value_max, 5);
  EXPECT_TRUE(read("五一").number.digit_by_digit);
  EXPECT_FALSE(read("五一").number.value_max);
}

TEST(NumberReader, StopsWhereSomethingElseBegins) {
  const auto rest = [](std::string_view text) { return folded(text).substr(read(text).length); };
  EXPECT_EQ(rest("三千两百两"), "两");
  EXPECT_EQ(rest("两百点两"), "点两");
  EXPECT_EQ(rest("八点二十分"), "点二十分");
  EXPECT_EQ(rest("三点一刻"), "点一刻");
  EXPECT_EQ(rest("12千米"), "千米");
  EXPECT_EQ(rest("五十兆字节"), "兆字节");
  EXPECT_EQ(rest("2022 十大"), " 十大");
  EXPECT_EQ(rest("2022.12.01"), ".12.01");
  EXPECT_EQ(rest("一亿元"), "元");
  EXPECT_EQ(read("陆地").length, 0U);
  EXPECT_EQ(read("点三").length, 0U);
  EXPECT_EQ(read("").length, 0U);
}

TEST(NumberReader, SaysHowItIsPrinted) {
  const auto n = read("1.98万亿").number;
  EXPECT_EQ(n.step, 1e10);
  EXPECT_EQ(n.scale, 1e12);
  EXPECT_EQ(n.printed_digits, 3);
  EXPECT_TRUE(n.decimal && n.scaled && n.arabic);
  EXPECT_EQ(n.digits, (Span{0, 4}));
  EXPECT_EQ(read("两千").number.step, 1000);
  EXPECT_TRUE(read("08").number.padded);
  EXPECT_TRUE(read("3,200").number.grouped);
  EXPECT_TRUE(read("2022").number.plain());
  EXPECT_TRUE(read("千万").scale_only);
  EXPECT_FALSE(read("十万").number.scale_only);
}

// A PDF leaves blanks beside the point; a list begins its lines alike.
TEST(NumberReader, BlanksBesideThePoint) {
  const std::string torn = folded("下降8. 7%");
  EXPECT_DOUBLE_EQ(reader().read(torn, torn.find('8')).number.value, 8.7);
  EXPECT_EQ(read("1. 5家企业").number.value, 1);
}

TEST(NumberReader, TooManyDigitsAreACode) {
  const std::string digits(100000, '7');
  const auto hit = reader().read(digits, 0);
  EXPECT_EQ(hit.length, digits.size());
  EXPECT_TRUE(hit.code);
  std::string chinese;
  for (int i = 0; i < 100000; ++i) chinese += "七";
  EXPECT_EQ(reader().read(chinese, 0).length, chinese.size());
  EXPECT_TRUE(reader().read(chinese, 0).code);
}

}  // namespace
}  // namespace fengbiao
