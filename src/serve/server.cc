#include "serve/server.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <charconv>
#include <list>
#include <thread>

namespace fengbiao {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace {

using Code = boost::system::error_code;
using Steady = std::chrono::steady_clock;

constexpr std::uint32_t kHeaderLimit = 16u << 10;
constexpr std::size_t kReadAhead = 32u << 10, kSlowestBytesPerSecond = 32u << 10;
constexpr std::chrono::milliseconds kPoll{20}, kAfterAcceptFailed{50};
constexpr int kBacklog = 4096;

auto awaited(Code& code) { return asio::redirect_error(asio::use_awaitable, code); }

// Files of this process: as many as the system lets it have. What is needed besides connections is kept free.
std::size_t connections_allowed(std::size_t wanted) {
  constexpr std::size_t kOthers = 128;
  struct rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::min<std::size_t>(wanted, 512);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, std::max<rlim_t>(limit.rlim_cur, wanted + kOthers));
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return std::min<std::size_t>(wanted, limit.rlim_cur > 2 * kOthers ? limit.rlim_cur - kOthers : kOthers);
}

std::string date_line() {
  thread_local std::time_t made_at = 0;
  thread_local std::string line;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    made_at = now;
    line = fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", fmt::gmtime(now));
  }
  return line;
}

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
  beast::tcp_stream stream;
  std::list<Connection*>::iterator place;  // among the waiting ones
  bool waiting = false;                    // for a request
};

// One thread's share: its connections, those that wait for a request with the longest first.
struct Loop {
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
  std::list<Connection*> waiting;
  std::list<Connection*> all;
};

}  // namespace

struct Server::State {
  State(Service& s, const ServerSettings& given)
      : service(s),
        settings(given),
        workers(std::max(2U, std::thread::hardware_concurrency())),
        checkers(std::max(1U, given.check_threads)),
        most(connections_allowed(given.most_connections)) {}

  Service& service;
  const ServerSettings settings;
  std::vector<std::unique_ptr<Loop>> loops;
  std::vector<std::thread> threads;
  asio::thread_pool workers, checkers;
  const std::size_t most;
  std::unique_ptr<tcp::acceptor> acceptor;
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> waiting_work{0}, waiting_checks{0};
  std::atomic<std::size_t> next{0};
  std::uint16_t port = 0;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(Loop& loop, std::shared_ptr<Connection> connection);
  asio::awaitable<void> converse(Loop& loop, Connection& connection);
  asio::awaitable<std::shared_ptr<const Answer>> answer(Loop& loop, HttpRequest request);
  asio::awaitable<void> let_go(Connection& connection);
  asio::awaitable<std::optional<Answer>> worked(Loop& loop, bool check, std::function<Answer()> work);
  asio::awaitable<bool> send(Connection& connection, std::shared_ptr<const Answer> answer, bool head, bool keep_alive);
  void make_room(Loop& loop);
  void wait_for_request(Loop& loop, Connection& connection);
  void has_request(Loop& loop, Connection& connection);
};

void Server::State::wait_for_request(Loop& loop, Connection& c) {
  if (c.waiting) return;
  c.place = loop.waiting.insert(loop.waiting.end(), &c);
  c.waiting = true;
}

void Server::State::has_request(Loop& loop, Connection& c) {
  if (!c.waiting) return;
  loop.waiting.erase(c.place);
  c.waiting = false;
}

void Server::State::make_room(Loop& loop) {
  if (static_cast<std::size_t>(service.metrics().connections.load()) <= most || loop.waiting.empty()) return;
  Connection& oldest = *loop.waiting.front();
  has_request(loop, oldest);
  Code ignored;
  oldest.stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  oldest.stream.cancel();
  ++service.metrics().closed_to_make_room;
}

asio::awaitable<void> Server::State::accept() {
  Code code;
  while (acceptor->is_open()) {
    Loop& loop = *loops[next++ % loops.size()];
    tcp::socket socket(loop.context);
    co_await acceptor->async_accept(socket, awaited(code));
    if (stopping || code == asio::error::operation_aborted) co_return;
    if (code) {  // no file left to open it with
      asio::steady_timer timer(co_await asio::this_coro::executor, kAfterAcceptFailed);
      co_await timer.async_wait(awaited(code));
      continue;
    }
    ++service.metrics().accepted;
    ++service.metrics().connections;
    auto connection = std::make_shared<Connection>(std::move(socket));
    asio::co_spawn(loop.context, serve(loop, connection), asio::detached);
  }
}

