#include "publish/template.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Template, FieldsAreEscapedAndMarkupIsNot) {
  View view;
  view.set("a", "<b> & \"c\" 'd'");
  view.set_markup("m", "<i>x</i>");
  EXPECT_EQ(fill("1{{a}}2{{{m}}}3{{m}}4", view), "1&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;2<i>x</i>3<i>x</i>4");
}

TEST(Template, ControlCharactersCannotReachThePage) { EXPECT_EQ(escape_html("a\x1b\tb\n\x7f"), "a\xEF\xBF\xBD\tb\n\xEF\xBF\xBD"); }

TEST(Template, SectionsRepeatAndSeeWhatIsAround) {
  View view;
  view.set("sep", ";");
  for (const char* name : {"x", "y"}) {
    View& item = view.add("items");
    item.set("name", name);
    item.add("inner").set("name", "i");
  }
  EXPECT_EQ(fill("{{#items}}{{name}}{{#inner}}({{name}}){{/inner}}{{sep}}{{/items}}", view), "x(i);y(i);");
}

TEST(Template, FieldAsCondition) {
  View view;
  view.set("there", "v");
  view.set("blank", "");
  EXPECT_EQ(fill("{{#there}}[{{there}}]{{/there}}{{^there}}no{{/there}}", view), "[v]");
  EXPECT_EQ(fill("{{#blank}}yes{{/blank}}{{^blank}}no{{/blank}}", view), "no");
  EXPECT_EQ(fill("{{#gone}}yes{{/gone}}{{^gone}}no{{/gone}}", view), "no");
}

TEST(Template, NestedSectionOfTheSameName) {
  View view;
  view.set("a", "1");
  EXPECT_EQ(fill("{{#a}}<{{#a}}x{{/a}}>{{/a}}", view), "<x>");
}

TEST(Template, BrokenTemplatesEnd) {
  View view;
  view.set("a", "1");
  EXPECT_EQ(fill("{{a", view), "{{a");
  EXPECT_EQ(fill("{{#a}}x", view), "x");
  EXPECT_EQ(fill("x{{/a}}y{{nobody}}", view), "xy");
}

}  // namespace
}  // namespace fengbiao
