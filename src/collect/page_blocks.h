// A page as blocks: lines of text as a reader sees them, each with the elements around it, how much of it is links, and what its place
// says. Tested by tests/sets/pages.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

struct PageElement {
  std::size_t parent = 0;  // index; the first is its own
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool dropped = false;    // by its tag, class or id, or inside one that is
  std::size_t blocks = 0;  // in it and below
};
struct PageBlock {
  std::string text;
  std::size_t element = 0;
  std::size_t characters = 0, linked = 0;
  int heading = 0;  // 1 of h1
};
struct PageMeta {
  std::string name, content;  // of <meta>; "title", "ld+json", "time" for what other elements say
};
struct PageBlocks {
  std::vector<PageElement> elements;
  std::vector<PageBlock> blocks;
  std::vector<PageMeta> meta;

  [[nodiscard]] bool inside(std::size_t element, std::size_t outer) const;
};

// `drop` are words of classes and ids whose elements are no article.
PageBlocks page_blocks(const GumboNode& root, const std::vector<std::string>& drop);

}  // namespace fengbiao
