#include "publish/issue_forms.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "publish/base64.h"
#include "publish/press_style.h"
#include "publish/zip_writer.h"

namespace fengbiao {
namespace {

class Forms : public testing::Test {
 protected:
  const DataSet data = DataSet::built_in();
  const BulletinForm form = BulletinForm::load(data).value();
  const std::vector<std::string> names{"某动态"};
  const Pictures none;
  static IssueSource sample() {
    IssueSource s;
    s.name = "某动态";
    s.date = "2023-03-20";
    SourceArticle a;
    a.title = "甲 & 乙 <丙>";
    a.sources = {"某网"};
    a.paragraphs = {{"一段 <b>话</b>", false}, {"小标题", true}};
    s.sections = {{"栏目", {a}}};
    return s;
  }
};

TEST_F(Forms, MarkupInATextStaysText) {
  const IssueSource source = sample();
  const IssueForms forms(source, form, names, none, data, "k");
  EXPECT_EQ(forms.html().find("<b>"), std::string::npos);
  EXPECT_NE(forms.html().find("<h4>"), std::string::npos);
  pugi::xml_document xml;
  EXPECT_TRUE(xml.load_string(forms.atom().c_str()));
  EXPECT_NE(forms.atom().find("甲 &amp; 乙"), std::string::npos);
  EXPECT_EQ(forms.atom().find("一段"), std::string::npos) << "feeds carry no texts";
  EXPECT_EQ(forms.json_feed().find("一段"), std::string::npos);
}

TEST_F(Forms, IdentifiersFollowTheContent) {
  IssueSource source = sample(), other = sample();
  other.sections[0].articles[0].title += "x";
  const IssueForms a(source, form, names, none, data, "k"), b(source, form, names, none, data, "k"), c(other, form, names, none, data, "k");
  EXPECT_EQ(a.mail(), b.mail());
  EXPECT_EQ(a.epub(), b.epub());
  EXPECT_NE(a.atom(), c.atom());
  EXPECT_NE(a.mail().find("Date: Mon, 20 Mar 2023 08:00:00 +0800\r\n"), std::string::npos);
}

TEST_F(Forms, ABookBeginsWithItsKind) {
  const IssueSource source = sample();
  const std::string book = IssueForms(source, form, names, none, data, "k").epub();
  EXPECT_EQ(book.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(ZipWriter, BytesFollowTheEntriesAlone) {
  ZipWriter a, b;
  for (ZipWriter* zip : {&a, &b}) zip->add("x", std::string(1000, 'x'));
  const std::string first = a.take();
  EXPECT_EQ(first, b.take());
  EXPECT_LT(first.size(), 200u);
}

TEST(Base64, Padding) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("a"), "YQ==");
  EXPECT_EQ(base64("ab"), "YWI=");
  EXPECT_EQ(base64("abc"), "YWJj");
}

TEST(PressStyle, LoadsWithItsMeasures) {
  const auto style = PressStyle::load(DataSet::built_in());
  ASSERT_TRUE(style) << style.error().message();
  EXPECT_NEAR(style->measure(), 160 * 72 / 25.4, 0.01);
  EXPECT_FLOAT_EQ(style->size.text, 10.5f);
}

TEST(TypeFaces, AMissingFontIsNamed) {
  FaceNames names;
  for (auto& list : names.names) list = {"No Such Font"};
  const auto faces = TypeFaces::find(names);
  ASSERT_FALSE(faces);
  EXPECT_EQ(faces.error().cause, Cause::tool_missing);
  EXPECT_NE(faces.error().message().find("No Such Font"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
