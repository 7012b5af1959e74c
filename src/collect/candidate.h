// A candidate: one article that somebody else has printed and that may go into the next issue, as it was collected. Nothing in it is
// judged, shortened or repaired: the paragraphs are what its page shows, the date is the one it carries.
//
//   {.url = "https://news.example/a/1.html", .title = "…", .source = "某报", .date = "2023-03-05", .paragraphs = {"…", "…"}}
//
// What candidates are to each other is told by the room of the pile. Kept by collect_book.h; tested through tests/e2e/collect.py.
#pragma once

#include <string>
#include <vector>

namespace fengbiao {

struct NewsCandidate {
  std::string id{};      // of its address, the same on every machine
  std::string url{};     // canonical; of a file in a watched folder file://…
  std::string feed{};    // address of the feed that named it
  std::string title{};   // empty where the page has none
  std::string author{};  // as printed
  std::string source{};  // who printed it, as the page says
  std::string date{};    // YYYY-MM-DD, empty where none is told
  std::vector<std::string> paragraphs{};
  std::string fetched{};  // UTC, 2023-03-05T08:00:00Z
  bool whole = true;      // false: only what the feed gave, as the page could not be read
};

}  // namespace fengbiao
