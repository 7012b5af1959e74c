#include "collect/web.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/disk.h"
#include "collect/public_address.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostHeaderBytes = 128 * 1024;
constexpr long kSlowBytes = 256;  // a second

void begin_curl() {
  static const bool begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  (void)begun;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string address_words(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = "an address of another kind";
  if (address.sa_family == AF_INET) inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
  if (address.sa_family == AF_INET6) inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
  return text;
}

// One request on its way.
struct Exchange {
  const WebRequest* request = nullptr;
  const WebLimits* limits = nullptr;
  WebAnswer answer;
  std::size_t header_bytes = 0;
  bool body_too_large = false, headers_too_large = false;
  std::string refused;  // the address that is not public

  void header(std::string_view line) {
    if (line.starts_with("HTTP/")) {  // a new answer: what came before was an interim one
      answer.content_type.clear(), answer.etag.clear(), answer.modified.clear(), answer.location.clear(), answer.retry_after.clear();
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return;
    std::string_view value = line.substr(colon + 1);
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!value.empty() && blank(value.front())) value.remove_prefix(1);
    while (!value.empty() && blank(value.back())) value.remove_suffix(1);
    const std::pair<std::string_view, std::string*> wanted[] = {{"content-type", &answer.content_type},
                                                                {"etag", &answer.etag},
                                                                {"last-modified", &answer.modified},
                                                                {"location", &answer.location},
                                                                {"retry-after", &answer.retry_after}};
    for (const auto& [name, field] : wanted)
      if (std::ranges::equal(line.substr(0, colon), name, {}, lower)) *field = value;
  }
};

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self) {
  auto& exchange = *static_cast<Exchange*>(self);
  exchange.header_bytes += size * count;
  if (exchange.header_bytes > kMostHeaderBytes) {
    exchange.headers_too_large = true;
    return 0;
  }
  exchange.header({data, size * count});
  return size * count;
}

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& exchange = *static_cast<Exchange*>(self);
  if (exchange.answer.body.size() + size * count > exchange.request->limit) {
    exchange.body_too_large = true;
    return 0;
  }
  exchange.answer.body.append(data, size * count);
  return size * count;
}

curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(self);
  if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
  if (!exchange.limits->allow_private && !is_public(address->addr)) {
    exchange.refused = address_words(address->addr);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::unexpected<Error> failure(CURLcode code, const Exchange& e, const char* words) {
  const Place place{e.request->url};
  if (e.body_too_large || code == CURLE_FILESIZE_EXCEEDED)
    return fail(Cause::too_large, place, fmt::format("the answer is larger than {} unpacked", size_in_words(e.request->limit)));
  if (e.headers_too_large) return fail(Cause::too_large, place, "the headers of the answer are larger than 128 KB");
  if (!e.refused.empty() && code == CURLE_COULDNT_CONNECT)
    return fail(Cause::unreadable, place, fmt::format("the address leads to {}, which is not of the public internet", e.refused),
                "--allow-private permits it");
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return fail(Cause::timed_out, place,
                  fmt::format("no whole answer: after {} bytes it took longer than the limit or came too slowly", e.answer.body.size()));
    case CURLE_COULDNT_RESOLVE_HOST: return fail(Cause::unreadable, place, "the name of the host is not known");
    case CURLE_COULDNT_CONNECT: return fail(Cause::unreadable, place, "no connection to the host");
    case CURLE_PARTIAL_FILE: return fail(Cause::malformed, place, "the answer ended before its stated length");
    case CURLE_GOT_NOTHING: return fail(Cause::malformed, place, "the host closed the connection without an answer");
    case CURLE_BAD_CONTENT_ENCODING:
      return fail(Cause::malformed, place, "the answer cannot be unpacked: its content encoding is unknown or broken");
    case CURLE_PEER_FAILED_VERIFICATION: return fail(Cause::unreadable, place, "the certificate of the host does not hold");
    case CURLE_UNSUPPORTED_PROTOCOL: return fail(Cause::invalid_argument, place, "only http and https are fetched");
    default:
      return fail(Cause::malformed, place,
                  fmt::format("the exchange with the host broke off: {}", *words ? words : curl_easy_strerror(code)));
  }
}

}  // namespace

struct CurlWeb::Handle {
  CURL* curl = curl_easy_init();
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { curl_easy_cleanup(curl); }
};

CurlWeb::CurlWeb(WebLimits limits) : limits_(std::move(limits)) {
  begin_curl();
  handle_ = std::make_unique<Handle>();
}
CurlWeb::~CurlWeb() = default;

Result<WebAnswer> CurlWeb::get(const WebRequest& request) {
  CURL* const curl = handle_->curl;
  if (!curl) return fail(Cause::unreadable, {request.url}, "libcurl did not start");
  Exchange exchange;
  exchange.request = &request;
  exchange.limits = &limits_;
  char words[CURL_ERROR_SIZE] = "";
  curl_easy_reset(curl);  // connections and looked-up names stay
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USERAGENT, limits_.agent.c_str());
  set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.time.count()));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits_.slow.count()));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.limit));
  set(CURLOPT_ERRORBUFFER, words);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_HEADERDATA, &exchange);
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_WRITEDATA, &exchange);
  set(CURLOPT_OPENSOCKETFUNCTION, on_socket);
  set(CURLOPT_OPENSOCKETDATA, &exchange);
  curl_slist* headers = nullptr;
  const auto add = [&](const std::string& line) { headers = curl_slist_append(headers, line.c_str()); };
  add("Accept: application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5");
  add("Accept-Language: zh-CN, zh;q=0.9, en;q=0.5");
  if (!request.etag.empty()) add("If-None-Match: " + request.etag);
  if (!request.modified.empty()) add("If-Modified-Since: " + request.modified);
  set(CURLOPT_HTTPHEADER, headers);
  const CURLcode code = curl_easy_perform(curl);
  curl_slist_free_all(headers);
  if (code != CURLE_OK) return failure(code, exchange, words);
  long status = 0;
  curl_off_t bytes = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_SIZE_DOWNLOAD_T, &bytes);
  exchange.answer.status = static_cast<int>(status);
  exchange.answer.bytes = static_cast<std::uint64_t>(std::max<curl_off_t>(bytes, 0));
  return std::move(exchange.answer);
}

}  // namespace fengbiao
