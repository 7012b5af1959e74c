#include "publish/feed.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Feed, QuotesShortly) {
  EXPECT_EQ(short_quote("一二三", 3), "一二三");
  EXPECT_EQ(short_quote("一二三四", 3), "一二三…");
  EXPECT_EQ(short_quote("", 3), "");
}

TEST(Feed, NothingOfADocumentActs) {
  const Feed feed{"a<b", "fengbiao", {{"x\"1", "<script>&", "2023-03-20", "2023-03-20", "", "]]>", {"\"乙报\""}, "<img>\x01"}}};
  const std::string xml = feed_xml(feed);
  EXPECT_EQ(xml.find("<script"), std::string::npos);
  EXPECT_EQ(xml.find("<img"), std::string::npos);
  EXPECT_EQ(xml.find("]]>"), std::string::npos);
  EXPECT_EQ(xml.find('\x01'), std::string::npos);
  EXPECT_NE(xml.find("<updated>2023-03-20T00:00:00Z</updated>"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
