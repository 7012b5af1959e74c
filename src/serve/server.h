// The HTTP/1.1 server: connections, their limits, and threads that answer. Boost.Asio and Beast behind it (server.cc alone includes them).
//
//   auto server = *Server::start(*service, {.address = "127.0.0.1", .port = 8080});
//   server->port();
//   server->stop();             what is being answered is answered first
//
// A connection is a coroutine. Answers at hand are sent by the thread that read the request; others are made by worker threads, checks of
// documents by few of their own. Clients that send or take too slowly are dropped; where there are more connections than allowed, the one
// that has been idle longest makes room, so that those who open and hold cannot stop answers. Tested by tests/e2e/serve.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "serve/service.h"

namespace fengbiao {

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: a free one
  unsigned threads = 0;       // that read and write; 0: as many as there are cores
  unsigned check_threads = 1;
  std::size_t most_connections = 4096;
  std::size_t most_waiting = 256, most_checks_waiting = 8;  // requests
  std::chrono::seconds header_time{10}, body_time{30}, write_time{30}, idle_time{60}, answer_time{30}, check_time{60}, stop_time{10};
};

class Server {
 public:
  // Fails where the address is no address or is taken.
  static Result<std::unique_ptr<Server>> start(Service& service, const ServerSettings& settings);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();  // stops

  [[nodiscard]] std::uint16_t port() const;
  // Takes no more requests, finishes those at hand (no longer than stop_time), and ends all threads.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" (every address of this machine).
struct ListenAddress {
  std::string address;
  std::uint16_t port = 0;
  bool loopback = true;
};
Result<ListenAddress> listen_address(std::string_view text);

}  // namespace fengbiao
