#include "collect/visitor.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <thread>

#include "collect/moment.h"

namespace fengbiao {
namespace {

constexpr std::chrono::seconds kLongestDelay{60};
constexpr std::int64_t kLongestPause = 7 * 86'400, kUsualPause = 15 * 60;
constexpr int kRobotsRedirects = 5;

bool is_redirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

// Retry-After: seconds or a date.
std::optional<std::int64_t> retry_at(const std::string& text, std::int64_t now) {
  if (text.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error == std::errc() && end == text.data() + text.size()) return now + std::clamp<std::int64_t>(seconds, 0, kLongestPause);
  const auto moment = moment_seconds(text);
  if (!moment) return std::nullopt;
  return std::clamp(*moment, now, now + kLongestPause);
}

std::string status_words(int status) {
  switch (status) {
    case 401: return "the host wants a password (401)";
    case 402: return "the host wants payment (402)";
    case 403: return "the host does not permit it (403)";
    case 404: return "there is no such page (404)";
    case 410: return "the page is gone for good (410)";
    case 429: return "the host says that it was asked too often (429)";
    case 451: return "withheld for legal reasons (451)";
    case 503: return "the host is not available at present (503)";
    default: break;
  }
  if (status >= 500) return fmt::format("an error of the host ({})", status);
  return fmt::format("an answer that is no page ({})", status);
}

}  // namespace

Clock Clock::real() {
  return {
      .now = [] { return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count(); },
      .ticks = [] { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); },
      .wait = [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }};
}

Result<WebAnswer> Visitor::ask(const WebAddress& address, const WebRequest& request) {
  Host& host = hosts_[address.origin];
  const auto asked = std::chrono::seconds(host.robots ? host.robots->delay() : 0);
  const auto delay = std::max<std::chrono::milliseconds>(rules_.delay, std::min(asked, kLongestDelay));
  if (host.asked) {
    const auto since = clock_.ticks() - *host.asked;
    if (since < delay) clock_.wait(delay - since);
  }
  Result<WebAnswer> answer = web_.get(request);
  host.asked = clock_.ticks();
  return answer;
}

const Robots& Visitor::robots_of(const WebAddress& address) {
  if (Host& host = hosts_[address.origin]; host.robots) return *host.robots;
  FetchRecord record{.at = moment_text(clock_.now()), .url = address.origin + "/robots.txt"};
  std::optional<WebAddress> at = web_address(record.url);
  std::optional<Robots> found;
  std::string trouble;
  for (int hops = 0; at && !found && trouble.empty(); ++hops) {
    const Result<WebAnswer> answer = ask(*at, {.url = at->text, .limit = 4ull << 20});
    record.final_url = at->text;
    if (!answer) {
      trouble = answer.error().what;
      break;
    }
    record.status = answer->status;
    record.bytes = answer->bytes;
    if (is_redirect(answer->status) && hops < kRobotsRedirects) {
      at = resolve_address(at->text, answer->location);
    } else if (answer->status == 200) {
      found = Robots::parse(answer->body);
    } else if (answer->status >= 500 || answer->status == 429) {
      trouble = status_words(answer->status);
    } else {
      found = Robots::allow_all();
    }
  }
  record.outcome = trouble.empty() ? "fetched" : "failed";
  record.what = trouble;
  Host& host = hosts_[address.origin];
  host.robots_trouble = trouble;
  host.robots = !trouble.empty() ? Robots::allow_none() : found.value_or(Robots::allow_all());
  on_record(std::move(record));
  return *host.robots;
}

Result<void> Visitor::permitted(const WebAddress& address) {
  if (const std::int64_t until = hosts_[address.origin].closed_until; until > clock_.now())
    return fail(Cause::busy, {address.text}, fmt::format("not asked: the host asked for a pause until {}", moment_text(until)));
  if (robots_of(address).allows(address.path)) return {};
  const std::string& trouble = hosts_[address.origin].robots_trouble;
  if (!trouble.empty())
    return fail(Cause::unreadable, {address.text}, fmt::format("not asked: robots.txt of {} could not be had: {}", address.host, trouble));
  return fail(Cause::locked, {address.text}, fmt::format("not asked: robots.txt of {} does not permit this path", address.host));
}

Result<WebAnswer> Visitor::follow(const WebAddress& from, WebRequest request, Visit& visit) {
  WebAddress at = from;
  std::set<std::string> seen;
  bool for_good = true;
  for (int hops = 0;; ++hops) {
    visit.final_url = at.text;
    if (!seen.insert(at.text).second)
      return fail(Cause::malformed, {from.text}, fmt::format("redirects that run in a circle, over {}", at.text));
    FB_CHECK(permitted(at));
    request.url = at.text;
    FB_TRY(WebAnswer answer, ask(at, request));
    visit.record.status = answer.status;
    visit.record.bytes += answer.bytes;
    if (is_redirect(answer.status)) {
      if (hops >= rules_.redirects) return fail(Cause::malformed, {from.text}, fmt::format("more than {} redirects", rules_.redirects));
      const auto next = answer.location.empty() ? std::nullopt : resolve_address(at.text, answer.location);
      if (!next)
        return fail(Cause::malformed, {from.text},
                    fmt::format("a redirect ({}) to no address of the web: \"{}\"", answer.status, answer.location.substr(0, 200)));
      for_good = for_good && (answer.status == 301 || answer.status == 308);
      at = *next;
      continue;
    }
    if (hops > 0 && for_good) visit.moved_to = at.text;
    if (answer.status == 200 || answer.status == 304) return answer;
    if (answer.status == 429 || answer.status == 503) {
      const std::int64_t now = clock_.now(), until = retry_at(answer.retry_after, now).value_or(now + kUsualPause);
      visit.not_before = hosts_[at.origin].closed_until = until;
      return fail(Cause::busy, {from.text}, fmt::format("{}; not asked again before {}", status_words(answer.status), moment_text(until)));
    }
    return fail(answer.status == 404 || answer.status == 410 ? Cause::not_found : Cause::unreadable, {from.text},
                status_words(answer.status));
  }
}

Visit Visitor::visit(WebRequest request) {
  Visit out;
  out.record.at = moment_text(clock_.now());
  out.record.url = request.url;
  const auto address = web_address(request.url);
  if (!address) out.answer = fail(Cause::invalid_argument, {request.url}, "no address of the web");
  else out.answer = follow(*address, std::move(request), out);
  out.record.final_url = out.final_url;
  if (out.answer) {
    out.record.outcome = out.answer->status == 304 ? "unchanged" : "fetched";
  } else {
    const Error& error = out.answer.error();
    out.record.outcome = error.what.starts_with("not asked") ? "refused" : "failed";
    out.record.what = error.what;
  }
  return out;
}

}  // namespace fengbiao
