// mcp: an archive for language-model agents, over standard input and output. Tested by tests/mcp.
#include <algorithm>

#include "base/disk.h"
#include "cli/commands.h"
#include "serve/mcp.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLongestMessage = 32u << 20, kBlock = 64u << 10;

}  // namespace

Result<int> run_mcp(const Session& session) {
  ServiceSettings settings;
  settings.api.version = FENGBIAO_VERSION;
  FB_TRY(settings.api.read, session.read_options());
  FB_TRY(const auto service, Service::open(session.call.argument("ARCHIVE"), std::move(settings)));
  McpServer mcp(*service);
  FB_TRY(ByteStream input, ByteStream::open("-"));
  std::string pending;
  const auto say = [&](const std::string& line) {
    session.screen.print_text(line + "\n", Screen::Kind::json);
    session.screen.flush();
  };
  for (bool more = true; more && !session.screen.closed();) {
    std::size_t seen = pending.size();
    FB_TRY(more, input.read(pending, kBlock));
    std::size_t begin = 0;
    for (std::size_t end = pending.find('\n', seen); end != pending.npos; end = pending.find('\n', begin)) {
      std::string_view line = std::string_view(pending).substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty())
        if (const auto answer = mcp.answer(line)) say(*answer);
      begin = end + 1;
    }
    pending.erase(0, begin);
    if (pending.size() > kLongestMessage) {
      say(McpServer::too_long());
      return kError;
    }
  }
  if (!pending.empty())
    if (const auto answer = mcp.answer(pending)) say(*answer);
  return kFound;
}

}  // namespace fengbiao