asio::awaitable<void> Server::State::serve(Loop& loop, std::shared_ptr<Connection> connection) {
  loop.all.push_back(connection.get());
  const auto place = std::prev(loop.all.end());
  make_room(loop);
  Code ignored;
  connection->stream.socket().set_option(tcp::no_delay(true), ignored);
  try {
    co_await converse(loop, *connection);
  } catch (const std::exception&) {  // of a library: no memory left for this one
  }
  has_request(loop, *connection);
  loop.all.erase(place);
  connection->stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  connection->stream.close();
  --service.metrics().connections;
}

asio::awaitable<bool> Server::State::send(Connection& c, std::shared_ptr<const Answer> sent, bool head, bool keep_alive) {
  const Answer& answer = *sent;
  std::string top = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, reason_of(answer.status));
  top += date_line();
  for (const auto& [name, value] : service.common_headers()) top.append(name).append(": ").append(value).append("\r\n");
  for (const auto& [name, value] : answer.headers) top.append(name).append(": ").append(value).append("\r\n");
  if (!answer.type.empty()) top.append("Content-Type: ").append(answer.type).append("\r\n");
  const std::size_t size = answer.body ? answer.body->size() : 0;
  if (answer.status != 304 && answer.status != 204) top += fmt::format("Content-Length: {}\r\n", size);
  top += keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
  Code code;
  c.stream.expires_after(settings.write_time + std::chrono::seconds(size / kSlowestBytesPerSecond));
  if (head || size == 0) {
    co_await asio::async_write(c.stream, asio::buffer(top), awaited(code));
  } else {
    const std::array<asio::const_buffer, 2> parts{asio::buffer(top), asio::buffer(*answer.body)};
    co_await asio::async_write(c.stream, parts, awaited(code));
  }
  if (code == beast::error::timeout) ++service.metrics().timed_out;
  co_return !code;
}

// Made by another thread; nothing where too many wait or it takes too long. This coroutine's thread alone touches its timer.
asio::awaitable<std::optional<Answer>> Server::State::worked(Loop& loop, bool check, std::function<Answer()> work) {
  struct Job {
    explicit Job(asio::io_context& context) : done(context) {}
    asio::steady_timer done;
    std::function<Answer()> work;
    std::optional<Answer> answer;
    std::atomic<bool> given_up{false};
  };
  auto& waiting = check ? waiting_checks : waiting_work;
  if (waiting.fetch_add(1) >= (check ? settings.most_checks_waiting : settings.most_waiting)) {
    --waiting;
    ++service.metrics().refused_busy;
    std::optional<Answer> busy = answer_of(Problem{503, "too-busy", "too many requests wait; ask again in a moment", {}, {}, 1});
    co_return busy;
  }
  const auto job = std::make_shared<Job>(loop.context);
  job->work = std::move(work);
  job->done.expires_after(check ? settings.check_time : settings.answer_time);
  asio::post(check ? checkers : workers, [job, &loop, &waiting] {
    std::optional<Answer> made;
    if (!job->given_up) {
      try {
        made = job->work();
      } catch (const std::exception&) { made = answer_of(Problem{500, "failed", "something went wrong"}); }
    }
    --waiting;
    asio::post(loop.context, [job, made = std::move(made)]() mutable {
      job->answer = std::move(made);
      job->done.cancel();
    });
  });
  Code code;
  co_await job->done.async_wait(awaited(code));
  job->given_up = true;
  co_return job->answer;
}

// Whoever still sends what nobody wants gets the time to read why, before the connection is cut.
asio::awaitable<void> Server::State::let_go(Connection& c) {
  constexpr std::size_t kMostBlocks = 256;
  Code code;
  c.stream.socket().shutdown(tcp::socket::shutdown_send, code);
  c.stream.expires_after(std::chrono::seconds(2));
  std::vector<char> block(64u << 10);
  for (std::size_t i = 0; i < kMostBlocks && !code; ++i) co_await c.stream.async_read_some(asio::buffer(block), awaited(code));
}

