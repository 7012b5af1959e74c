#include "serve/mcp.h"

#include <gtest/gtest.h>

#include "serve/sample_service.h"

namespace fengbiao {
namespace {

class Mcp : public ::testing::Test {
 protected:
  nlohmann::json ask(const std::string& line) { return nlohmann::json::parse(mcp_.answer(line).value()); }
  SampleService sample_;
  McpServer mcp_{sample_.service()};
};

TEST_F(Mcp, AgreesOnARevision) {
  const auto of = [&](const std::string& version) {
    return ask(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":")" + version +
               R"("}})")["result"]["protocolVersion"];
  };
  EXPECT_EQ(of("2025-06-18"), "2025-06-18");
  EXPECT_EQ(of("2024-11-05"), "2024-11-05");
  EXPECT_EQ(of("1999-01-01"), "2025-06-18");
}

TEST_F(Mcp, RefusesInTheWordsOfJsonRpc) {
  EXPECT_EQ(ask("{")["error"]["code"], -32700);
  EXPECT_EQ(ask("[]")["error"]["code"], -32600);
  EXPECT_EQ(ask("3")["error"]["code"], -32600);
  EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":null,"method":"ping"})")["error"]["code"], -32600);
  EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})")["error"]["code"], -32601);
  EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}})")["error"]["code"], -32602);
  EXPECT_FALSE(mcp_.answer(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"));
  EXPECT_FALSE(mcp_.answer(R"({"jsonrpc":"2.0","id":7,"result":{}})"));
  EXPECT_EQ(ask(R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"}])").size(), 1U);
}

TEST_F(Mcp, AnswersCarryTheirCitations) {
  const auto answer =
      ask(R"({"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"observations","arguments":{"limit":1}}})")["result"];
  EXPECT_EQ(answer["isError"], false);
  const auto& made = answer["structuredContent"];
  EXPECT_EQ(made["citations"][0]["article"], made["items"][0]["article"]);
  EXPECT_EQ(nlohmann::json::parse(answer["content"][0]["text"].get<std::string>()), made);
}

TEST_F(Mcp, WrongArgumentsAreTold) {
  for (const char* arguments : {R"({"limit":1000})", R"({"limit":[]})", R"({"period":"someday"})", "[]"}) {
    const auto answer = ask(std::string(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"observations","arguments":)") +
                            arguments + "}}")["result"];
    EXPECT_EQ(answer["isError"], true) << arguments;
  }
}

}  // namespace
}  // namespace fengbiao
