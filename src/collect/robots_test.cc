#include "collect/robots.h"

#include <gtest/gtest.h>

#include <string>

namespace fengbiao {
namespace {

TEST(Robots, TheLongestRuleDecides) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /*.pdf$\n");
  EXPECT_TRUE(robots.allows("/"));
  EXPECT_FALSE(robots.allows("/news/1.html"));
  EXPECT_TRUE(robots.allows("/news/open/1.html"));
  EXPECT_FALSE(robots.allows("/a/b.pdf"));
  EXPECT_TRUE(robots.allows("/a/b.pdf?x=1"));
}

TEST(Robots, OwnGroupGoesBeforeThatOfAll) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /\n\nUser-agent: Fengbiao\nDisallow: /private\nCrawl-delay: 7\n");
  EXPECT_TRUE(robots.allows("/news"));
  EXPECT_FALSE(robots.allows("/private/1"));
  EXPECT_EQ(robots.delay(), 7);
}

TEST(Robots, GroupsOfOneNameAreTakenTogether) {
  const Robots robots =
      Robots::parse("user-agent: fengbiao\ndisallow: /a\n\nuser-agent: other\ndisallow: /\n\nUSER-AGENT: fengbiao\nDISALLOW: /b\n");
  EXPECT_FALSE(robots.allows("/a"));
  EXPECT_FALSE(robots.allows("/b"));
  EXPECT_TRUE(robots.allows("/c"));
}

TEST(Robots, AtEqualLengthAllowedAndEmptyAllowsAll) {
  EXPECT_TRUE(Robots::parse("User-agent: *\nDisallow: /x\nAllow: /x\n").allows("/x"));
  EXPECT_TRUE(Robots::parse("User-agent: *\nDisallow:\n").allows("/x"));
  EXPECT_TRUE(Robots::parse("").allows("/x"));
  EXPECT_FALSE(Robots::allow_none().allows("/x"));
}

TEST(Robots, RuinedOnesEnd) {
  EXPECT_TRUE(Robots::parse(std::string("\0\xFF\xFE<html>", 9)).allows("/x"));
  const Robots stars = Robots::parse("User-agent: *\nDisallow: /" + std::string(200, '*') + "x$\n");
  EXPECT_TRUE(stars.allows("/" + std::string(20'000, 'a')));
  // What is behind the limit is passed over.
  EXPECT_TRUE(Robots::parse("User-agent: *\n#" + std::string(kRobotsLimit, ' ') + "\nDisallow: /\n").allows("/x"));
}

}  // namespace
}  // namespace fengbiao