asio::awaitable<std::shared_ptr<const Answer>> Server::State::answer(Loop& loop, HttpRequest request) {
  auto prepared = std::make_shared<Prepared>(service.prepare(request));
  if (prepared->answer) co_return std::make_shared<const Answer>(*std::move(prepared->answer));
  const auto until = Steady::now() + settings.header_time;
  while (service.ready(*prepared) == Service::Ready::soon && Steady::now() < until && !stopping) {
    asio::steady_timer timer(loop.context, kPoll);
    Code code;
    co_await timer.async_wait(awaited(code));
  }
  const bool check = prepared->route->name == "check";
  const auto shared = std::make_shared<const HttpRequest>(std::move(request));
  std::function<Answer()> work = [this, shared, prepared] { return service.answer(*shared, *prepared); };
  auto made = co_await worked(loop, check, std::move(work));
  if (!made) made = answer_of(Problem{504, "took-too-long", "this took longer than is allowed here"});
  co_return std::make_shared<const Answer>(*std::move(made));
}

asio::awaitable<void> Server::State::converse(Loop& loop, Connection& c) {
  beast::flat_buffer buffer(kHeaderLimit + kReadAhead);
  bool keep_alive = true;
  while (keep_alive && !stopping) {
    Code code;
    wait_for_request(loop, c);
    if (buffer.size() == 0) {
      c.stream.expires_after(settings.idle_time);
      const std::size_t got = co_await c.stream.async_read_some(buffer.prepare(4096), awaited(code));
      buffer.commit(got);
      if (code) co_return;
    }
    http::request_parser<http::string_body> parser;
    parser.header_limit(kHeaderLimit);
    parser.body_limit(64u << 20);
    c.stream.expires_after(settings.header_time);
    co_await http::async_read_header(c.stream, buffer, parser, awaited(code));
    has_request(loop, c);
    if (code == beast::error::timeout) {
      ++service.metrics().timed_out;
      co_return;
    }
    if (code == http::error::end_of_stream || (code && code.category() != http::make_error_code(http::error::bad_method).category()))
      co_return;
    // GCC 12 is at odds with temporaries inside of co_await: what is handed over has a name.
    std::shared_ptr<const Answer> refusal;
    const auto refuse = [&](unsigned status, std::string_view kind, std::string detail) {
      refusal = std::make_shared<const Answer>(answer_of(Problem{status, kind, std::move(detail)}));
    };
    if (code == http::error::header_limit || code == http::error::buffer_overflow) {
      refuse(431, "header-too-large", "expected at most 16 kB of header");
    } else if (code == http::error::body_limit) {
      refuse(413, "too-large", "the body is larger than is allowed here");
    } else if (code) {
      refuse(400, "bad-request", "this is no HTTP request");
    }
    if (refusal) {
      co_await send(c, refusal, false, false);
      co_return;
    }
    const auto& head = parser.get();
    HttpRequest request;
    const auto text = [&](http::field field) {
      const auto value = head[field];
      return std::string(value.data(), value.size());
    };
    request.method = std::string(head.method_string().data(), head.method_string().size());
    request.target = std::string(head.target().data(), head.target().size());
    request.host = text(http::field::host);
    request.origin = text(http::field::origin);
    request.authorization = text(http::field::authorization);
    request.accept_encoding = text(http::field::accept_encoding);
    request.if_none_match = text(http::field::if_none_match);
    request.content_type = text(http::field::content_type);
    keep_alive = parser.keep_alive();
    if (head.count(http::field::host) > 1 || (head.version() >= 11 && request.host.empty())) {
      refuse(400, "bad-request", "expected one Host");
    } else if (!parser.is_done()) {
      const std::size_t limit = service.body_limit(request.method, request.target);
      const auto length = parser.content_length();
      if (length && *length > limit) {
        refuse(413, "too-large", fmt::format("expected at most {} bytes of body here", limit));
        co_await send(c, refusal, false, false);
        co_await let_go(c);
        co_return;
      }
      parser.body_limit(limit);
      if (text(http::field::expect) == "100-continue") {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(c.stream, asio::buffer(kContinue.data(), kContinue.size()), awaited(code));
        if (code) co_return;
      }
      c.stream.expires_after(settings.body_time);
      co_await http::async_read(c.stream, buffer, parser, awaited(code));
      if (code == http::error::body_limit) {
        refuse(413, "too-large", fmt::format("expected at most {} bytes of body here", limit));
        co_await send(c, refusal, false, false);
        co_await let_go(c);
        co_return;
      }
      if (code) {
        if (code == beast::error::timeout) ++service.metrics().timed_out;
        co_return;
      }
      request.body = std::move(parser.get().body());
    }
    if (refusal) {
      co_await send(c, refusal, false, false);
      co_return;
    }
    const bool is_head = request.method == "HEAD";
    const auto begun = Steady::now();
    c.stream.expires_never();
    const std::shared_ptr<const Answer> made = co_await answer(loop, std::move(request));
    const bool went_out = co_await send(c, made, is_head, keep_alive && !stopping);
    service.metrics().answered(made->status, std::chrono::duration<double>(Steady::now() - begun).count());
    if (!went_out) co_return;
  }
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() { stop(); }
std::uint16_t Server::port() const { return state_->port; }

Result<std::unique_ptr<Server>> Server::start(Service& service, const ServerSettings& settings) {
  auto state = std::make_unique<State>(service, settings);
  const unsigned threads = settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < threads; ++i) state->loops.push_back(std::make_unique<Loop>());
  Code code;
  const std::string shown = fmt::format("{}:{}", settings.address, settings.port);
  const auto address = asio::ip::make_address(settings.address, code);
  if (code) return fail(Cause::invalid_argument, {}, fmt::format("{}: expected an address of this machine", shown));
  state->acceptor = std::make_unique<tcp::acceptor>(state->loops.front()->context);
  const tcp::endpoint endpoint(address, settings.port);
  tcp::acceptor& acceptor = *state->acceptor;
  acceptor.open(endpoint.protocol(), code);
  if (!code) acceptor.set_option(tcp::acceptor::reuse_address(true), code);
  if (!code) acceptor.bind(endpoint, code);
  if (!code) acceptor.listen(kBacklog, code);
  if (code) {
    return fail(code == asio::error::address_in_use ? Cause::conflict : Cause::invalid_argument, {},
                fmt::format("cannot listen on {}: {}", shown, code.message()), "--listen names another address or port");
  }
  state->port = acceptor.local_endpoint().port();
  asio::co_spawn(state->loops.front()->context, state->accept(), asio::detached);
  for (const auto& loop : state->loops) state->threads.emplace_back([&context = loop->context] { context.run(); });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

void Server::stop() {
  State& s = *state_;
  if (s.threads.empty()) return;
  s.stopping = true;
  asio::post(s.loops.front()->context, [&s] {
    Code ignored;
    s.acceptor->close(ignored);
  });
  for (const auto& loop : s.loops) {
    asio::post(loop->context, [&l = *loop] {
      for (Connection* c : l.waiting) c->stream.cancel();
    });
  }
  const auto until = Steady::now() + s.settings.stop_time;
  while (s.service.metrics().connections > 0 && Steady::now() < until) std::this_thread::sleep_for(kPoll);
  for (const auto& loop : s.loops) {
    loop->work.reset();
    loop->context.stop();
  }
  for (std::thread& thread : s.threads) thread.join();
  s.threads.clear();
  s.workers.stop();
  s.checkers.stop();
  s.workers.join();
  s.checkers.join();
}

Result<ListenAddress> listen_address(std::string_view text) {
  const auto wrong = [&] {
    return fail(Cause::invalid_argument, {},
                fmt::format("'{}': expected an address and a port, such as 127.0.0.1:8080 or [::1]:8080", text));
  };
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return wrong();
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  ListenAddress out;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
  if (failed != std::errc() || end != digits.data() + digits.size()) return wrong();
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  out.address = host.empty() ? "0.0.0.0" : host == "localhost" ? "127.0.0.1" : std::string(host);
  Code code;
  const auto address = asio::ip::make_address(out.address, code);
  if (code) return wrong();
  out.loopback = address.is_loopback();
  return out;
}

}  // namespace fengbiao
