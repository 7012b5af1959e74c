#include "desk/bulletin_form.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

const BulletinForm& form() {
  static const BulletinForm loaded = BulletinForm::load(DataSet::built_in()).value();
  return loaded;
}

TEST(BulletinForm, SourceLines) {
  const std::vector<std::string> own{"某动态"};
  SourceArticle a;
  EXPECT_EQ(form().source_line(a, own), "");
  a.sources = {"某日报", "某网"};
  a.selected_by = "某动态编辑部";
  a.date = "2023-03-04";
  EXPECT_EQ(form().source_line(a, own), "来源：《某日报》、“某网” 编选：《某动态》编辑部 2023年3月4日");
  SourceArticle b;
  b.sources = {"某动态编辑部"};
  b.compiled = true;
  EXPECT_EQ(form().source_line(b, own), "来源：《某动态》编辑部整理");
  EXPECT_EQ(form().source_line(b, {}), "来源：某动态编辑部整理");
}

TEST(BulletinForm, CoverLines) {
  IssueSource s;
  EXPECT_EQ(form().issue_number(s), "");
  s.total = 126;
  EXPECT_EQ(form().issue_number(s), "总第126期");
  s.number = 6;
  s.year = 2023;
  s.date = "2023-03-20";
  s.editors = {"甲", "乙"};
  s.corrections = {"某处有误"};
  EXPECT_EQ(form().issue_number(s), "2023年第6期（总第126期）");
  EXPECT_EQ(form().issue_date(s), "2023年3月20日");
  EXPECT_EQ(form().end_lines(s), (std::vector<std::string>{"更正：某处有误", "编辑：甲 乙"}));
}

}  // namespace
}  // namespace fengbiao
