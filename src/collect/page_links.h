// A plain page as a source of articles: its links that look like articles of the same site, in the order of the page. And the feeds that it
// names itself, which serve better.
//
//   page_links(utf8, "https://a.example/news/")->links[0].title
//
// An article's link has words enough for a headline and an address with a number or date in it or deeper than its neighbours; the menu has
// neither. Tested through tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct PageLink {
  std::string url, title;
};
struct PageLinks {
  std::string title;
  std::vector<PageLink> links;     // each address once
  std::vector<std::string> feeds;  // <link rel=alternate> of a feed's type
};

Result<PageLinks> page_links(std::string_view html, std::string_view address);

}  // namespace fengbiao
