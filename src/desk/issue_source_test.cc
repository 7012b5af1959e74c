#include "desk/issue_source.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

constexpr std::string_view kSample = R"(---
name: 风标电商观察
year: 2023
number: 6
total: 126
date: 2023-03-20
publisher: "某中心: 一部"
editors: [甲某, 乙某]
imprint:
  - "地址：某路1号"
---

# 行业资讯

## 甲市启用 App 基地
sources: 某报; 某网
selected_by: 风标电商观察编辑部
date: 2023-03-14

一段话
跨两行，有 Open
API 一词。

### 小标题

\# 不是标题
\\反斜线

## 乙市
compiled: yes

\sources: 不是字段
)";

TEST(IssueSource, ReadsFieldsAndParagraphs) {
  const auto s = parse_issue_source(kSample, "a.md");
  ASSERT_TRUE(s) << s.error().message();
  EXPECT_EQ(s->name, "风标电商观察");
  EXPECT_EQ(s->number, 6);
  EXPECT_EQ(s->publisher, "某中心: 一部");
  EXPECT_EQ(s->editors, (std::vector<std::string>{"甲某", "乙某"}));
  ASSERT_EQ(s->sections.size(), 1u);
  const SourceArticle& a = s->sections[0].articles.at(0);
  EXPECT_EQ(a.sources, (std::vector<std::string>{"某报", "某网"}));
  EXPECT_FALSE(a.compiled);
  ASSERT_EQ(a.paragraphs.size(), 3u);
  EXPECT_EQ(a.paragraphs[0].text, "一段话跨两行，有 Open API 一词。");
  EXPECT_TRUE(a.paragraphs[1].heading);
  EXPECT_EQ(a.paragraphs[2].text, "# 不是标题\\反斜线");
  const SourceArticle& b = s->sections[0].articles.at(1);
  EXPECT_TRUE(b.compiled);
  EXPECT_EQ(b.paragraphs.at(0).text, "sources: 不是字段");
}

TEST(IssueSource, WhatIsWrittenIsReadAgain) {
  const auto s = parse_issue_source(kSample, "a.md");
  ASSERT_TRUE(s);
  const auto again = parse_issue_source(write_issue_source(*s), "b.md");
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(*again, *s);
  EXPECT_EQ(write_issue_source(*again), write_issue_source(*s));
}

TEST(IssueSource, MistakesHaveTheirLine) {
  const auto words = [](std::string_view text) {
    const auto s = parse_issue_source(text, "a.md");
    return s ? std::string("fine") : s.error().message();
  };
  EXPECT_EQ(words("# 栏目\n"), "a.md:1: expected the front matter: a line ---, name: and the like, a line ---");
  EXPECT_EQ(words("---\nname: 甲\n"), "a.md:2: the front matter has no end (close it with a line ---)");
  EXPECT_EQ(words("---\n---\n\n# 栏目\n\n无标题的话\n"),
            "a.md:6: text before the first headline (a headline is a line that begins with \"## \")");
  EXPECT_EQ(
      words("---\n---\n## 甲\nsource: 某报\n"),
      "a.md:4: there is no field \"source\"; did you mean `sources`? (the fields of an article are: sources, compiled, selected_by, date, "
      "author_note, cover, title)");
  EXPECT_EQ(words("---\n---\n## 甲\ndate: 2023-2-30\n"), "a.md:4: date: expected a day such as 2023-03-20, got \"2023-2-30\"");
  EXPECT_EQ(words("---\n---\n## 甲\ncompiled: yes\ncompiled: yes\n"), "a.md:5: compiled is given twice");
  EXPECT_EQ(words("---\n---\n## 甲\n\n\x01\n"), "a.md:5: a control character (U+0001)");
  EXPECT_EQ(words("---\nyear: soon\n---\n").substr(0, 6), "a.md:2");
}

}  // namespace
}  // namespace fengbiao
