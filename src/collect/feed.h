// Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom, JSON Feed. Told apart by what they are, not by their type or name.
//
//   FB_TRY(const NewsFeed feed, read_feed(utf8, "https://a.example/rss.xml"));   feed.items[0].url
//
// Addresses are complete: resolved against xml:base, else against the feed's own. Entities that a document declares for itself are never
// expanded, and one that declares any is refused. What the feed leaves out stays empty. Tested by feed_test.cc and tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct FeedItem {
  std::string url{};      // canonical
  std::string title{};    // plain text
  std::string author{};   // plain text
  std::string source{};   // who printed it first, where the feed says so
  std::string date{};     // YYYY-MM-DD
  std::string summary{};  // HTML
  std::string content{};  // HTML; the whole article where the feed carries it
};

struct NewsFeed {
  std::string kind;  // "rss", "atom", "json"
  std::string title, home;
  std::vector<FeedItem> items;  // in the feed's order, each address once
  std::size_t left_out = 0;     // without an address that can be asked
};

inline constexpr std::size_t kMostFeedItems = 2'000;

bool looks_like_feed(std::string_view text);
// Fails with malformed (place: line and column) and too_large.
Result<NewsFeed> read_feed(std::string_view text, std::string_view address);

}  // namespace fengbiao
