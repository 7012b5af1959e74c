// Articles as an Atom feed (RFC 4287): headline, source, day and a short quote of each, never its whole text, with a link to its page.
//
//   feed_xml({.name = "风标电商观察", .entries = {{"2023-03-20-6c2952ef", ...}}})
//
// Same entries, same bytes: the feed is as new as its newest entry. Everything is escaped. Tested by feed_test.cc and tests/e2e/serve.py.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

struct FeedEntry {
  std::string id, title, issue;
  std::string day;      // of the issue, by which readers sort; ISO
  std::string written;  // of the article; may be empty
  std::string section;
  std::vector<std::string> sources;
  std::string text;  // its first paragraph; only the beginning of it is given
};
struct Feed {
  std::string name;    // of the bulletin
  std::string system;  // that made it: "fengbiao 0.1.0"
  std::vector<FeedEntry> entries;
};

inline constexpr std::size_t kQuotedCharacters = 60;

std::string feed_xml(const Feed& feed);
// At most so many characters; where something is left out it ends with an ellipsis.
std::string short_quote(std::string_view text, std::size_t most = kQuotedCharacters);

}  // namespace fengbiao
