#include "collect/page_links.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "collect/web_address.h"
#include "intake/html_tree.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostLinks = 1'000;
constexpr std::size_t kHeadline = 8, kLongestTitle = 100;  // characters

std::string squeezed_words(const GumboNode& node, int depth = 0) {
  std::string out;
  if (depth > 200) return out;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) return node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT || !is_shown(node.v.element)) return out;
  for (unsigned i = 0; i < node.v.element.children.length; ++i)
    out += squeezed_words(*static_cast<const GumboNode*>(node.v.element.children.data[i]), depth + 1);
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_html_space(c)) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool has_digits(std::string_view path, std::size_t many) {
  std::size_t run = 0;
  return std::ranges::any_of(path, [&](char c) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    return run >= many;
  });
}

bool looks_like_article(const WebAddress& address, std::string_view title) {
  const std::size_t characters = count_code_points(title);
  if (characters < kHeadline || characters > kLongestTitle) return false;
  const std::string_view path = std::string_view(address.path).substr(0, address.path.find('?'));
  if (path == "/") return false;
  const bool page = path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".shtml");
  // A number of three digits, a page's ending, or words enough in the address's last part.
  return page || has_digits(address.path, 3) || std::ranges::count(path.substr(path.rfind('/')), '-') >= 2;
}

class LinkWalk {
 public:
  LinkWalk(std::string_view address, PageLinks& out) : base_(address), out_(out) {
    if (const auto own = web_address(address)) site_ = site_of(own->host), seen_.insert(own->text);
  }
  void walk(const GumboNode& node, int depth) {
    if (node.type != GUMBO_NODE_ELEMENT || depth > 1'500) return;
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_BASE) {
      if (const auto base = resolve_address(base_, attribute(element, "href"))) base_ = base->text;
    } else if (element.tag == GUMBO_TAG_TITLE && out_.title.empty()) {
      for (unsigned i = 0; i < element.children.length; ++i)
        if (const auto& child = *static_cast<const GumboNode*>(element.children.data[i]); child.type == GUMBO_NODE_TEXT)
          out_.title = on_one_line(child.v.text.text);
    } else if (element.tag == GUMBO_TAG_LINK) {
      add_feed(element);
    } else if (element.tag == GUMBO_TAG_A) {
      add_link(node);
    }
    if (element.tag != GUMBO_TAG_HEAD && !is_shown(element)) return;
    for (unsigned i = 0; i < element.children.length; ++i) walk(*static_cast<const GumboNode*>(element.children.data[i]), depth + 1);
  }

 private:
  void add_feed(const GumboElement& element) {
    const std::string_view type = attribute(element, "type");
    const bool feed = type == "application/rss+xml" || type == "application/atom+xml" || type == "application/feed+json";
    if (!feed || attribute(element, "rel").find("alternate") == std::string_view::npos) return;
    if (const auto address = resolve_address(base_, attribute(element, "href"))) out_.feeds.push_back(address->text);
  }
  void add_link(const GumboNode& node) {
    const std::string_view href = attribute(node.v.element, "href");
    if (href.empty() || href.starts_with('#') || out_.links.size() >= kMostLinks) return;
    const auto address = resolve_address(base_, href);
    if (!address || site_of(address->host) != site_) return;
    std::string title = on_one_line(squeezed_words(node));
    // A headline that its list cuts off stands whole in the title attribute.
    if (std::string whole = on_one_line(attribute(node.v.element, "title")); whole.size() > title.size()) title = std::move(whole);
    if (looks_like_article(*address, title) && seen_.insert(address->text).second) out_.links.push_back({address->text, std::move(title)});
  }
  std::string base_, site_;
  std::set<std::string> seen_;
  PageLinks& out_;
};

}  // namespace

Result<PageLinks> page_links(std::string_view html, std::string_view address) {
  FB_TRY(const HtmlTree tree, HtmlTree::parse(html, address));
  PageLinks out;
  LinkWalk(address, out).walk(tree.root(), 0);
  return out;
}

}  // namespace fengbiao
