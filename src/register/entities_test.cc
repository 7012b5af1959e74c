#include "register/entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Mention mention(std::string kind, std::string id, std::string canonical, std::string printed, std::string date, std::uint32_t article,
                std::uint32_t at = 0) {
  Mention m;
  m.kind = std::move(kind);
  m.id = std::move(id);
  m.canonical = std::move(canonical);
  m.printed = std::move(printed);
  m.issue = date.empty() ? "undated" : date.substr(0, 7);
  m.date = std::move(date);
  m.article = article;
  m.span = {at, at + 3};
  return m;
}

EntityRegister filled() {
  EntityRegister r;
  r.add(mention("body", "body:miit", "工业和信息化部", "工信部", "2022-12-01", 7, 40));
  r.add(mention("body", "body:miit", "工业和信息化部", "工业和信息化部", "2022-11-03", 2));
  r.add(mention("body", "body:miit", "工业和信息化部", "工信部", "2022-12-01", 7, 10));
  r.add(mention("company", "", "青苗数据有限公司", "青苗数据有限公司", "2022-12-01", 9));
  Mention open = mention("place", "", "", "鼓楼区", "2022-11-03", 4);
  open.candidates = {"320106", "320302"};
  r.add(open);
  Mention decided = mention("place", "320106", "南京市鼓楼区", "鼓楼区", "2022-12-01", 9);
  decided.code = "320106";
  r.add(decided);
  r.close();
  return r;
}

TEST(Entities, OneEntryForOneIdAndEveryMentionOnATimeLine) {
  const EntityRegister r = filled();
  const auto found = r.find("工信部");
  ASSERT_EQ(found.size(), 1u);
  const EntityEntry& e = *found[0];
  EXPECT_EQ(e.canonical, "工业和信息化部");
  EXPECT_THAT(e.called, ElementsAre(Pair("工业和信息化部", 1u), Pair("工信部", 2u)));
  EXPECT_EQ(e.first, "2022-11-03");
  EXPECT_EQ(e.last, "2022-12-01");
  EXPECT_EQ(e.articles, 2u);
  EXPECT_EQ(e.issues, 2u);
  std::vector<std::uint32_t> at;
  for (const std::uint32_t i : e.mentions) at.push_back(r.mentions()[i].span.begin);
  EXPECT_THAT(at, ElementsAre(0u, 10u, 40u));
}

TEST(Entities, FoundByIdByCodeAndByAnyName) {
  const EntityRegister r = filled();
  EXPECT_EQ(r.find("body:miit").size(), 1u);
  EXPECT_EQ(r.find("320106").size(), 1u);
  EXPECT_EQ(r.find("青苗数据有限公司").size(), 1u);
  EXPECT_THAT(r.find("没有这个"), IsEmpty());
  EXPECT_THAT(r.find(""), IsEmpty());
}

TEST(Entities, UndecidedPlacesStayApart) {
  const EntityRegister r = filled();
  const auto found = r.find("鼓楼区");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_NE(found[0]->id.empty(), found[1]->id.empty());
}

TEST(Entities, MostArticlesFirstThenByName) {
  const EntityRegister r = filled();
  ASSERT_EQ(r.entries().size(), 4u);
  EXPECT_EQ(r.entries()[0].id, "body:miit");
  for (std::size_t i = 2; i < r.entries().size(); ++i) EXPECT_LE(r.entries()[i - 1].canonical, r.entries()[i].canonical);
}

TEST(Entities, TheOrderOfAddingDoesNotShow) {
  const EntityRegister r = filled();
  EntityRegister backwards;
  for (std::size_t i = r.mentions().size(); i-- > 0;) backwards.add(r.mentions()[i]);
  backwards.close();
  ASSERT_EQ(r.entries().size(), backwards.entries().size());
  for (std::size_t i = 0; i < r.entries().size(); ++i) {
    EXPECT_EQ(r.entries()[i].canonical, backwards.entries()[i].canonical);
    EXPECT_EQ(r.entries()[i].mentions, backwards.entries()[i].mentions);
  }
}

TEST(Entities, MentionsWithoutADateComeLast) {
  EntityRegister r;
  r.add(mention("platform", "platform:x", "某平台", "某平台", "", 1));
  r.add(mention("platform", "platform:x", "某平台", "某平台", "2023-01-02", 3));
  r.close();
  EXPECT_EQ(r.mentions()[r.entries()[0].mentions[0]].article, 3u);
  EXPECT_EQ(r.entries()[0].first, "2023-01-02");
  EXPECT_EQ(r.entries()[0].last, "2023-01-02");
}

TEST(Entities, NamesNearToOneThatIsNotThere) {
  const EntityRegister r = filled();
  EXPECT_THAT(r.near("工业与信息化部"), ElementsAre("工业和信息化部"));
  EXPECT_THAT(r.near("青苗数据"), ElementsAre("青苗数据有限公司"));
  EXPECT_THAT(r.near("完全不同的名字"), IsEmpty());
  EXPECT_THAT(r.near(""), IsEmpty());
}

}  // namespace
}  // namespace fengbiao
