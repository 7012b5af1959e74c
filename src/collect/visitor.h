// A well-mannered visitor of the web: asks robots.txt of each host first, leaves time between two requests to one host, follows redirects
// one by one under the same rules, and stays away from a host that asked for it. Every request to a host leaves a record.
//
//   Visitor visitor(web, clock, {});   Visit visit = visitor.visit({.url = "https://a.example/rss.xml"});
//   visit.answer ? visit.answer->body : visit.answer.error().what
//
// robots.txt after RFC 9309: not there (4xx) permits all, not to be had (5xx, no connection) permits nothing. Clock and web are parameters.
// Tested through tests/e2e/collect.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "collect/robots.h"
#include "collect/web.h"
#include "collect/web_address.h"

namespace fengbiao {

struct Clock {
  std::function<std::int64_t()> now;                 // seconds since 1970, UTC: what records say
  std::function<std::chrono::milliseconds()> ticks;  // for the time between two requests
  std::function<void(std::chrono::milliseconds)> wait;

  static Clock real();
};

struct FetchRecord {
  std::int64_t number = 0;  // given when it is kept
  std::string at;           // UTC
  std::string feed{};       // for which feed
  std::string url{};        // as asked
  std::string final_url{};  // where redirects led to
  int status = 0;           // of HTTP; 0 where there was no answer
  std::uint64_t bytes = 0;
  std::string outcome{};  // fetched, unchanged, failed, refused
  std::string what{};     // what went wrong, or what is worth saying; a sentence
};

struct VisitRules {
  std::chrono::milliseconds delay{1'000};  // between two requests to one host; robots.txt may ask for more, up to a minute
  int redirects = 8;
};

struct Visit {
  Result<WebAnswer> answer = WebAnswer{};  // status 200 or 304; everything else is an error in words
  std::string final_url;
  std::string moved_to;                      // where every redirect was for good
  std::optional<std::int64_t> not_before{};  // when it may be asked again, where the host said so
  FetchRecord record;                        // not yet given to on_record: the caller may add to it
};

class Visitor {
 public:
  Visitor(Web& web, Clock& clock, VisitRules rules) : web_(web), clock_(clock), rules_(rules) {}

  Visit visit(WebRequest request);
  // Records of robots.txt, as they come.
  std::function<void(FetchRecord)> on_record = [](const FetchRecord&) {};

 private:
  struct Host {
    std::optional<Robots> robots;
    std::string robots_trouble;
    std::optional<std::chrono::milliseconds> asked{};
    std::int64_t closed_until = 0;
  };
  Result<WebAnswer> ask(const WebAddress& address, const WebRequest& request);
  Result<WebAnswer> follow(const WebAddress& from, WebRequest request, Visit& visit);
  const Robots& robots_of(const WebAddress& address);
  Result<void> permitted(const WebAddress& address);

  Web& web_;
  Clock& clock_;
  VisitRules rules_;
  std::map<std::string, Host, std::less<>> hosts_;  // by origin
};

}  // namespace fengbiao
