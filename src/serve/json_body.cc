#include "serve/json_body.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace fengbiao {

std::string moment() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::unexpected<Problem> wrong_body(std::string_view key, std::string expected) {
  Problem problem{400, "invalid-body", fmt::format("'{}': expected {}", key, expected)};
  problem.parameter = key;
  problem.expected = std::move(expected);
  return std::unexpected(std::move(problem));
}

std::expected<nlohmann::json, Problem> body_of(const Ask& ask, std::initializer_list<std::string_view> keys) {
  auto body = nlohmann::json::parse(ask.request.body, nullptr, false);
  if (!body.is_object()) return std::unexpected(Problem{400, "invalid-body", "expected a JSON object"});
  for (const auto& [key, value] : body.items())
    if (std::ranges::find(keys, key) == keys.end()) return wrong_body(key.substr(0, 60), "no such key");
  return body;
}

std::expected<std::string, Problem> text_of(const nlohmann::json& body, const char* key, bool needed, std::size_t longest) {
  const auto found = body.find(key);
  if (found == body.end() && !needed) return std::string();
  if (found == body.end() || !found->is_string() || (needed && found->get_ref<const std::string&>().empty()))
    return wrong_body(key, "a text");
  if (found->get_ref<const std::string&>().size() > longest) return wrong_body(key, fmt::format("at most {} bytes", longest));
  return found->get<std::string>();
}

std::expected<bool, Problem> flag_of(const nlohmann::json& body, const char* key) {
  const auto found = body.find(key);
  if (found == body.end()) return false;
  if (!found->is_boolean()) return wrong_body(key, "true or false");
  return found->get<bool>();
}

std::expected<std::int64_t, Problem> number_of(const nlohmann::json& body, const char* key, std::int64_t otherwise) {
  constexpr std::int64_t kHighest = 0x7FFFFFFF;
  const auto found = body.find(key);
  if (found == body.end()) return otherwise;
  if (!found->is_number_unsigned() || found->get<std::uint64_t>() > kHighest) return wrong_body(key, "a whole number from 0 on");
  return found->get<std::int64_t>();
}

}  // namespace fengbiao
