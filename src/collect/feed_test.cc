#include "collect/feed.h"

#include <gtest/gtest.h>

#include <string>

#include "collect/opml.h"
#include "collect/xml_tree.h"

namespace fengbiao {
namespace {

constexpr const char* kAt = "https://a.example/feed/all.xml";

TEST(Feed, OfEveryKind) {
  const auto rss = read_feed(
      "<rss version='2.0'><channel><title>T &amp; U</title><item><title>One</title><link>/1.html</link><pubDate>Sun, 05 Mar 2023 08:30:00 "
      "GMT</pubDate></item><item><title>none</title></item></channel></rss>",
      kAt);
  ASSERT_TRUE(rss);
  EXPECT_EQ(rss->kind, "rss");
  EXPECT_EQ(rss->title, "T & U");
  ASSERT_EQ(rss->items.size(), 1u);
  EXPECT_EQ(rss->items[0].url, "https://a.example/1.html");
  EXPECT_EQ(rss->items[0].date, "2023-03-05");
  EXPECT_EQ(rss->left_out, 1u);

  const auto atom = read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://b.example/x/'><title>T</title><entry><title type='html'>&lt;b&gt;One"
      "&lt;/b&gt;</title><link rel='alternate' href='1'/><updated>2023-03-05T23:30:00Z</updated></entry></feed>",
      kAt);
  ASSERT_TRUE(atom);
  EXPECT_EQ(atom->kind, "atom");
  EXPECT_EQ(atom->items.at(0).url, "https://b.example/x/1");
  EXPECT_EQ(atom->items.at(0).title, "One");
  EXPECT_EQ(atom->items.at(0).date, "2023-03-06");

  const auto json = read_feed(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://c.example/1","title":"One","date_published":"2023-03-05T08:00:00+08:00","content_html":"<p>x</p>"}]})",
      kAt);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->kind, "json");
  EXPECT_EQ(json->items.at(0).content, "<p>x</p>");

  const auto rdf = read_feed(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel>"
      "<item><title>One</title><link>https://d.example/1</link></item></rdf:RDF>",
      kAt);
  ASSERT_TRUE(rdf);
  EXPECT_EQ(rdf->items.at(0).url, "https://d.example/1");
}

TEST(Feed, AnAddressOnceAndOnlyOfTheWeb) {
  const auto feed = read_feed(
      "<rss><channel><item><link>https://a.example/1</link></item><item><link>https://a.example/1</link></item><item><link>file:///etc/"
      "passwd</link>"
      "</item><item><link>javascript:x</link></item></channel></rss>",
      kAt);
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->items.size(), 1u);
}

TEST(Xml, DeclaredEntitiesAndDeepNestingAreRefused) {
  EXPECT_FALSE(parse_xml("<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>", kAt));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_FALSE(parse_xml(deep, kAt));
  const auto broken = parse_xml("<a>\n<b></a>", kAt);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().place.line, 2u);
  EXPECT_TRUE(parse_xml("<?xml version='1.0' encoding='gb2312'?><a>是 UTF-8</a>", kAt));
}

TEST(Opml, InAndOut) {
  const auto read = read_opml(
      "<opml version='2.0'><body><outline text='folder'><outline text='A' xmlUrl='https://a.example/f' "
      "htmlUrl='https://a.example/'/><outline "
      "xmlUrl='https://a.example/f'/><outline xmlUrl='file:///etc'/></outline></body></opml>",
      "list.opml");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->feeds.size(), 1u);
  EXPECT_EQ(read->feeds[0].title, "A");
  EXPECT_EQ(read->left_out, 1u);
  const auto again = read_opml(write_opml({{"https://a.example/f?x=1&y=2", "甲 <乙> \"丙\"", "https://a.example/"}}), "again.opml");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->feeds.at(0).url, "https://a.example/f?x=1&y=2");
  EXPECT_EQ(again->feeds.at(0).title, "甲 <乙> \"丙\"");
  EXPECT_FALSE(read_opml("<html></html>", "no.opml"));
}

}  // namespace
}  // namespace fengbiao
