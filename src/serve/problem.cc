#include "serve/problem.h"

#include <fmt/format.h>

#include "base/json.h"

namespace fengbiao {

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 507: return "Insufficient Storage";
    default: return "Internal Server Error";
  }
}

Answer answer_of(const Problem& problem) {
  JsonWriter w;
  w.open('{');
  w.field("type", fmt::format("urn:fengbiao:problem:{}", problem.kind));
  w.field("title", reason_of(problem.status));
  w.field("status", problem.status);
  w.field("detail", problem.detail);
  if (!problem.parameter.empty()) w.field("parameter", problem.parameter);
  if (!problem.expected.empty()) w.field("expected", problem.expected);
  w.close('}');
  Answer out = answer_of(w.take() + "\n", kProblemType, problem.status);
  if (problem.status == 401) out.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (problem.retry_after > 0) out.headers.emplace_back("Retry-After", fmt::format("{}", problem.retry_after));
  return out;
}

Problem problem_of(const Error& error) {
  const std::string detail = error.advice.empty() ? error.what : fmt::format("{} ({})", error.what, error.advice);
  switch (error.cause) {
    case Cause::invalid_argument: return {400, "invalid-request", detail};
    case Cause::not_found: return {404, "not-found", detail};
    case Cause::conflict: return {409, "conflict", detail};
    case Cause::empty:
    case Cause::not_text:
    case Cause::malformed:
    case Cause::locked:
    case Cause::no_text_layer:
    case Cause::not_a_bulletin: return {422, "unreadable-document", detail};
    case Cause::too_large: return {413, "too-large", detail};
    case Cause::timed_out: return {504, "took-too-long", detail};
    case Cause::tool_missing: return {501, "not-installed", detail};
    case Cause::busy: return {503, "archive-busy", "another process is writing to the archive just now", {}, {}, 1};
    case Cause::disk_full: return {507, "disk-full", "no room is left on the disk of the archive"};
    case Cause::not_writable: return {403, "not-writable", "the archive may only be read here"};
    case Cause::unreadable:
    case Cause::not_an_archive:
    case Cause::newer_format:
    case Cause::damaged: return {503, "archive-unreadable", "the archive cannot be read just now; `fengbiao verify` tells why", {}, {}, 5};
  }
  return {500, "failed", "something went wrong"};
}

}  // namespace fengbiao
