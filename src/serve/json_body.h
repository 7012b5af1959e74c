// A JSON object that a client sent, key by key: what is missing, of another kind or too long is told by its name.
//
//   FB_BODY(const nlohmann::json body, body_of(ask, {"by", "why"}));
//   FB_BODY(const std::string by, text_of(body, "by"));
//
// Tested by tests/e2e/serve_openapi.py and tests/e2e/serve_desk.py.
#pragma once

#include <cstddef>
#include <expected>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "serve/route.h"

namespace fengbiao {

inline constexpr std::size_t kLongestText = 2000;  // bytes

std::unexpected<Problem> wrong_body(std::string_view key, std::string expected);
// With no other keys than these.
std::expected<nlohmann::json, Problem> body_of(const Ask& ask, std::initializer_list<std::string_view> keys);
// `needed`: it must be there and say something; otherwise it is empty where it is left out.
std::expected<std::string, Problem> text_of(const nlohmann::json& body, const char* key, bool needed = true,
                                            std::size_t longest = kLongestText);
std::expected<bool, Problem> flag_of(const nlohmann::json& body, const char* key);
// A whole number from 0 on; `otherwise` where it is left out.
std::expected<std::int64_t, Problem> number_of(const nlohmann::json& body, const char* key, std::int64_t otherwise);

// Now, in UTC: 2026-11-28T08:00:00Z.
std::string moment();

}  // namespace fengbiao

#define FB_BODY_(tmp, decl, ...)                            \
  auto tmp = (__VA_ARGS__);                                 \
  if (!tmp) return std::unexpected(std::move(tmp.error())); \
  decl = std::move(*tmp)
#define FB_BODY(decl, ...) FB_BODY_(FB_CONCAT(fb_body_, __LINE__), decl, __VA_ARGS__)
