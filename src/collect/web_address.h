// Addresses of the web: taken apart, completed against the page they stand on, and brought to one form, so that the same article found
// twice is one. Parsing is libcurl's own, so that what is checked here is what is asked there.
//
//   resolve_address("https://a.example/news/", "../x.html#top")->text == "https://a.example/x.html"
//
// The canonical form has no fragment, no default port and none of the parameters that only tell where a reader came from (utm_source).
// What is neither http nor https, or carries a user and password, is no address here. Tested through tests/e2e/collect.py.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

struct WebAddress {
  std::string text;    // whole, canonical
  std::string origin;  // "https://a.example:8443", as robots.txt stands for one
  std::string host;    // lower case, "[::1]" for an IPv6 literal
  std::string path;    // with the query: "/x.html?n=1", begins with a slash
};

inline constexpr std::size_t kLongestAddress = 4'096;  // bytes

std::optional<WebAddress> web_address(std::string_view text);
// `reference` as it stands in a document whose own address is `base`.
std::optional<WebAddress> resolve_address(std::string_view base, std::string_view reference);

// The part of a host that one owner has, by its last labels: "sina.com.cn" of "finance.sina.com.cn". A rule of thumb, good enough to tell
// links within a site from links away from it; not for security.
std::string site_of(std::string_view host);

}  // namespace fengbiao
