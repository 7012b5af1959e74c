#include "serve/service.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/json.h"

namespace fengbiao {

namespace {

constexpr std::size_t kSmallBody = 64u << 10, kDocument = 20u << 20;
constexpr std::chrono::milliseconds kPollParts{20};
constexpr int kLongestWait = 500;  // polls

// "127.0.0.1:8080" -> "127.0.0.1", "[::1]:8080" -> "[::1]"
std::string_view host_name(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, std::min(host.find(']') + 1, host.size()));
  return host.substr(0, host.find(':'));
}

bool is_api(const Target& target) { return !target.segments.empty() && target.segments.front() == "api"; }

// What the route may see of a snapshot.
Snapshot seen_by(const Route& route, const Snapshot& now) {
  Snapshot out;
  out.contents = now.contents;
  if (route.uses(Route::search)) out.search = now.search;
  if (route.uses(Route::series)) out.series = now.series;
  if (route.uses(Route::policies)) out.policies = now.policies;
  if (route.uses(Route::entities)) out.entities = now.entities;
  if (route.uses(Route::findings)) out.findings = now.findings;
  return out;
}

// The address and the state of all that the answer is made of.
std::string key_of(const Snapshot& seen, const std::string& address) {
  return fmt::format("{}.{}.{}.{}.{}.{} {}", seen.contents.number, seen.search.number, seen.series.number, seen.policies.number,
                     seen.entities.number, seen.findings.number, address);
}

std::string_view bearer_of(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() < kScheme.size()) return {};
  for (std::size_t i = 0; i < kScheme.size(); ++i)
    if ((authorization[i] | 0x20) != (kScheme[i] | 0x20)) return {};
  return authorization.substr(kScheme.size());
}

}  // namespace

bool same_secret(std::string_view given, std::string_view wanted) {
  unsigned difference = given.size() == wanted.size() && !wanted.empty() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char other = wanted.empty() ? '\0' : wanted[i % wanted.size()];
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(other);
  }
  return difference == 0;
}

Service::Service(ServiceSettings settings, std::unique_ptr<ApiContext> context)
    : settings_(std::move(settings)), context_(std::move(context)), cache_(settings_.cache_bytes), pages_(WebPages::built_in()) {}

Result<std::unique_ptr<Service>> Service::open(const std::filesystem::path& archive, ServiceSettings settings) {
  settings.api.may_write = !settings.write_token.empty();
  FB_TRY(auto context, ApiContext::open(archive, settings.api, settings.keeping));
  return std::unique_ptr<Service>(new Service(std::move(settings), std::move(context)));
}

