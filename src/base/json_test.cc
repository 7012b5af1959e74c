#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace fengbiao {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(Json, ObjectsAndLists) {
  JsonWriter w;
  w.open('{');
  w.field("n", 3);
  w.field("标题", "直播");
  w.key("list");
  w.value(std::vector<std::string>{"a", "b"});
  w.field("none", std::optional<int>{});
  w.field("some", std::optional<int>{-7});
  w.key("empty");
  w.open('[');
  w.close(']');
  w.key("in");
  w.open('{');
  w.field("yes", true);
  w.close('}');
  w.key("raw");
  w.raw("{\"x\":1}");
  w.key("null");
  w.null();
  w.close('}');
  EXPECT_EQ(w.text(),
            R"({"n":3,"标题":"直播","list":["a","b"],"none":null,"some":-7,"empty":[],"in":{"yes":true},"raw":{"x":1},"null":null})");
}

TEST(Json, StringsAreEscapedNoMoreThanNeeded) {
  EXPECT_EQ(json_string("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(json_string("\n\r\t\b\x1b"), R"("\n\r\t\u0008\u001b")");
  EXPECT_EQ(json_string(std::string("\0x", 2)), R"("\u0000x")");
  EXPECT_EQ(json_string("网购𠮷"), "\"网购𠮷\"");
  EXPECT_EQ(json_string(""), "\"\"");
}

TEST(Json, BrokenUtf8BecomesTheReplacement) {
  EXPECT_EQ(json_string("a\xFF"
                        "b"),
            "\"a\xEF\xBF\xBD"
            "b\"");
  EXPECT_EQ(json_string("\xE7\xBD"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Json, NumbersReadBackEqual) {
  JsonWriter w;
  w.open('[');
  w.value(0.1);
  w.value(1e300);
  w.value(std::numeric_limits<double>::infinity());
  w.value(std::numeric_limits<std::int64_t>::min());
  w.value(std::numeric_limits<std::uint64_t>::max());
  w.close(']');
  EXPECT_EQ(w.text(), "[0.1,1e+300,null,-9223372036854775808,18446744073709551615]");
}

TEST(Json, TextsThatMayBeUnknown) {
  JsonWriter w;
  w.open('{');
  w.text_or_null("a", "");
  w.text_or_null("b", "x");
  w.close('}');
  EXPECT_EQ(w.text(), R"({"a":null,"b":"x"})");
}

}  // namespace
}  // namespace fengbiao
