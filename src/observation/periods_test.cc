#include "observation/periods.h"

#include <gtest/gtest.h>

#include "observation/observations.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

// The observations of an article of a title and one paragraph, written on 2023-11-16.
struct Drawn {
  std::string kept;
  Article article;
  std::vector<Observation> found;

  [[nodiscard]] const Observation& of(std::string_view text) const {
    for (const Observation& o : found)
      if (o.text == text) return o;
    throw std::invalid_argument("no number " + std::string(text));
  }
};

Drawn draw(const std::string& title, const std::string& body) {
  static const TextReader reader = TextReader::load(DataSet::built_in()).value();
  static const ObservationReader observations = ObservationReader::load(DataSet::built_in()).value();
  Drawn out;
  out.kept = title + "\n" + body + "\n";
  out.article.n = 1;
  out.article.title = title;
  out.article.date = "2023-11-16";
  out.article.line_start = 1;
  out.article.line_end = 2;
  const auto end = static_cast<std::uint32_t>(title.size());
  out.article.title_pieces = {{0, end}};
  out.article.paragraphs.push_back({{{end + 1, static_cast<std::uint32_t>(out.kept.size() - 1)}}, body, false});
  ArticleText text;
  text.read(reader, out.article, out.kept, std::nullopt);
  observations.read(text, out.found);
  return out;
}

TEST(Periods, YearlyRatesAreTakenOverYears) {
  const Drawn d = draw("某市网上零售额快速增长", "某市网上零售额由2015年的2亿元增至2022年的9亿元，年均增长24%。");
  EXPECT_EQ(d.of("2亿元").period, "2015");
  EXPECT_EQ(d.of("9亿元").period, "2022");
  EXPECT_EQ(d.of("24%").period, "2015/2022");
}

TEST(Periods, WhatStandsWhenItIsToldStandsInThatMonth) {
  const Drawn d = draw("某市卖家海外仓面积扩大", "某市商务局11月15日介绍，海外仓达340个，累计投资额5亿元。");
  EXPECT_EQ(d.of("340个").period, "@2023-11");
  EXPECT_EQ(d.of("5亿元").period, "@2023-11");
}

TEST(Situations, AFirmsFigureHasNoAreaButWhereItIsRanked) {
  const Drawn d = draw("2023全球最受欢迎购物网站公布", "榜单显示，韩国电商Coupang位列第五，用户1790万名。");
  EXPECT_EQ(d.of("第五").entity, "Coupang");
  EXPECT_EQ(d.of("第五").area, "全球");
}

TEST(Situations, ABodySpeaksOfThePlaceItBelongsTo) {
  const Drawn d = draw("杭州口岸出口增长", "杭州今年上半年出口9亿元。浙江省商务厅介绍，前三季度全省网络零售额7亿元，进出口额5亿元。");
  EXPECT_EQ(d.of("9亿元").area, "杭州");
  EXPECT_EQ(d.of("7亿元").area, "浙江");
  EXPECT_EQ(d.of("5亿元").area, "浙江");
}

}  // namespace
}  // namespace fengbiao
