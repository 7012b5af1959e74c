// What a client asks and what it gets, without sockets: the server reads the one and writes the other, the service makes the answer.
//
//   Request{"GET", "/api/v1/issues?limit=2", ...}  ->  Answer{200, "application/json", body}
//
// Tested by service_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fengbiao {

struct HttpRequest {
  std::string method, target;  // as sent: "/api/v1/articles?limit=2"
  std::string host, origin, authorization, accept_encoding, if_none_match, content_type;
  std::string body;
};

struct Answer {
  unsigned status = 200;
  std::string type;  // media type with its charset; empty: no body
  std::shared_ptr<const std::string> body;
  std::vector<std::pair<std::string_view, std::string>> headers;  // further ones; names live as long as the program
};

inline constexpr std::string_view kJsonType = "application/json", kProblemType = "application/problem+json",
                                  kCsvType = "text/csv; charset=utf-8; header=present", kTextType = "text/plain; charset=utf-8";

std::string_view reason_of(unsigned status);  // "Not Found"

inline Answer answer_of(std::string body, std::string_view type, unsigned status = 200) {
  return {status, std::string(type), std::make_shared<const std::string>(std::move(body)), {}};
}

}  // namespace fengbiao
