#include "bulletin/source_line.h"

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

struct Found {
  std::vector<Ink> inks;
  std::vector<SourceLine> lines;
};
Found find(const std::string& text) {
  Found f;
  f.inks = ink_of(document_from_text(text, "x.txt"));
  f.lines = find_source_lines(f.inks, text, profile(), knowledge().dates);
  return f;
}
SourceLine only(const std::string& text) {
  const Found f = find(text);
  EXPECT_EQ(f.lines.size(), 1u) << text;
  return f.lines.empty() ? SourceLine{} : f.lines.front();
}

TEST(SourceLine, NamesSelectorDate) {
  const SourceLine s = only("来源：“某网” 编选：《某动态》编辑部 2022 年 11 月 30 日");
  EXPECT_THAT(s.names, ElementsAre("某网"));
  EXPECT_EQ(s.selected_by, "某动态编辑部");
  EXPECT_EQ(s.date, "2022-11-30");
}

TEST(SourceLine, QuotesOfEveryKind) {
  for (const char* line :
       {"来源：“某网”2022年1月4日", "来源:\"某网\" 2022-01-04", "来源：《某网》 2022年1月4日", "来源：「某网」2022 年 1 月 4 日",
        "来源：〝某网〞2022年1月4日", "来源：＂某网＂2022/1/4", "来源：某网 2022.1.4"}) {
    const SourceLine s = only(line);
    EXPECT_THAT(s.names, ElementsAre("某网")) << line;
    EXPECT_EQ(s.date, "2022-01-04") << line;
  }
}

TEST(SourceLine, SeveralNames) {
  EXPECT_THAT(only("来源：“某网”、《某报》 2022年1月4日").names, ElementsAre("某网", "某报"));
  EXPECT_THAT(only("来源：《甲、乙周刊》 2022年1月4日").names, ElementsAre("甲、乙周刊"));  // a comma inside the name
}

TEST(SourceLine, GluedToTheLastSentence) {
  const Found f = find("店主说，生意不错。来源：“某网” 编选：《某动态》编辑部 2022 年 11 月 30 日");
  ASSERT_EQ(f.lines.size(), 1u);
  ASSERT_EQ(f.inks.size(), 2u);
  EXPECT_EQ(f.lines[0].ink, 1u);
  EXPECT_EQ(f.inks[0].line, f.inks[1].line);
}

TEST(SourceLine, WrappedOverLines) {
  const SourceLine s = only("来源：“某网” 编选：《某动态》编\n辑部 2022 年 11 月 30\n日\n");
  EXPECT_EQ(s.inks, 3u);
  EXPECT_EQ(s.selected_by, "某动态编辑部");
  EXPECT_EQ(s.date, "2022-11-30");
}

TEST(SourceLine, WhatIsNone) {
  for (const char* line : {"数据来源于海关总署。", "客流来源：一半是学生，一半是老街坊。", "他谈到货款来源：自己攒的。",
                           "这句还没有说完来源：“某网”2022年1月4日", "来源："})
    EXPECT_TRUE(find(line).lines.empty()) << line;
}

TEST(SourceLine, TheOwnDeskCompiles) {
  std::vector<SourceLine> lines = find(
                                      "来源：《某动态》编辑部整理 2022 年 1 月 4 日\n来源：“某网” 编选：《某动态》编辑部 "
                                      "2022年1月4日\n来源：《某报》编辑部 2022年1月4日\n")
                                      .lines;
  ASSERT_EQ(lines.size(), 3u);
  mark_compiled(lines, profile(), std::nullopt);  // known by who selects
  EXPECT_TRUE(lines[0].compiled);
  EXPECT_THAT(lines[0].names, ElementsAre("某动态编辑部"));
  EXPECT_FALSE(lines[1].compiled);
  EXPECT_FALSE(lines[2].compiled);  // another's desk
}

}  // namespace
}  // namespace fengbiao
