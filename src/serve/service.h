// A request to its answer, without sockets: who may ask, which route it is, whether its parameters are right, whether the answer is at
// hand already.
//
//   auto service = *Service::open("ec.fb", settings);
//   Prepared p = service->prepare(request);
//   if (p.answer) send(*p.answer); else send(service->answer(request, p));       the second may take a while: on another thread
//
// Every answer has the headers that keep a browser from doing more with it than it should. Tested by service_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/api_context.h"
#include "serve/body_cache.h"
#include "serve/metrics.h"
#include "serve/route.h"
#include "serve/web_pages.h"

namespace fengbiao {

struct ServiceSettings {
  ApiSettings api{};
  KeeperOptions keeping{};
  std::string read_token{}, write_token{};  // empty: none is asked for; nobody may write
  bool loopback = true;                     // only names of this machine may be asked for (against DNS rebinding)
  std::vector<std::string> hosts{};         // further names under which the server is reached
  std::size_t cache_bytes = 256u << 20;
};

struct Prepared {
  std::optional<Answer> answer;  // at once; else:
  const Route* route = nullptr;
  Parameters parameters;
  std::string address;  // with the state of what it is made of, under which it is kept; empty: it is not
};

class Service {
 public:
  static Result<std::unique_ptr<Service>> open(const std::filesystem::path& archive, ServiceSettings settings);

  [[nodiscard]] Prepared prepare(const HttpRequest& request);
  // Whether what the route needs has been gathered.
  enum class Ready : std::uint8_t { now, soon };
  [[nodiscard]] Ready ready(const Prepared& prepared) const;
  [[nodiscard]] Answer answer(const HttpRequest& request, const Prepared& prepared);
  // Both, waiting where needed. For programs and tests.
  [[nodiscard]] Answer answer(const HttpRequest& request);

  // How large a body may be at this address.
  [[nodiscard]] std::size_t body_limit(std::string_view method, std::string_view target) const;
  [[nodiscard]] ApiContext& context() { return *context_; }
  [[nodiscard]] Metrics& metrics() { return metrics_; }
  [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& common_headers() const;

 private:
  Service(ServiceSettings settings, std::unique_ptr<ApiContext> context);
  [[nodiscard]] std::optional<Problem> refuse_host(const HttpRequest& request) const;
  [[nodiscard]] std::optional<Problem> refuse_caller(const HttpRequest& request, Route::Access access) const;
  [[nodiscard]] Answer health() const;
  [[nodiscard]] Answer measured() const;

  const ServiceSettings settings_;
  std::unique_ptr<ApiContext> context_;
  BodyCache cache_;
  WebPages pages_;
  Metrics metrics_;
};

// Takes the same time whatever the two have in common.
bool same_secret(std::string_view given, std::string_view wanted);

}  // namespace fengbiao
