#include "serve/mcp.h"

#include <array>

#include "base/embedded.h"
#include "serve/mcp_tools.h"

namespace fengbiao {

namespace {

using Json = nlohmann::ordered_json;

// Revisions of the protocol that are spoken, the newest first.
constexpr std::array<std::string_view, 3> kRevisions{"2025-06-18", "2025-03-26", "2024-11-05"};
constexpr int kParseError = -32700, kInvalidRequest = -32600, kNoSuchMethod = -32601, kInvalidParams = -32602;
constexpr std::string_view kInstructions =
    "An archive of Chinese e-commerce bulletins. Every answer names the articles it rests on under `citations`: cite them. Figures keep "
    "their hedges and units as printed under `text`; where reports of a period disagree, give all values with who reported them.";

Json error_of(const Json& id, int code, std::string_view words) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", words}}}};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

McpServer::McpServer(Service& service)
    : service_(service), tools_(Json::parse(embedded_file("serve/mcp.json").value_or("[]"), nullptr, false)) {}

std::string McpServer::too_long() { return written(error_of(nullptr, kParseError, "the message is too long")); }

std::optional<std::string> McpServer::answer(std::string_view line) {
  const Json message = Json::parse(line, nullptr, false);
  if (message.is_discarded()) return written(error_of(nullptr, kParseError, "expected a JSON-RPC message on one line"));
  if (!message.is_array()) {
    const auto out = answer_one(message);
    return out ? std::optional(written(*out)) : std::nullopt;
  }
  // Several at once, as one of the older revisions allows.
  Json answers = Json::array();
  for (const Json& one : message)
    if (auto out = answer_one(one)) answers.push_back(std::move(*out));
  if (message.empty()) return written(error_of(nullptr, kInvalidRequest, "expected a message"));
  return answers.empty() ? std::nullopt : std::optional(written(answers));
}

std::optional<Json> McpServer::answer_one(const Json& message) {
  const Json id = message.is_object() && message.contains("id") ? message["id"] : Json();
  const bool has_id = id.is_string() || id.is_number_integer();
  if (!message.is_object() || message.value("jsonrpc", Json()) != "2.0" || !message.contains("method") || !message["method"].is_string()) {
    // An answer to something that was never asked.
    if (message.is_object() && has_id && (message.contains("result") || message.contains("error"))) return std::nullopt;
    return error_of(has_id ? id : Json(), kInvalidRequest, "expected jsonrpc \"2.0\" and a method");
  }
  if (!message.contains("id")) return std::nullopt;
  if (!has_id) return error_of(nullptr, kInvalidRequest, "expected a text or a whole number as id");
  const std::string& method = message["method"].get_ref<const std::string&>();
  const Json params = message.value("params", Json::object());
  const auto result = [&](Json value) { return Json{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(value)}}; };
  if (method == "ping") return result(Json::object());
  if (method == "initialize") return result(initialize(params));
  if (method == "tools/list") return result({{"tools", tools_}});
  if (method == "tools/call") {
    const bool named = params.is_object() && params.contains("name") && params["name"].is_string();
    bool known = false;
    for (const Json& tool : tools_) known = known || (named && tool["name"] == params["name"]);
    if (!known) return error_of(id, kInvalidParams, "no such tool; tools/list names them");
    return result(call(params));
  }
  return error_of(id, kNoSuchMethod, "no such method");
}

Json McpServer::initialize(const Json& params) const {
  std::string_view revision = kRevisions.front();
  if (params.is_object() && params.contains("protocolVersion"))
    for (const std::string_view known : kRevisions)
      if (params["protocolVersion"] == known) revision = known;
  const ApiSettings& settings = service_.context().settings();
  return {{"protocolVersion", revision},
          {"capabilities", {{"tools", {{"listChanged", false}}}}},
          {"serverInfo", {{"name", "fengbiao"}, {"title", "Fengbiao"}, {"version", settings.version}}},
          {"instructions", kInstructions}};
}

Json McpServer::call(const Json& params) {
  const Json arguments = params.value("arguments", Json::object());
  const std::string& name = params["name"].get_ref<const std::string&>();
  const auto made = call_tool(service_, name, arguments);
  if (!made) return {{"content", Json::array({{{"type", "text"}, {"text", made.error()}}})}, {"isError", true}};
  return {{"content", Json::array({{{"type", "text"}, {"text", written(*made)}}})}, {"structuredContent", *made}, {"isError", false}};
}

}  // namespace fengbiao
