#include "bulletin/headlines.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

const Profile& profile() {
  static const Knowledge made = Knowledge::load(DataSet::built_in()).value();
  return *made.profile("ecommerce-news");
}

struct Page {
  explicit Page(std::string printed) : text(std::move(printed)), inks(ink_of(document_from_text(text, "x.txt"))) {}
  Headlines::Extent extent(std::size_t at, const Setting& setting, const Headlines& h = {}, std::set<std::string> contents = {}) const {
    return h.extent(inks, at, inks.size(), text, setting, profile(), contents);
  }
  std::string text;
  std::vector<Ink> inks;
};
Setting with(ParagraphSign sign, bool wrapped = true, float measure = 20) {
  Setting s;
  s.sign = sign;
  s.wrapped = wrapped;
  s.measure = measure;
  return s;
}

TEST(Headlines, ABlankBehindTheLineEndsIt) {
  const Page page("一家旧书店开了夜间直播仓库\n空出一半 \n近日，书店开播。 \n");
  EXPECT_EQ(page.extent(0, with(ParagraphSign::trailing)).inks, 2u);
  EXPECT_EQ(Page("一家旧书店开播 \n近日，书店开播。 \n").extent(0, with(ParagraphSign::trailing)).inks, 1u);
}

TEST(Headlines, AnIndentedLineBeginsTheText) {
  const Page page("一家旧书店开了夜间直播：\n仓库空出一半\n　　近日，书店开播，\n卖得不错。\n");
  const auto e = page.extent(0, with(ParagraphSign::indent));
  EXPECT_EQ(e.inks, 2u);
  EXPECT_EQ(e.rule, "an indented line below");
}

TEST(Headlines, AFullLineGoesOn) {
  EXPECT_EQ(Page("一二三四五六七八九十一二三四五六七八九十\n一二三\n近日，书店开播。\n").extent(0, with(ParagraphSign::measure)).inks, 2u);
  EXPECT_EQ(Page("一二三四五六七\n近日，书店开播。\n").extent(0, with(ParagraphSign::measure)).inks, 1u);
}

TEST(Headlines, AnEntryOfTheContentsSettlesIt) {
  const Page page("旧书店开播\n仓库空出一半\n近日，书店开播。\n");
  EXPECT_EQ(page.extent(0, with(ParagraphSign::whole, false), {}, {"旧书店开播仓库空出一半"}).inks, 2u);
  EXPECT_EQ(page.extent(0, with(ParagraphSign::whole, false), {}, {"旧书店开播"}).inks, 1u);
}

TEST(Headlines, ABracketLeftOpenGoesOn) {
  EXPECT_EQ(Page("某市印发《旧书流通\n管理办法》\n近日，某市印发办法。\n").extent(0, with(ParagraphSign::whole, false)).inks, 2u);
}

TEST(Headlines, ABooksIntroductionIsNoPartOfItsTitle) {
  EXPECT_EQ(Page("旧书的下半生\n内容简介\n一本书。\n").extent(0, with(ParagraphSign::trailing)).inks, 1u);
}

TEST(Headlines, WhiteSpaceIsLearnedFromCertainOnes) {
  std::string text;
  std::vector<std::size_t> certain;
  for (std::size_t i = 0; i < 4; ++i) {
    certain.push_back(i * 3);
    text += "旧书店开播\n\n\n一二三四五六七八九十\n一二三。\n\n\n";
  }
  const Page page(text);
  EXPECT_EQ(learn_headlines(page.inks, certain, with(ParagraphSign::measure, true, 10)).gap_below, 2);
  EXPECT_EQ(learn_headlines(page.inks, {}, with(ParagraphSign::measure, true, 10)).gap_below, 0);
}

TEST(Headlines, AChangeOfSubjectBeginsAnArticle) {
  const Page page(
      "旧书店开播\n近日，旧书店开了夜间直播，生意不错，店主高兴。\n石桥杨梅贴上二维码\n近日，石桥合作社给杨梅贴上二维码，扫码可见果农名字。"
      "\n");
  const Setting setting = with(ParagraphSign::whole, false, 40);
  EXPECT_EQ(Headlines{}.begins_at(page.inks, 0, 2, 4, page.text, setting, profile(), nullptr, {}), "a change of subject");
}

TEST(Headlines, ASubHeadingDoesNot) {
  const Page page(
      "小店怎样留住熟客\n近日，小店的生意靠熟客，熟客靠的是一次次不出错。\n小店怎样配齐货\n近日，缺货一次，熟客就少一分耐心，补货单要每天写"
      "。\n");
  const Setting setting = with(ParagraphSign::whole, false, 40);
  EXPECT_EQ(Headlines{}.begins_at(page.inks, 0, 2, 4, page.text, setting, profile(), nullptr, {}), "");
}

}  // namespace
}  // namespace fengbiao
