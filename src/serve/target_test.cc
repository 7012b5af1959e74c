#include "serve/target.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Target, TakesPathAndParametersApart) {
  const auto t = parse_target("/api/v1/articles/a%2Fb?q=%E7%94%B5+%E5%95%86&limit=2&empty=");
  ASSERT_TRUE(t);
  EXPECT_EQ(t->segments, (std::vector<std::string>{"api", "v1", "articles", "a/b"}));
  EXPECT_EQ(t->parameters.at("q"), "电 商");
  EXPECT_EQ(t->parameters.at("limit"), "2");
  EXPECT_EQ(t->parameters.at("empty"), "");
}

TEST(Target, OneCanonicalFormForEveryWayToWriteIt) {
  const auto a = parse_target("/x/%41?b=2&a=%31"), b = parse_target("/x/A?a=1&&b=2");
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->canonical(), "/x/A?a=1&b=2");
  EXPECT_EQ(a->canonical(), b->canonical());
  // What separates is never taken for what is separated.
  EXPECT_NE(parse_target("/x?a=1%26b=2")->canonical(), b->canonical());
  EXPECT_EQ(parse_target("/")->canonical(), "/");
}

TEST(Target, RefusesWhatIsNoAddress) {
  for (const char* bad : {"", "x", "http://x/", "/a//b", "/./a", "/../a", "/%2e%2e/a", "/a%", "/a%4", "/a%zz", "/a%00", "/a?b=%ff", "/a%0a",
                          "/a?b=1&b=2", "/a?=1", "/a#b", "/a/", "/a?x=\xC0\x80"})
    EXPECT_FALSE(parse_target(bad)) << bad;
  EXPECT_EQ(parse_target("/" + std::string(kLongestTarget, 'a')).error().status, 414U);
  EXPECT_EQ(parse_target("/a?b=1&b=2").error().parameter, "b");
}

}  // namespace
}  // namespace fengbiao
