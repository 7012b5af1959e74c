#include "base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace fengbiao {

namespace {

using Clock = std::chrono::steady_clock;

class End {  // one end of a pipe
 public:
  End() = default;
  explicit End(int fd) : fd_(fd) {}
  End(End&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  End& operator=(End&& other) noexcept {
    close();
    fd_ = std::exchange(other.fd_, -1);
    return *this;
  }
  ~End() { close(); }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

struct Pipe {
  End read, write;
};

std::unexpected<Error> cannot_start(const std::string& program, int error) {
  return fail(Cause::unreadable, {program}, "the program cannot be started: " + std::generic_category().message(error));
}
std::unexpected<Error> missing(const std::string& program) {
  return fail(Cause::tool_missing, {}, fmt::format("the program {} is not installed", program), "install it, or add its folder to PATH");
}

// Both ends above the standard descriptors, so that the child's dup2 never meets one of its own sources.
bool open_pipe(Pipe& pipe) {
  std::array<int, 2> fds{};
  if (::pipe2(fds.data(), O_CLOEXEC) != 0) return false;
  const End low_read(fds[0]), low_write(fds[1]);
  pipe.read = End(::fcntl(fds[0], F_DUPFD_CLOEXEC, 3));
  pipe.write = End(::fcntl(fds[1], F_DUPFD_CLOEXEC, 3));
  return pipe.read.is_open() && pipe.write.is_open();
}

void never_wait(const End& end) { ::fcntl(end.get(), F_SETFL, ::fcntl(end.get(), F_GETFL) | O_NONBLOCK); }

bool is_program(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

std::string path_variable() {
  const char* path = std::getenv("PATH");
  return path && *path ? path : "/usr/local/bin:/usr/bin:/bin";
}

std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return is_program(name) ? name : "";
  const std::string path = path_variable();
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    if (end > begin)
      if (std::string candidate = path.substr(begin, end - begin) + "/" + name; is_program(candidate)) return candidate;
    begin = end + 1;
  }
  return "";
}

// A helper that stops reading would end us with SIGPIPE; here the write fails with EPIPE instead.
class NoBrokenPipeSignal {
 public:
  NoBrokenPipeSignal() {
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&only_);
    sigaddset(&only_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &only_, &before_);
  }
  ~NoBrokenPipeSignal() {
    const timespec now{};
    if (!was_pending_)
      while (sigtimedwait(&only_, nullptr, &now) == -1 && errno == EINTR) {}
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoBrokenPipeSignal(const NoBrokenPipeSignal&) = delete;
  NoBrokenPipeSignal& operator=(const NoBrokenPipeSignal&) = delete;

 private:
  sigset_t only_{}, before_{};
  bool was_pending_ = false;
};

// In the child, between fork and exec: system calls only.
[[noreturn]] void become(const char* program, char* const* arguments, char* const* environment, int in, int out, int err, int report,
                         std::uint64_t memory, pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // it must not outlive us
  if (::getppid() != parent) ::_exit(127);
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
  std::signal(SIGPIPE, SIG_DFL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);  // no file of ours is open in the helper
  if (memory > 0) {
    const rlimit limit{memory, memory};
    ::setrlimit(RLIMIT_AS, &limit);
  }
  ::execve(program, arguments, environment);
  const int error = errno;
  [[maybe_unused]] const ssize_t told = ::write(report, &error, sizeof error);
  ::_exit(127);
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

class Helper {  // the running child; its whole group is ended with it
 public:
  explicit Helper(pid_t pid) : pid_(pid) {}
  ~Helper() {
    if (pid_ > 0) end();
  }
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;
  void end() {
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
    pid_ = -1;
  }
  // The exit code, or -1 while it runs.
  int finished() {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) != pid_) return -1;
    ::kill(-pid_, SIGKILL);  // what it left behind in its group
    pid_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  pid_t pid_;
};

// Reads what is there. False at the end of the stream.
bool drain(int fd, std::string& into, std::uint64_t limit, bool& over) {
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got == 0) return false;
    if (got < 0) return errno == EAGAIN || errno == EINTR;
    const auto size = static_cast<std::uint64_t>(got);
    const std::uint64_t room = limit - into.size();
    into.append(buffer.data(), std::min(size, room));
    if (size > room) over = true;
    if (over || size < buffer.size()) return true;
  }
}

}  // namespace

