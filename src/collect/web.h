// The web as a parameter: one GET, one answer, no redirect followed. CurlWeb asks the real one, within limits; tests bring their own.
//
//   CurlWeb web({});   Result<WebAnswer> answer = web.get({.url = "https://a.example/rss.xml"});
//
// What it holds to: http and https alone; no connection to an address that is not public (public_address.h), looked at when the socket is
// opened, so that neither a name that points inward nor one that changes its mind gets through; a limit on bytes after unpacking, on time,
// on slowness, on headers; no cookies, no passwords, no proxy (behind one the address could not be looked at). Every failure is a sentence.
// Tested through tests/e2e/collect.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"

namespace fengbiao {

struct WebRequest {
  std::string url;
  std::string etag{}, modified{};     // of what is there already; then 304 is an answer
  std::uint64_t limit = 16ull << 20;  // bytes, unpacked
};

struct WebAnswer {
  int status = 0;
  std::string body{};
  std::string content_type{}, etag{}, modified{}, location{}, retry_after{};
  std::uint64_t bytes = 0;  // of the body as it came, packed
};

class Web {
 public:
  Web() = default;
  Web(const Web&) = delete;
  Web& operator=(const Web&) = delete;
  virtual ~Web() = default;
  // Any status is an answer. Fails with unreadable, timed_out, too_large, malformed.
  virtual Result<WebAnswer> get(const WebRequest& request) = 0;
};

struct WebLimits {
  bool allow_private = false;              // connections to private, loopback and link-local addresses
  std::chrono::milliseconds time{60'000};  // of one request
  std::chrono::milliseconds connect{15'000};
  std::chrono::seconds slow{20};   // below 256 bytes a second for this long
  std::string agent = "fengbiao";  // User-Agent
};

class CurlWeb : public Web {
 public:
  explicit CurlWeb(WebLimits limits);
  ~CurlWeb() override;
  Result<WebAnswer> get(const WebRequest& request) override;

 private:
  struct Handle;
  WebLimits limits_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace fengbiao
