// Lists of feeds as OPML 1.0 and 2.0, in and out. Outlines may be nested in folders; what has an xmlUrl is a feed.
//
//   read_opml(bytes)->at(0).url       write_opml(feeds)
//
// Only addresses of the web come in: a list from elsewhere cannot point to files of this machine. Tested by feed_test.cc and
// tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct OpmlFeed {
  std::string url, title{}, home{};
};

struct Opml {
  std::vector<OpmlFeed> feeds;  // in order, each address once
  std::size_t left_out = 0;     // outlines whose address is none of the web
};

// Bytes in any encoding. Fails with malformed and as web_text does.
Result<Opml> read_opml(std::string_view bytes, std::string_view file);
std::string write_opml(const std::vector<OpmlFeed>& feeds);

}  // namespace fengbiao
