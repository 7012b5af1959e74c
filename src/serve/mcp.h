// The archive for language-model agents: the Model Context Protocol, JSON-RPC messages one a line, answered by the handlers of the API.
//
//   McpServer mcp(*service);
//   mcp.answer(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"article","arguments":{"id":"..."}}})")
//
// The tools, with the schemas of what they take and give, are data/serve/mcp.json. Every answer carries the citations of the articles it
// rests on. Tested by mcp_test.cc, and by an independent client in tests/mcp.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "serve/service.h"

namespace fengbiao {

class McpServer {
 public:
  explicit McpServer(Service& service);

  // Nothing for a notification, which wants no answer. Without the line end.
  std::optional<std::string> answer(std::string_view line);
  // For a message that was too long to be read.
  static std::string too_long();

 private:
  using Json = nlohmann::ordered_json;
  std::optional<Json> answer_one(const Json& message);
  Json initialize(const Json& params) const;
  Json call(const Json& params);

  Service& service_;
  Json tools_;
};

}  // namespace fengbiao
