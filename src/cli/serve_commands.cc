// serve: the web application and the API of an archive. Tested by tests/e2e/serve.py.
#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "base/disk.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "serve/server.h"

namespace fengbiao {
namespace {

constexpr std::size_t kShortestToken = 16, kLongestToken = 4096;
constexpr std::chrono::milliseconds kPoll{50};

// The first line of the file that a flag names; empty where it was not given.
Result<std::string> token_of(const Call& call, std::string_view flag) {
  const auto file = call.text(flag);
  if (!file) return std::string();
  FB_TRY(std::string token, read_file(*file, kLongestToken));
  token = token.substr(0, token.find_first_of("\r\n"));
  if (token.size() < kShortestToken || token.find_first_of(" \t") != std::string::npos) {
    return fail(Cause::invalid_argument, {*file, 1, 0},
                fmt::format("expected a token of at least {} characters without blanks", kShortestToken),
                "`openssl rand -hex 32` makes one");
  }
  return token;
}

}  // namespace

Result<int> run_serve(const Session& session) {
  const Call& call = session.call;
  ServiceSettings service_settings;
  service_settings.api.version = FENGBIAO_VERSION;
  FB_TRY(service_settings.api.read, session.read_options());
  FB_TRY(service_settings.read_token, token_of(call, "read-token-file"));
  FB_TRY(service_settings.write_token, token_of(call, "token-file"));
  service_settings.api.desk = call.has("desk");
  if (service_settings.api.desk && service_settings.write_token.empty())
    return fail(Cause::invalid_argument, {"fengbiao serve"}, "--desk needs --token-file: only who has the token sees and changes drafts",
                "`openssl rand -hex 32 > token` makes one");
  service_settings.hosts = call.all("host");
  service_settings.cache_bytes = static_cast<std::size_t>(call.number("cache", 256)) << 20;
  auto listen = listen_address(call.text("listen").value_or("127.0.0.1:8080"));
  if (!listen) {
    listen.error().place.file = "--listen";
    return std::unexpected(std::move(listen.error()));
  }
  service_settings.loopback = listen->loopback;
  ServerSettings settings;
  settings.address = listen->address;
  settings.port = listen->port;
  settings.threads = static_cast<unsigned>(call.number("threads", 0));
  settings.most_connections = static_cast<std::size_t>(std::max(1, call.number("connections", 4096)));

  FB_TRY(const auto service, Service::open(call.argument("ARCHIVE"), std::move(service_settings)));
  watch_interrupts("\nfinishing what is being answered; once more ends at once\n");
  FB_TRY(const auto server, Server::start(*service, settings));
  const std::string shown = listen->address.find(':') == std::string::npos ? listen->address : fmt::format("[{}]", listen->address);
  if (!call.has("quiet")) {
    session.screen.print(fmt::format("http://{}:{}/\n", shown, server->port()));
    session.screen.flush();
    if (!listen->loopback && !call.has("read-token-file"))
      session.screen.say(
          "warning: other machines can read the archive; --read-token-file asks for a token, --listen 127.0.0.1:8080 keeps it here");
  }
  const auto begun = std::chrono::steady_clock::now();
  const int most = call.number("stop-after", 0);
  while (!interrupted() && (most == 0 || std::chrono::steady_clock::now() - begun < std::chrono::seconds(most)))
    std::this_thread::sleep_for(kPoll);
  server->stop();
  return kFound;
}

}  // namespace fengbiao