const std::vector<std::pair<std::string_view, std::string_view>>& Service::common_headers() const {
  static const std::vector<std::pair<std::string_view, std::string_view>> kHeaders{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
       "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  return kHeaders;
}

std::optional<Problem> Service::refuse_host(const HttpRequest& request) const {
  const std::string_view name = host_name(request.host);
  if (std::ranges::find(settings_.hosts, name) != settings_.hosts.end()) return std::nullopt;
  if (!settings_.loopback && settings_.hosts.empty()) return std::nullopt;
  constexpr std::array<std::string_view, 3> kOwn{"localhost", "127.0.0.1", "[::1]"};
  if (settings_.loopback && std::ranges::find(kOwn, name) != kOwn.end()) return std::nullopt;
  return Problem{421, "wrong-host", "this server is not reached under that name; start it with --host NAME to allow it"};
}

std::optional<Problem> Service::refuse_caller(const HttpRequest& request, Route::Access access) const {
  const std::string_view token = bearer_of(request.authorization);
  if (access == Route::Access::write) {
    if (settings_.write_token.empty())
      return Problem{403, "writing-is-off", "nothing can be written here; start the server with --token-file to allow it"};
    if (!same_secret(token, settings_.write_token)) return Problem{401, "no-token", "expected the token for writing as a bearer token"};
    return std::nullopt;
  }
  const bool only_here = settings_.loopback && settings_.hosts.empty();
  if (settings_.read_token.empty() && (access == Route::Access::read || only_here)) return std::nullopt;
  const bool right = same_secret(token, settings_.read_token) | same_secret(token, settings_.write_token);
  if (right) return std::nullopt;
  if (settings_.read_token.empty() && settings_.write_token.empty())
    return Problem{403, "persons-are-kept",
                   "what is kept of persons is given to others with a token only; start the server with --read-token-file"};
  return Problem{401, "no-token", "expected the token for reading as a bearer token"};
}

Answer Service::health() const {
  const auto state = context_->keeper().state();
  JsonWriter w;
  w.open('{');
  w.field("status", state.trouble.empty() ? "ok" : "stale");
  w.field("generation", context_->keeper().current()->contents->generation.counter);
  w.close('}');
  Answer out = answer_of(w.take() + "\n", kJsonType);
  out.headers.emplace_back("Cache-Control", "no-store");
  return out;
}

Answer Service::measured() const {
  const auto now = context_->keeper().current();
  const auto state = context_->keeper().state();
  const Metrics::Gauges gauges{
      {"fengbiao_archive_generation", "Counter of the archive's transactions.", static_cast<double>(now->contents->generation.counter)},
      {"fengbiao_archive_issues", "Issues in the archive.", static_cast<double>(now->contents->issues.size())},
      {"fengbiao_archive_articles", "Articles in the archive.", static_cast<double>(now->contents->articles.size())},
      {"fengbiao_kept_answers", "Answers kept in memory.", static_cast<double>(cache_.count())},
      {"fengbiao_kept_bytes", "Bytes of answers kept in memory.", static_cast<double>(cache_.bytes())},
      {"fengbiao_refreshes", "Parts of the archive gathered since the start.", static_cast<double>(state.refreshes)},
      {"fengbiao_refresh_failures", "Gatherings that failed.", static_cast<double>(state.failures)},
      {"fengbiao_refresh_seconds", "How long the last gathering took.", state.seconds}};
  Answer out = answer_of(metrics_.text(gauges), "text/plain; version=0.0.4; charset=utf-8");
  out.headers.emplace_back("Cache-Control", "no-store");
  return out;
}

std::size_t Service::body_limit(std::string_view method, std::string_view target) const {
  const auto parsed = parse_target(target);
  if (!parsed) return kSmallBody;
  const auto matched = match_route(api_routes(), method, *parsed);
  return matched && (matched->route->takes_document() || matched->route->long_body) ? kDocument : kSmallBody;
}

Prepared Service::prepare(const HttpRequest& request) {
  Prepared out;
  const auto with = [&](const Problem& problem) {
    out.answer = answer_of(problem);
    out.answer->headers.emplace_back("Cache-Control", "no-store");
    return std::move(out);
  };
  if (const auto refused = refuse_host(request)) return with(*refused);
  auto target = parse_target(request.target);
  if (!target) {
    // A page reads its query itself, whatever stands in it.
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    auto page = parse_target(path.size() > 1 && path.ends_with('/') ? path.substr(0, path.size() - 1) : path);
    if (!page || is_api(*page)) return with(target.error());
    target = std::move(page);
  }
  const bool get = request.method == "GET" || request.method == "HEAD";
  if (!is_api(*target)) {
    if (!get) return with({405, "method-not-allowed", "this address answers GET"});
    if (target->path == "/healthz") {
      out.answer = health();
      return out;
    }
    if (target->path == "/metrics") {
      if (const auto refused = refuse_caller(request, Route::Access::read)) return with(*refused);
      out.answer = measured();
      return out;
    }
    const auto page = pages_.find(target->segments);
    if (!page) return with({404, "not-found", "there is nothing at this address"});
    out.answer = page->for_client(request);
    return out;
  }
  auto matched = match_route(api_routes(), request.method, *target);
  // Who may not read is not told what there is.
  if (const auto refused = refuse_caller(request, matched ? matched->route->access : Route::Access::read)) return with(*refused);
  if (!matched) return with(matched.error());
  out.route = matched->route;
  out.parameters = std::move(matched->parameters);
  // A page of another site must not write or have checked in the name of who looks at it.
  if (!get && !request.origin.empty()) {
    const std::size_t at = request.origin.find("://");
    if (at == std::string::npos || std::string_view(request.origin).substr(at + 3) != request.host)
      return with({403, "other-origin", "a page of another site may not ask this"});
  }
  if (const auto right = check_parameters(*out.route, *target, out.parameters); !right) return with(right.error());
  if (!out.route->kept || !get) return out;
  out.address = target->canonical();
  const Snapshot seen = seen_by(*out.route, *context_->keeper().current());
  if (const auto kept = cache_.get(key_of(seen, out.address))) out.answer = kept->for_client(request);
  return out;
}

Service::Ready Service::ready(const Prepared& prepared) const {
  if (!prepared.route) return Ready::now;
  const auto now = context_->keeper().current();
  const auto missing = [&](Route::Parts part, const auto& there) { return prepared.route->needs(part) && !there; };
  if (missing(Route::series, now->series) || missing(Route::policies, now->policies) || missing(Route::entities, now->entities) ||
      missing(Route::findings, now->findings) || missing(Route::search, now->search))
    return Ready::soon;
  return Ready::now;
}

Answer Service::answer(const HttpRequest& request, const Prepared& prepared) {
  const auto no_store = [](Answer answer) {
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
  };
  if (prepared.answer) return *prepared.answer;
  if (ready(prepared) == Ready::soon) {
    return no_store(answer_of(Problem{503, "still-gathering", "the archive is still being gathered; ask again in a moment", {}, {}, 1}));
  }
  const Snapshot now = seen_by(*prepared.route, *context_->keeper().current());
  const Reply reply = prepared.route->answer({now, prepared.parameters, request, *context_});
  if (!reply) return no_store(answer_of(reply.error()));
  Answer made = *reply;
  made.headers.emplace_back("Cache-Control", prepared.address.empty() ? "no-store" : "no-cache");
  if (prepared.address.empty()) return made;
  const auto kept = std::make_shared<const KeptAnswer>(std::move(made));
  cache_.put(key_of(now, prepared.address), kept);
  return kept->for_client(request);
}

Answer Service::answer(const HttpRequest& request) {
  const Prepared prepared = prepare(request);
  for (int i = 0; i < kLongestWait && !prepared.answer && ready(prepared) == Ready::soon; ++i) std::this_thread::sleep_for(kPollParts);
  return answer(request, prepared);
}

}  // namespace fengbiao
