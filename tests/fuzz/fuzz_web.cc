// Whatever the web sends: feeds, lists of feeds, robots.txt, pages, dates. The first byte says which reader gets the rest.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "collect/feed.h"
#include "collect/moment.h"
#include "collect/opml.h"
#include "collect/page_text.h"
#include "collect/robots.h"
#include "collect/web_text.h"
#include "rules/data_set.h"

using namespace fengbiao;

static bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const PageReader kPages = *PageReader::load(DataSet::built_in());
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 5 == 0) {
    const Robots robots = Robots::parse(bytes);
    if (robots.delay() < 0 || !robots.allows("/robots.txt")) std::abort();
    const std::string_view path = bytes.substr(0, 200);
    if (robots.allows(path) != Robots::parse(bytes).allows(path)) std::abort();
    return 0;
  }
  const auto text = web_text(bytes, "", "https://a.example/x");
  if (!text) return 0;
  if (!is_utf8(text->text)) std::abort();
  switch (data[0] % 5) {
    case 1:
      if (const auto feed = read_feed(text->text, "https://a.example/x"); feed)
        for (const FeedItem& item : feed->items)
          if (item.url.empty() || !is_utf8(item.title)) std::abort();
      break;
    case 2:
      // What is written is read the same again.
      if (const auto opml = read_opml(bytes, "x.opml"); opml && !opml->feeds.empty())
        if (const auto again = read_opml(write_opml(opml->feeds), "x.opml"); !again || again->feeds.size() != opml->feeds.size())
          std::abort();
      break;
    case 3:
      if (const auto page = kPages.read(text->text, "https://a.example/x"); page)
        for (const std::string& p : page->paragraphs)
          if (p.empty() || !is_utf8(p)) std::abort();
      break;
    default:
      if (const auto day = day_told(text->text); day && day->size() != 10) std::abort();
  }
  return 0;
}
