#include "collect/web_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace fengbiao {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::optional<std::string> part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return std::nullopt;
  std::string out(text);
  curl_free(text);
  return out;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Blanks around and line ends inside go, as browsers do it; bytes that no address has become escapes; so does what is not ASCII.
std::string cleaned(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (byte < ' ' || byte == 0x7F) return {};
    if (byte == ' ' || c == '"' || c == '<' || c == '>' || byte >= 0x80) {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

bool only_tells_the_way(std::string_view parameter) {
  static constexpr std::array<std::string_view, 8> kNames{"spm",         "fbclid",   "gclid",    "share_token", "isappinstalled",
                                                          "from_source", "wt.mc_id", "_refluxos"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::ranges::find(kNames, name) != kNames.end();
}

std::string without_way(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    if (const auto parameter = query.substr(0, end); !only_tells_the_way(parameter)) {
      if (!out.empty()) out += '&';
      out += parameter;
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

std::optional<WebAddress> finished(const Url& url) {
  const auto scheme = part(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  if (part(url, CURLUPART_USER) || part(url, CURLUPART_PASSWORD)) return std::nullopt;
  auto host = part(url, CURLUPART_HOST);
  if (!host || host->empty() || host->find('%') != host->npos) return std::nullopt;
  std::ranges::transform(*host, host->begin(), lower);
  const auto port = part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  WebAddress out;
  out.origin = *scheme + "://" + *host + (port ? ":" + *port : "");
  out.host = std::move(*host);
  out.path = part(url, CURLUPART_PATH).value_or("/");
  if (out.path.empty() || out.path[0] != '/') out.path.insert(0, "/");
  if (const auto query = part(url, CURLUPART_QUERY)) {
    if (const std::string kept = without_way(*query); !kept.empty()) out.path += "?" + kept;
  }
  out.text = out.origin + out.path;
  if (out.text.size() > kLongestAddress) return std::nullopt;
  return out;
}

}  // namespace

std::optional<WebAddress> web_address(std::string_view text) { return resolve_address({}, text); }

std::optional<WebAddress> resolve_address(std::string_view base, std::string_view reference) {
  if (reference.size() > kLongestAddress) return std::nullopt;
  const std::string whole = cleaned(reference);
  const Url url(curl_url());
  if (!url || whole.empty()) return std::nullopt;
  if (!base.empty() && curl_url_set(url.get(), CURLUPART_URL, std::string(base).c_str(), 0) != CURLUE_OK) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_URL, whole.c_str(), 0) != CURLUE_OK) return std::nullopt;
  return finished(url);
}

std::string site_of(std::string_view host) {
  if (host.starts_with('[') || host.find_first_not_of("0123456789.") == host.npos) return std::string(host);
  std::vector<std::size_t> dots;
  for (std::size_t i = 0; i < host.size(); ++i)
    if (host[i] == '.') dots.push_back(i);
  if (dots.size() < 2) return std::string(host);
  // com.cn, gov.cn, co.uk: a short label before a country's.
  const std::size_t last = dots.back(), before = dots[dots.size() - 2];
  const bool country_pair = host.size() - last - 1 == 2 && last - before - 1 <= 3;
  if (!country_pair) return std::string(host.substr(before + 1));
  return std::string(dots.size() < 3 ? host : host.substr(dots[dots.size() - 3] + 1));
}

}  // namespace fengbiao