Result<ProcessOutcome> run_process(const std::vector<std::string>& command, std::string_view input, const ProcessLimits& limits,
                                   const std::vector<std::string>& environment) {
  if (command.empty() || command[0].empty()) return fail(Cause::invalid_argument, {}, "no program is named");
  const std::string& name = command[0];
  const std::string program = find_program(name);
  if (program.empty()) return missing(name);

  std::vector<std::string> arguments = command;
  const char* home = std::getenv("HOME");
  std::vector<std::string> variables{"PATH=" + path_variable(), std::string("HOME=") + (home ? home : "/"), "LANG=C.UTF-8"};
  variables.insert(variables.end(), environment.begin(), environment.end());
  const std::vector<char*> argv = pointers_to(arguments), envp = pointers_to(variables);

  Pipe in, out, err, report;
  if (!open_pipe(in) || !open_pipe(out) || !open_pipe(err) || !open_pipe(report)) return cannot_start(name, errno);
  const NoBrokenPipeSignal no_signal;
  const auto deadline = Clock::now() + limits.time;
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return cannot_start(name, errno);
  if (pid == 0)
    become(program.c_str(), argv.data(), envp.data(), in.read.get(), out.write.get(), err.write.get(), report.write.get(), limits.memory,
           parent);
  Helper helper(pid);
  in.read.close();
  out.write.close();
  err.write.close();
  report.write.close();
  int start_error = 0;  // the pipe closes by itself when the program starts
  ssize_t told = 0;
  while ((told = ::read(report.read.get(), &start_error, sizeof start_error)) < 0 && errno == EINTR) {}
  if (told == sizeof start_error) {
    if (start_error == ENOENT || start_error == ENOTDIR) return missing(name);
    return cannot_start(name, start_error);
  }

  never_wait(in.write);
  never_wait(out.read);
  never_wait(err.read);
  if (input.empty()) in.write.close();
  ProcessOutcome outcome;
  const auto too_slow = [&] {
    return fail(Cause::timed_out, {}, fmt::format("{} was ended after {} seconds", name, limits.time.count() / 1000.0),
                "the file may be damaged; save it again from the program that made it");
  };
  const auto left = [&] {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(ms, 0, 1'000'000));
  };
  while (in.write.is_open() || out.read.is_open() || err.read.is_open()) {
    const int wait = left();
    if (wait == 0) return too_slow();
    std::array<pollfd, 3> ends{{{in.write.get(), POLLOUT, 0}, {out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), wait) < 0 && errno != EINTR) return cannot_start(name, errno);
    if (ends[0].revents != 0) {
      const ssize_t put = ::write(in.write.get(), input.data(), std::min<std::size_t>(input.size(), 1 << 20));
      if (put >= 0) input.remove_prefix(static_cast<std::size_t>(put));
      // A helper may stop reading when it has seen enough.
      if (input.empty() || (put < 0 && errno != EAGAIN && errno != EINTR)) in.write.close();
    }
    bool over = false, dropped = false;
    if (ends[1].revents != 0 && !drain(out.read.get(), outcome.out, limits.output, over)) out.read.close();
    if (ends[2].revents != 0 && !drain(err.read.get(), outcome.err, limits.error_output, dropped)) err.read.close();
    if (over)
      return fail(Cause::too_large, {}, fmt::format("{} printed more than {} bytes and was ended", name, limits.output), "split the file");
  }
  while ((outcome.exit_code = helper.finished()) < 0) {
    if (left() == 0) return too_slow();
    ::poll(nullptr, 0, 1);
  }
  return outcome;
}

}  // namespace fengbiao
