#include "bulletin/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;

const Knowledge& knowledge() {
  static const Knowledge made = Knowledge::load(DataSet::built_in()).value();
  return made;
}
const Profile& profile() { return *knowledge().profile("ecommerce-news"); }

Outline outline(const std::string& text) {
  std::vector<Ink> inks = ink_of(document_from_text(text, "x.txt"));
  take_furniture(inks, text, profile());
  split_section_lines(inks, text, profile());
  const auto sources = find_source_lines(inks, text, profile(), knowledge().dates);
  return outline_of(inks, text, sources, profile(), knowledge().dates);
}
bool names_column(std::string text) {
  const auto inks = ink_of(document_from_text(text, "x.txt"));
  return section_named(inks.at(0), text, profile()) != nullptr;
}

const std::string kArticle = "某地开了一家新店\n近日，某地开店。\n来源：“某网” 2023年3月4日\n";

TEST(Outline, AColumnInManyDresses) {
  for (const char* line : {"【行业资讯】", "行业资讯", "一、行业资讯", "● 行业资讯", "【 行业资讯 】", "[行业资讯]", "## 【行业资讯】",
                           "**行业资讯**", "【⾏业资讯】", "〖行业资讯〗", "行 业 资 讯"})
    EXPECT_TRUE(names_column(line)) << line;
  for (const char* line : {"行业资讯周报", "他先看行业资讯，再开门", "【行业新闻】", "关于行业资讯"})
    EXPECT_FALSE(names_column(line)) << line;
}

TEST(Outline, CoverAndContents) {
  const Outline o = outline(
      "风标电商观察\n2023年第6期（总第126期）  2023年3月20日\n● 行业资讯\n- "
      "某地开了一家新店.....2\n主办单位\n某市电商协会\n【行业资讯】\n" +
      kArticle);
  EXPECT_EQ(o.masthead.name, "风标电商观察");
  EXPECT_EQ(o.masthead.year, 2023);
  EXPECT_EQ(o.masthead.number, 6);
  EXPECT_EQ(o.masthead.total, 126);
  EXPECT_EQ(o.masthead.date, "2023-03-20");
  EXPECT_EQ(o.masthead.publisher, "某市电商协会");
  ASSERT_EQ(o.contents.size(), 1u);
  EXPECT_EQ(o.contents[0].title, "某地开了一家新店");
  EXPECT_EQ(o.contents[0].page, 2);
  EXPECT_EQ(o.parts.size(), 1u);  // the column that was only listed opens none
  EXPECT_THAT(o.sections, ElementsAre("行业资讯"));
}

TEST(Outline, WithoutACoverThereIsNoMasthead) {
  const Outline o = outline("【行业资讯】\n" + kArticle + "【政策法规】\n" + kArticle);
  EXPECT_EQ(o.masthead, Masthead{});
  EXPECT_THAT(o.sections, ElementsAre("行业资讯", "政策法规"));
}

TEST(Outline, TheImprintEndsTheIssue) {
  const std::string text = "【行业资讯】\n" + kArticle + "编辑部地址：某路 1 号\n邮政编码：000000\n";
  const Outline o = outline(text);
  EXPECT_EQ(std::count(o.kinds.begin(), o.kinds.end(), ZoneKind::end_matter), 2);
  EXPECT_EQ(o.parts.at(0).end, o.kinds.size() - 2);
}

TEST(Outline, PageNumbersAndRunningHeadsLeaveTheText) {
  const std::string text =
      "一二三\n- 1 -\n风标电商观察 2023年第6期\n四五六\n- 2 -\n风标电商观察 2023年第6期\n七八九\n- 3 -\n风标电商观察 2023年第6期\n十\n";
  std::vector<Ink> inks = ink_of(document_from_text(text, "x.txt"));
  EXPECT_EQ(take_furniture(inks, text, profile()).size(), 6u);
  ASSERT_EQ(inks.size(), 4u);
  EXPECT_FALSE(inks[0].page_turns);
  EXPECT_TRUE(inks[1].page_turns);
}

TEST(Outline, ALoneNumberIsText) {
  const std::string text = "共有门店\n12\n家\n";
  std::vector<Ink> inks = ink_of(document_from_text(text, "x.txt"));
  EXPECT_TRUE(take_furniture(inks, text, profile()).empty());
}

TEST(Outline, ColumnAndHeadlineOnALine) {
  const std::string text = "【行业资讯】\u200B 某地开了一家新店\n";
  std::vector<Ink> inks = ink_of(document_from_text(text, "x.txt"));
  split_section_lines(inks, text, profile());
  ASSERT_EQ(inks.size(), 2u);
  EXPECT_EQ(slice(text, inks[0].span), "【行业资讯】");
  EXPECT_EQ(slice(text, inks[1].span), "某地开了一家新店");
}

TEST(Outline, WhatIntroducesABook) {
  for (const std::string line : {"内容简介", "【内容简介】", "- 内容简介", "**内容提要**"})
    EXPECT_TRUE(introduces_book(ink_of(document_from_text(line, "x"))[0], line, profile())) << line;
  for (const std::string line : {"内容简介如下所述的那样", "简介"})
    EXPECT_FALSE(introduces_book(ink_of(document_from_text(line, "x"))[0], line, profile())) << line;
}

}  // namespace
}  // namespace fengbiao
